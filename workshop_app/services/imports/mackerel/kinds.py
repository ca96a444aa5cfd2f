"""The table of the kinds of files that a customer's Mackerel writes.

Each row defines how a kind is recognised by its content, how one item in it is read, and which
notes apply to a file. `docs/recipes.md` says how to add one.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from workshop_app.domain.record import Record
from workshop_app.domain.setup import Fact, Host
from workshop_app.domain.setup_part import SetupKind
from workshop_app.services.imports.mackerel import inventory
from workshop_app.services.imports.mackerel.dashboards import dashboard
from workshop_app.services.imports.mackerel.field_reader import FieldReader
from workshop_app.services.imports.mackerel.monitors import RULE_TYPES, monitor_rule
from workshop_app.services.imports.mackerel.notifying import (
    CHANNEL_TYPES,
    alert_group_setting,
    channel,
    downtime,
    notification_group,
)
from workshop_app.services.imports.mackerel.preview import FileNote

_LONG_LIST_FIELDS = ("size", "agent_version", "cloud", "platform")
"""The fields of a host that only the long list of hosts contains."""


class FileKind(Record):
    """A kind of file.

    A JSON file is an object that holds a list under `list_key`, or a bare list. The items of a bare
    list are recognised by `unique_fields` (one of them is enough), by the `types` in their field
    ``type``, by `field_sets` (all fields of one set), by `is_thing`, or by `exact_fields` (no other
    fields): the first of these that matches, over all kinds.
    """

    kind: SetupKind
    list_key: str = ""
    """Empty for the settings of an agent, which are TOML (`agent.py`)."""
    read: Callable[[FieldReader], Fact | None] | None = None
    """Returns the fact of one item, or None for an unknown type; counts what it leaves out."""
    unique_fields: frozenset[str] = frozenset()
    types: tuple[str, ...] = ()
    field_sets: tuple[frozenset[str], ...] = ()
    is_thing: Callable[[Mapping[str, Any]], bool] | None = None
    exact_fields: tuple[frozenset[str], ...] = ()
    subject: Callable[[list[Any], str], str] = lambda _facts, _file: ""
    """Returns the subject from the facts and the name of the file (`SetupPart.subject`)."""
    separate: bool = False
    """Whether several files are separate parts even if they have the same subject."""
    completed: Callable[[list[Any]], list[Any]] = list
    """Combines the facts of several files."""
    newest_first: Callable[[Any], int] | None = None
    """The time of a fact, if only the newest facts of a large file are kept."""
    notes: Callable[[list[Any]], list[FileNote]] = lambda _facts: []
    """Notes on incomplete facts; a note with `n` 0 is dropped."""


def _rule_notes(rules: list[Any]) -> list[FileNote]:
    without_id = sum(not rule.id for rule in rules)
    return [FileNote("checks_elsewhere"), FileNote("without_id", without_id)]


def _host_notes(hosts: list[Any]) -> list[FileNote]:
    short = all(not host.size and not host.agent_version for host in hosts)
    return [FileNote("short_hosts", int(short))]


def _completed_hosts(hosts: list[Host]) -> list[Host]:
    """Add to each host the fields that only its entry in the long list contains."""
    known: dict[str, dict[str, Any]] = {}
    for host in hosts:
        found = {name: value for name in _LONG_LIST_FIELDS if (value := getattr(host, name))}
        known.setdefault(host.id, {}).update(found)
    return [replace(host, **known[host.id]) if host.id else host for host in hosts]


def _dashboard_subject(dashboards: list[Any], _file: str) -> str:
    """Return which dashboard it is; empty for a list of all."""
    return dashboards[0].id or dashboards[0].title if len(dashboards) == 1 else ""


def _agent_notes(agents: list[Any]) -> list[FileNote]:
    plugins = [plugin for agent in agents for plugin in agent.plugins]
    return [
        FileNote("include", sum("include" in agent.traits for agent in agents)),
        FileNote("other_host", sum(bool(plugin.custom_identifier) for plugin in plugins)),
    ]


def _agent_subject(agents: list[Any], file: str) -> str:
    return agents[0].name or file or " ".join(agents[0].roles)[:60]


_ROWS = (
    FileKind(
        kind=SetupKind.MONITORS,
        list_key="monitors",
        read=monitor_rule,
        unique_fields=frozenset(
            ("maxCheckAttempts", "isMute", "alertStatusOnGone", "trainingPeriodFrom")
        ),
        types=RULE_TYPES,
        notes=_rule_notes,
    ),
    FileKind(
        kind=SetupKind.HOSTS,
        list_key="hosts",
        read=inventory.host,
        unique_fields=frozenset(("roleFullnames", "isRetired", "displayName")),
        is_thing=lambda thing: "name" in thing and thing.get("status") in inventory.HOST_STATUSES,
        completed=_completed_hosts,
        notes=_host_notes,
    ),
    FileKind(
        kind=SetupKind.SERVICES,
        list_key="services",
        read=inventory.service,
        field_sets=(frozenset(("name", "roles")),),
    ),
    FileKind(
        kind=SetupKind.CHANNELS,
        list_key="channels",
        read=channel,
        unique_fields=frozenset(("mentions", "suspendedAt", "enabledGraphImage")),
        types=CHANNEL_TYPES,
    ),
    FileKind(
        kind=SetupKind.ALERTS,
        list_key="alerts",
        read=inventory.alert,
        unique_fields=frozenset(("openedAt", "closedAt", "monitorId")),
        newest_first=lambda alert: alert.opened_at or 0,
    ),
    FileKind(
        kind=SetupKind.DASHBOARDS,
        list_key="dashboards",
        read=dashboard,
        unique_fields=frozenset(("widgets", "urlPath")),
        subject=_dashboard_subject,
        notes=lambda found: [FileNote("no_widgets", sum(one.widgets is None for one in found))],
    ),
    FileKind(
        kind=SetupKind.DOWNTIMES,
        list_key="downtimes",
        read=downtime,
        field_sets=(frozenset(("name", "start", "duration")),),
    ),
    FileKind(
        kind=SetupKind.NOTIFICATION_GROUPS,
        list_key="notificationGroups",
        read=notification_group,
        unique_fields=frozenset(("notificationLevel", "childChannelIds")),
    ),
    FileKind(
        kind=SetupKind.ALERT_GROUP_SETTINGS,
        list_key="alertGroupSettings",
        read=alert_group_setting,
        field_sets=(
            frozenset(("name", "notificationInterval")),
            frozenset(("name", "monitorScopes")),
        ),
    ),
    FileKind(
        kind=SetupKind.CHECKS,
        list_key="checks",
        read=inventory.check,
        exact_fields=(frozenset(("id", "name")),),
    ),
    FileKind(
        kind=SetupKind.ANNOTATIONS,
        list_key="graphAnnotations",
        read=inventory.annotation,
        field_sets=(frozenset(("from", "to", "service")),),
    ),
    FileKind(
        kind=SetupKind.ROLES,
        list_key="roles",
        read=inventory.role,
        exact_fields=(frozenset(("name", "memo")), frozenset(("name",))),
        subject=lambda _roles, file: file.removeprefix("roles-"),
        separate=True,
        notes=lambda _roles: [FileNote("roles_of_service")],
    ),
    FileKind(kind=SetupKind.AGENT, subject=_agent_subject, separate=True, notes=_agent_notes),
)
KINDS: dict[SetupKind, FileKind] = {row.kind: row for row in _ROWS}
