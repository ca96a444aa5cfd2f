"""Which catalogue entries a customer uses; the rules never claim more than the files show."""

import pytest

from tests.helpers.setups import agent, ago, alerts, hosts, part, rules, setup
from workshop_app.catalogue.loader import load
from workshop_app.domain.setup import (
    AgentPlugin,
    AgentSettings,
    Alert,
    AlertGroupSetting,
    Channel,
    Check,
    Dashboard,
    Downtime,
    Host,
    LeftOut,
    MonitorRule,
    NotificationGroup,
    Reason,
    Service,
    Widget,
)
from workshop_app.domain.setup_part import SetupKind
from workshop_app.domain.setup_view import Setup
from workshop_app.domain.usage import UsageStatus, usage_of
from workshop_app.domain.usage_rules import USAGE_RULES

K = SetupKind
NO_FILES = Setup()


def external(*traits, **more):
    return MonitorRule(type="external", traits=("https", *traits), **more)


def boards(*given, subject=""):
    return part(K.DASHBOARDS, *given, subject=subject)


def graph(period=""):
    return Widget(type="graph", source="host", range=period)


def group(**values):
    return NotificationGroup(**{"id": "g", "services": ("shop",), "channels": ("c",), **values})


def test_every_rule_is_about_one_entry_of_the_catalogue():
    entries = [feature.entry for feature in USAGE_RULES]
    assert len(entries) == len(set(entries))
    assert set(entries) <= set(load().solutions)
    assert len(entries) > 90


def test_without_files_nothing_is_said():
    assert usage_of(NO_FILES) == {}


@pytest.mark.parametrize("kind", list(K))
def test_an_empty_file_means_never_used_only_if_that_kind_of_file_shows_it(kind):
    for usage in usage_of(setup(part(kind))).values():
        feature = next(f for f in USAGE_RULES if f.entry == usage.entry)
        if usage.status is UsageStatus.NEVER:
            assert set(feature.sources) <= {kind}, usage.entry
        else:
            assert usage.status is UsageStatus.UNKNOWN, usage.entry


def test_without_a_file_of_a_kind_the_kind_to_be_read_is_named():
    told = usage_of(setup(rules()))
    assert told["downtime"].status is UsageStatus.UNKNOWN
    assert told["downtime"].needs == (K.DOWNTIMES,)
    assert told["check-tcp"].needs == (K.AGENT,)


HALVES = [
    ("external-cert-expiration", "no_certificate", (2, 3), [
        rules(external(), external("response_time"), external("certificate"))]),
    ("external-response-time", "no_response_time", (1, 2), [
        rules(external(), external("response_time"))]),
    ("external-url-monitoring", "status_only", (1, 2), [
        rules(external(), external("certificate"))]),
    ("host-metric-monitoring", "no_critical", (1, 1), [
        rules(MonitorRule(type="host", metric="cpu%", traits=("warning",)))]),
    ("connectivity-monitoring", "muted", (1, 1), [
        rules(MonitorRule(type="connectivity", muted=True))]),
    ("service-metric-missing-monitoring", "no_missing", (1, 1), [
        rules(MonitorRule(type="service", traits=("critical",)))]),
    ("consecutive-attempts", "first_value", (1, 3), [
        rules(MonitorRule(type="host", attempts=1), MonitorRule(type="host", attempts=3),
              MonitorRule(type="service", traits=("averaged",)))]),
    ("monitor-memo", "no_memo", (1, 2), [
        rules(MonitorRule(type="host", traits=("memo",)), MonitorRule(type="host"))]),
    ("notification-groups", "no_channel", (1, 2), [
        part(K.NOTIFICATION_GROUPS, group(channels=()), group(id="h"))]),
    ("notification-groups", "unreferenced", (1, 1), [
        part(K.NOTIFICATION_GROUPS, group(services=()))]),
    ("default-notification-group", "default_empty", (1, None), [
        part(K.NOTIFICATION_GROUPS, group(is_default=True, channels=()))]),
    ("slack-notification", "suspended", (1, 2), [
        part(K.CHANNELS, Channel(id="a", type="slack", suspended=True),
             Channel(id="b", type="slack"))]),
    ("slack-notification", "unlinked", (1, 2), [
        part(K.CHANNELS, Channel(id="c", type="slack"), Channel(id="d", type="slack")),
        part(K.NOTIFICATION_GROUPS, group())]),
    ("channel-suspend", "suspended", (1, 1), [
        part(K.CHANNELS, Channel(id="a", type="email", suspended=True))]),
    ("dashboard-graph-period", "fixed_period", (1, 2), [
        boards(Dashboard(widgets=(graph("absolute"), graph("relative"))),
               Dashboard(widgets=(graph(), graph("absolute"))))]),
    ("custom-dashboard", "empty_boards", (1, 2), [
        boards(Dashboard(widgets=()), Dashboard(widgets=(graph(),)))]),
    ("downtime", "past", (1, None), [
        part(K.DOWNTIMES, Downtime(start=ago(3), minutes=60))]),
    ("services-roles", "no_role", (1, 2), [hosts(Host(id="a"), Host(id="b", roles=("s:r",)))]),
    ("services-roles", "service_no_role", (1, 1), [part(K.SERVICES, Service(name="shop"))]),
    ("host-retirement", "powered_off", (1, 2), [
        hosts(Host(status="poweroff"), Host(status="working"))]),
    ("mackerel-agent", "old_agents", (1, 3), [
        hosts(*(Host(agent_version=v) for v in ("0.85.1", "0.85.0", "0.9.3")))]),
    ("alert-list", "left_lying", (1, 2), [
        alerts(Alert(status="WARNING", opened_at=ago(8)), Alert(status="OK", opened_at=ago(9)),
               Alert(status="CRITICAL", opened_at=ago(1)))]),
    ("check-monitoring", "bare_agents", (1, 2), [agent("a", "check-log"), agent("b")]),
    ("check-procs", "role", (2, 3), [
        agent("a", "check-procs", roles=("s:web",)), agent("b", roles=("s:web",)),
        agent("c", roles=("s:web",)), agent("d", roles=("s:db",))]),
    ("network-device-monitoring", "only_pinged", (1, 1), [
        part(K.AGENT, AgentSettings(plugins=(
            AgentPlugin(kind="checks", program="check-ping", custom_identifier="sw1"),)))]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "reason", "counts", "parts"), HALVES)
def test_partial_use_is_shown_with_its_reason(entry, reason, counts, parts):
    usage = usage_of(setup(*parts))[entry]
    assert (usage.status, usage.reason.key) == (UsageStatus.HALF, f"half.{reason}")
    assert (usage.reason.values["n"], usage.reason.values.get("of")) == counts


def test_each_reason_for_half_has_an_example():
    reasons = {half.reason for feature in USAGE_RULES for half in feature.partial}
    assert reasons - {reason for _, reason, _, _ in HALVES} == {"all_events"}


def test_a_channel_that_gets_every_event_is_half_only_beside_one_that_chooses():
    every = ("alert", "alertGroup", "hostStatus", "hostRegister", "hostRetire", "monitor")
    whole = Channel(type="slack", events=every)
    choosy = Channel(type="email", events=("alert",))
    assert "channel-events" not in usage_of(setup(part(K.CHANNELS, whole)))
    assert usage_of(setup(part(K.CHANNELS, choosy)))["channel-events"].status is UsageStatus.IN_USE
    both = usage_of(setup(part(K.CHANNELS, whole, choosy)))["channel-events"]
    assert (both.status, both.reason.key) == (UsageStatus.HALF, "half.all_events")


IN_USE = [
    ("external-cert-expiration", [rules(external("certificate"))]),
    ("rate-metric-monitoring", [rules(MonitorRule(type="host", metric="memory%"))]),
    ("filesystem-usage-monitoring", [rules(MonitorRule(type="host", metric="disk%"))]),
    ("monitor-scope", [rules(MonitorRule(type="host", exclude_scopes=("s",)))]),
    ("disk-full-forecast", [rules(MonitorRule(type="expression", traits=("forecast",)))]),
    ("renotification", [rules(MonitorRule(type="host", notification_interval=60))]),
    ("alert-groups", [part(K.ALERT_GROUP_SETTINGS, AlertGroupSetting(id="a"))]),
    ("downtime", [part(K.DOWNTIMES, Downtime(start=ago(99), minutes=60, recurrence="weekly"))]),
    ("dashboard-value-widget", [boards(Dashboard(widgets=(Widget(type="value"),)), subject="a")]),
    ("check-monitoring", [part(K.CHECKS, Check(id="a", name="cron"))]),
    ("check-tcp", [agent("a", "check-tcp")]),
    ("non-http-monitoring", [agent("a", "check-tcp")]),
    ("other-check-plugins", [agent("a", "check-load")]),
    ("create-own-plugin", [agent("a", "stock-count.sh")]),
    ("mkr", [agent("a", "mkr")]),
    ("agent-http-proxy", [agent("a", traits=("proxy",))]),
]


@pytest.mark.parametrize(("entry", "parts"), IN_USE)
def test_use_is_shown_with_what_was_found(entry, parts):
    usage = usage_of(setup(*parts))[entry]
    assert usage.status is UsageStatus.IN_USE
    assert usage.reason.key.startswith("thing.")
    assert usage.reason.values["n"] == 1


def test_no_external_rule_at_all_is_said_as_such():
    told = usage_of(setup(rules(MonitorRule(type="host"))))
    assert told["external-response-time"].status is UsageStatus.NEVER
    assert told["external-response-time"].reason.key == "never.no_external"
    assert told["external-cert-expiration"].reason.key == "never.no_https"


def test_a_page_of_a_longer_list_never_says_never():
    cut = LeftOut(reason=Reason.PAGE, name="nextId")
    told = usage_of(setup(part(K.MONITORS, MonitorRule(type="host"), left_out=(cut,))))
    assert told["query-monitoring"].status is UsageStatus.UNKNOWN
    assert told["query-monitoring"].reason.key == "unknown.cut"


def test_plugins_are_never_called_unused_while_an_agents_file_is_missing():
    two = hosts(Host(id="a"), Host(id="b"), Host(id="c", retired=True))
    read = [agent("a", "check-log")]
    assert usage_of(setup(*read))["check-tcp"].reason.key == "unknown.agents_alone"
    some = usage_of(setup(two, *read))["check-tcp"]
    assert (some.status, some.reason.key) == (UsageStatus.UNKNOWN, "unknown.agents")
    assert some.reason.values == {"n": 1, "of": 2}
    assert usage_of(setup(two, *read, agent("b")))["check-tcp"].status is UsageStatus.NEVER
    leading_on = usage_of(setup(two, *read, agent("b", traits=("include",))))["check-tcp"]
    assert (leading_on.status, leading_on.reason.key) == (UsageStatus.UNKNOWN, "unknown.include")


def test_hosts_without_an_agent_need_no_agents_file():
    listed = hosts(Host(id="a", agent_version="0.85.0"), Host(id="lb"))
    assert usage_of(setup(listed, agent("a")))["check-tcp"].status is UsageStatus.NEVER


def test_one_dashboard_says_nothing_about_the_others():
    one = Dashboard(id="x", widgets=(graph(),))
    entry = "dashboard-markdown-widget"
    assert usage_of(setup(boards(one, subject="x")))[entry].status is UsageStatus.UNKNOWN
    assert usage_of(setup(boards(one)))[entry].status is UsageStatus.NEVER
    blind = usage_of(setup(boards(one, Dashboard(id="y"))))[entry]
    assert blind.status is UsageStatus.UNKNOWN


def test_partial_use_by_one_rule_does_not_hide_what_other_entries_show():
    told = usage_of(setup(rules(external("certificate"), external())))
    assert told["external-cert-expiration"].status is UsageStatus.HALF
    assert told["monitor-scope"].status is UsageStatus.NEVER
