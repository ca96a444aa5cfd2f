"""How a problem stands in the list at the left, and who said it."""

from __future__ import annotations

from ui.components.outline_row import OutlineRow, Sign
from ui.components.pieces import Piece
from ui.widgets.badge import outcome_word
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr


def solve_row(state: WorkshopState, problem: Problem, current: bool) -> OutlineRow:
    """A problem with its outcomes; the open one in hand says that it is being worked on."""
    outcomes = state.outcomes_of(problem)
    number = str(problem.number)
    if current and outcomes == (OutcomeKind.OPEN,):
        words = tr("desk.outline.working")
        return OutlineRow(
            problem.id, number, problem.title, remark=words, icon="pen", colour="accent"
        )
    signs = tuple(Sign(kind, outcome_word(kind)) for kind in outcomes)
    return OutlineRow(problem.id, number, problem.title, signs)


def said_by(state: WorkshopState, problem: Problem) -> list[Piece]:
    """Who said a problem, as the last part of a panel's story."""
    names = [texts().person(who.name, who.honorific) for who in state.speakers_of(problem)]
    if not names:
        return []
    words = tr("widgets.problem_side.speakers_of", number=problem.number)
    label = Piece(words, "meta-bold", line=True)
    return [label, Piece(tr("widgets.problem_side.and").join(names))]
