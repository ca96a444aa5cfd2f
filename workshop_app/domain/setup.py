"""The customer's set-up in Mackerel, as read from files exported by their Mackerel.

A file becomes a `SetupPart` with its facts as JSON. `setup_json` converts them to the records
below, `setup_view.setup_of` joins all parts of a workshop. The facts contain no address, memo,
command line, request body or key. A number that is missing in the file is None, a missing text is
empty.
"""

from enum import StrEnum

from workshop_app.domain.record import Record
from workshop_app.domain.setup_part import SetupKind


class Fact(Record):
    """The base of the records of facts."""


class MonitorRule(Fact):
    """One monitoring rule. Check rules are separate: see `AgentPlugin` and `Check`."""

    id: str = ""
    """Empty in files edited by hand; then alerts cannot be matched to the rule."""
    name: str = ""
    type: str = ""
    """connectivity, host, service, external, expression, anomalyDetection or query."""
    muted: bool = False
    metric: str = ""
    """For host and service rules: the name of a metric, such as ``cpu%``."""
    service: str = ""
    scopes: tuple[str, ...] = ()
    """``service`` or ``service:role``, without a space."""
    exclude_scopes: tuple[str, ...] = ()
    attempts: int | None = None
    notification_interval: int | None = None
    """Minutes between repeated notifications of an open alert; None means one notification."""
    traits: tuple[str, ...] = ()
    """Some of `RULE_TRAITS`."""


RULE_TRAITS = frozenset(
    (
        "memo", "warning", "critical", "averaged",
        "gone_status", "gone_warning",
        "missing_data", "missing_warning", "missing_critical",
        "response_time", "response_time_warning", "response_time_critical",
        "certificate", "certificate_warning", "certificate_critical", "skip_verification",
        "contains_string", "headers", "request_body", "follow_redirect", "expected_status",
        "https", "get", "post", "put", "delete", "dualstack",
        "forecast", "evaluate_backward", "training_period", "legend",
    )
)  # fmt: skip
"""Features of a rule. `warning` and `critical`: a threshold or sensitivity is set;
`averaged`: it evaluates more than one point; `forecast`: its expression predicts future
values.
"""


class Host(Fact):
    """One host, without addresses; the short list of hosts lacks `size` and the fields after it."""

    id: str = ""
    name: str = ""
    """The display name, else the host name."""
    status: str = ""
    """working, standby, maintenance or poweroff."""
    roles: tuple[str, ...] = ()
    """``service:role``, without a space."""
    retired: bool = False
    created_at: int | None = None
    """Epoch seconds."""
    size: str = ""
    """standard or micro."""
    agent_version: str = ""
    """Such as 0.87.0."""
    cloud: str = ""
    """The provider, such as ec2."""
    platform: str = ""
    """The kernel's name, such as Linux."""


class Service(Fact):
    """One service with the names of its roles."""

    name: str = ""
    roles: tuple[str, ...] = ()


class Role(Fact):
    """One role; its file does not contain the service."""

    name: str = ""


class Check(Fact):
    """The id and name of a check rule of a host, referred to by alerts of the type check."""

    id: str = ""
    name: str = ""


class Annotation(Fact):
    """One graph annotation; times are in epoch seconds."""

    start: int | None = None
    end: int | None = None
    service: str = ""
    roles: tuple[str, ...] = ()


class Channel(Fact):
    """One notification channel, without its address."""

    id: str = ""
    name: str = ""
    type: str = ""
    """Such as email, slack, webhook or pagerduty, as in the file."""
    suspended: bool = False
    events: tuple[str, ...] = ()
    """Some of alert, alertGroup, hostStatus, hostRegister, hostRetire, monitor."""
    traits: tuple[str, ...] = ()
    """Some of `CHANNEL_TRAITS`."""


CHANNEL_TRAITS = frozenset(("address", "emails", "users", "mentions", "graph_image"))
"""Features of a channel: a URL, people, mentions, an image of the graph."""


class Alert(Fact):
    """One alert; times are in epoch seconds, `closed_at` is None if it is open or unknown."""

    id: str = ""
    status: str = ""
    """OK, CRITICAL, WARNING or UNKNOWN."""
    monitor_id: str = ""
    type: str = ""
    """One alert; times are in epoch seconds, `closed_at` is None if it is open or the time is
    unknown.
    """
    host_id: str = ""
    opened_at: int | None = None
    closed_at: int | None = None


class Widget(Record):
    """One widget of a dashboard."""

    type: str = ""
    """graph, value, markdown or alertStatus."""
    source: str = ""
    """For a graph or value: host, role, service, expression, query or unknown."""
    range: str = ""
    """The period: relative or absolute; empty if it can be changed on the page."""


class Dashboard(Fact):
    """One dashboard; `widgets` is None if the file does not contain them."""

    id: str = ""
    title: str = ""
    widgets: tuple[Widget, ...] | None = None


class Downtime(Fact):
    """A scheduled downtime; `start` is in epoch seconds."""

    id: str = ""
    name: str = ""
    start: int | None = None
    minutes: int | None = None
    recurrence: str = ""
    """hourly, daily, weekly, monthly or yearly; empty means once."""


class NotificationGroup(Fact):
    """A notification group: ids of channels, groups and rules, names of services."""

    id: str = ""
    name: str = ""
    is_default: bool = False
    level: str = ""
    """all or critical."""
    channels: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    monitors: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


class AlertGroupSetting(Fact):
    """Which alerts are grouped."""

    id: str = ""
    name: str = ""
    scopes: tuple[str, ...] = ()
    """``service`` or ``service:role``, without a space."""
    monitors: tuple[str, ...] = ()
    """Ids of rules."""
    interval: int | None = None
    """Minutes."""


class AgentPlugin(Record):
    """One plugin of an agent: the name of its program, never its arguments."""

    kind: str = ""
    """metrics, checks or metadata."""
    name: str = ""
    program: str = ""
    """The bare file name, such as check-tcp; mkr if that wraps another program."""
    interval: int | None = None
    """Interval in minutes."""
    notification_interval: int | None = None
    """Minutes."""
    attempts: int | None = None
    custom_identifier: str = ""
    """The host its results belong to, if it is another one."""
    traits: tuple[str, ...] = ()
    """Some of `PLUGIN_TRAITS`."""


PLUGIN_TRAITS = frozenset(
    (
        "action", "prevent_alert_auto_close", "env", "user", "timeout", "memo",
        "include_pattern", "exclude_pattern", "plugin_timestamp",
    )
)  # fmt: skip
"""Features of a plugin, without their values."""


class AgentSettings(Fact):
    """The settings file of one agent."""

    name: str = ""
    """The display name, if the file contains one."""
    roles: tuple[str, ...] = ()
    """``service:role``, without a space."""
    plugins: tuple[AgentPlugin, ...] = ()
    traits: tuple[str, ...] = ()
    """Some of `AGENT_TRAITS`."""


AGENT_TRAITS = frozenset(
    (
        "proxy", "include", "on_start", "on_stop",
        "ignore_filesystems", "use_mountpoint", "ignore_disks", "ignore_interfaces", "use_adapter",
        "cloud_platform", "disable_http_keep_alive", "verbose", "silent", "diagnostic",
    )
)  # fmt: skip
"""Features of an agent; `include` means that further files define more plugins."""

RECORDS: dict[SetupKind, type[Fact]] = {
    SetupKind.MONITORS: MonitorRule,
    SetupKind.HOSTS: Host,
    SetupKind.SERVICES: Service,
    SetupKind.ROLES: Role,
    SetupKind.CHANNELS: Channel,
    SetupKind.ALERTS: Alert,
    SetupKind.DASHBOARDS: Dashboard,
    SetupKind.DOWNTIMES: Downtime,
    SetupKind.NOTIFICATION_GROUPS: NotificationGroup,
    SetupKind.ALERT_GROUP_SETTINGS: AlertGroupSetting,
    SetupKind.CHECKS: Check,
    SetupKind.ANNOTATIONS: Annotation,
    SetupKind.AGENT: AgentSettings,
}
"""The record of the facts of each kind."""


class Reason(StrEnum):
    """Why something in a file is not among the facts."""

    PRIVATE = "private"
    """A known field that is never stored: an address, a memo, a key."""
    FIELD = "field"
    """An unknown field."""
    TYPE = "type"
    """An item of an unknown type; `name` is the type."""
    FORM = "form"
    """A value or a whole item with an unexpected form."""
    REPEAT = "repeat"
    """A repeated key or id; the last one is kept."""
    BEYOND = "beyond"
    """Items beyond the limit; of alerts the newest are kept."""
    PAGE = "page"
    """The file refers to further pages that it does not contain."""


class LeftOut(Record):
    """What was left out of a file, why, and how often."""

    reason: Reason
    name: str = ""
    count: int = 1
