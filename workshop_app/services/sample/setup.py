"""The set-up of the sample's customer, as a command that imports its files."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from itertools import cycle
from typing import Any

from workshop_app.domain.setup_json import facts_of
from workshop_app.domain.setup_part import SetupKind, SetupPart
from workshop_app.package_files import package_folder
from workshop_app.services.commands.setup import ImportSetup
from workshop_app.services.imports.mackerel.preview import SetupPreview

Line = Mapping[str, Any]
_ALERT_DAYS = 45
"""The number of days that the file of alerts covers."""
_UNCHANGED = {
    "services": SetupKind.SERVICES,
    "channels": SetupKind.CHANNELS,
    "notification_groups": SetupKind.NOTIFICATION_GROUPS,
}


def customer_setup(language: str, taken: datetime) -> ImportSetup:
    """Return the command that imports the set-up, as if its files were read at `taken`."""
    file = package_folder("workshop_app.services.sample") / "setup.toml"
    script = tomllib.loads(file.read_text(encoding="utf-8"))
    rules = [{**line, "name": line["name"][language]} for line in script["monitors"]]
    hosts = list(_hosts(script["hosts"], taken))
    ids = {host["name"]: host["id"] for host in hosts}
    previews = [
        _preview(SetupKind.MONITORS, rules),
        _preview(SetupKind.HOSTS, hosts),
        *(_preview(kind, script[name]) for name, kind in _UNCHANGED.items()),
        _preview(SetupKind.ALERTS, list(_alerts(script["alerts"], rules, ids, taken))),
        _preview(SetupKind.DOWNTIMES, [_dated(line, taken) for line in script["downtimes"]]),
        *(_preview(SetupKind.DASHBOARDS, [line], line["id"]) for line in script["dashboards"]),
        *(_preview(SetupKind.AGENT, [line], line["name"]) for line in script["agents"]),
    ]
    return ImportSetup(tuple(previews), taken.isoformat(timespec="minutes"))


def _preview(kind: SetupKind, lines: Sequence[Line], subject: str = "") -> SetupPreview:
    part = SetupPart(id="", workshop_id="", position=0, kind=kind, facts=json.dumps(lines))
    return SetupPreview(kind=kind, subject=subject, facts=facts_of(part))


def _hosts(lines: Iterable[Line], taken: datetime) -> Iterator[dict[str, Any]]:
    """Yield the hosts of each line, registered one day apart."""
    number = 0
    for line in lines:
        for n, version in zip(range(1, line["count"] + 1), cycle(line["agent"]), strict=False):
            number += 1
            yield {
                "id": f"hSample{number:04}",
                "name": line["name"].format(n=n),
                "status": line.get("status", "working"),
                "roles": line["roles"],
                "created_at": _seconds(taken - timedelta(days=line["age"] - n)),
                "size": "standard",
                "agent_version": version,
                "cloud": line.get("cloud", ""),
                "platform": "Linux",
            }


def _alerts(
    lines: Iterable[Line], rules: Iterable[Line], hosts: Mapping[str, str], taken: datetime
) -> Iterator[dict[str, Any]]:
    """Yield the alerts of each line, none of them later than `taken`."""
    types = {rule["id"]: rule["type"] for rule in rules}
    number = 0
    for line in lines:
        days = line.get("days") or range(0, _ALERT_DAYS, line.get("every", 1))
        where = cycle(line["hosts"] or [""])
        for opened in (_moment(taken, day, clock) for day in days for clock in line["at"]):
            closed = opened + timedelta(minutes=line["minutes"])
            if closed > taken:
                continue
            number += 1
            still_open = not line["minutes"]
            yield {
                "id": f"aSample{number:04}",
                "status": line["status"] if still_open else "OK",
                "monitor_id": line["rule"],
                "type": types[line["rule"]],
                "host_id": hosts.get(next(where), ""),
                "opened_at": _seconds(opened),
                "closed_at": None if still_open else _seconds(closed),
            }


def _dated(line: Line, taken: datetime) -> dict[str, Any]:
    start = _seconds(taken - timedelta(days=line["days_ago"]))
    return {**{name: line[name] for name in ("id", "name", "minutes")}, "start": start}


def _moment(taken: datetime, days_ago: int, clock: str) -> datetime:
    return datetime.combine(taken.date() - timedelta(days=days_ago), time.fromisoformat(clock))


def _seconds(moment: datetime) -> int:
    return round(moment.timestamp())
