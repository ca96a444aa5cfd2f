"""Finders of notification channels and notification groups."""

from collections.abc import Callable, Sequence

from workshop_app.domain.setup import Channel, NotificationGroup
from workshop_app.domain.setup_finders.finder import Finder
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup

_EVENT_KINDS = 6
"""The number of event types that a channel can be notified of."""


def channels_of_type(*types: str) -> Callable[[Setup], list[Channel]]:
    """Return a finder of channels of these types; of all types if none is given."""
    return lambda setup: [each for each in setup.channels if not types or each.type in types]


def suspended_channels(*types: str) -> Finder:
    """Return a finder of suspended channels of these types."""
    return lambda setup: [each for each in channels_of_type(*types)(setup) if each.suspended]


def unlinked_channels(*types: str) -> Finder:
    """Return a finder of channels that are in no notification group.

    It finds nothing if no file of notification groups was read.
    """

    def find(setup: Setup) -> Sequence[object]:
        if not setup.knows(SetupKind.NOTIFICATION_GROUPS):
            return ()
        linked = {each for group in setup.notification_groups for each in group.channels}
        found = channels_of_type(*types)(setup)
        return [each for each in found if each.id and each.id not in linked]

    return find


def channels_with_events(setup: Setup) -> list[Channel]:
    """Return channels whose events are known."""
    return [channel for channel in setup.channels if channel.events]


def channels_with_event_filter(setup: Setup) -> list[Channel]:
    """Return channels that are notified of some event types only."""
    return [each for each in channels_with_events(setup) if len(each.events) < _EVENT_KINDS]


def custom_groups(setup: Setup) -> list[NotificationGroup]:
    """Return the notification groups other than the default one."""
    return [group for group in setup.notification_groups if not group.is_default]


def default_group(setup: Setup) -> list[NotificationGroup]:
    """Return the default notification group, if it is known."""
    return [group for group in setup.notification_groups if group.is_default]


def groups_without_targets(groups: Callable[[Setup], list[NotificationGroup]]) -> Finder:
    """Return a finder of those `groups` that contain neither a channel nor another group."""
    return lambda setup: [g for g in groups(setup) if not (g.channels or g.groups)]


def unreferenced_groups(setup: Setup) -> list[NotificationGroup]:
    """Return custom groups without rules and services that are in no other group."""
    children = {child for group in setup.notification_groups for child in group.groups}
    return [
        group
        for group in custom_groups(setup)
        if not (group.monitors or group.services) and group.id not in children
    ]
