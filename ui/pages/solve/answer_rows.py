"""Builds the rows of the list of answers from the workshop and from a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ui.components.outcome_commands import NOT_OURS, NOTE, candidate_id
from ui.pages.solve.answer_row import AnswerRow, DetailLine
from ui.pages.solve.reasons import reasons
from workshop_app.domain.action import Action
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, texts, tr
from workshop_app.services.answers import Answers, Suggestion
from workshop_app.services.multi_search import answers_to
from workshop_app.services.trust import Trust, trust

_MOST = 12
_FEWEST = 4
_WEAK = 8


@dataclass(frozen=True)
class Offer:
    """The candidates for a search, and how far the best may be trusted.

    ``count`` tells how many answers were found, those already chosen among them.
    """

    candidates: tuple[Suggestion, ...] = ()
    count: int = 0
    trust: Trust = Trust.NOTHING


def played_rows(state: WorkshopState, problem: Problem, answers: Answers) -> list[AnswerRow]:
    """What the problem has ended with so far: solutions first, then the other outcomes."""
    cards = state.cards_of(problem.id)
    rows = [
        _played(state, problem, card, answers)
        for kind in OutcomeKind
        for card in cards
        if card.outcome is kind
    ]
    if problem.not_ours_reason:
        kind = OutcomeKind.NOT_OURS
        rows.append(
            AnswerRow(
                NOT_OURS, problem.not_ours_reason, kind, tr("cards.outcome.not_ours"),
                action=tr("solve.list.take_back"),
            )
        )  # fmt: skip
    return rows


def offer_for(answers: Answers, said: Sequence[str], taken: Sequence[str]) -> Offer:
    """The candidates for what was said in one way or several, best first, without those taken.

    Weak ones only fill up the list when there are few good ones.
    """
    found = answers_to(answers, said, language(), _MOST + len(taken))
    good = [hit for hit in found if hit.fit > 1]
    shown = good if len(good) >= _FEWEST else found[:_WEAK]
    free = [hit for hit in shown if hit.solution.id not in taken]
    return Offer(tuple(free[:_MOST]), min(len(shown), _MOST), trust(found))


def candidate_rows(offer: Offer, *, can_request: bool) -> list[AnswerRow]:
    """Rows for candidates, after words where nothing seems to fit or nobody can be sure.

    Where nothing fits the words carry the way on: to make it a request, if it is none yet.
    """
    rows = [_candidate(hit) for hit in offer.candidates]
    if offer.trust is Trust.NOTHING:
        words, action = tr("solve.list.nothing"), tr("solve.foot.request") * can_request
        rows.insert(0, AnswerRow(NOTE, words, action=action, key="Alt+Q", note=True))
    elif offer.trust is Trust.MAY_FIT and rows:
        rows.insert(0, AnswerRow(NOTE, tr("solve.list.may_fit"), note=True))
    return rows


def in_sheets(played: Sequence[AnswerRow], offered: Sequence[AnswerRow]) -> list[AnswerRow]:
    """All rows in order, each outcome and the candidates on a sheet of their own."""
    rows: list[AnswerRow] = []
    for row in (*played, *offered):
        before = rows[-1] if rows else None
        other = before is not None and (before.outcome, before.note) != (row.outcome, row.note)
        rows.append(replace(row, leads=other))
    return rows


def _candidate(hit: Suggestion) -> AnswerRow:
    return AnswerRow(
        candidate_id(hit.solution.id),
        hit.solution.text(language()).name,
        fit=hit.fit,
        action=tr("solve.list.choose"),
        details=reasons(hit),
    )


def _played(
    state: WorkshopState, problem: Problem, card: PlayedCard, answers: Answers
) -> AnswerRow:
    if card.outcome is not OutcomeKind.SOLUTION:
        return AnswerRow(
            card.id, _title(state, problem, card), card.outcome, tr(f"cards.kind.{card.kind}"),
            action=tr("solve.list.take_back"),
            details=_card_details(state, card),
        )  # fmt: skip
    solution = answers.solution(card.catalogue_id) if card.catalogue_id else None
    title = solution.text(language()).name if solution else card.title
    steps = solution.text(language()).first_steps if solution else _own_steps(card)
    numbered = solution is not None or len(steps) > 1
    lines = tuple(
        DetailLine(step, number=str(number) if numbered else "")
        for number, step in enumerate(steps, 1)
    )
    if card.kind is CardKind.SOLUTION and solution is None:
        lines = (DetailLine(tr("solve.list.gone"), icon="clock"),)
    return AnswerRow(
        card.id, title, OutcomeKind.SOLUTION, tr("solve.list.chosen"),
        details=lines + _actions_of(state, card),
        badge=tr("solve.list.first_steps") if numbered and steps else "",
    )  # fmt: skip


def _title(state: WorkshopState, problem: Problem, card: PlayedCard) -> str:
    request = state.request_of(card.problem_id) if card.kind is CardKind.UPDATE else None
    if request is None:
        return card.title
    if request.title == problem.title:
        return tr("solve.list.request_plain", number=request.number)
    return tr("solve.list.request", number=request.number, title=request.title)


def _own_steps(card: PlayedCard) -> tuple[str, ...]:
    return tuple(line.strip() for line in card.text.split("\n") if line.strip())


def _card_details(state: WorkshopState, card: PlayedCard) -> tuple[DetailLine, ...]:
    if card.kind is CardKind.UPDATE:
        return (DetailLine(tr("solve.list.request_hint"), icon="info"),)
    lines = tuple(DetailLine(line) for line in _own_steps(card))
    return lines + _actions_of(state, card)


def _actions_of(state: WorkshopState, card: PlayedCard) -> tuple[DetailLine, ...]:
    mine = (action for action in state.actions if action.card_id == card.id)
    return tuple(DetailLine(_action_words(state, action), icon="action") for action in mine)


def _action_words(state: WorkshopState, action: Action) -> str:
    person = state.participant(action.owner_id)
    owner = texts().person(person.name, person.honorific) if person else action.owner_name
    parts = (action.text, owner, texts().date(action.due, year=False))
    return "  ".join(part for part in parts if part)
