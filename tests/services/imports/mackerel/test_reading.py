"""Each kind of file is recognised by its content, and its facts are read."""

import json

import pytest

from tests.helpers.mackerel_files import ALL_FILES, FOLDER, JSON_FILES, value_of
from workshop_app.domain.setup import (
    AGENT_TRAITS,
    CHANNEL_TRAITS,
    PLUGIN_TRAITS,
    RULE_TRAITS,
    Alert,
    AlertGroupSetting,
    Annotation,
    Channel,
    Check,
    Downtime,
    Host,
    LeftOut,
    MonitorRule,
    NotificationGroup,
    Reason,
    Role,
    Service,
    Widget,
)
from workshop_app.domain.setup_part import SetupKind
from workshop_app.services.imports.files import preview_of, read_list_file
from workshop_app.services.imports.mackerel.files import is_setup_file, read_setup, read_setups
from workshop_app.services.imports.mackerel.kinds import KINDS

KIND_OF = {
    "monitors.json": SetupKind.MONITORS,
    "hosts.json": SetupKind.HOSTS,
    "hosts-verbose.json": SetupKind.HOSTS,
    "services.json": SetupKind.SERVICES,
    "roles-library-web.json": SetupKind.ROLES,
    "channels.json": SetupKind.CHANNELS,
    "alerts.json": SetupKind.ALERTS,
    "dashboard-8dReserve01.json": SetupKind.DASHBOARDS,
    "downtimes.json": SetupKind.DOWNTIMES,
    "notification-groups.json": SetupKind.NOTIFICATION_GROUPS,
    "alert-group-settings.json": SetupKind.ALERT_GROUP_SETTINGS,
    "checks.json": SetupKind.CHECKS,
    "graph-annotations.json": SetupKind.ANNOTATIONS,
    "mackerel-agent.conf": SetupKind.AGENT,
}


def read(name):
    return read_setup(FOLDER / name)


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda file: file.name)
def test_a_file_is_known_by_what_it_holds_whatever_its_name(file, tmp_path):
    renamed = tmp_path / "from-the-customer.txt"
    renamed.write_bytes(file.read_bytes())
    assert is_setup_file(file)
    assert is_setup_file(renamed)
    assert read_setup(renamed).kind is read_setup(file).kind is KIND_OF[file.name]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("file", ALL_FILES, ids=lambda file: file.name)
def test_the_encoding_and_line_ends_do_not_matter(file, encoding, tmp_path):
    other = tmp_path / file.name
    text = file.read_text(encoding="utf-8").replace("\n", "\r\n")
    other.write_bytes(text.encode(encoding))
    assert read_setup(other) == read_setup(file)


@pytest.mark.parametrize("file", JSON_FILES, ids=lambda file: file.name)
def test_a_bare_list_is_read_as_one_with_a_name_around_it(file, tmp_path):
    value = value_of(file.name)
    things = value if isinstance(value, list) else next(iter(value.values()))
    if file.name.startswith("dashboard"):
        things = [value]
    for written in (things, {KINDS[KIND_OF[file.name]].list_key: things}):
        (tmp_path / file.name).write_text(json.dumps(written), encoding="utf-8")
        preview = read_setup(tmp_path / file.name)
        assert preview.kind is KIND_OF[file.name]
        assert preview.facts == read_setup(file).facts


def test_the_features_of_rules_are_read():
    rules = {rule.id[-2:]: rule for rule in read("monitors.json").facts}
    assert rules["01"] == MonitorRule(
        id="2mReserve01",
        name="connectivity",
        type="connectivity",
        scopes=("library-web", "library-db:primary"),
        exclude_scopes=("library-web:batch",),
        traits=("memo", "gone_status", "gone_warning"),
    )
    assert rules["02"] == MonitorRule(
        id="2mReserve02",
        name="Memory %",
        type="host",
        metric="memory%",
        attempts=2,
        notification_interval=30,
        traits=("warning", "averaged"),
    )
    assert rules["03"].muted
    assert rules["03"].traits == ("critical",)
    assert rules["04"].traits == ("critical", "missing_data", "missing_warning")
    assert set(rules["05"].traits) == {
        "response_time", "response_time_warning", "certificate", "certificate_critical",
        "headers", "request_body", "skip_verification", "post", "https",
    }  # fmt: skip
    assert rules["06"].traits == ("warning", "forecast", "evaluate_backward")
    assert rules["07"].traits == ("critical", "training_period")
    assert rules["08"].traits == ("warning", "legend")
    assert all(set(rule.traits) <= RULE_TRAITS for rule in rules.values())


def test_hosts_are_known_without_their_addresses():
    assert read("hosts.json").facts == (
        Host(
            id="3hReserve01",
            name="reserve01",
            status="working",
            roles=("library-web:app",),
            created_at=1743469200,
        ),
        Host(
            id="3hArchive01",
            name="archive01.example.internal",
            status="maintenance",
            created_at=1569888000,
        ),
    )
    reserve, switch = read("hosts-verbose.json").facts
    assert reserve == Host(
        id="3hReserve01",
        name="reserve01.example.internal",
        status="working",
        roles=("library-web:app", "library-web:batch"),
        created_at=1743469200,
        size="standard",
        agent_version="0.84.2",
        cloud="ec2",
        platform="Linux",
    )
    assert switch.retired
    assert switch.created_at == 1751328000  # written in milliseconds


def test_services_roles_checks_and_annotations():
    assert read("services.json").facts[1:] == (
        Service(name="library-web", roles=("app", "batch")),
        Service(name="empty"),
    )
    roles = read("roles-library-web.json")
    assert roles.facts == (Role(name="app"), Role(name="batch"))
    assert roles.subject == "library-web"
    assert read("checks.json").facts[0] == Check(id="7cReserve01", name="app-log")
    assert read("graph-annotations.json").facts == (
        Annotation(start=1783000000, end=1783003600, service="library-web", roles=("app", "batch")),
    )


def test_it_is_read_who_is_notified_and_when_nobody_is():
    mail, slack, phone, old = read("channels.json").facts
    assert mail == Channel(
        id="4cReserve01",
        name="司書室メール",
        type="email",
        events=("alert", "alertGroup"),
        traits=("emails", "users"),
    )
    assert slack.suspended
    assert set(slack.traits) == {"address", "graph_image", "mentions"} < CHANNEL_TRAITS
    assert (phone.type, phone.events, phone.traits) == ("twilio", (), ())
    assert old.type == "line"
    weekly, once = read("downtimes.json").facts
    assert weekly == Downtime(
        id="9tReserve01", name="休館日", start=1780866000, minutes=720, recurrence="weekly"
    )
    assert once.recurrence == ""
    default, night = read("notification-groups.json").facts
    assert default.is_default
    assert default.groups == ("2nReserve02",)
    assert night == NotificationGroup(
        id="2nReserve02",
        name="夜間",
        level="critical",
        channels=("4cReserve03",),
        monitors=("2mReserve05",),
        services=("library-web",),
    )
    assert read("alert-group-settings.json").facts == (
        AlertGroupSetting(
            id="2gReserve01",
            name="予約まわり",
            scopes=("library-lan", "library-web:app"),
            monitors=("2mReserve02",),
            interval=120,
        ),
    )


def test_alerts_and_dashboards():
    first, second, third = read("alerts.json").facts
    assert first == Alert(
        id="6aReserve03",
        status="CRITICAL",
        monitor_id="2mReserve02",
        type="host",
        host_id="3hReserve01",
        opened_at=1783900000,
    )
    assert second.closed_at == 1783801200
    assert third.type == "check"
    (board,) = read("dashboard-8dReserve01.json").facts
    assert board.title == "予約システム"
    assert board.widgets == (
        Widget(type="graph", source="role"),
        Widget(type="graph", source="query", range="relative"),
        Widget(type="value", source="service"),
        Widget(type="markdown"),
        Widget(type="alertStatus"),
    )


def test_plugins_of_an_agent_are_named_by_their_programs():
    preview = read("mackerel-agent.conf")
    (agent,) = preview.facts
    assert preview.subject == agent.name == "reserve01"
    assert agent.roles == ("library-web:app", "library-web:batch")
    assert set(agent.traits) == {
        "proxy", "include", "cloud_platform", "on_start", "ignore_filesystems"
    } < AGENT_TRAITS  # fmt: skip
    plugins = {plugin.name: plugin for plugin in agent.plugins}
    assert {name: plugin.program for name, plugin in plugins.items()} == {
        "postgres": "mackerel-plugin-postgres",
        "sw-1f": "mackerel-plugin-snmp",
        "app-log": "check-log",
        "restart": "check-postgresql",
        "rack": "rack.sh",
    }
    log = plugins["app-log"]
    assert (log.kind, log.interval, log.notification_interval, log.attempts) == ("checks", 5, 90, 2)
    assert plugins["sw-1f"].custom_identifier == "sw-1f"
    assert plugins["rack"].interval == 60
    assert set(plugins["restart"].traits) == {"action", "env"}
    assert all(set(plugin.traits) <= PLUGIN_TRAITS for plugin in agent.plugins)


def test_what_is_never_kept_is_counted_by_name():
    left_out = read("channels.json").left_out
    assert {each.name: each.count for each in left_out} == {
        "url": 1, "emails": 1, "userIds": 1, "mentions": 1
    }  # fmt: skip
    assert {each.reason for each in left_out} == {Reason.PRIVATE}
    assert LeftOut(reason=Reason.PAGE, name="nextId") in read("checks.json").left_out


def test_all_files_together_become_one_part_a_kind():
    previews = read_setups(ALL_FILES)
    assert {preview.kind for preview in previews} == set(SetupKind)
    assert len(previews) == len(SetupKind)
    hosts = next(preview for preview in previews if preview.kind is SetupKind.HOSTS)
    assert len(hosts.files) == 2
    # the short list comes later, and does not remove the facts of the long one
    reserve = next(host for host in hosts.facts if host.id == "3hReserve01")
    assert (reserve.name, reserve.agent_version) == ("reserve01", "0.84.2")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$ mkr hosts\n", ""),
        ("$ mkr hosts\n", "$ "),
        ("[cre@mon ~]$ sudo mkr hosts --status working\n", "[cre@mon ~]$ \n"),
        ("PS C:\\> mkr hosts\n", "PS C:\\> exit\n"),
        ("~/shop % mkr hosts | tee hosts.json\n\n", "~/shop % \n~/shop % \n"),
    ],
)
def test_what_was_copied_from_a_terminal_is_read_without_its_prompts(tmp_path, before, after):
    text = (FOLDER / "hosts.json").read_text(encoding="utf-8")
    path = tmp_path / "paste.txt"
    path.write_text(before + text.rstrip() + "\n" + after, encoding="utf-8")
    assert is_setup_file(path)
    assert read_setup(path).facts == read_setup(FOLDER / "hosts.json").facts


@pytest.mark.parametrize("text", ["mkr hosts が遅い\n$ 記号の話\n", "$ mkr hosts\nが動かない\n"])
def test_words_about_mkr_stay_a_list(tmp_path, text):
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    assert not is_setup_file(path)
    assert len(preview_of(read_list_file(path)).lines) == 2


def test_settings_of_an_agent_that_only_include_others_are_read(tmp_path):
    path = tmp_path / "mackerel-agent.conf"
    path.write_text('include = "/etc/mackerel-agent/conf.d/*.conf"\n', encoding="utf-8")
    (agent,) = read_setup(path).facts
    assert "include" in agent.traits
