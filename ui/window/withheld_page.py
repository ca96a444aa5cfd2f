"""Replaces a page with texts of problems while the audience is to see them later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.actions.binding import bind_button
from ui.actions.offered import Offers, primary
from ui.components import places
from ui.components.page import Page, show_problems
from ui.components.search_start import SearchStart
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column
from ui.widgets.text import Text
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState


def withholds(state: WorkshopState | None, name: str, *, private: bool) -> bool:
    """Return whether a page must not be built, since the audience sees this window."""
    later = state is not None and state.workshop.shown_later
    return later and not private and places.find(name).shows_problems


class WithheldPage(Page):
    """Shows the number of problems, and the key that reveals them."""

    def build(self) -> None:
        self._step: Step | None = None
        centre = Qt.AlignmentFlag.AlignHCenter
        self._count = Text("problem", align=centre)
        self._shown_later = Text("room-quiet", tr("list.shown_later"), align=centre)
        bind_button(self, "everywhere.later", self.reveal, listens=False)
        parts = ((STRETCH, 2), self._count, self._shown_later, (STRETCH, 3))
        column(self, *parts, gap=theme().metrics.gap)

    def replace(self, name: str) -> None:
        """Set the name of the page that it replaces."""
        self._step = Step(name) if name in set(Step) else None

    def refresh(self) -> None:
        self._count.setText(tr("list.count", n=len(self.state.listed)))

    def offered(self) -> Offers:
        return {"everywhere.later": primary(tr("list.now"))._replace(icon="eye")}

    def focus_start(self) -> None:
        self.setFocus()

    def audience_focus(self) -> AudienceFocus | None:
        return AudienceFocus(step=self._step) if self._step is not None else None

    def search_start(self) -> SearchStart:
        return SearchStart()

    def reveal(self) -> bool:
        return show_problems(self.api, later=False)
