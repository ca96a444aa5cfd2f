"""The day on which the product team is asked to reply, before the customer is told."""

import pytest

from tests.helpers.builders import (
    a_card,
    a_problem,
    a_request,
    a_state,
    a_workshop,
    an_action,
    an_appraisal,
)
from workshop_app.domain.facts.reply_day import lacks_reply_day, promised_day, reply_day
from workshop_app.domain.outcome import CardKind

PROBLEM = a_problem(1)


def told(due="", next_date="", **action):
    """A workshop of 3 December with a request of which the customer hears by `due`."""
    return a_state(
        workshop=a_workshop(next_date=next_date),
        problems=(PROBLEM,),
        cards=(a_card(PROBLEM, CardKind.UPDATE),),
        requests=(a_request(PROBLEM),),
        appraisals=(an_appraisal(PROBLEM),),
        actions=(an_action(1, due=due, passes_on=True, **action),) if due else (),
    )


@pytest.mark.parametrize(
    ("promised", "day"),
    [
        ("2026-12-18", "2026-12-15"),
        ("2026-12-17", "2026-12-14"),
        ("2026-12-16", "2026-12-11"),
        ("2026-12-15", "2026-12-11"),
        ("2026-12-14", "2026-12-11"),
    ],
)
def test_it_is_a_working_day_at_least_three_days_earlier(promised, day):
    assert reply_day(told(promised)) == day
    assert reply_day(told(next_date=promised)) == day


@pytest.mark.parametrize("promised", ["2027-01-04", "2027-01-06"])
def test_it_is_not_in_the_holidays_at_the_turn_of_the_year(promised):
    assert reply_day(told(promised)) == "2026-12-28"


@pytest.mark.parametrize(("slack", "day"), [(0, "2026-12-18"), (7, "2026-12-11"), (15, "")])
def test_the_facilitator_decides_how_many_days_are_between_both(slack, day):
    assert reply_day(told("2026-12-18"), slack) == day
    assert lacks_reply_day(told("2026-12-18"), slack) is (not day)


def test_the_earlier_of_both_days_counts_while_the_action_is_open():
    assert promised_day(told("2026-12-18", "2027-01-14")) == "2026-12-18"
    assert promised_day(told("2027-01-29", "2027-01-14")) == "2027-01-14"
    assert promised_day(told("2026-12-18", "2027-01-14", done=True)) == "2027-01-14"


def test_there_is_none_without_a_promise_or_before_the_day_after_the_workshop():
    assert reply_day(told()) == ""
    assert reply_day(told("2026-12-07")) == "2026-12-04"
    assert reply_day(told("2026-12-06")) == ""


def test_a_promise_without_time_for_a_reply_is_a_lack_until_the_hand_over():
    assert lacks_reply_day(told("2026-12-06"))
    assert not lacks_reply_day(told("2026-12-07"))
    assert not lacks_reply_day(told())
    assert not lacks_reply_day(a_state(workshop=a_workshop(next_date="2026-12-04")))
