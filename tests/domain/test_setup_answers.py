"""Answers to context questions derived from files."""

import pytest

from tests.helpers.setups import ago, alerts, clock_of, hosts, part, rules, setup
from workshop_app.domain.context_questions import QUESTIONS
from workshop_app.domain.setup import Alert, Annotation, Channel, Host, MonitorRule
from workshop_app.domain.setup_answers import answers_from_setup
from workshop_app.domain.setup_part import SetupKind

RULE = MonitorRule(id="m", name="CPU", type="host")


@pytest.fixture(autouse=True)
def utc():
    with clock_of("UTC"):
        yield


def closed(days, minutes=10, **more):
    values = {"status": "OK", "monitor_id": "m", "type": "host", **more}
    return Alert(opened_at=ago(days), closed_at=ago(days) + 60 * minutes, **values)


def keys(question, *parts):
    return [
        words.key.removeprefix("answers.") for words in answers_from_setup(setup(*parts), question)
    ]


def values(question, *parts):
    found = {}
    for words in answers_from_setup(setup(*parts), question):
        found |= words.values
    return found


@pytest.mark.parametrize("question", [*QUESTIONS, "own question"])
def test_without_files_no_question_is_answered(question):
    assert answers_from_setup(setup(), question) == ()


@pytest.mark.parametrize("question", QUESTIONS)
def test_empty_files_answer_only_the_question_on_alerts(question):
    empty = [part(kind) for kind in SetupKind]
    assert keys(question, *empty) == (["no_alerts"] if question == "last_alert" else [])


def test_the_last_alert_with_its_rule_host_and_the_count_of_thirty_days():
    given = [rules(RULE), hosts(Host(id="h", name="web01")), alerts(closed(1, host_id="h"))]
    assert keys("last_alert", *given) == ["last_alert_on", "recent"]
    found = values("last_alert", *given)
    assert (found["rule"], found["host"], found["n"]) == ("CPU", "web01", 1)
    assert found["moment"].isoformat() == "2026-06-11T14:00:00"


def test_a_rule_that_is_in_no_file_is_named_by_its_kind():
    (last, _) = answers_from_setup(setup(alerts(closed(1))), "last_alert")
    assert (last.key, last.values["rule"].values) == ("answers.last_alert", {"kind": "host"})


def test_open_alerts_only_are_not_counted_as_a_month():
    given = alerts(Alert(status="WARNING", opened_at=ago(1), monitor_id="m"))
    assert keys("last_alert", given) == ["last_alert", "open_only"]
    assert keys("night_duty", given) == []
    assert keys("ignored_alert", given) == []


def test_an_outage_is_the_last_alert_that_lasted():
    given = alerts(closed(1, minutes=5), closed(4, minutes=45), closed(9, minutes=90))
    assert keys("last_outage", rules(RULE), given) == ["last_long"]
    assert values("last_outage", rules(RULE), given)["n"] == 45
    assert keys("last_outage", alerts(closed(1, minutes=5))) == []


def test_noisy_old_and_muted_alerts_count_as_ignored():
    lying = Alert(status="WARNING", opened_at=ago(20), monitor_id="m")
    given = [rules(RULE, MonitorRule(id="q", muted=True)), alerts(lying, closed(1), closed(2))]
    assert keys("ignored_alert", *given) == ["noisiest", "left_lying", "muted"]


def test_suspended_channels_and_partial_use_count_as_given_up():
    given = part(SetupKind.CHANNELS, Channel(id="c", type="slack", suspended=True))
    assert keys("given_up", given) == ["suspended", "halves"]


def test_kinds_of_channels_are_named_and_never_the_channels():
    channels = [Channel(name="secret", type=t) for t in ("slack", "slack", "email")]
    found = values("who_noticed", part(SetupKind.CHANNELS, *channels))
    assert found == {"types": ("slack", "email")}


def test_hosts_by_age_and_what_they_lack():
    given = hosts(
        Host(name="old", created_at=ago(900), agent_version="0.70.0", roles=("a:b",)),
        Host(name="new", created_at=ago(10), agent_version="0.85.0"),
        Host(name="mid", created_at=ago(300), agent_version="0.85.0", roles=("a:b",)),
    )
    assert keys("new_server", given) == ["newest_host", "oldest_host", "no_role", "old_agents"]
    assert values("coming_change", given) == {"n": 1, "of": 3}


def test_rules_and_annotations_are_counted():
    assert values("changed_rule", rules(RULE)) == {"n": 1, "muted": 0}
    assert keys("after_outage", part(SetupKind.ANNOTATIONS, Annotation(start=1))) == ["annotations"]
