"""What a problem comes to, told in private mode: outcomes, steps, and the way there."""

from __future__ import annotations

from collections.abc import Iterable

from ui.components.pieces import Piece
from ui.components.problem_words import said_by
from ui.pages.solve.answer_row import AnswerRow
from ui.pages.solve.answer_rows import played_rows
from ui.pages.solve.entry_names import entry_names
from ui.theme.outcomes import OUTCOMES
from ui.widgets.badge import outcome_word
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.search_path import Way, ways_to
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers

_ARROW = " › "


def conclusion(state: WorkshopState, problem: Problem, answers: Answers) -> list[Piece]:
    """All of it, in the order of reading."""
    outcomes = state.outcomes_of(problem)
    pieces = [Piece(badges=tuple((kind, outcome_word(kind)) for kind in outcomes))]
    if outcomes == (OutcomeKind.OPEN,):
        pieces.append(Piece(tr("solve.conclusion.open"), "body-quiet"))
    limits = _limits(state, problem, answers)
    for row in played_rows(state, problem, answers):
        pieces += _answer(row)
        pieces += [Piece(words, icon="circle-alert") for words in limits.get(row.id, ())]
    return [*pieces, *_way(ways_to(state, problem.id), answers), *said_by(state, problem)]


def _answer(row: AnswerRow) -> list[Piece]:
    colour = OUTCOMES[row.outcome or OutcomeKind.OPEN].colour
    pieces = [Piece(row.title, "body-bold", bar=colour)]
    if row.outcome is not OutcomeKind.SOLUTION and row.remark:
        pieces.append(Piece(row.remark, "meta", bar=colour))
    if row.badge:
        pieces.append(Piece(row.badge, "meta-bold"))
    details = (Piece(line.text, number=line.number, icon=line.icon) for line in row.details)
    return [*pieces, *details]


def _limits(state: WorkshopState, problem: Problem, answers: Answers) -> dict[str, tuple[str, ...]]:
    """The first limit of each chosen answer of the catalogue, by card."""
    found: dict[str, tuple[str, ...]] = {}
    for card in state.cards_of(problem.id):
        solution = answers.solution(card.catalogue_id) if card.catalogue_id else None
        if solution is not None:
            found[card.id] = solution.text(language()).limits[:1]
    return found


def _way(ways: Iterable[Way], answers: Answers) -> list[Piece]:
    told = [Piece(_told(way, answers), icon="search") for way in ways]
    head = Piece(tr("solve.conclusion.way"), "meta-bold", line=True)
    return [head, *(told or [Piece(tr("solve.conclusion.no_way"), "body-quiet")])]


def _told(way: Way, answers: Answers) -> str:
    looked_at = tuple(each for each in way.looked_at if each not in way.chosen)
    parts = [tr("solve.details.quoted", word=way.words)]
    for which, ids in (("looked_at", looked_at), ("chosen", way.chosen)):
        if ids:
            parts.append(tr(f"solve.trail.{which}", names=entry_names(ids, answers)))
    return _ARROW.join(parts)
