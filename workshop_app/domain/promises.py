"""What may be said of a problem and of a request: the one source of every promise.

Papers, files, screens and the wall do not conclude from cards or verdicts whether something is
passed on: they ask here, and say it in the words of ``locale/*/promises.toml`` for their reader.
"""

from enum import StrEnum

from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.request_news import RequestState


class Promise(StrEnum):
    """What may be said of an outcome of a problem."""

    SOLVED = "solved"
    """A solution was found."""
    HELPED = "helped"
    """Another card helps with it."""
    TO_APPRAISE = "to_appraise"
    """A request, of which is not decided yet whether it is passed on."""
    TO_SEND = "to_send"
    """A request that will be passed on to the product team."""
    HANDED_OVER = "handed_over"
    """A request that was handed over to the product team."""
    WAITING = "waiting"
    """A request that the product team looked at and has not decided."""
    PLANNED = "planned"
    """A request that the product team decided to fulfil; without a day."""
    RELEASED = "released"
    """A request that is fulfilled."""
    DECLINED = "declined"
    """A request that the product team does not fulfil."""
    DUPLICATE = "duplicate"
    """A request that another one says already."""
    LATER = "later"
    """It is left for now; a request about it is not passed on."""
    NOT_SENT = "not_sent"
    """A request that is not passed on, because another way is enough."""
    NOT_OURS = "not_ours"
    """It is not the product's job; a request about it is not passed on."""
    ENOUGH = "enough"
    """What exists is enough, though no solution was written down."""
    ASK_AGAIN = "ask_again"
    """More has to be found out first; a request about it is not passed on yet."""
    PARKED = "parked"
    """It is kept for another time; a request about it is not passed on."""
    OPEN = "open"
    """Nothing may be said of it."""


class Reader(StrEnum):
    """To whom something is said; each has words of its own."""

    CUSTOMER = "customer"
    TEAM = "team"
    """The product team."""
    FACILITATOR = "facilitator"
    ROOM = "room"


PASSED_ON = {
    RequestState.HANDED_OVER: Promise.HANDED_OVER,
    RequestState.WAITING: Promise.WAITING,
    RequestState.PLANNED: Promise.PLANNED,
    RequestState.RELEASED: Promise.RELEASED,
    RequestState.DECLINED: Promise.DECLINED,
    RequestState.DUPLICATE: Promise.DUPLICATE,
}
"""What may be said of a request once there is news of it."""
SENT = (Promise.TO_SEND, *PASSED_ON.values())
"""The promises of requests that go to the product team, or went there."""
UNSETTLED = (Promise.TO_SEND, Promise.HANDED_OVER, Promise.WAITING, Promise.PLANNED)
"""The promises of requests that may still come or not, so that nothing is guaranteed."""
TOLD_LATER = (Promise.TO_SEND, Promise.HANDED_OVER)
"""The promises of requests of which the customer waits to hear more."""
ANSWERS = (Promise.PLANNED, Promise.RELEASED, Promise.DECLINED, Promise.DUPLICATE)
"""The promises of requests that the product team has decided on."""
MAY_BE_HANDED_OVER = (Promise.TO_APPRAISE, *SENT)
"""The promises of requests that are in the dossier."""

SHAPE = {
    Promise.SOLVED: OutcomeKind.SOLUTION,
    Promise.HELPED: OutcomeKind.CARD,
    Promise.TO_APPRAISE: OutcomeKind.REQUEST,
    Promise.TO_SEND: OutcomeKind.REQUEST,
    **dict.fromkeys(PASSED_ON.values(), OutcomeKind.REQUEST),
    Promise.LATER: OutcomeKind.OPEN,
    Promise.NOT_SENT: OutcomeKind.OPEN,
    Promise.NOT_OURS: OutcomeKind.NOT_OURS,
    Promise.ENOUGH: OutcomeKind.SOLUTION,
    Promise.ASK_AGAIN: OutcomeKind.OPEN,
    Promise.PARKED: OutcomeKind.OPEN,
    Promise.OPEN: OutcomeKind.OPEN,
}
"""The outcome whose icon and colour a promise is shown with."""

_OF_REQUEST = {
    Verdict.OPEN: Promise.TO_APPRAISE,
    Verdict.ASK_AGAIN: Promise.ASK_AGAIN,
    Verdict.NOT_OURS: Promise.NOT_OURS,
    Verdict.SOLUTION: Promise.NOT_SENT,
    Verdict.CARD: Promise.NOT_SENT,
    Verdict.REQUEST: Promise.TO_SEND,
    Verdict.REQUEST_INDIVIDUAL: Promise.TO_SEND,
    Verdict.LATER: Promise.LATER,
}
_WITHOUT_OUTCOME = {
    Verdict.ASK_AGAIN: Promise.ASK_AGAIN,
    Verdict.NOT_OURS: Promise.NOT_OURS,
    Verdict.SOLUTION: Promise.ENOUGH,
    Verdict.LATER: Promise.LATER,
}
"""Of a verdict to help or to send nothing may be said while no card is played."""
_BEHIND = {
    Promise.SOLVED: (Verdict.SOLUTION,),
    Promise.HELPED: (Verdict.CARD,),
    Promise.TO_SEND: (Verdict.REQUEST, Verdict.REQUEST_INDIVIDUAL),
    **dict.fromkeys(PASSED_ON.values(), (Verdict.REQUEST, Verdict.REQUEST_INDIVIDUAL)),
    Promise.LATER: (Verdict.LATER,),
    Promise.NOT_SENT: (Verdict.SOLUTION, Verdict.CARD),
    Promise.NOT_OURS: (Verdict.NOT_OURS,),
    Promise.ENOUGH: (Verdict.SOLUTION,),
    Promise.ASK_AGAIN: (Verdict.ASK_AGAIN,),
}


def promise_of_request(
    verdict: Verdict, *, undecided: bool, parked: bool, state: RequestState
) -> Promise:
    """Return what may be said of a request.

    `verdict` is the one that counts, overruled or not. `undecided` tells that an unanswered
    criterion can still change it, `parked` that the problem is kept for another time. `state` is
    how it stands with the product team; that counts first, because what was handed over cannot
    be taken back.
    """
    if state in PASSED_ON:
        return PASSED_ON[state]
    if parked:
        return Promise.PARKED
    return Promise.TO_APPRAISE if undecided else _OF_REQUEST[verdict]


def promises_of(
    outcomes: tuple[OutcomeKind, ...], verdict: Verdict, *, parked: bool, request: Promise
) -> dict[OutcomeKind, Promise]:
    """Return what may be said of a problem, by its outcomes.

    `request` is what may be said of its request (`promise_of_request`), if it has one.
    """
    if OutcomeKind.NOT_OURS in outcomes:
        return {OutcomeKind.NOT_OURS: Promise.NOT_OURS}
    if parked:
        if OutcomeKind.REQUEST in outcomes and request in PASSED_ON.values():
            return {OutcomeKind.REQUEST: request}
        return {OutcomeKind.OPEN: Promise.PARKED}
    if OutcomeKind.OPEN in outcomes:
        return {OutcomeKind.OPEN: _WITHOUT_OUTCOME.get(verdict, Promise.OPEN)}
    own = {
        OutcomeKind.SOLUTION: Promise.SOLVED,
        OutcomeKind.CARD: Promise.HELPED,
        OutcomeKind.REQUEST: request,
    }
    return {kind: own[kind] for kind in outcomes}


def is_behind(verdict: Verdict, promise: Promise) -> bool:
    """Tell whether `verdict` is the reason of `promise`, so that both may be said together."""
    return verdict in _BEHIND.get(promise, ())
