"""The rules that determine from a customer's files which catalogue entries are in use.

Each rule names the finder whose results show that an entry is in use and, in order, the signs of
partial use; the first sign that is found decides. An entry without any result was never used, but
only if all files that could show it were read completely (`setup_coverage`); a rule without a text
for *never* gives no status in this case. Entries that no file can show (sign-on, contracts, the log
feature …) have no rule.
"""

from collections.abc import Sequence
from typing import NamedTuple

from workshop_app.domain.setup_finders.agents import (
    agents_in_same_roles,
    agents_missing_program,
    agents_with_trait,
    agents_without_checks,
    custom_plugins,
    devices_only_pinged,
    monitored_devices,
    official_plugins,
    plugins_of_kind,
    plugins_running,
)
from workshop_app.domain.setup_finders.alerts import (
    open_alerts,
    past_downtimes,
    remaining_downtimes,
    stale_alerts,
)
from workshop_app.domain.setup_finders.channels import (
    channels_of_type,
    channels_with_event_filter,
    channels_with_events,
    custom_groups,
    default_group,
    groups_without_targets,
    suspended_channels,
    unlinked_channels,
    unreferenced_groups,
)
from workshop_app.domain.setup_finders.dashboards import (
    dashboards_with,
    dashboards_with_fixed_period,
    dashboards_with_free_period,
    empty_dashboards,
)
from workshop_app.domain.setup_finders.finder import Finder, remaining
from workshop_app.domain.setup_finders.hosts import (
    active_hosts,
    hosts_not_working,
    hosts_where,
    hosts_with_agent,
    hosts_with_old_agent,
    services_or_hosts_with_roles,
    services_without_roles,
)
from workshop_app.domain.setup_finders.monitors import (
    DELAYABLE_TYPES,
    delayed_rules,
    https_rules,
    https_rules_without_certificate,
    immediate_rules,
    muted_rules,
    renotifying,
    rules_of_type,
    rules_on_metrics,
    rules_on_status_only,
    scoped_rules,
)
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup

_MONITORS = (SetupKind.MONITORS,)
_CHANNELS = (SetupKind.CHANNELS,)
_BOARDS = (SetupKind.DASHBOARDS,)
_AGENT = (SetupKind.AGENT,)


class PartialUse(NamedTuple):
    """A sign that an entry is used only partially.

    `reason` is the text key ``setup.half.<reason>``, `found` finds the items that show it, and
    `among` the total that they are compared with ("3 of 8").
    """

    reason: str
    found: Finder
    among: Finder | None = None


class UsageRule(NamedTuple):
    """How the use of one catalogue entry is recognised.

    `thing` is the text key of the counted items, ``setup.thing.<thing>``; `sources` are the kinds
    of files that must have been read completely before an entry counts as never used.
    """

    entry: str
    thing: str
    used: Finder
    sources: tuple[SetupKind, ...] = ()
    partial: tuple[PartialUse, ...] = ()
    never: str = "none"
    """The text key ``setup.never.<never>``; empty if the absence of results means nothing."""


def _rules(
    entry: str, *types: str, partial: tuple[PartialUse, ...] = (), critical: bool = True
) -> UsageRule:
    """Return the rule for types of monitoring rules; `critical` if they have such a threshold."""
    all_of = rules_of_type(*types)
    first = (PartialUse("muted", muted_rules(*types), all_of),)
    weak = (
        PartialUse("no_critical", rules_of_type(*types, without="critical"), all_of),
    ) * critical
    return UsageRule(entry, "rules", all_of, _MONITORS, (*first, *weak, *partial))


def _plugin(entry: str, *programs: str) -> UsageRule:
    """Return the rule for a plugin; the program's name defaults to that of the entry."""
    names = programs or (entry,)
    missing = agents_missing_program(*names)
    half = PartialUse("role", missing, agents_in_same_roles(*names))
    return UsageRule(entry, "plugins", plugins_running(*names), _AGENT, (half,))


def _channel(entry: str, *types: str) -> UsageRule:
    """Return the rule for types of notification channels."""
    all_of = channels_of_type(*types)
    partial = (
        PartialUse("suspended", suspended_channels(*types), all_of),
        PartialUse("unlinked", unlinked_channels(*types), all_of),
    )
    return UsageRule(entry, "channels", all_of, _CHANNELS, partial)


def _widget(entry: str, type_: str) -> UsageRule:
    return UsageRule(entry, "dashboards", dashboards_with(type_), _BOARDS)


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


def _other(prefix: str) -> Finder:
    def others(setup: Setup) -> Sequence[object]:
        return [p for p in official_plugins(setup, _NAMED) if p.program.startswith(prefix)]

    return others


_EXTERNAL = rules_of_type("external")
_SERVICE = rules_of_type("service")
_RULES = rules_of_type()
_MEMO = rules_of_type(trait="memo")
_CHECK_RULES = plugins_of_kind("checks")

USAGE_RULES: tuple[UsageRule, ...] = (
    _rules("connectivity-monitoring", "connectivity", critical=False),
    _rules("host-metric-monitoring", "host"),
    UsageRule("rate-metric-monitoring", "rules", rules_on_metrics("%"), _MONITORS),
    UsageRule(
        "filesystem-usage-monitoring", "rules", rules_on_metrics("disk%", prefix="filesystem."),
        _MONITORS,
    ),
    _rules("service-metric-monitoring", "service"),
    UsageRule(
        "service-metric-missing-monitoring", "rules",
        rules_of_type("service", trait="missing_data"), _MONITORS,
        (PartialUse("no_missing", rules_of_type("service", without="missing_data"), _SERVICE),),
        "no_service_rules",
    ),
    _rules(
        "external-url-monitoring", "external", critical=False,
        partial=(PartialUse("status_only", rules_on_status_only, _EXTERNAL),),
    ),
    UsageRule(
        "external-cert-expiration", "rules",
        rules_of_type("external", trait="certificate"), _MONITORS,
        (PartialUse("no_certificate", https_rules_without_certificate, https_rules),), "no_https",
    ),
    UsageRule(
        "external-response-time", "rules",
        rules_of_type("external", trait="response_time"), _MONITORS,
        (
            PartialUse(
                "no_response_time", rules_of_type("external", without="response_time"), _EXTERNAL
            ),
        ),
        "no_external",
    ),
    _rules("expression-monitoring", "expression"),
    UsageRule(
        "disk-full-forecast", "rules", rules_of_type("expression", trait="forecast"), _MONITORS,
    ),
    _rules("anomaly-detection-roles", "anomalyDetection"),
    _rules("query-monitoring", "query"),
    UsageRule(
        "consecutive-attempts", "rules", delayed_rules, _MONITORS,
        (PartialUse("first_value", immediate_rules, rules_of_type(*DELAYABLE_TYPES)),),
    ),
    UsageRule("monitor-scope", "rules", scoped_rules, _MONITORS, never="unscoped"),
    UsageRule(
        "monitor-memo", "rules", _MEMO, _MONITORS,
        (PartialUse("no_memo", remaining(_RULES, _MEMO), _RULES),),
    ),
    UsageRule("monitor-mute", "rules", muted_rules(), _MONITORS, never=""),
    UsageRule("renotification", "rules", renotifying, (*_MONITORS, *_AGENT)),
    UsageRule(
        "service-metrics", "rules",
        lambda setup: [*_SERVICE(setup), *dashboards_with(source="service")(setup)], never="",
    ),
    UsageRule(
        "labeled-metrics", "rules",
        lambda setup: [*rules_of_type("query")(setup), *dashboards_with(source="query")(setup)],
        never="",
    ),
    UsageRule(
        "alert-list", "alerts", lambda setup: setup.alerts, (SetupKind.ALERTS,),
        (PartialUse("left_lying", stale_alerts, open_alerts),), "",
    ),
    UsageRule(
        "notification-groups", "groups", custom_groups, (SetupKind.NOTIFICATION_GROUPS,),
        (
            PartialUse("no_channel", groups_without_targets(custom_groups), custom_groups),
            PartialUse("unreferenced", unreferenced_groups, custom_groups),
        ),
    ),
    UsageRule(
        "default-notification-group", "groups", default_group,
        (SetupKind.NOTIFICATION_GROUPS,),
        (PartialUse("default_empty", groups_without_targets(default_group)),), "",
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
    UsageRule(
        "channel-events", "channels", channels_with_event_filter, _CHANNELS,
        (
            PartialUse(
                "all_events",
                remaining(channels_with_events, channels_with_event_filter),
                channels_with_events,
            ),
        ),
        "",
    ),
    UsageRule(
        "channel-suspend", "channels", lambda _: (), _CHANNELS,
        (PartialUse("suspended", suspended_channels(), channels_of_type()),), "",
    ),
    UsageRule(
        "alert-groups", "settings", lambda setup: setup.alert_group_settings,
        (SetupKind.ALERT_GROUP_SETTINGS,),
    ),
    UsageRule(
        "downtime", "downtimes", remaining_downtimes, (SetupKind.DOWNTIMES,),
        (PartialUse("past", lambda s: () if remaining_downtimes(s) else past_downtimes(s)),),
    ),
    UsageRule(
        "custom-dashboard", "dashboards", lambda setup: setup.dashboards, _BOARDS,
        (PartialUse("empty_boards", empty_dashboards, lambda setup: setup.dashboards),),
    ),
    UsageRule(
        "dashboard-graph-period", "dashboards", dashboards_with_free_period, _BOARDS,
        (PartialUse("fixed_period", dashboards_with_fixed_period, dashboards_with("graph")),),
    ),
    _widget("dashboard-value-widget", "value"),
    _widget("dashboard-markdown-widget", "markdown"),
    _widget("dashboard-alert-status-widget", "alertStatus"),
    UsageRule("advanced-graph", "dashboards", dashboards_with(source="expression"), never=""),
    UsageRule("graph-annotations", "annotations", lambda setup: setup.annotations, never=""),
    UsageRule(
        "services-roles", "services", services_or_hosts_with_roles, (SetupKind.SERVICES,),
        (
            PartialUse("no_role", hosts_where(roles=()), active_hosts),
            PartialUse("service_no_role", services_without_roles, lambda setup: setup.services),
        ),
    ),
    UsageRule(
        "host-status", "hosts", lambda s: hosts_not_working(s) or agents_with_trait("on_start")(s),
        never="",
    ),
    UsageRule(
        "host-retirement", "hosts", lambda setup: [h for h in setup.hosts if h.retired],
        partial=(PartialUse("powered_off", hosts_where(status="poweroff"), active_hosts),),
        never="",
    ),
    UsageRule("host-concept-micro", "hosts", hosts_where(size="micro"), never=""),
    UsageRule(
        "mackerel-agent", "agents", lambda setup: hosts_with_agent(setup) or setup.agents,
        partial=(PartialUse("old_agents", hosts_with_old_agent, hosts_with_agent),), never="",
    ),
    UsageRule("agent-http-proxy", "agents", agents_with_trait("proxy"), never=""),
    UsageRule(
        "agent-ignore-devices", "agents",
        agents_with_trait("ignore_filesystems", "ignore_disks", "ignore_interfaces"), _AGENT,
    ),
    UsageRule(
        "check-monitoring", "checks", lambda s: _CHECK_RULES(s) or s.checks, (SetupKind.CHECKS,),
        (PartialUse("bare_agents", agents_without_checks, lambda setup: setup.agents),),
    ),
    UsageRule(
        "check-action", "checks",
        lambda setup: [p for p in _CHECK_RULES(setup) if "action" in p.traits], _AGENT,
    ),
    UsageRule("non-http-monitoring", "checks", plugins_running(*_NOT_HTTP), _AGENT),
    UsageRule("internal-http-monitoring", "checks", plugins_running("check-http"), _AGENT),
    UsageRule(
        "network-device-monitoring", "devices", monitored_devices, _AGENT,
        (PartialUse("only_pinged", devices_only_pinged, monitored_devices),), "",
    ),
    *(_plugin(name) for name in _CHECKS),
    _plugin("check-aws-cloudwatch-logs", *_LOGS),
    _plugin("metric-stop-detection", _STOPPED),
    UsageRule("other-check-plugins", "plugins", _other("check-"), _AGENT),
    UsageRule("host-custom-metrics", "plugins", plugins_of_kind("metrics"), _AGENT),
    *(_plugin(name) for name in _METRICS),
    UsageRule("other-metric-plugins", "plugins", _other("mackerel-plugin-"), _AGENT),
    UsageRule("plugin-pack-install", "plugins", official_plugins, _AGENT),
    UsageRule("create-own-plugin", "plugins", custom_plugins, _AGENT),
    UsageRule(
        "custom-identifier", "plugins",
        lambda setup: [p for p in setup.plugins if p.custom_identifier], _AGENT,
    ),
    UsageRule("host-metadata", "plugins", plugins_of_kind("metadata"), _AGENT),
    UsageRule("mkr", "plugins", plugins_running("mkr"), never=""),
)  # fmt: skip
"""All rules, in display order."""
