"""What Solve offers at present."""

from __future__ import annotations

from typing import NamedTuple

from ui.actions.offered import PRIMARY, Beside, FootArea, Offered, Offers, left, primary
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_LEFT = {
    "request": "request",
    "not_ours": "secondary",
    "card": "card",
    "answer": "secondary",
    "trail": "secondary",
    "note": "secondary",
}
"""The styles of the buttons at the left, by the names of their actions, in order.

In a narrow window the last ones move into the menu first.
"""
_BESIDE_A_GAP = ("request", "not_ours")
"""The buttons that the work area shows instead while it shows a known gap."""


class Situation(NamedTuple):
    """What determines the buttons besides the problem.

    Args:
        decided: The problem has an outcome.
        another: The primary button leads to another problem, not to the next step.
        everything: All problems are listed, not only the chosen ones.
        beside_gap: The work area shows a known gap, and offers the outcomes for it.
        has_card: There is a card whose text can be changed.
        narrow: Another button takes the space of the sentence before the buttons.

    """

    decided: bool
    another: bool
    everything: bool
    beside_gap: bool
    has_card: bool
    narrow: bool


def offered(problem: Problem, at: Situation) -> Offers:
    """Return outcomes and other panels at the left, details at the right."""
    offers: Offers = {}
    if not at.beside_gap and not at.narrow:
        offers["lead"] = Beside(FootArea.LEFT, tr("solve.foot.none_fits"))
    for name, emphasis in _LEFT.items():
        if not (at.beside_gap and name in _BESIDE_A_GAP):
            offers[f"solve.{name}"] = left(emphasis=emphasis)
    notes = tr("solve.foot.notes_kept" if problem.discussion else "solve.foot.notes")
    offers["solve.note"] = left(notes)
    offers["details"] = Beside(FootArea.RIGHT)
    which = "show_chosen" if at.everything else "show_all"
    offers["solve.all"] = Offered(tr(f"solve.strip.{which}"))
    offers["solve.edit_card"] = Offered(enabled=at.has_card)
    offers[PRIMARY] = primary(_next_words(at), filled=at.decided)
    return offers


def _next_words(at: Situation) -> str:
    which = "decide" if at.decided else "open"
    if at.another:
        return tr(f"solve.foot.{which}_problem")
    return tr(f"solve.foot.{which}_step", step=tr(f"steps.name.{Step.APPRAISE}"))
