"""The promises of problems and requests, for all combinations."""

from itertools import product

import pytest

from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.promises import (
    ANSWERS,
    PASSED_ON,
    SENT,
    SHAPE,
    UNDECIDED,
    Promise,
    is_behind,
    promise_of_each,
    promise_of_request,
)
from workshop_app.domain.request_news import RequestState

FLAGS = (False, True)


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
    for kinds in [(OutcomeKind.OPEN,), (OutcomeKind.SOLUTION,), (OutcomeKind.NOT_OURS,)]:
        said = promise_of_each(
            kinds, verdict, discussed=True, parked=False, request=Promise.TO_SEND
        )
        assert set(said) == set(kinds)
        assert not set(said.values()) & {*SENT, Promise.TO_APPRAISE}


def test_a_solution_is_promised_whatever_the_verdict_and_in_part_beside_a_request():
    kinds = (OutcomeKind.SOLUTION, OutcomeKind.REQUEST)
    for request in Promise:
        said = promise_of_each(kinds, Verdict.LATER, discussed=True, parked=False, request=request)
        is_whole = request not in SENT or request is Promise.RELEASED
        solved = Promise.SOLVED if is_whole else Promise.SOLVED_IN_PART
        assert said == {OutcomeKind.SOLUTION: solved, OutcomeKind.REQUEST: request}


def test_a_parked_problem_promises_nothing_else_unless_it_was_handed_over():
    kinds = (OutcomeKind.REQUEST,)
    parked = promise_of_each(
        kinds, Verdict.REQUEST, discussed=True, parked=True, request=Promise.PARKED
    )
    assert parked == {OutcomeKind.OPEN: Promise.PARKED}
    for promise in PASSED_ON.values():
        told = promise_of_each(kinds, Verdict.REQUEST, discussed=True, parked=True, request=promise)
        assert told == {OutcomeKind.REQUEST: promise}


def test_nothing_is_undecided_once_the_product_team_has_answered():
    assert set(SENT) - set(UNDECIDED) == set(ANSWERS)


def test_each_promise_has_a_shape_and_only_its_own_verdicts_are_its_reason():
    assert set(SHAPE) == set(Promise)
    assert all(not is_behind(Verdict.OPEN, promise) for promise in Promise)
    assert is_behind(Verdict.LATER, Promise.LATER)
    assert not is_behind(Verdict.LATER, Promise.HANDED_OVER)
