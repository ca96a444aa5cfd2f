"""Outcomes and search trail of a problem, as shown at the right of private mode."""

from __future__ import annotations

from collections.abc import Iterable

from ui.components.pieces import Piece
from ui.components.problem_notes import speaker_pieces
from ui.pages.solve.answer_row import AnswerRow
from ui.pages.solve.row_builder import outcome_rows
from ui.theme.outcomes import OUTCOMES
from ui.widgets.badge import outcome_word
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.search_path import SearchAttempt, search_attempts
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, tr
from workshop_app.services.answers import Answers

_ARROW = " › "


def conclusion_pieces(state: WorkshopState, problem: Problem, answers: Answers) -> list[Piece]:
    """Return outcomes, their steps and limits, the search trail, and who said the problem."""
    outcomes = state.outcomes_of(problem)
    pieces = [Piece(badges=tuple((kind, outcome_word(kind)) for kind in outcomes))]
    if outcomes == (OutcomeKind.OPEN,):
        pieces.append(Piece(tr("solve.conclusion.open"), "body-quiet"))
    limits = _first_limits(state, problem, answers)
    for row in outcome_rows(state, problem, answers):
        pieces += _outcome_pieces(row)
        pieces += [Piece(words, icon="circle-alert") for words in limits.get(row.id, ())]
    return [
        *pieces,
        *_trail_pieces(problem, search_attempts(state, problem.id), answers),
        *speaker_pieces(state, problem),
    ]


def _outcome_pieces(row: AnswerRow) -> list[Piece]:
    colour = OUTCOMES[row.outcome or OutcomeKind.OPEN].colour
    pieces = [Piece(row.title, "body-bold", bar=colour)]
    if row.outcome is not OutcomeKind.SOLUTION and row.remark:
        pieces.append(Piece(row.remark, "meta", bar=colour))
    if row.badge:
        pieces.append(Piece(row.badge, "meta-bold"))
    details = (Piece(line.text, number=line.number, icon=line.icon) for line in row.details)
    return [*pieces, *details]


def _first_limits(
    state: WorkshopState, problem: Problem, answers: Answers
) -> dict[str, tuple[str, ...]]:
    """Return the first limit of each chosen catalogue answer, by card id."""
    found: dict[str, tuple[str, ...]] = {}
    for card in state.cards_of(problem.id):
        solution = answers.chosen(card)
        if solution is not None:
            found[card.id] = solution.text(language()).limits[:1]
    return found


def found_words(problem: Problem) -> str:
    """Return how the room found the answer; empty if not recorded."""
    return tr(f"papers.solution.found.{problem.found}") if problem.found is not None else ""


def _trail_pieces(
    problem: Problem, attempts: Iterable[SearchAttempt], answers: Answers
) -> list[Piece]:
    searches = [Piece(_search_line(attempt, answers), icon="search") for attempt in attempts]
    heading = Piece(tr("solve.conclusion.way"), "meta-bold", line=True)
    found = [Piece(found_words(problem), icon="people")] if problem.found is not None else []
    nothing = [Piece(tr("solve.conclusion.no_way"), "body-quiet")]
    return [heading, *found, *(searches or ([] if found else nothing))]


def _search_line(attempt: SearchAttempt, answers: Answers) -> str:
    looked_at = tuple(each for each in attempt.looked_at if each not in attempt.chosen)
    parts = [tr("solve.details.quoted", word=attempt.words)]
    for which, ids in (("looked_at", looked_at), ("chosen", attempt.chosen)):
        if ids:
            parts.append(tr(f"solve.trail.{which}", names=entry_names(ids, answers)))
    return _ARROW.join(parts)


def entry_names(ids: Iterable[str], answers: Answers) -> str:
    """Return the names of catalogue answers as a list in words, with a text for missing ones."""
    known = (answers.as_chosen(each) for each in ids)
    names = (each.text(language()).name if each else tr("solve.trail.gone") for each in known)
    return tr("solve.list.and").join(names)
