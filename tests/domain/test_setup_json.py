"""Facts survive the conversion to JSON and back; fields of other versions are ignored."""

import json

import pytest

from workshop_app.domain.setup import (
    RECORDS,
    AgentPlugin,
    AgentSettings,
    Dashboard,
    LeftOut,
    MonitorRule,
    Reason,
    Widget,
)
from workshop_app.domain.setup_json import (
    facts_of,
    left_out_of,
    to_facts,
    to_left_out,
)
from workshop_app.domain.setup_part import SetupKind, SetupPart


def a_part(kind, facts="[]", left_out="[]"):
    return SetupPart(id="s", workshop_id="w", position=0, kind=kind, facts=facts, left_out=left_out)


@pytest.mark.parametrize("kind", SetupKind)
def test_every_kind_has_a_record_whose_plain_form_is_empty(kind):
    fact = RECORDS[kind]()
    assert to_facts([fact]) == "[{}]"
    assert facts_of(a_part(kind, "[{}]")) == (fact,)


@pytest.mark.parametrize(
    ("kind", "fact"),
    [
        (
            SetupKind.MONITORS,
            MonitorRule(id="1", name="貸出", muted=True, scopes=("a", "b:c"), attempts=0),
        ),
        (SetupKind.DASHBOARDS, Dashboard(id="1", title="x", widgets=None)),
        (SetupKind.DASHBOARDS, Dashboard(id="1", widgets=())),
        (
            SetupKind.DASHBOARDS,
            Dashboard(id="1", widgets=(Widget(type="graph", range="relative"),)),
        ),
        (
            SetupKind.AGENT,
            AgentSettings(name="x", plugins=(AgentPlugin(name="a", traits=("env", "user")),)),
        ),
    ],
)
def test_facts_come_back_as_they_were(kind, fact):
    assert facts_of(a_part(kind, to_facts([fact]))) == (fact,)


def test_a_default_value_is_not_written():
    assert json.loads(to_facts([MonitorRule(name="x")])) == [{"name": "x"}]


def test_a_field_of_another_version_is_passed_over():
    part = a_part(SetupKind.MONITORS, '[{"name":"x","later":{"a":[1]}}]')
    assert facts_of(part) == (MonitorRule(name="x"),)


def test_what_was_left_out_comes_back_too():
    left_out = (
        LeftOut(reason=Reason.PRIVATE, name="url", count=2),
        LeftOut(reason=Reason.PAGE, name="nextId"),
    )
    assert left_out_of(a_part(SetupKind.ALERTS, left_out=to_left_out(left_out))) == left_out
