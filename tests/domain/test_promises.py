"""The promises of problems and requests, for all combinations."""

from itertools import product

import pytest

from tests.helpers.builders import (
    ALL_ANSWERED,
    a_card,
    a_problem,
    a_request,
    a_state,
    an_appraisal,
)
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.promises import (
    ANSWERS,
    MAY_BE_HANDED_OVER,
    PASSED_ON,
    SENT,
    SHAPE,
    UNDECIDED,
    Promise,
    is_behind,
    may_be_named,
    promise_of_request,
    promises_of,
)
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.saved_search import SavedSearch

FLAGS = (False, True)
SEARCH = SavedSearch(id="s1", workshop_id="w", position=0, problem_id=a_problem(1).id, words="ping")


@pytest.mark.parametrize(
    ("verdict", "promise"),
    [
        (Verdict.OPEN, Promise.TO_APPRAISE),
        (Verdict.ASK_AGAIN, Promise.ASK_AGAIN),
        (Verdict.NOT_OURS, Promise.NOT_OURS),
        (Verdict.SOLUTION, Promise.NOT_SENT),
        (Verdict.CARD, Promise.NOT_SENT),
        (Verdict.REQUEST, Promise.TO_SEND),
        (Verdict.REQUEST_INDIVIDUAL, Promise.TO_SEND),
        (Verdict.LATER, Promise.LATER),
    ],
)
def test_a_request_goes_to_the_product_team_only_by_its_verdict(verdict, promise):
    said = promise_of_request(verdict, undecided=False, parked=False, state=RequestState.NEW)
    assert said is promise
    assert (said in SENT) == (verdict in (Verdict.REQUEST, Verdict.REQUEST_INDIVIDUAL))


@pytest.mark.parametrize(("verdict", "undecided", "parked"), list(product(Verdict, FLAGS, FLAGS)))
def test_handed_over_is_stated_only_after_the_hand_over(verdict, undecided, parked):
    given = {"undecided": undecided, "parked": parked}
    for state, promise in PASSED_ON.items():
        assert promise_of_request(verdict, state=state, **given) is promise
    before = promise_of_request(verdict, state=RequestState.NEW, **given)
    assert before not in PASSED_ON.values()
    if undecided or parked:
        assert before in (Promise.TO_APPRAISE, Promise.PARKED)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_without_a_request_nothing_is_sent(verdict):
    for outcomes in [(OutcomeKind.OPEN,), (OutcomeKind.SOLUTION,), (OutcomeKind.NOT_OURS,)]:
        said = promises_of(outcomes, verdict, discussed=True, parked=False, request=Promise.TO_SEND)
        assert set(said) == set(outcomes)
        assert not set(said.values()) & {*SENT, Promise.TO_APPRAISE}


def test_a_solution_is_promised_whatever_the_verdict_and_beside_a_request():
    outcomes = (OutcomeKind.SOLUTION, OutcomeKind.REQUEST)
    for request in Promise:
        said = promises_of(outcomes, Verdict.LATER, discussed=True, parked=False, request=request)
        assert said == {OutcomeKind.SOLUTION: Promise.SOLVED, OutcomeKind.REQUEST: request}


def test_a_parked_problem_promises_nothing_else_unless_it_was_handed_over():
    outcomes = (OutcomeKind.REQUEST,)
    parked = promises_of(
        outcomes, Verdict.REQUEST, discussed=True, parked=True, request=Promise.PARKED
    )
    assert parked == {OutcomeKind.OPEN: Promise.PARKED}
    for promise in PASSED_ON.values():
        told = promises_of(outcomes, Verdict.REQUEST, discussed=True, parked=True, request=promise)
        assert told == {OutcomeKind.REQUEST: promise}


def test_nothing_is_undecided_once_the_product_team_has_answered():
    assert set(SENT) - set(UNDECIDED) == set(ANSWERS)


def test_each_promise_has_a_shape_and_only_its_own_verdicts_are_its_reason():
    assert set(SHAPE) == set(Promise)
    assert all(not is_behind(Verdict.OPEN, promise) for promise in Promise)
    assert is_behind(Verdict.LATER, Promise.LATER)
    assert not is_behind(Verdict.LATER, Promise.HANDED_OVER)


def with_request(answers=ALL_ANSWERED, **appraisal):
    problem = a_problem()
    return a_state(
        problems=(problem,),
        cards=(a_card(problem, CardKind.UPDATE),),
        requests=(a_request(problem),),
        appraisals=(an_appraisal(problem, answers, **appraisal),),
    )


def test_a_request_waits_for_each_answer_that_can_change_its_verdict():
    state = with_request({Criterion.WHO: "known"})
    (request,) = state.requests
    assert state.promise_of(request) is Promise.TO_APPRAISE
    assert state.to_hand_over == (request,)


def test_a_person_may_hold_a_request_and_it_is_not_handed_over():
    state = with_request(override=Verdict.LATER, override_reason="待てる")
    (request,) = state.requests
    assert state.promise_of(request) is Promise.LATER
    assert state.promise_of(request) not in MAY_BE_HANDED_OVER
    assert state.to_hand_over == ()


def test_the_request_of_a_merged_problem_follows_the_one_it_was_merged_into():
    state = with_request()
    head = a_problem(2, not_ours_reason="", parked=True)
    merged = a_problem(1, merged_into=head.id)
    state = a_state(
        problems=(merged, head),
        cards=state.cards,
        requests=state.requests,
        appraisals=state.appraisals,
    )
    (request,) = state.requests
    assert state.promise_of(request) is Promise.PARKED
    assert state.promises_of(head) == {OutcomeKind.OPEN: Promise.PARKED}


def test_a_problem_that_nobody_talked_about_has_nothing_to_state_and_an_answer_may_be_named():
    problem = a_problem(1)
    state = a_state(problems=(problem,))
    assert state.promises_of(problem) == {OutcomeKind.OPEN: Promise.NOT_DISCUSSED}
    assert [each for each in Promise if may_be_named(each)] == [Promise.NOT_DISCUSSED]


@pytest.mark.parametrize(
    ("problem", "records", "promise"),
    [
        (a_problem(1, chosen=True), {}, Promise.OPEN),
        (a_problem(1, discussion="長く話した"), {}, Promise.OPEN),
        (a_problem(1), {"searches": (SEARCH,)}, Promise.OPEN),
        (a_problem(1), {"cards": (a_card(a_problem(1)),)}, Promise.SOLVED),
        (a_problem(1, parked=True), {}, Promise.PARKED),
        (a_problem(1, not_ours_reason="ほかの係"), {}, Promise.NOT_OURS),
    ],
)
def test_no_answer_is_named_where_people_talked_about_a_problem(problem, records, promise):
    state = a_state(problems=(problem,), **records)
    assert list(state.promises_of(problem).values()) == [promise]
    assert not may_be_named(promise)


SOLVED = {OutcomeKind.SOLUTION: Promise.SOLVED}
IN_PART = {OutcomeKind.SOLUTION: Promise.SOLVED_IN_PART}


def solved(problem=None, *, merged=(), limit=0, **records):
    """What is promised for a problem with an answer."""
    problem = problem or a_problem(1)
    cards = (a_card(problem, limit_number=limit),)
    state = a_state(problems=(problem, *merged), cards=cards, **records)
    assert state.solved_in_part(state.listed) == (state.promises_of(problem) == IN_PART)
    return state.promises_of(problem)


def test_a_problem_whose_known_gap_was_stated_is_solved_in_part():
    assert solved() == SOLVED
    assert solved(a_problem(1, gap_id="alert-assignee")) == IN_PART
    merged = a_problem(2, gap_id="alert-assignee", merged_into=a_problem(1).id)
    assert solved(merged=(merged,)) == IN_PART


def test_a_limit_of_the_answer_alone_does_not_make_it_one_in_part():
    assert solved(limit=2) == SOLVED


def test_a_person_may_say_that_the_solution_is_enough():
    problem = a_problem(1, gap_id="alert-assignee")
    enough = an_appraisal(problem, override=Verdict.SOLUTION, override_reason="足りる")
    later = an_appraisal(problem, override=Verdict.LATER, override_reason="待てる")
    assert solved(problem, appraisals=(enough,)) == SOLVED
    assert solved(problem, appraisals=(later,)) == IN_PART


def test_a_gap_without_a_solution_promises_no_solution():
    problem = a_problem(1, gap_id="alert-assignee")
    state = a_state(problems=(problem,))
    assert state.promises_of(problem) == {OutcomeKind.OPEN: Promise.NOT_DISCUSSED}
