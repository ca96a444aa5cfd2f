"""Hand-outs and files: the papers section on a separate page, available from every step."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from ui.actions.table import find, key_of
from ui.components.foot_buttons import back_button
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.papers.papers_section import PapersSection
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.key_action import key_action
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class _Papers(PapersSection):
    ASKS = True


class HandOutsPage(Page):
    """Esc leads back to the previous page, or stops a running export."""

    NAME: ClassVar[str] = "hand_outs"

    def build(self) -> None:
        metrics = theme().metrics
        self.papers = _Papers(self.api, self.private, memory(self))
        self.papers.foot_changed.connect(self._foot_changed)
        self._back = back_button(self, tr("wrap_up.papers.back"), self._go_back)
        for key, by in zip(find("moving.pages").keys, (-1, 1), strict=True):
            key_action(key, self, partial(self.papers.turn, by))
        # beside the steps the rail has no button for it
        key_action(key_of("everywhere.undo"), self, self.api.undo)
        column(
            self,
            Text("title", tr("frame.place.hand_outs")),
            (self.papers, 1),
            gap=metrics.gap,
            around=(metrics.side, metrics.top, metrics.side, metrics.gap),
        )

    def refresh(self, state: WorkshopState | None) -> None:
        if memory(self).get("asked_from") != self.api.came_from:
            self.papers.forget_asked()
        if state is not None:
            self.papers.refresh(state)

    def show_place(self, name: str) -> None:
        """Show only one document, ready to be written, until the page is left."""
        memory(self)["asked_from"] = self.api.came_from
        self.papers.ask_for(name)
        self.focus_start()

    def foot(self) -> FootContent:
        ways = self.papers.ways() if self.papers.running else [self._back, *self.papers.ways()]
        return FootContent(left=ways, primary=self.papers.primary())

    def focus_start(self) -> None:
        self.papers.focus_start()

    def handle_escape(self) -> bool:
        if not self.papers.handle_escape():
            self._go_back()
        return True

    def _go_back(self) -> None:
        self.papers.forget_asked()
        self.api.go_back()

    def _foot_changed(self) -> None:
        if self.isVisible():
            self.api.update_foot()
