"""Who is told: channels, notification groups, alert groups, and times when nobody is."""

from workshop_app.domain.setup import (
    AlertGroupSetting,
    Channel,
    Downtime,
    NotificationGroup,
    Reason,
)
from workshop_app.services.imports.mackerel.item import Item

CHANNEL_TYPES = (
    "email", "email-broadcast", "slack", "chatwork", "twilio", "pagerduty", "opsgenie",
    "jira-service-management", "microsoft-teams", "webhook", "amazon-event-bridge", "line",
)  # fmt: skip
_EVENTS = ("alert", "alertGroup", "hostStatus", "hostRegister", "hostRetire", "monitor")
_RECURRENCES = ("hourly", "daily", "weekly", "monthly", "yearly")


def channel(item: Item) -> Channel | None:
    """Return the channel without where it leads; None for one of a type that is not known."""
    kind = item.text("type")
    if kind not in CHANNEL_TYPES:
        item.tally.add(Reason.TYPE, kind or "?")
        return None
    named = {
        "url": "address",
        "emails": "emails",
        "userIds": "users",
        "enabledGraphImage": "graph_image",
    }
    traits = [trait for name, trait in named.items() if item.has(name)]
    mentions = item.inner("mentions")
    if any(isinstance(words, str) and words for words in mentions.values()):
        traits.append("mentions")
    item.private("url", "emails", "userIds", "mentions")
    return Channel(
        id=item.id(),
        name=item.text("name"),
        type=kind,
        suspended=item.time("suspendedAt") is not None,
        events=item.words("events", _EVENTS),
        traits=tuple(traits),
    )


def downtime(item: Item) -> Downtime:
    """Return the downtime; for what it is valid is not of use."""
    item.private("memo")
    things = ("service", "role", "monitor")
    item.unused(*(f"{thing}Scopes" for thing in things))
    item.unused(*(f"{thing}ExcludeScopes" for thing in things))
    recurrence = Item(item.inner("recurrence"), item.tally)
    kind = recurrence.word("type", _RECURRENCES)
    recurrence.unused("interval", "weekdays", "until")
    recurrence.done()
    return Downtime(
        id=item.id(),
        name=item.text("name"),
        start=item.time("start"),
        minutes=item.number("duration"),
        recurrence=kind,
    )


def notification_group(item: Item) -> NotificationGroup:
    """Return the group with the ids of what it joins."""
    item.private("memo")
    rules = [Item(each, item.tally) for each in item.items("monitors")]
    services = [Item(each, item.tally) for each in item.items("services")]
    kind = item.word("type", ("group", "group-default"))
    return NotificationGroup(
        id=item.id(),
        name=item.text("name"),
        is_default=kind == "group-default",
        level=item.word("notificationLevel", ("all", "critical")),
        channels=item.ids("childChannelIds"),
        groups=item.ids("childNotificationGroupIds"),
        monitors=tuple(found for rule in rules if (found := rule.id())),
        services=tuple(name for service in services if (name := service.text("name"))),
    )


def alert_group_setting(item: Item) -> AlertGroupSetting:
    """Return the setting."""
    item.private("memo")
    return AlertGroupSetting(
        id=item.id(),
        name=item.text("name"),
        scopes=item.scopes("serviceScopes") + item.scopes("roleScopes"),
        monitors=item.ids("monitorScopes"),
        interval=item.number("notificationInterval") or None,
    )
