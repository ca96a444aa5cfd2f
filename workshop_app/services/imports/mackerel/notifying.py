"""Readers of notification channels, notification groups, alert groups and downtimes."""

from workshop_app.domain.setup import (
    AlertGroupSetting,
    Channel,
    Downtime,
    NotificationGroup,
    Reason,
)
from workshop_app.services.imports.mackerel.field_reader import FieldReader

CHANNEL_TYPES = (
    "email", "email-broadcast", "slack", "chatwork", "twilio", "pagerduty", "opsgenie",
    "jira-service-management", "microsoft-teams", "webhook", "amazon-event-bridge", "line",
)  # fmt: skip
_EVENTS = ("alert", "alertGroup", "hostStatus", "hostRegister", "hostRetire", "monitor")
_RECURRENCES = ("hourly", "daily", "weekly", "monthly", "yearly")
_CHANNEL_TRAITS = {
    "url": "address",
    "emails": "emails",
    "userIds": "users",
    "enabledGraphImage": "graph_image",
}


def channel(thing: FieldReader) -> Channel | None:
    """Return the channel without its address; None for an unknown type."""
    kind = thing.text("type")
    if kind not in CHANNEL_TYPES:
        thing.left_out.add(Reason.TYPE, kind or "?")
        return None
    traits = [trait for name, trait in _CHANNEL_TRAITS.items() if thing.has(name)]
    mentions = thing.inside("mentions")
    if any(mentions.raw(name) for name in mentions.names):
        traits.append("mentions")
    thing.private("url", "emails", "userIds", "mentions")
    return Channel(
        id=thing.id(),
        name=thing.text("name"),
        type=kind,
        suspended=thing.time("suspendedAt") is not None,
        events=thing.words("events", _EVENTS),
        traits=tuple(traits),
    )


def downtime(thing: FieldReader) -> Downtime:
    """Return the downtime, without its scopes."""
    thing.private("memo")
    scopes = ("service", "role", "monitor")
    thing.unused(*(f"{scope}Scopes" for scope in scopes))
    thing.unused(*(f"{scope}ExcludeScopes" for scope in scopes))
    recurrence = thing.inside("recurrence")
    kind = recurrence.word("type", _RECURRENCES)
    recurrence.unused("interval", "weekdays", "until")
    recurrence.done()
    return Downtime(
        id=thing.id(),
        name=thing.text("name"),
        start=thing.time("start"),
        minutes=thing.number("duration"),
        recurrence=kind,
    )


def notification_group(thing: FieldReader) -> NotificationGroup:
    """Return the notification group."""
    thing.private("memo")
    rules = thing.items("monitors")
    services = thing.items("services")
    kind = thing.word("type", ("group", "group-default"))
    return NotificationGroup(
        id=thing.id(),
        name=thing.text("name"),
        is_default=kind == "group-default",
        level=thing.word("notificationLevel", ("all", "critical")),
        channels=thing.ids("childChannelIds"),
        groups=thing.ids("childNotificationGroupIds"),
        monitors=tuple(found for rule in rules if (found := rule.id())),
        services=tuple(name for service in services if (name := service.text("name"))),
    )


def alert_group_setting(thing: FieldReader) -> AlertGroupSetting:
    """Return the setting, without its memo."""
    thing.private("memo")
    return AlertGroupSetting(
        id=thing.id(),
        name=thing.text("name"),
        scopes=thing.scopes("serviceScopes") + thing.scopes("roleScopes"),
        monitors=thing.ids("monitorScopes"),
        interval=thing.number("notificationInterval") or None,
    )
