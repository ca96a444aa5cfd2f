"""Readers of hosts, services, roles, check rules, annotations and alerts."""

from workshop_app.domain.setup import Alert, Annotation, Check, Host, Role, Service
from workshop_app.services.imports.mackerel.field_reader import FieldReader, scope
from workshop_app.services.imports.mackerel.monitors import RULE_TYPES
from workshop_app.services.imports.mackerel.scrub import scrub

HOST_STATUSES = ("working", "standby", "maintenance", "poweroff")
_HOST_SIZES = ("standard", "micro")
_ALERT_STATUSES = ("OK", "CRITICAL", "WARNING", "UNKNOWN")


def host(thing: FieldReader) -> Host:
    """Return the host, without its addresses and memo."""
    name = thing.text("name")
    display_name = thing.text("displayName")
    meta = thing.inside("meta")
    kernel = meta.inside("kernel")
    cloud = meta.inside("cloud")
    thing.private("ipAddresses", "interfaces", "memo")
    thing.unused("customIdentifier", "retiredAt")
    return Host(
        id=thing.id(),
        name=display_name or name,
        status=thing.word("status", HOST_STATUSES),
        roles=thing.scopes("roleFullnames") or _roles_by_service(thing),
        retired=thing.flag("isRetired"),
        created_at=thing.time("createdAt"),
        size=thing.word("size", _HOST_SIZES),
        agent_version=meta.technical("agent-version"),
        cloud=cloud.technical("provider"),
        platform=kernel.technical("name") or kernel.technical("os"),
    )


def _roles_by_service(thing: FieldReader) -> tuple[str, ...]:
    """Return the roles from an object that maps services to lists of roles."""
    roles = thing.inside("roles")
    return tuple(
        scope(f"{scrub(service)}:{role}")
        for service in thing.left_out.cut(roles.names)
        for role in roles.texts(service)
    )


def service(thing: FieldReader) -> Service:
    """Return the service, without its memo."""
    thing.private("memo")
    return Service(name=thing.text("name"), roles=thing.texts("roles"))


def role(thing: FieldReader) -> Role:
    """Return the role, without its memo."""
    thing.private("memo")
    return Role(name=thing.text("name"))


def check(thing: FieldReader) -> Check:
    """Return the check rule."""
    return Check(id=thing.id(), name=thing.text("name"))


def annotation(thing: FieldReader) -> Annotation:
    """Return the annotation, without its title and description."""
    thing.private("title", "description")
    thing.unused("id")
    return Annotation(
        start=thing.time("from"),
        end=thing.time("to"),
        service=thing.text("service"),
        roles=thing.texts("roles"),
    )


def alert(thing: FieldReader) -> Alert:
    """Return the alert, without its message and reason."""
    thing.private("message", "reason", "memo")
    thing.unused("value", "series")
    return Alert(
        id=thing.id(),
        status=thing.word("status", _ALERT_STATUSES),
        monitor_id=thing.id("monitorId"),
        type=thing.word("type", (*RULE_TYPES, "check")),
        host_id=thing.id("hostId"),
        opened_at=thing.time("openedAt"),
        closed_at=thing.time("closedAt"),
    )
