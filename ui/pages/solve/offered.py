"""What Solve offers at present."""

from __future__ import annotations

from typing import NamedTuple

from ui.actions.offered import PRIMARY, Beside, FootArea, Offered, Offers, left, primary
from ui.pages.solve.rows import Reason
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


class Situation(NamedTuple):
    """What determines the offers besides the problem.

    Args:
        another: The primary button leads to another problem, not to the next step.
        has_card: There is a card whose text can be changed.
        can_find: There is an answer that the room can search for.
        why: Why the current candidate may be the answer; None without one.

    """

    another: bool
    has_card: bool
    can_find: bool
    why: Reason | None = None


def offered(state: WorkshopState, problem: Problem, at: Situation) -> Offers:
    """Return at the left what is done if no answer fits, always at the same places.

    Why the current candidate may be the answer stands after them and gives way first. The way to a
    request says that it is one, and *not ours* why it cannot be chosen.
    """
    decided = state.outcomes_of(problem) != (OutcomeKind.OPEN,)
    names = tr("solve.foot.request"), tr("solve.foot.requested")
    request = left()._replace(alternatives=names)
    if state.request_of(problem.id) is not None:
        request = request._replace(text=names[1], icon="check")
    not_ours = left()
    if state.cards_of(problem.id):
        not_ours = not_ours._replace(enabled=False, reason=tr("solve.not_ours.excluded"))
    notes = tr("solve.foot.notes_kept" if problem.discussion else "solve.foot.notes")
    return {
        "solve.request": request,
        "solve.answer": left(),
        "solve.card": left(),
        "solve.not_ours": not_ours,
        **({"why": Beside(FootArea.LEFT, at.why.text, icon=at.why.icon)} if at.why else {}),
        "solve.trail": Offered(),
        "solve.note": Offered(notes),
        "solve.find": Offered(enabled=at.can_find),
        "solve.edit_card": Offered(enabled=at.has_card),
        PRIMARY: primary(_next_words(decided, another=at.another), filled=decided),
    }


def _next_words(decided: bool, *, another: bool) -> str:
    which = "decide" if decided else "open"
    if another:
        return tr(f"solve.foot.{which}_problem")
    return tr(f"solve.foot.{which}_step", step=tr(f"steps.name.{Step.APPRAISE}"))
