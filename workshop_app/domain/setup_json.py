"""The facts of a set-up part as JSON text and back; a default value is not written."""

import json
from collections.abc import Iterable
from dataclasses import MISSING, fields
from functools import lru_cache
from typing import Any

from workshop_app.domain.setup import (
    AgentPlugin,
    AgentSettings,
    Alert,
    AlertGroupSetting,
    Annotation,
    Channel,
    Check,
    Dashboard,
    Downtime,
    Fact,
    Host,
    LeftOut,
    MonitorRule,
    NotificationGroup,
    Reason,
    Role,
    Service,
    SetupKind,
    SetupPart,
    Widget,
)

_RECORDS: dict[SetupKind, type[Any]] = {
    SetupKind.MONITORS: MonitorRule,
    SetupKind.HOSTS: Host,
    SetupKind.SERVICES: Service,
    SetupKind.ROLES: Role,
    SetupKind.CHANNELS: Channel,
    SetupKind.ALERTS: Alert,
    SetupKind.DASHBOARDS: Dashboard,
    SetupKind.DOWNTIMES: Downtime,
    SetupKind.NOTIFICATION_GROUPS: NotificationGroup,
    SetupKind.ALERT_GROUP_SETTINGS: AlertGroupSetting,
    SetupKind.CHECKS: Check,
    SetupKind.ANNOTATIONS: Annotation,
    SetupKind.AGENT: AgentSettings,
}
_INNER: dict[tuple[type[Any], str], type[Any]] = {
    (Dashboard, "widgets"): Widget,
    (AgentSettings, "plugins"): AgentPlugin,
}


def record_of(kind: SetupKind) -> type[Any]:
    """Return the type of the facts of a kind."""
    return _RECORDS[kind]


def facts_of(part: SetupPart) -> tuple[Any, ...]:
    """Return the facts of `part`, in the file's order; of the type that its kind tells."""
    return _facts(part.kind, part.facts)


def to_facts(facts: Iterable[Fact]) -> str:
    """Return `facts` as the text that a part keeps."""
    return _dump([_plain(fact) for fact in facts])


def left_out_of(part: SetupPart) -> tuple[LeftOut, ...]:
    """Return what was left out of the file."""
    return _left_out(part.left_out)


def to_left_out(left_out: Iterable[LeftOut]) -> str:
    """Return `left_out` as the text that a part keeps."""
    return _dump([[each.reason.value, each.name, each.count] for each in left_out])


@lru_cache(maxsize=256)
def _facts(kind: SetupKind, text: str) -> tuple[Any, ...]:
    record = record_of(kind)
    return tuple(_record(record, values) for values in json.loads(text))


@lru_cache(maxsize=256)
def _left_out(text: str) -> tuple[LeftOut, ...]:
    rows = json.loads(text)
    return tuple(LeftOut(reason=Reason(why), name=name, count=n) for why, name, n in rows)


def _dump(rows: list[Any]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _plain(record: Any) -> dict[str, Any]:  # noqa: ANN401 - a fact or a part of one
    values = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if each.default is MISSING or value != each.default:
            parts = isinstance(value, tuple) and (type(record), each.name) in _INNER
            values[each.name] = [_plain(part) for part in value] if parts else value
    return values


def _record(record: type[Any], values: dict[str, Any]) -> Any:  # noqa: ANN401 - of the type given
    """Return the record; a field that another version of the program wrote is passed over."""
    known = {each.name for each in fields(record)}
    return record(
        **{name: _value(record, name, value) for name, value in values.items() if name in known}
    )


def _value(record: type[Any], name: str, value: object) -> object:
    if not isinstance(value, list):
        return value
    inner = _INNER.get((record, name))
    return tuple(_record(inner, part) for part in value) if inner else tuple(value)
