"""What the customer has set up already, as read from files that their Mackerel wrote.

A file becomes a `SetupPart` with its facts as JSON: `setup_json` turns them into the records below,
`setup_view.setup_of` joins all parts of a workshop. The facts hold no address, memo, command line,
request body or key. Numbers that the file did not give are None; texts are empty.
"""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorRule:
    """One monitoring rule. Check rules are not among these: see `AgentPlugin` and `Check`."""

    id: str = ""
    """Empty in files edited by hand; no alert can be joined then."""
    name: str = ""
    type: str = ""
    """connectivity, host, service, external, expression, anomalyDetection or query."""
    muted: bool = False
    metric: str = ""
    """Of host and service rules: a metric's name, such as ``cpu%``."""
    service: str = ""
    scopes: tuple[str, ...] = ()
    """``service`` or ``service:role``, without a space."""
    exclude_scopes: tuple[str, ...] = ()
    attempts: int | None = None
    notification_interval: int | None = None
    """Minutes after which an open alert is told again; None: told once."""
    traits: tuple[str, ...] = ()
    """Of `RULE_TRAITS`."""


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
"""What a rule can be set up with; warning and critical are a threshold or sensitivity that is set,
`averaged` looks at more than one point, `forecast` is an expression that looks ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """One host, without its addresses; the short list leaves `size` and what follows empty."""

    id: str = ""
    name: str = ""
    """The displayed name, else the host's own."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service with the names of its roles."""

    name: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role; its file does not tell of which service."""

    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The name of one check rule of a host, which alerts of the type check refer to."""

    id: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One annotation in graphs; times in epoch seconds."""

    start: int | None = None
    end: int | None = None
    service: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One way in which alerts are told; where they go to is never kept."""

    id: str = ""
    name: str = ""
    type: str = ""
    """email, slack, webhook, pagerduty, … , as the file has it."""
    suspended: bool = False
    events: tuple[str, ...] = ()
    """Of alert, alertGroup, hostStatus, hostRegister, hostRetire, monitor."""
    traits: tuple[str, ...] = ()
    """Of `CHANNEL_TRAITS`."""


CHANNEL_TRAITS = frozenset(("address", "emails", "users", "mentions", "graph_image"))
"""What a channel can be set up with: an address to post to, people, words to call somebody by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One alert; times in epoch seconds, `closed_at` None while open (or not told)."""

    id: str = ""
    status: str = ""
    """OK, CRITICAL, WARNING or UNKNOWN."""
    monitor_id: str = ""
    type: str = ""
    """A rule's type, or check."""
    host_id: str = ""
    opened_at: int | None = None
    closed_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """One part of a dashboard."""

    type: str = ""
    """graph, value, markdown or alertStatus."""
    source: str = ""
    """Of a graph or value: host, role, service, expression, query or unknown."""
    range: str = ""
    """The period: empty (can be changed on the page), relative or absolute (both fixed)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """One dashboard; `widgets` is None where the file does not tell them."""

    id: str = ""
    title: str = ""
    widgets: tuple[Widget, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Downtime:
    """A planned time without alerts; `start` in epoch seconds."""

    id: str = ""
    name: str = ""
    start: int | None = None
    minutes: int | None = None
    recurrence: str = ""
    """hourly, daily, weekly, monthly, yearly; empty: once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationGroup:
    """Who is told of what: ids of channels, groups and rules, names of services."""

    id: str = ""
    name: str = ""
    is_default: bool = False
    level: str = ""
    """all or critical."""
    channels: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    monitors: tuple[str, ...] = ()
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertGroupSetting:
    """Which alerts are put together."""

    id: str = ""
    name: str = ""
    scopes: tuple[str, ...] = ()
    """``service`` or ``service:role``, without a space."""
    monitors: tuple[str, ...] = ()
    """Ids of rules."""
    interval: int | None = None
    """Minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentPlugin:
    """One plugin of an agent: the name of its program, never its arguments."""

    kind: str = ""
    """metrics, checks or metadata."""
    name: str = ""
    program: str = ""
    """The file's bare name: check-tcp, mackerel-plugin-mysql; mkr where that wraps another."""
    interval: int | None = None
    """Minutes between two runs."""
    notification_interval: int | None = None
    """Minutes."""
    attempts: int | None = None
    custom_identifier: str = ""
    """Names another host, to which what it finds belongs."""
    traits: tuple[str, ...] = ()
    """Of `PLUGIN_TRAITS`."""


PLUGIN_TRAITS = frozenset(
    (
        "action", "prevent_alert_auto_close", "env", "user", "timeout", "memo",
        "include_pattern", "exclude_pattern", "plugin_timestamp",
    )
)  # fmt: skip
"""What a plugin can be set up with; what they are set to is not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentSettings:
    """The settings file of one agent."""

    name: str = ""
    """The displayed name, where the file gives one."""
    roles: tuple[str, ...] = ()
    """``service:role``, without a space."""
    plugins: tuple[AgentPlugin, ...] = ()
    traits: tuple[str, ...] = ()
    """Of `AGENT_TRAITS`."""


AGENT_TRAITS = frozenset(
    (
        "proxy", "include", "on_start", "on_stop",
        "ignore_filesystems", "use_mountpoint", "ignore_disks", "ignore_interfaces", "use_adapter",
        "cloud_platform", "disable_http_keep_alive", "verbose", "silent", "diagnostic",
    )
)  # fmt: skip
"""What an agent can be set up with; `include` names more files, which hold further plugins."""

Fact = (
    MonitorRule | Host | Service | Role | Check | Annotation | Channel | Alert | Dashboard
    | Downtime | NotificationGroup | AlertGroupSetting | AgentSettings
)  # fmt: skip


class Reason(StrEnum):
    """Why something of a file is not among the facts."""

    PRIVATE = "private"
    """A known field that is never kept: an address, a memo, a key."""
    FIELD = "field"
    """A field that this program does not know."""
    TYPE = "type"
    """A thing of a type that this program does not know; `name` is the type."""
    FORM = "form"
    """A value, or a whole thing, that has not the form it should have."""
    REPEAT = "repeat"
    """The same key or id once more; the last one counts."""
    BEYOND = "beyond"
    """Things above the most that are kept; the newest alerts are kept."""
    PAGE = "page"
    """The file says that further pages exist, which it does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What was left out of a file, how often, and why."""

    reason: Reason
    name: str = ""
    count: int = 1
