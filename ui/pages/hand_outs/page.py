"""Hand-outs and files: the papers section on a separate page, available from every step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ui.actions.offered import BACK, Offers, back
from ui.actions.table import find, key_of
from ui.components.foot_buttons import Offering
from ui.components.page import Page
from ui.components.page_column import PageColumn
from ui.components.page_memory import memory
from ui.components.papers.papers_section import PapersSection
from ui.theme.theme import theme
from ui.widgets.key_action import key_action


class _Papers(PapersSection):
    ASKS = True


class HandOutsPage(Page):
    """Esc leads back to the previous page, or stops a running export."""

    NAME = "hand_outs"

    def build(self) -> None:
        metrics = theme().metrics
        self.papers = _Papers(self.api, self.private, memory(self))
        self.papers.foot_changed.connect(self._update_foot)
        for key, by in zip(find("moving.pages").keys, (-1, 1), strict=True):
            key_action(key, self, partial(self.papers.turn, by))
        # beside the steps the rail has no button for it
        key_action(key_of("everywhere.undo"), self, self.api.undo)
        PageColumn(
            self,
            (self.papers, 1),
            gap=metrics.gap,
            above=metrics.top,
            below=metrics.gap,
        )

    def refresh(self) -> None:
        if memory(self).get("asked_from") != self.api.way_back:
            self.papers.forget_asked()
        if self.session.state is not None:
            self.papers.refresh(self.state)

    def show_location(self, name: str) -> None:
        """Show only one document, ready to be written, until the page is left."""
        memory(self)["asked_from"] = self.api.way_back
        self.papers.ask_for(name)
        self.focus_start()

    def offered(self) -> Offers:
        return {} if self.papers.running else {BACK: back()}

    def parts(self) -> Sequence[Offering]:
        return (self, self.papers)

    def focus_start(self) -> None:
        self.papers.focus_start()

    def handle_escape(self) -> bool:
        if not self.papers.handle_escape():
            self.leave()
        return True

    def leave(self) -> None:
        self.papers.forget_asked()
        self.api.go_back()
