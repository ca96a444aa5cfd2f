"""How requests stand, which follows from their problems."""

from tests.helpers.builders import ALL_ANSWERED, a_card, a_problem, a_request, a_state, an_appraisal
from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.requests import promise_of, to_hand_over
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.domain.promises import MAY_BE_HANDED_OVER, Promise


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
    assert promise_of(state, request) is Promise.TO_APPRAISE
    assert to_hand_over(state) == (request,)


def test_a_person_may_hold_a_request_and_it_is_not_handed_over():
    state = with_request(override=Verdict.LATER, override_reason="待てる")
    (request,) = state.requests
    assert promise_of(state, request) is Promise.LATER
    assert promise_of(state, request) not in MAY_BE_HANDED_OVER
    assert to_hand_over(state) == ()


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
    assert promise_of(state, request) is Promise.PARKED
    assert promises_of(state, head) == {OutcomeKind.OPEN: Promise.PARKED}
