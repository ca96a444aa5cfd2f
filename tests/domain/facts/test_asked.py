"""What the customer still has to settle: owners, days, when to meet again."""

from dataclasses import replace

from tests.helpers.builders import (
    a_card,
    a_participant,
    a_problem,
    a_state,
    a_workshop,
    an_action,
    an_appraisal,
)
from workshop_app.domain.facts.asked import asked_of_customer, customer_actions
from workshop_app.domain.facts.commitments import CommitmentKind, to_do
from workshop_app.domain.outcome import CardKind

AOKI = a_participant(1, "青木 健", person_id="aoki")
MINE = an_action(1, "調べる", owner_id=AOKI.id, due="2026-12-10")
OURS = an_action(2, "記事を書く", owner_name="高橋 真理（CRE）")


def state_of(*actions, **fields):
    workshop = a_workshop(date="2026-12-03", next_date="2027-01-14")
    return a_state(participants=(AOKI,), actions=actions, **{"workshop": workshop} | fields)


def test_nothing_is_asked_where_all_is_settled_or_nothing_is_left_to_do():
    assert not any(asked_of_customer(state_of(MINE)))
    done = replace(MINE, done=True, due="")
    undecided = a_workshop(date="2026-12-03", next_date="")
    assert not any(asked_of_customer(state_of(done, workshop=undecided)))


def test_days_are_asked_for_that_are_missing_or_over():
    late = replace(MINE, id="late", due="2026-12-02")
    asked = asked_of_customer(state_of(MINE, replace(MINE, id="never", due=""), late))
    assert [each.id for each in asked.undated] == ["never", "late"]
    assert not asked.ownerless


def test_what_others_promised_is_not_asked_for():
    problem = a_problem()
    help_ = a_card(problem, CardKind.ARTICLE)
    passing_on = an_action(3, "伝える", passes_on=True)
    writing = an_action(4, "書く", card_id=help_.id)
    state = state_of(MINE, OURS, passing_on, writing, problems=(problem,), cards=(help_,))
    assert customer_actions(state) == (MINE,)


def test_what_we_said_to_ask_again_is_not_asked_for():
    problem = a_problem()
    visit = a_workshop(id="before", date="2026-12-03", facilitator="")
    judged = an_appraisal(problem, concrete="no")
    before = state_of(problems=(problem,), appraisals=(judged,), workshop=visit)
    state = a_state(workshop=a_workshop(date="2027-01-14"), before=before)
    (said,) = to_do(state)
    assert said.kind is CommitmentKind.ASK_AGAIN
    assert customer_actions(state) == ()


def test_an_owner_and_a_meeting_are_asked_for():
    nobody = an_action(5, "だれかが調べる", due="2026-12-10")
    asked = asked_of_customer(state_of(nobody, workshop=a_workshop(date="2026-12-03")))
    assert asked.ownerless == (nobody,)
    assert not asked.undated
    assert asked.meeting


def test_actions_of_the_previous_visit_are_among_them():
    before = state_of(MINE, workshop=a_workshop(id="before", date="2026-12-03"))
    today = replace(AOKI, id="today")
    state = a_state(workshop=a_workshop(date="2027-01-14"), participants=(today,), before=before)
    (undated,) = asked_of_customer(state).undated
    assert undated.owner_id == "today"


def test_an_answer_is_asked_for_within_a_week_and_before_the_first_day_that_needs_it():
    nobody = an_action(5, "だれかが調べる", due="2027-02-01")
    soon, missing = replace(nobody, due="2026-12-08"), replace(nobody, due="")
    assert asked_of_customer(state_of(nobody)).until == "2026-12-10"
    assert asked_of_customer(state_of(soon)).until == "2026-12-08"
    assert asked_of_customer(state_of(missing)).until == "2026-12-10"
    for workshop, until in (({"next_date": "2026-12-09"}, "2026-12-09"), ({"date": ""}, "")):
        state = state_of(nobody, workshop=a_workshop(**{"date": "2026-12-03"} | workshop))
        assert asked_of_customer(state).until == until
