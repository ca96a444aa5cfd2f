"""Private mode: the panel at the right on how to listen, and problems made from answers."""

from __future__ import annotations

from ui.actions.table import find
from ui.components.pieces import Piece
from ui.components.side_layout import roomy
from ui.components.side_panel import SidePanel
from ui.theme.theme import theme
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_ASKED = (("when", "clock"), ("who", "person"), ("what", "circle-alert"))


class AnswerHints(SidePanel):
    """Shown if three columns fit."""

    def __init__(self) -> None:
        super().__init__(tr("context.listening.heading"))
        self.hide()
        theme().changed.connect(self._show_if_roomy)

    def show_state(self, state: WorkshopState) -> None:
        """Show the problems made from answers so far."""
        self.details.show_pieces([*_hints(), *_made_problems(state)])
        self._show_if_roomy()

    def _show_if_roomy(self) -> None:
        self.setVisible(roomy())


def _hints() -> list[Piece]:
    asked = [
        Piece(
            tr(f"context.listening.{name}_hint"),
            "body-quiet",
            icon=icon,
            lead=tr(f"context.listening.{name}"),
        )
        for name, icon in _ASKED
    ]
    return [Piece(tr("context.listening.lead"), "body-quiet"), *asked]


def _made_problems(state: WorkshopState) -> list[Piece]:
    answers = {answer.id for answer in state.answers}
    grown = [problem for problem in state.problems if problem.answer_id in answers]
    key = find("context.problem").keys[0]
    heading = Piece(tr("context.listening.grown"), "section", line=True)
    if not grown:
        return [heading, Piece(tr("context.listening.none", key=key), "body-quiet")]
    return [heading, *(Piece(problem.title, number=str(problem.number)) for problem in grown)]
