"""How each kind of thing in Mackerel's JSON becomes a fact."""

from collections.abc import Callable
from typing import Any

from workshop_app.domain.setup import (
    Alert,
    Annotation,
    Check,
    Host,
    Reason,
    Role,
    Service,
    SetupKind,
)
from workshop_app.services.imports.mackerel.dashboards import dashboard
from workshop_app.services.imports.mackerel.item import Item, Tally, scope
from workshop_app.services.imports.mackerel.monitors import RULE_TYPES, monitor_rule
from workshop_app.services.imports.mackerel.notifying import (
    alert_group_setting,
    channel,
    downtime,
    notification_group,
)
from workshop_app.services.imports.mackerel.scrub import scrub

HOST_STATUSES = ("working", "standby", "maintenance", "poweroff")
_ALERT_STATUSES = ("OK", "CRITICAL", "WARNING", "UNKNOWN")
Reader = Callable[[Item], Any]
"""Returns a fact, or None where the thing is of no known type; it counts what it leaves out."""


def _host(item: Item) -> Host:
    own, displayed = item.text("name"), item.text("displayName")
    meta = Item(item.inner("meta"), item.tally)
    kernel, cloud = (Item(meta.inner(name), item.tally) for name in ("kernel", "cloud"))
    item.private("ipAddresses", "interfaces", "memo")
    item.unused("customIdentifier", "retiredAt")
    return Host(
        id=item.id(),
        name=displayed or own,
        status=item.word("status", HOST_STATUSES),
        roles=item.scopes("roleFullnames") or _roles(item),
        retired=item.flag("isRetired"),
        created_at=item.time("createdAt"),
        size=item.word("size", ("standard", "micro")),
        agent_version=meta.technical("agent-version"),
        cloud=cloud.technical("provider"),
        platform=kernel.technical("name") or kernel.technical("os"),
    )


def _roles(item: Item) -> tuple[str, ...]:
    """Return the roles of a map from services to lists of roles."""
    services = item.inner("roles")
    inner = Item(services, item.tally)
    return tuple(
        scope(f"{scrub(service)}:{role}")
        for service in item.tally.cut([*services])
        for role in inner.texts(service)
    )


def _service(item: Item) -> Service:
    item.private("memo")
    return Service(name=item.text("name"), roles=item.texts("roles"))


def _role(item: Item) -> Role:
    item.private("memo")
    return Role(name=item.text("name"))


def _check(item: Item) -> Check:
    return Check(id=item.id(), name=item.text("name"))


def _annotation(item: Item) -> Annotation:
    item.private("title", "description")
    item.unused("id")
    return Annotation(
        start=item.time("from"),
        end=item.time("to"),
        service=item.text("service"),
        roles=item.texts("roles"),
    )


def _alert(item: Item) -> Alert:
    item.private("message", "reason", "memo")
    item.unused("value", "series")
    return Alert(
        id=item.id(),
        status=item.word("status", _ALERT_STATUSES),
        monitor_id=item.id("monitorId"),
        type=item.word("type", (*RULE_TYPES, "check")),
        host_id=item.id("hostId"),
        opened_at=item.time("openedAt"),
        closed_at=item.time("closedAt"),
    )


READERS: dict[SetupKind, Reader] = {
    SetupKind.MONITORS: monitor_rule,
    SetupKind.HOSTS: _host,
    SetupKind.SERVICES: _service,
    SetupKind.ROLES: _role,
    SetupKind.CHANNELS: channel,
    SetupKind.ALERTS: _alert,
    SetupKind.DASHBOARDS: dashboard,
    SetupKind.DOWNTIMES: downtime,
    SetupKind.NOTIFICATION_GROUPS: notification_group,
    SetupKind.ALERT_GROUP_SETTINGS: alert_group_setting,
    SetupKind.CHECKS: _check,
    SetupKind.ANNOTATIONS: _annotation,
}


def read_things(kind: SetupKind, things: list[Any], tally: Tally) -> list[Any]:
    """Return the facts of all things of a kind; what is no object is counted."""
    facts = []
    for thing in things:
        if not isinstance(thing, dict):
            tally.add(Reason.FORM)
            continue
        item = Item(thing, tally)
        fact = READERS[kind](item)
        if fact is not None:
            item.done()
            facts.append(fact)
    return facts
