"""What each step still lacks; steps are never blocked."""

import pytest

from tests.helpers.builders import (
    a_card,
    a_customer,
    a_participant,
    a_problem,
    a_request,
    a_state,
    a_theme,
    a_workshop,
    an_answer,
    an_appraisal,
)
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.step_facts import step_facts
from workshop_app.domain.facts.verdicts import open_criteria
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Source
from workshop_app.domain.steps import (
    DEFAULT_MINUTES,
    Step,
    has_tick,
    is_done,
    is_left_out,
    missing,
)
from workshop_app.i18n import Texts

SAID = {"impact": "月に 4 回", "why": "起こされる", "good_enough": "10 分待つ"}
"""The essential fields of a request."""


def lacks(state, step):
    return [(lack.key, lack.n) for lack in missing(state, step)]


def test_the_default_agenda_is_two_hours():
    assert list(DEFAULT_MINUTES) == list(Step)
    assert sum(DEFAULT_MINUTES.values()) == 120


def test_appraise_waits_for_a_choice_and_then_for_what_has_no_outcome():
    assert lacks(a_state(), Step.APPRAISE) == [("problem", 1)]
    assert lacks(a_state(problems=(a_problem(1),)), Step.APPRAISE) == [("chosen", 1)]
    chosen = a_problem(1, chosen=True)
    assert lacks(a_state(problems=(chosen,)), Step.APPRAISE) == [("appraisal", 1)]
    for kind in (CardKind.SOLUTION, CardKind.HANDS_ON):
        helped = a_state(problems=(chosen,), cards=(a_card(chosen, kind),))
        assert is_done(helped, Step.APPRAISE), kind
        assert not has_tick(step_facts(helped), Step.APPRAISE), kind
    refused = a_problem(1, chosen=True, not_ours_reason="勤怠の仕事")
    assert is_done(a_state(problems=(refused,)), Step.APPRAISE)
    judged = a_state(problems=(chosen,), appraisals=(an_appraisal(chosen),))
    assert is_done(judged, Step.APPRAISE)
    assert has_tick(step_facts(judged), Step.APPRAISE)


def test_prepare_wants_customer_participant_and_date():
    empty = a_state(customer=a_customer(name=""), workshop=a_workshop(date=""))
    assert lacks(empty, Step.PREPARE) == [("customer", 1), ("participant", 1), ("date", 1)]
    assert is_done(a_state(participants=(a_participant(),)), Step.PREPARE)


def test_context_wants_an_answer_or_to_be_skipped():
    assert lacks(a_state(), Step.CONTEXT) == [("answer", 1)]
    assert is_done(a_state(answers=(an_answer(),)), Step.CONTEXT)
    skipped = a_state(workshop=a_workshop(context_skipped=True))
    assert is_done(skipped, Step.CONTEXT)
    assert is_left_out(skipped, Step.CONTEXT)
    assert not is_left_out(skipped, Step.SORT)


def test_list_is_ticked_once_something_was_said_in_the_room_or_chosen():
    received = a_problem(1, source=Source.ADVANCE)
    before = (received, a_problem(2, source=Source.EARLIER), a_problem(3, source=Source.CONTEXT))
    assert is_done(a_state(problems=before), Step.LIST)
    assert not has_tick(step_facts(a_state(problems=before)), Step.LIST)
    for more in (a_problem(4), a_problem(4, source=Source.ADVANCE, chosen=True)):
        assert has_tick(step_facts(a_state(problems=(*before, more))), Step.LIST)


def test_papers_written_before_the_outcomes_do_not_tick_wrap_up():
    written = a_workshop(exported_at="2026-10-01T10:00:00")
    one, two = a_problem(1, chosen=True), a_problem(2, chosen=True)
    assert not has_tick(step_facts(a_state(workshop=written)), Step.WRAP_UP)
    begun = a_state(workshop=written, problems=(one, two), cards=(a_card(one),))
    assert is_done(begun, Step.WRAP_UP)
    assert not has_tick(step_facts(begun), Step.WRAP_UP)
    decided = a_state(workshop=written, problems=(one, two), cards=(a_card(one), a_card(two)))
    assert has_tick(step_facts(decided), Step.WRAP_UP)
    not_written = a_state(problems=(one,), cards=(a_card(one),))
    assert not has_tick(step_facts(not_written), Step.WRAP_UP)


def test_sort_counts_problems_without_a_theme():
    theme = a_theme()
    problems = (a_problem(1, theme_id=theme.id), a_problem(2), a_problem(3))
    state = a_state(problems=problems, themes=(theme,))
    assert lacks(state, Step.SORT) == [("unsorted", 2)]
    assert lacks(a_state(), Step.SORT) == [("problem", 1)]


def test_problems_without_a_theme_are_allowed_once_problems_are_chosen():
    theme = a_theme()
    problems = (a_problem(1, theme_id=theme.id, chosen=True), a_problem(2), a_problem(3))
    assert is_done(a_state(problems=problems, themes=(theme,)), Step.SORT)
    none_sorted = (a_problem(1, chosen=True), a_problem(2))
    assert lacks(a_state(problems=none_sorted), Step.SORT) == [("unsorted", 2)]


def test_sort_does_not_ask_for_merged_problems():
    theme = a_theme()
    problems = (a_problem(1, theme_id=theme.id), a_problem(2, merged_into="problem-1"))
    assert is_done(a_state(problems=problems, themes=(theme,)), Step.SORT)


def test_a_skipped_sort_lacks_nothing():
    state = a_state(problems=(a_problem(),), workshop=a_workshop(sort_skipped=True))
    assert is_done(state, Step.SORT)
    assert is_left_out(state, Step.SORT)


def test_solve_counts_chosen_problems_without_an_outcome():
    solved = a_problem(1, chosen=True)
    refused = a_problem(2, chosen=True, not_ours_reason="勤怠の仕事")
    open_one = a_problem(3, chosen=True)
    unchosen = a_problem(4)
    state = a_state(problems=(solved, refused, open_one, unchosen), cards=(a_card(solved),))
    assert lacks(state, Step.SOLVE) == [("outcome", 1)]
    assert lacks(a_state(), Step.SOLVE) == [("chosen", 1)]


def test_appraise_counts_requests_without_a_whole_appraisal():
    one = a_problem(1)
    two = a_problem(2)
    three = a_problem(3)
    problems = (one, two, three)
    state = a_state(
        problems=problems,
        cards=tuple(a_card(problem, CardKind.UPDATE) for problem in problems),
        requests=tuple(a_request(one, one.number, **SAID) for one in problems),
        appraisals=(
            an_appraisal(one),
            an_appraisal(two, {Criterion.NOW: "urgent"}),
            an_appraisal(three, {}, override=Verdict.LATER, override_reason="来期に"),
        ),
    )
    assert lacks(state, Step.APPRAISE) == [("appraisal", 1)]


def test_a_request_is_appraised_once_no_answer_can_change_the_verdict():
    problem = a_problem(1, chosen=True)
    state = a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem, **SAID),),
        appraisals=(an_appraisal(problem, {Criterion.CONCRETE: "no"}),),
    )
    assert is_done(state, Step.APPRAISE)
    assert open_criteria(state, problem) == ()


def test_appraise_counts_what_a_request_does_not_say_yet():
    problem = a_problem(1, chosen=True)
    state = a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem, why="夜に起こされる"),),
        appraisals=(an_appraisal(problem),),
    )
    assert lacks(state, Step.APPRAISE) == [("unsaid", 2)]


@pytest.mark.parametrize(
    ("verdict", "lacking"),
    [
        (Verdict.CARD, []),
        (Verdict.LATER, []),
        (Verdict.NOT_OURS, []),
        (Verdict.REQUEST, [("unsaid", 2)]),
    ],
)
def test_a_request_that_the_verdict_does_not_send_lacks_nothing(verdict, lacking):
    problem = a_problem(1, chosen=True)
    state = a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem, why="夜に起こされる"),),
        appraisals=(an_appraisal(problem, {}, override=verdict, override_reason="当日に"),),
    )
    assert lacks(state, Step.APPRAISE) == lacking


def test_wrap_up_wants_the_handouts_written():
    assert lacks(a_state(), Step.WRAP_UP) == [("handout", 1)]
    written = a_state(workshop=a_workshop(exported_at="2026-12-03T16:00:00"))
    assert is_done(written, Step.WRAP_UP)


@pytest.mark.parametrize("step", list(Step))
def test_steps_and_what_they_lack_have_words(language, step):
    texts = Texts(language)
    assert texts(f"steps.name.{step}")
    bare = a_state(customer=a_customer(name=""), workshop=a_workshop(date=""))
    for lack in missing(bare, step):
        assert texts(f"steps.missing.{lack.key}", n=lack.n)
