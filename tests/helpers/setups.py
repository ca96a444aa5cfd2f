"""A customer's set-up for tests, made from facts."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workshop_app.domain.alert_log import alert_log
from workshop_app.domain.setup import (
    AgentPlugin,
    AgentSettings,
    Alert,
    Fact,
    Host,
    LeftOut,
    MonitorRule,
)
from workshop_app.domain.setup_json import facts_of, left_out_of, to_facts, to_left_out
from workshop_app.domain.setup_part import SetupKind, SetupPart
from workshop_app.domain.setup_view import Setup
from workshop_app.services.commands.setup import ImportSetup
from workshop_app.services.imports.mackerel.preview import SetupPreview

TAKEN = "2026-06-12T14:00"
DAY = 86_400


def part(kind: SetupKind, *facts: Fact, subject: str = "", left_out: tuple[LeftOut, ...] = ()):
    """Return one part with these facts."""
    return SetupPart(
        id=f"{kind}-{subject}",
        workshop_id="w",
        position=0,
        kind=kind,
        subject=subject,
        taken_at=TAKEN,
        facts=to_facts(facts),
        left_out=to_left_out(left_out),
    )


def setup(*parts: SetupPart) -> Setup:
    """Return the set-up made from these parts."""
    return Setup(parts)


def rules(*given: MonitorRule) -> SetupPart:
    return part(SetupKind.MONITORS, *given)


def hosts(*given: Host) -> SetupPart:
    return part(SetupKind.HOSTS, *given)


def alerts(*given: Alert) -> SetupPart:
    return part(SetupKind.ALERTS, *given)


def agent(name: str, *programs: str, roles: tuple[str, ...] = (), traits: tuple[str, ...] = ()):
    """Return the settings of one agent that runs these programs as checks."""
    plugins = tuple(AgentPlugin(kind="checks", name=p, program=p) for p in programs)
    settings = AgentSettings(name=name, roles=roles, plugins=plugins, traits=traits)
    return part(SetupKind.AGENT, settings, subject=name)


def ago(days: float, clock: str = "") -> int:
    """Return epoch seconds this many days before the files were read, at a time of day in UTC."""
    taken = datetime.fromisoformat(TAKEN).replace(tzinfo=UTC)
    if clock:
        hour, minute = map(int, clock.split(":"))
        taken = taken.replace(hour=hour, minute=minute)
    return round(taken.timestamp() - days * DAY)


def import_of(*parts: SetupPart) -> ImportSetup:
    """Return the command that imports such parts."""
    previews = (
        SetupPreview(
            kind=each.kind,
            subject=each.subject,
            files=("file.json",),
            facts=facts_of(each),
            left_out=left_out_of(each),
        )
        for each in parts
    )
    return ImportSetup(tuple(previews), TAKEN)


def many() -> ImportSetup:
    """The set-up of a large customer: 2,000 hosts, 300 rules, 5,000 alerts."""
    given = [
        MonitorRule(id=f"m{n}", name=f"rule {n}", type="host", metric="cpu%", traits=("warning",))
        for n in range(300)
    ]
    machines = [
        Host(
            id=f"h{n}",
            name=f"host-{n:04}.example.internal",
            status="working",
            roles=(f"service-{n % 40}:role-{n % 7}",),
            agent_version=f"0.{70 + n % 18}.0",
            size="standard",
            created_at=ago(n),
        )
        for n in range(2000)
    ]
    fired = [
        Alert(
            id=f"a{n}",
            status="OK",
            monitor_id=f"m{n % 300}",
            type="host",
            host_id=f"h{n % 2000}",
            opened_at=ago(n / 170),
            closed_at=ago(n / 170) + 600,
        )
        for n in range(5000)
    ]
    return import_of(rules(*given), hosts(*machines), alerts(*fired))


def write_files(folder: Path, **texts: str) -> list[Path]:
    """Write files named after the keywords, with ``_`` for the dot; return their paths."""
    paths = []
    for name, text in texts.items():
        stem, _, suffix = name.rpartition("_")
        paths.append(folder / f"{stem.replace('_', '-')}.{suffix}")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


@contextmanager
def clock_of(zone: str) -> Iterator[None]:
    """Set the time zone of the process, such as ``JST-9``."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        alert_log.cache_clear()
        yield
    time.tzset()
    alert_log.cache_clear()
