"""The status of a problem or a request as it may be stated to readers.

Papers, files, screens and the audience display do not derive from cards or verdicts whether
something is passed on: they ask here, and use the texts of ``locale/*/promises.toml`` for their
reader.
"""

from enum import StrEnum

from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.request_news import RequestState


class Promise(StrEnum):
    """What may be stated about an outcome of a problem."""

    SOLVED = "solved"
    """A solution was found."""
    SOLVED_IN_PART = "solved_in_part"
    """A solution was found, but a known gap was stated for the problem."""
    HELPED = "helped"
    """Another card helps with it."""
    TO_APPRAISE = "to_appraise"
    """A request; it is not decided yet whether it is passed on."""
    TO_SEND = "to_send"
    """A request that will be passed on to the product team."""
    HANDED_OVER = "handed_over"
    """A request that was handed over to the product team."""
    WAITING = "waiting"
    """A request that the product team has seen and not decided on."""
    PLANNED = "planned"
    """A request that the product team plans to fulfil; no date is promised."""
    RELEASED = "released"
    """A request that is fulfilled."""
    DECLINED = "declined"
    """A request that the product team does not fulfil."""
    DUPLICATE = "duplicate"
    """A request that duplicates another one."""
    LATER = "later"
    """Postponed; a request about it is not passed on."""
    NOT_SENT = "not_sent"
    """A request that is not passed on, because another way is enough."""
    NOT_OURS = "not_ours"
    """Outside the product's scope; a request about it is not passed on."""
    ENOUGH = "enough"
    """An existing feature is enough, though no solution was recorded."""
    ASK_AGAIN = "ask_again"
    """More has to be found out first; a request about it is not passed on yet."""
    PARKED = "parked"
    """It is in the parking lot; a request about it is not passed on."""
    NOT_DISCUSSED = "not_discussed"
    """Nobody worked on it; an answer that nobody has checked may be named (`may_be_named`)."""
    OPEN = "open"
    """It was worked on without an outcome; nothing may be stated."""


class Reader(StrEnum):
    """The readers of a statement; each has its own texts."""

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
"""The promise of a request by its state, once the product team has it."""
SENT = (Promise.TO_SEND, *PASSED_ON.values())
"""The promises of requests that go to the product team, or went there."""
UNDECIDED = (Promise.TO_SEND, Promise.HANDED_OVER, Promise.WAITING)
"""The promises of requests on which nothing is decided, so that nothing is guaranteed."""
TOLD_LATER = (Promise.TO_SEND, Promise.HANDED_OVER)
"""The promises of requests of which the customer waits to hear more."""
ANSWERS = (Promise.PLANNED, Promise.RELEASED, Promise.DECLINED, Promise.DUPLICATE)
"""The promises of requests that the product team has decided on."""
WITH_SOLUTION = (Promise.SOLVED, Promise.SOLVED_IN_PART)
"""The promises of problems that count as solved; how many of them in part is stated with it."""
MAY_BE_HANDED_OVER = (Promise.TO_APPRAISE, *SENT)
"""The promises of requests that are in the dossier."""

SHAPE = dict.fromkeys(Promise, OutcomeKind.OPEN) | {
    Promise.SOLVED: OutcomeKind.SOLUTION,
    Promise.SOLVED_IN_PART: OutcomeKind.SOLUTION,
    Promise.HELPED: OutcomeKind.CARD,
    Promise.TO_APPRAISE: OutcomeKind.REQUEST,
    Promise.TO_SEND: OutcomeKind.REQUEST,
    **dict.fromkeys(PASSED_ON.values(), OutcomeKind.REQUEST),
    Promise.NOT_OURS: OutcomeKind.NOT_OURS,
}
"""The outcome whose icon and colour a promise is shown with."""

OUTCOME_OF = dict.fromkeys(Verdict, OutcomeKind.OPEN) | {
    Verdict.NOT_OURS: OutcomeKind.NOT_OURS,
    Verdict.SOLUTION: OutcomeKind.SOLUTION,
    Verdict.CARD: OutcomeKind.CARD,
    Verdict.REQUEST: OutcomeKind.REQUEST,
    Verdict.REQUEST_INDIVIDUAL: OutcomeKind.REQUEST,
}
"""The outcome whose icon and colour a verdict is shown with."""
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
WITHOUT_OUTCOME = {
    Verdict.ASK_AGAIN: Promise.ASK_AGAIN,
    Verdict.NOT_OURS: Promise.NOT_OURS,
    Verdict.SOLUTION: Promise.ENOUGH,
    Verdict.LATER: Promise.LATER,
}
"""The promises of problems without an outcome by verdict.

A verdict to play a card or to send a request promises nothing until a card is played.
"""
_BEHIND = {
    Promise.SOLVED: (Verdict.SOLUTION,),
    Promise.SOLVED_IN_PART: (Verdict.SOLUTION,),
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
    """Return the promise of a request.

    `verdict` is the effective one, overruled or not. `undecided`: an unanswered criterion can still
    change it. `parked`: the problem is in the parking lot. `state` is its state at the product
    team, which takes precedence, since a hand-over cannot be revoked.
    """
    if state in PASSED_ON:
        return PASSED_ON[state]
    if parked:
        return Promise.PARKED
    return Promise.TO_APPRAISE if undecided else _OF_REQUEST[verdict]


def promise_of_each(
    outcomes: tuple[OutcomeKind, ...],
    verdict: Verdict,
    *,
    discussed: bool,
    parked: bool,
    request: Promise,
    in_part: bool = False,
) -> dict[OutcomeKind, Promise]:
    """Return the promise for each outcome of a problem.

    `discussed`: it was chosen, searched for or appraised. `request` is the promise of its request
    (`promise_of_request`), if it has one. `in_part`: its solution is known to leave something open;
    so does one beside which a request was sent, until that is released.
    """
    if OutcomeKind.NOT_OURS in outcomes:
        return {OutcomeKind.NOT_OURS: Promise.NOT_OURS}
    if parked:
        if OutcomeKind.REQUEST in outcomes and request in PASSED_ON.values():
            return {OutcomeKind.REQUEST: request}
        return {OutcomeKind.OPEN: Promise.PARKED}
    if OutcomeKind.OPEN in outcomes:
        nothing = Promise.OPEN if discussed else Promise.NOT_DISCUSSED
        return {OutcomeKind.OPEN: WITHOUT_OUTCOME.get(verdict, nothing)}
    wished = OutcomeKind.REQUEST in outcomes and request in SENT
    in_part = in_part or (wished and request is not Promise.RELEASED)
    own = {
        OutcomeKind.SOLUTION: Promise.SOLVED_IN_PART if in_part else Promise.SOLVED,
        OutcomeKind.CARD: Promise.HELPED,
        OutcomeKind.REQUEST: request,
    }
    return {kind: own[kind] for kind in outcomes}


def is_behind(verdict: Verdict, promise: Promise) -> bool:
    """Return whether `verdict` is the reason for `promise`, so that both may be stated together."""
    return verdict in _BEHIND.get(promise, ())


def may_be_named(promise: Promise) -> bool:
    """Return whether an answer that nobody has checked may be named beside `promise`.

    Wherever people talked about a problem, what they concluded is stated instead.
    """
    return promise is Promise.NOT_DISCUSSED
