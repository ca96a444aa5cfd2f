"""Private mode with room: how to listen, and what became a problem, at the right."""

from __future__ import annotations

from ui.components.pieces import Piece
from ui.components.side_layout import roomy
from ui.components.side_panel import SidePanel
from ui.theme.theme import theme
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_ASKED = (("when", "clock"), ("who", "person"), ("what", "circle-alert"))


class Listening(SidePanel):
    """Only read."""

    def __init__(self) -> None:
        super().__init__(tr("context.listening.heading"))
        self.hide()
        theme().changed.connect(self._stand)

    def show_state(self, state: WorkshopState) -> None:
        """Show the problems that grew from answers so far."""
        self.story.show_pieces([*_how(), *_grown(state)])
        self._stand()

    def _stand(self) -> None:
        """Stand there only where there is room for three columns."""
        self.setVisible(roomy())


def _how() -> list[Piece]:
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


def _grown(state: WorkshopState) -> list[Piece]:
    answers = {answer.id for answer in state.answers}
    grown = [problem for problem in state.problems if problem.answer_id in answers]
    heading = Piece(tr("context.listening.grown"), "section", line=True)
    if not grown:
        return [heading, Piece(tr("context.listening.none"), "body-quiet")]
    return [heading, *(Piece(problem.title, number=str(problem.number)) for problem in grown)]
