"""What the customer has set up already, as read from files that their Mackerel wrote."""

from dataclasses import dataclass
from enum import StrEnum


class SetupKind(StrEnum):
    """What a file tells of."""

    MONITORS = "monitors"
    HOSTS = "hosts"
    SERVICES = "services"
    ROLES = "roles"
    CHANNELS = "channels"
    ALERTS = "alerts"
    DASHBOARDS = "dashboards"
    DOWNTIMES = "downtimes"
    NOTIFICATION_GROUPS = "notification_groups"
    ALERT_GROUP_SETTINGS = "alert_group_settings"
    CHECKS = "checks"
    ANNOTATIONS = "annotations"
    AGENT = "agent"
    """The settings of one mackerel-agent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupPart:
    """What one file told; another file of the same kind and subject takes its place.

    `facts` and `left_out` are JSON texts: only facts on the list of allowed ones, never a secret,
    and how many unknown fields and types were left out.
    """

    id: str
    workshop_id: str
    position: int
    kind: SetupKind
    subject: str = ""
    """Which one, where a customer has several files of a kind: a dashboard's id, an agent."""
    taken_at: str = ""
    """When the file was read, ISO."""
    facts: str = "[]"
    left_out: str = "[]"
