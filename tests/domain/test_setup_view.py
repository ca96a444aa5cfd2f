"""The set-up of all parts: alerts refer to rules, checks and hosts; "none" is not "not read"."""

from workshop_app.domain.setup import (
    AgentPlugin,
    AgentSettings,
    Alert,
    Check,
    Host,
    MonitorRule,
)
from workshop_app.domain.setup_json import to_facts
from workshop_app.domain.setup_part import SetupKind, SetupPart
from workshop_app.domain.setup_view import Setup, setup_of


def a_part(kind, *facts, subject="", taken_at="2026-12-03T14:00:00"):
    return SetupPart(
        id=f"{kind}{subject}",
        workshop_id="w",
        position=0,
        kind=kind,
        subject=subject,
        taken_at=taken_at,
        facts=to_facts(facts),
    )


RULE = MonitorRule(id="2m1", name="CPU %", type="host")
ALERTS = (
    Alert(id="6a1", monitor_id="2m1", host_id="3h1", opened_at=100),
    Alert(id="6a2", monitor_id="7c1", host_id="3h2", opened_at=300),
    Alert(id="6a3", monitor_id="gone", opened_at=200),
    Alert(id="6a4"),
)
PARTS = (
    a_part(SetupKind.ALERTS, *ALERTS),
    a_part(SetupKind.MONITORS, RULE, MonitorRule(name="by hand")),
    a_part(SetupKind.CHECKS, Check(id="7c1", name="app-log")),
    a_part(SetupKind.HOSTS, Host(id="3h1", name="web01")),
)


def test_alerts_are_joined_with_rules_checks_and_hosts():
    setup = setup_of(PARTS)
    check, gone, cpu, blank = setup.alerts
    assert [alert.id for alert in setup.alerts] == ["6a2", "6a3", "6a1", "6a4"]
    assert (setup.rule_of(cpu), setup.rule_name(cpu)) == (RULE, "CPU %")
    assert setup.host_of(cpu).name == "web01"
    assert (setup.rule_of(check), setup.rule_name(check)) == (None, "app-log")
    assert setup.check_of(check).id == "7c1"
    assert setup.host_of(check) is None
    # an alert without a rule id does not belong to a rule without an id
    assert (setup.rule_name(gone), setup.rule_of(blank), setup.rule_name(blank)) == ("", None, "")


def test_none_is_distinguished_from_not_read():
    empty = setup_of((a_part(SetupKind.CHANNELS),))
    assert empty.channels == empty.downtimes == ()
    assert empty.knows(SetupKind.CHANNELS)
    assert not empty.knows(SetupKind.DOWNTIMES)


def test_several_files_of_a_kind_are_one_set():
    agents = [
        a_part(
            SetupKind.AGENT,
            AgentSettings(name=name, plugins=(AgentPlugin(name=f"p-{name}"),)),
            subject=name,
            taken_at=f"2026-12-0{number}T10:00:00",
        )
        for number, name in enumerate(("web01", "db01"), 1)
    ]
    setup = Setup(tuple(agents))
    assert [agent.name for agent in setup.agents] == ["web01", "db01"]
    assert [plugin.name for plugin in setup.plugins] == ["p-web01", "p-db01"]
    assert setup.taken_at(SetupKind.AGENT) == "2026-12-02T10:00:00"
    assert setup.taken_at(SetupKind.HOSTS) == ""


def test_the_same_parts_are_joined_once():
    assert setup_of(PARTS) is setup_of(tuple(PARTS))
