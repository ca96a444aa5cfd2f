"""The promise of a problem, in a line for each answer."""

from collections.abc import Sequence

from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS
from workshop_app.domain.facts.outcomes import outcomes_among, promises_of
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import ANSWERS, SENT, SHAPE, Promise, Reader, may_be_named
from workshop_app.domain.record import Record
from workshop_app.domain.solution import Solution
from workshop_app.services.promise_words import (
    caveat_words,
    customer_text,
    delivery_words,
    promise_words,
    reason_of,
)

_ENDS = "。."
_COUNTED = {Promise.LATER, Promise.ASK_AGAIN, Promise.OPEN, Promise.NOT_DISCUSSED}
"""The promises that can be said of a number of problems without an answer."""


class OutcomeLine(Record):
    """The statement of one outcome, a text as it was typed, and the reason if there is one.

    `unchecked` is an entry that may be named, although nobody has checked that it is an answer.
    `caveats` are what the answer leaves open.
    """

    promise: Promise
    text: str
    typed: str = ""
    reason: str = ""
    card: PlayedCard | None = None
    solution: Solution | None = None
    unchecked: Solution | None = None
    caveats: tuple[str, ...] = ()
    own_steps: tuple[str, ...] = ()
    """The steps of an answer that was written during the workshop."""

    @property
    def named(self) -> Solution | None:
        """The entry of which the address is printed."""
        return self.solution or self.unchecked

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return ICONS[SHAPE[self.promise]]


def outcome_lines(paper: Paper, problem: Problem) -> list[OutcomeLine]:
    """Return a line for each answer of a problem, solutions first."""
    lines = paper.once(("outcome lines", problem.id), lambda: _lines_of(paper, problem))
    return [*lines]


def _lines_of(paper: Paper, problem: Problem) -> list[OutcomeLine]:
    promises = promises_of(paper.state, problem)
    order = list(OutcomeKind)
    cards = [card for card in paper.state.cards_of(problem.id) if card.outcome in promises]
    cards.sort(key=lambda card: order.index(card.outcome))
    answered = {card.outcome for card in cards}
    lines = [
        _said(paper, problem, promise) for kind, promise in promises.items() if kind not in answered
    ]
    return [*(_of_card(paper, problem, card, promises[card.outcome]) for card in cards), *lines]


def one_of_each(lines: list[OutcomeLine]) -> list[OutcomeLine]:
    """Return the first line of each promise, and those that leave something open."""
    promises = [line.promise for line in lines]
    return [
        line
        for number, line in enumerate(lines)
        if line.caveats or line.promise not in promises[:number]
    ]


def _of_card(paper: Paper, problem: Problem, card: PlayedCard, promise: Promise) -> OutcomeLine:
    if card.kind is CardKind.UPDATE:
        return _said(paper, problem, promise, card)
    solution = paper.solution_of(card)
    caveats = caveat_words(paper.words, paper.state, card)
    if card.kind is CardKind.SOLUTION and solution is None:
        gone = paper.words("papers.solution.gone")
        typed = _lines(card.text, gone, delivery_words(paper.words, card))
        return OutcomeLine(
            promise=promise, text=card.title, typed=typed, card=card, caveats=caveats
        )
    text = paper.answer_of(card) or paper.words(f"cards.kind.{card.kind}")
    helped = promise is Promise.HELPED
    if helped:
        text = paper.words("promises.help", title=text)
    is_answer = card.kind is CardKind.ANSWER
    return OutcomeLine(
        promise=promise,
        text=text,
        typed=_lines("" if is_answer else card.text, delivery_words(paper.words, card)),
        reason=_reason(paper, problem, promise) if helped else "",
        card=card,
        solution=solution,
        caveats=caveats,
        own_steps=typed_steps(card) if is_answer else (),
    )


def typed_steps(card: PlayedCard) -> tuple[str, ...]:
    """Return the steps of an answer that was written during the workshop, one per line."""
    return tuple(line.strip() for line in card.text.splitlines() if line.strip())


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _said(
    paper: Paper, problem: Problem, promise: Promise, card: PlayedCard | None = None
) -> OutcomeLine:
    """Return the statement on a request, or on a problem without an answer.

    Merged problems may have several requests: each card stands for its own.
    """
    request = paper.state.request_of(card.problem_id) if card else None
    if request is not None:
        promise = promise_of(paper.state, request)
    if request is not None and promise in ANSWERS:
        reason = customer_text(paper.state, request)
    else:
        reason = _reason(paper, problem, promise)
    wish = request.title if request and request.title != problem.title else ""
    text = promise_words(paper.words, paper.state, promise, Reader.CUSTOMER)
    unchecked = paper.unchecked_answer(problem) if may_be_named(promise) else None
    typed = paper.words("papers.problem.quote", text=wish) if wish else ""
    if promise is Promise.NOT_DISCUSSED:
        typed = not_discussed_words(paper, problem)
    return OutcomeLine(
        promise=promise,
        text=text.rstrip(_ENDS),
        typed=typed,
        unchecked=unchecked,
        reason=reason,
        card=card,
    )


def not_discussed_words(paper: Paper, problem: Problem) -> str:
    """Return which entry may answer a problem, else when readers can bring it up."""
    answer = paper.unchecked_answer(problem)
    if answer is not None:
        return paper.words("promises.unchecked", name=answer.text(paper.language).name)
    day = paper.words.date(paper.state.workshop.next_date)
    return paper.words("promises.bring_up.day" if day else "promises.bring_up.no_day", day=day)


def how_they_stand(paper: Paper, problems: Sequence[Problem]) -> str:
    """Return a heading for problems without an answer: what is said of all, else their number."""
    said = outcomes_among(paper.state, problems).promises
    if len(said) == 1 and said <= _COUNTED:
        return paper.words(f"promises.count.{next(iter(said))}", n=len(problems)).rstrip(_ENDS)
    return paper.words("papers.others.now", n=len(problems))


def _reason(paper: Paper, problem: Problem, promise: Promise) -> str:
    reason = reason_of(paper.words, paper.state, problem, promise)
    if not reason or promise is Promise.NOT_OURS or promise in ANSWERS:
        return reason
    return paper.words("promises.reason", reason=reason)


def is_plain(promise: Promise) -> bool:
    """Return whether a promise can be stated without its reason."""
    return promise in (*SENT, Promise.HELPED)
