"""The table that tells, for each answer of the catalogue, what in a customer's files speaks of it.

A line names what shows that the answer is in use and, in order, what makes it *half* in use; the
first half that holds decides. Where neither is found, the answer was *never* used, but only if all
files that could tell were read whole; a line without words for *never* then says nothing at all.
Answers on which no file can tell anything (sign-on, contracts, the log feature …) have no line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop_app.domain.finds import agents, boards, channels, hosts, monitors, times
from workshop_app.domain.finds.find import Find, rest
from workshop_app.domain.setup import SetupKind
from workshop_app.domain.setup_view import Setup

_MONITORS = (SetupKind.MONITORS,)
_CHANNELS = (SetupKind.CHANNELS,)
_BOARDS = (SetupKind.DASHBOARDS,)
_AGENT = (SetupKind.AGENT,)


@dataclass(frozen=True, slots=True)
class Half:
    """Why an answer is only half in use: words ``setup.half.<reason>``, what shows it, of what."""

    reason: str
    found: Find
    among: Find | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """A line of the table; `thing` names what is counted, `told_by` the files that tell of none."""

    entry: str
    thing: str
    used: Find
    told_by: tuple[SetupKind, ...] = ()
    halves: tuple[Half, ...] = ()
    never: str = "none"
    """Words ``setup.never.<never>``; empty: that nothing is found tells nothing."""


def _rules(
    entry: str, *types: str, halves: tuple[Half, ...] = (), critical: bool = True
) -> Feature:
    """A line on a type of monitoring rules; `critical`: they have a threshold of that name."""
    all_of = monitors.rules(*types)
    first = (Half("muted", monitors.muted(*types), all_of),)
    weak = (Half("no_critical", monitors.rules(*types, without="critical"), all_of),) * critical
    return Feature(entry, "rules", all_of, _MONITORS, (*first, *weak, *halves))


def _plugin(entry: str, *programs: str) -> Feature:
    """A line on a plugin, by default the one that the answer is named after."""
    names = programs or (entry,)
    uneven = agents.not_on_all_of_a_role(*names)
    half = Half("role", uneven, agents.of_the_same_roles(*names))
    return Feature(entry, "plugins", agents.programs(*names), _AGENT, (half,))


def _channel(entry: str, *types: str) -> Feature:
    """A line on a way in which alerts are told."""
    all_of = channels.channels(*types)
    halves = (
        Half("suspended", channels.suspended(*types), all_of),
        Half("unlinked", channels.unlinked(*types), all_of),
    )
    return Feature(entry, "channels", all_of, _CHANNELS, halves)


def _widget(entry: str, type_: str) -> Feature:
    return Feature(entry, "dashboards", boards.boards_with(type_), _BOARDS)


_CHECKS = (
    "check-cert-file", "check-disk", "check-dns", "check-file-age", "check-http", "check-ldap",
    "check-log", "check-mailq", "check-mysql", "check-ntpoffset", "check-ntservice", "check-ping",
    "check-postgresql", "check-procs", "check-redis", "check-smtp", "check-ssh", "check-ssl-cert",
    "check-tcp", "check-windows-eventlog",
)  # fmt: skip
_METRICS = (
    "mackerel-plugin-accesslog", "mackerel-plugin-apache2", "mackerel-plugin-json",
    "mackerel-plugin-jvm", "mackerel-plugin-linux", "mackerel-plugin-mssql",
    "mackerel-plugin-multicore", "mackerel-plugin-mysql", "mackerel-plugin-nginx",
    "mackerel-plugin-postgres", "mackerel-plugin-proc-fd", "mackerel-plugin-redis",
    "mackerel-plugin-sidekiq", "mackerel-plugin-snmp",
)  # fmt: skip
_LOGS = ("check-aws-cloudwatch-logs", "check-aws-cloudwatch-logs-insights")
_STOPPED = "check-mackerel-metric"
_NAMED = {*_CHECKS, *_METRICS, *_LOGS, _STOPPED}
_NOT_HTTP = (
    "check-tcp", "check-smtp", "check-ssh", "check-ldap", "check-dns", "check-ping",
    "check-redis", "check-mysql", "check-postgresql", "check-ssl-cert",
)  # fmt: skip


def _other(prefix: str) -> Find:
    def others(setup: Setup) -> Sequence[object]:
        return [p for p in agents.official(setup, _NAMED) if p.program.startswith(prefix)]

    return others


_EXTERNAL = monitors.rules("external")
_SERVICE = monitors.rules("service")
_RULES = monitors.rules()
_MEMO = monitors.rules(trait="memo")
_CHECK_RULES = agents.plugins("checks")

FEATURES: tuple[Feature, ...] = (
    _rules("connectivity-monitoring", "connectivity", critical=False),
    _rules("host-metric-monitoring", "host"),
    Feature("rate-metric-monitoring", "rules", monitors.metrics("%"), _MONITORS),
    Feature(
        "filesystem-usage-monitoring", "rules", monitors.metrics("disk%", prefix="filesystem."),
        _MONITORS,
    ),
    _rules("service-metric-monitoring", "service"),
    Feature(
        "service-metric-missing-monitoring", "rules",
        monitors.rules("service", trait="missing_data"), _MONITORS,
        (Half("no_missing", monitors.rules("service", without="missing_data"), _SERVICE),),
        "no_service_rules",
    ),
    _rules(
        "external-url-monitoring", "external", critical=False,
        halves=(Half("status_only", monitors.status_only, _EXTERNAL),),
    ),
    Feature(
        "external-cert-expiration", "rules",
        monitors.rules("external", trait="certificate"), _MONITORS,
        (Half("no_certificate", monitors.without_certificate, monitors.https),), "no_https",
    ),
    Feature(
        "external-response-time", "rules",
        monitors.rules("external", trait="response_time"), _MONITORS,
        (Half("no_response_time", monitors.rules("external", without="response_time"), _EXTERNAL),),
        "no_external",
    ),
    _rules("expression-monitoring", "expression"),
    Feature(
        "disk-full-forecast", "rules", monitors.rules("expression", trait="forecast"), _MONITORS,
    ),
    _rules("anomaly-detection-roles", "anomalyDetection"),
    _rules("query-monitoring", "query"),
    Feature(
        "consecutive-attempts", "rules", monitors.patient, _MONITORS,
        (Half("first_value", monitors.hasty, monitors.rules(*monitors.HASTY)),),
    ),
    Feature("monitor-scope", "rules", monitors.scoped, _MONITORS, never="unscoped"),
    Feature(
        "monitor-memo", "rules", _MEMO, _MONITORS,
        (Half("no_memo", rest(_RULES, _MEMO), _RULES),),
    ),
    Feature("monitor-mute", "rules", monitors.muted(), _MONITORS, never=""),
    Feature("renotification", "rules", monitors.told_again, (*_MONITORS, *_AGENT)),
    Feature(
        "service-metrics", "rules",
        lambda setup: [*_SERVICE(setup), *boards.boards_with(source="service")(setup)], never="",
    ),
    Feature(
        "labeled-metrics", "rules",
        lambda setup: [*monitors.rules("query")(setup), *boards.boards_with(source="query")(setup)],
        never="",
    ),
    Feature(
        "alert-list", "alerts", lambda setup: setup.alerts, (SetupKind.ALERTS,),
        (Half("left_lying", times.left_lying, times.open_alerts),), "",
    ),
    Feature(
        "notification-groups", "groups", channels.own_groups, (SetupKind.NOTIFICATION_GROUPS,),
        (
            Half("no_channel", channels.silent(channels.own_groups), channels.own_groups),
            Half("aimless", channels.aimless, channels.own_groups),
        ),
    ),
    Feature(
        "default-notification-group", "groups", channels.default_group,
        (SetupKind.NOTIFICATION_GROUPS,),
        (Half("default_empty", channels.silent(channels.default_group)),), "",
    ),
    _channel("email-notification", "email", "email-broadcast"),
    _channel("slack-notification", "slack"),
    _channel("teams-notification", "microsoft-teams"),
    _channel("chatwork-notification", "chatwork"),
    _channel("webhook-notification", "webhook"),
    _channel("twilio-notification", "twilio"),
    _channel("pagerduty-notification", "pagerduty"),
    _channel("opsgenie-jsm-notification", "opsgenie", "jira-service-management"),
    _channel("eventbridge-notification", "amazon-event-bridge"),
    Feature(
        "channel-events", "channels", channels.choosy, _CHANNELS,
        (Half("all_events", rest(channels.with_events, channels.choosy), channels.with_events),),
        "",
    ),
    Feature(
        "channel-suspend", "channels", lambda _: (), _CHANNELS,
        (Half("suspended", channels.suspended(), channels.channels()),), "",
    ),
    Feature(
        "alert-groups", "settings", lambda setup: setup.alert_group_settings,
        (SetupKind.ALERT_GROUP_SETTINGS,),
    ),
    Feature(
        "downtime", "downtimes", times.downtimes_ahead, (SetupKind.DOWNTIMES,),
        (Half("past", lambda s: () if times.downtimes_ahead(s) else times.past_downtimes(s)),),
    ),
    Feature(
        "custom-dashboard", "dashboards", lambda setup: setup.dashboards, _BOARDS,
        (Half("empty_boards", boards.empty_boards, lambda setup: setup.dashboards),),
    ),
    Feature(
        "dashboard-graph-period", "dashboards", boards.boards_with_free_period, _BOARDS,
        (Half("fixed_period", boards.fixed_boards, boards.boards_with("graph")),),
    ),
    _widget("dashboard-value-widget", "value"),
    _widget("dashboard-markdown-widget", "markdown"),
    _widget("dashboard-alert-status-widget", "alertStatus"),
    Feature("advanced-graph", "dashboards", boards.boards_with(source="expression"), never=""),
    Feature("graph-annotations", "annotations", lambda setup: setup.annotations, never=""),
    Feature(
        "services-roles", "services", hosts.classed, (SetupKind.SERVICES,),
        (
            Half("no_role", hosts.hosts(roles=()), hosts.active),
            Half("service_no_role", hosts.without_roles, lambda setup: setup.services),
        ),
    ),
    Feature(
        "host-status", "hosts", lambda s: hosts.not_working(s) or agents.with_trait("on_start")(s),
        never="",
    ),
    Feature(
        "host-retirement", "hosts", lambda setup: [h for h in setup.hosts if h.retired],
        halves=(Half("powered_off", hosts.hosts(status="poweroff"), hosts.active),), never="",
    ),
    Feature("host-concept-micro", "hosts", hosts.hosts(size="micro"), never=""),
    Feature(
        "mackerel-agent", "agents", lambda setup: hosts.with_agent(setup) or setup.agents,
        halves=(Half("old_agents", hosts.old_agents, hosts.with_agent),), never="",
    ),
    Feature("agent-http-proxy", "agents", agents.with_trait("proxy"), never=""),
    Feature(
        "agent-ignore-devices", "agents",
        agents.with_trait("ignore_filesystems", "ignore_disks", "ignore_interfaces"), _AGENT,
    ),
    Feature(
        "check-monitoring", "checks", lambda s: _CHECK_RULES(s) or s.checks, (SetupKind.CHECKS,),
        (Half("bare_agents", agents.without_checks, lambda setup: setup.agents),),
    ),
    Feature(
        "check-action", "checks",
        lambda setup: [p for p in _CHECK_RULES(setup) if "action" in p.traits], _AGENT,
    ),
    Feature("non-http-monitoring", "checks", agents.programs(*_NOT_HTTP), _AGENT),
    Feature("internal-http-monitoring", "checks", agents.programs("check-http"), _AGENT),
    Feature(
        "network-device-monitoring", "devices", agents.devices, _AGENT,
        (Half("only_pinged", agents.only_pinged, agents.devices),), "",
    ),
    *(_plugin(name) for name in _CHECKS),
    _plugin("check-aws-cloudwatch-logs", *_LOGS),
    _plugin("metric-stop-detection", _STOPPED),
    Feature("other-check-plugins", "plugins", _other("check-"), _AGENT),
    Feature("host-custom-metrics", "plugins", agents.plugins("metrics"), _AGENT),
    *(_plugin(name) for name in _METRICS),
    Feature("other-metric-plugins", "plugins", _other("mackerel-plugin-"), _AGENT),
    Feature("plugin-pack-install", "plugins", agents.official, _AGENT),
    Feature("create-own-plugin", "plugins", agents.own, _AGENT),
    Feature(
        "custom-identifier", "plugins",
        lambda setup: [p for p in setup.plugins if p.custom_identifier], _AGENT,
    ),
    Feature("host-metadata", "plugins", agents.plugins("metadata"), _AGENT),
    Feature("mkr", "plugins", agents.programs("mkr"), never=""),
)  # fmt: skip
"""All lines, in the order in which they are shown."""
