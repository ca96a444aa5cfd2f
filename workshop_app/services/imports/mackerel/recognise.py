"""What a JSON file is of, told by what it holds and not by its name."""

from collections import Counter
from typing import Any, NamedTuple

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.setup import Reason, SetupKind
from workshop_app.services.imports.mackerel.item import Tally
from workshop_app.services.imports.mackerel.monitors import RULE_TYPES
from workshop_app.services.imports.mackerel.notifying import CHANNEL_TYPES
from workshop_app.services.imports.mackerel.others import refuse_other
from workshop_app.services.imports.mackerel.things import HOST_STATUSES

MOST_READ = 50_000
"""Things that one file may hold."""
_WRAPPERS = {
    "monitors": SetupKind.MONITORS,
    "hosts": SetupKind.HOSTS,
    "services": SetupKind.SERVICES,
    "channels": SetupKind.CHANNELS,
    "alerts": SetupKind.ALERTS,
    "dashboards": SetupKind.DASHBOARDS,
    "downtimes": SetupKind.DOWNTIMES,
    "notificationGroups": SetupKind.NOTIFICATION_GROUPS,
    "alertGroupSettings": SetupKind.ALERT_GROUP_SETTINGS,
    "checks": SetupKind.CHECKS,
    "graphAnnotations": SetupKind.ANNOTATIONS,
    "roles": SetupKind.ROLES,
}
_LOOKED_AT = 200
"""Things of a bare list that are asked what they are."""


class Found(NamedTuple):
    """What a file holds."""

    kind: SetupKind
    things: list[Any]


def recognise(value: object, file: str, tally: Tally) -> Found:
    """Return the things in a JSON value and their kind.

    Raises InvalidInput with a sentence that says what the file is instead.
    """
    found = _wrapped(value, tally) or _one_dashboard(value) or _bare(value, file)
    if found is None:
        refuse_other(value, file)
        raise InvalidInput("imports.setup.refuse.other", file=file)
    if len(found.things) > MOST_READ:
        raise InvalidInput("imports.setup.refuse.many", file=file, most=MOST_READ)
    return found


def _wrapped(value: object, tally: Tally) -> Found | None:
    if not isinstance(value, dict):
        return None
    name = next((name for name in _WRAPPERS if _is_list(value, name)), None)
    if name is None:
        return None
    for key in value:
        if key == "nextId":
            tally.add(Reason.PAGE, key) if value[key] else None
        elif key != name:
            tally.add(Reason.FIELD, key)
    return Found(_WRAPPERS[name], value[name] or [])


def _is_list(value: dict[str, Any], name: str) -> bool:
    """Tell whether it holds a list; mkr writes null for one without anything in it."""
    return name in value and (value[name] is None or isinstance(value[name], list))


def _one_dashboard(value: object) -> Found | None:
    if isinstance(value, dict) and "title" in value and {"widgets", "urlPath"} & value.keys():
        return Found(SetupKind.DASHBOARDS, [value])
    return None


def _bare(value: object, file: str) -> Found | None:
    if not isinstance(value, list):
        return None
    if not value:
        raise InvalidInput("imports.setup.refuse.empty_list", file=file)
    kinds = Counter(
        kind for thing in value[:_LOOKED_AT] if isinstance(thing, dict) and (kind := _kind(thing))
    )
    return Found(kinds.most_common(1)[0][0], value) if kinds else None


def _kind(thing: dict[str, Any]) -> SetupKind | None:
    """Return what one thing of a bare list is, by fields that only its kind has."""
    keys = thing.keys()
    for kind, marks in _MARKS:
        if keys & marks:
            return kind
    word = thing.get("type")
    if isinstance(word, str) and word in CHANNEL_TYPES:
        return SetupKind.CHANNELS
    if isinstance(word, str) and word in RULE_TYPES and "status" not in keys:
        return SetupKind.MONITORS
    for kind, needed in _TOGETHER:
        if needed <= keys:
            return kind
    if "status" in keys and thing["status"] in HOST_STATUSES and "name" in keys:
        return SetupKind.HOSTS
    return {
        frozenset(("name", "memo")): SetupKind.ROLES,
        frozenset(("name",)): SetupKind.ROLES,
        frozenset(("id", "name")): SetupKind.CHECKS,
    }.get(frozenset(keys))


_MARKS = (
    (SetupKind.HOSTS, {"roleFullnames", "isRetired", "displayName"}),
    (SetupKind.ALERTS, {"openedAt", "closedAt", "monitorId"}),
    (SetupKind.DASHBOARDS, {"widgets", "urlPath"}),
    (SetupKind.NOTIFICATION_GROUPS, {"notificationLevel", "childChannelIds"}),
    (SetupKind.MONITORS, {"maxCheckAttempts", "isMute", "alertStatusOnGone", "trainingPeriodFrom"}),
    (SetupKind.CHANNELS, {"mentions", "suspendedAt", "enabledGraphImage"}),
)
_TOGETHER = (
    (SetupKind.ANNOTATIONS, {"from", "to", "service"}),
    (SetupKind.DOWNTIMES, {"name", "start", "duration"}),
    (SetupKind.ALERT_GROUP_SETTINGS, {"name", "notificationInterval"}),
    (SetupKind.ALERT_GROUP_SETTINGS, {"name", "monitorScopes"}),
    (SetupKind.SERVICES, {"name", "roles"}),
)
