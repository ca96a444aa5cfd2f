"""Questions on channels and notification groups."""

from collections.abc import Callable, Sequence

from workshop_app.domain.finds.find import Find
from workshop_app.domain.setup import Channel, NotificationGroup, SetupKind
from workshop_app.domain.setup_view import Setup

_EVENTS = 6
"""The kinds of events that a channel can be told of."""


def channels(*types: str) -> Callable[[Setup], list[Channel]]:
    """Look for channels of these types, all if none is named."""
    return lambda setup: [each for each in setup.channels if not types or each.type in types]


def suspended(*types: str) -> Find:
    """Look for channels that were stopped."""
    return lambda setup: [each for each in channels(*types)(setup) if each.suspended]


def unlinked(*types: str) -> Find:
    """Look for channels that no notification group leads to."""

    def find(setup: Setup) -> Sequence[object]:
        if not setup.knows(SetupKind.NOTIFICATION_GROUPS):
            return ()
        linked = {each for group in setup.notification_groups for each in group.channels}
        return [each for each in channels(*types)(setup) if each.id and each.id not in linked]

    return find


def with_events(setup: Setup) -> list[Channel]:
    """Channels of which the file tells their events."""
    return [channel for channel in setup.channels if channel.events]


def choosy(setup: Setup) -> list[Channel]:
    """Channels that are told of some kinds of events only."""
    return [channel for channel in with_events(setup) if len(channel.events) < _EVENTS]


def own_groups(setup: Setup) -> list[NotificationGroup]:
    """Notification groups beside the default one."""
    return [group for group in setup.notification_groups if not group.is_default]


def default_group(setup: Setup) -> list[NotificationGroup]:
    """The default notification group."""
    return [group for group in setup.notification_groups if group.is_default]


def silent(groups: Callable[[Setup], list[NotificationGroup]]) -> Find:
    """Look for groups that lead to nobody."""
    return lambda setup: [g for g in groups(setup) if not (g.channels or g.groups)]


def aimless(setup: Setup) -> list[NotificationGroup]:
    """Groups that neither a rule nor a service nor another group leads to."""
    children = {child for group in setup.notification_groups for child in group.groups}
    return [
        group
        for group in own_groups(setup)
        if not (group.monitors or group.services) and group.id not in children
    ]
