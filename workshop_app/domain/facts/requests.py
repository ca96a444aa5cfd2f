"""How requests stand, which of them go to the product team, and who tells the customer."""

from dataclasses import replace

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.verdicts import open_criteria, verdict_of
from workshop_app.domain.promises import (
    MAY_BE_HANDED_OVER,
    PASSED_ON,
    TOLD_LATER,
    Promise,
    promise_of_request,
)
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.state import WorkshopState


def promise_of(state: WorkshopState, request: Request) -> Promise:
    """Return the promise of a request, which follows from the group of its problem."""
    stands = state.state_of_request(request)
    problem = state.root_of(request.problem_id)
    if problem is None:
        return PASSED_ON.get(stands, Promise.TO_APPRAISE)
    not_ours = bool(problem.not_ours_reason)
    return promise_of_request(
        Verdict.NOT_OURS if not_ours else verdict_of(state, problem),
        undecided=not not_ours and bool(open_criteria(state, problem)),
        parked=problem.parked,
        state=stands,
    )


def in_dossier(state: WorkshopState) -> tuple[Request, ...]:
    """Return the requests of the dossier by number: those that were, are, or may still be sent."""
    return requests_with(state, *MAY_BE_HANDED_OVER)


def as_sent(state: WorkshopState) -> WorkshopState:
    """Return what the dossier tells: once all of it is handed over, the same as before."""
    if to_hand_over(state):
        return state
    handed = {each for each in state.news if each.state is RequestState.HANDED_OVER}
    before = replace(state, news=tuple(each for each in state.news if each not in handed))
    sent = {each.id for each in requests_with(before, Promise.TO_SEND)}
    kept = (each for each in state.news if each not in handed or each.request_id not in sent)
    return replace(state, news=tuple(kept))


def to_hand_over(state: WorkshopState) -> tuple[Request, ...]:
    """Return the requests in the dossier that were not handed over yet, by number."""
    return requests_with(state, Promise.TO_APPRAISE, Promise.TO_SEND)


def requests_with(state: WorkshopState, *promises: Promise) -> tuple[Request, ...]:
    """Return the requests with one of `promises`, by number."""
    found = (each for each in state.requests if promise_of(state, each) in promises)
    return tuple(sorted(found, key=lambda each: each.number))


def unsaid_of(state: WorkshopState, request: Request) -> tuple[str, ...]:
    """Return the empty essential fields of a request; none if it is not in the dossier."""
    return request.unsaid if promise_of(state, request) in MAY_BE_HANDED_OVER else ()


def nearest_of(state: WorkshopState, request: Request) -> str:
    """Return the id of the answer that comes closest: the named one, else the first chosen one."""
    problem = state.root_of(request.problem_id)
    cards = state.cards_of(problem.id) if problem is not None else ()
    chosen = (each.catalogue_id for each in cards if each.catalogue_id)
    return request.nearest_id or next(chosen, "")


def passing_on_action(state: WorkshopState) -> Action | None:
    """Return the action that passes the requests on; None while nobody has agreed to."""
    found = (each for each in state.actions if each.passes_on and not each.not_needed)
    return next(found, None)


def lacks_passing_on(state: WorkshopState) -> bool:
    """Return whether the customer waits to hear of a request and nobody has agreed to tell."""
    return passing_on_action(state) is None and bool(requests_with(state, *TOLD_LATER))


def telling_is_open(state: WorkshopState) -> bool:
    """Return whether papers tell the customer that it is open who tells of requests, or when."""
    action = passing_on_action(state)
    agreed = action is not None and (action.done or (action.has_owner and bool(action.due)))
    return not agreed and bool(requests_with(state, *TOLD_LATER))
