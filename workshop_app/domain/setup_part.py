"""The stored content of one file of a customer's Mackerel setup.

`setup` contains the records of its facts.
"""

from enum import StrEnum

from workshop_app.domain.field_types import Data, Id, TechnicalLine
from workshop_app.domain.record import Record


class SetupKind(StrEnum):
    """The kind of records in a file."""

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


class SetupPart(Record):
    """The content of one file; another file of the same kind and subject replaces it.

    `facts` and `left_out` are JSON texts (`setup_json`): the fields of the records below, never a
    secret, and how many unknown fields and types were left out.
    """

    id: Id
    workshop_id: Id
    position: int
    kind: SetupKind
    subject: TechnicalLine = ""
    """Identifies one of several files of a kind: the id of a dashboard, or the name of an agent."""
    taken_at: TechnicalLine = ""
    """When the file was read, ISO."""
    facts: Data = "[]"
    left_out: Data = "[]"
