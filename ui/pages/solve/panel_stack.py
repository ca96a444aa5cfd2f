"""The place under the problem: the search, or one panel in its stead."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.entry_details import DetailsPanel
from ui.components.page import WindowApi
from ui.components.panel import Panel
from ui.pages.solve.answer_panel import AnswerPanel
from ui.pages.solve.card_panel import CardPanel
from ui.pages.solve.not_ours_panel import NotOursPanel
from ui.pages.solve.search_stage import SearchStage
from ui.pages.solve.trail_panel import TrailPanel
from ui.pages.solve.wording_panel import WordingPanel
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState

_PANELS: dict[str, type[Panel]] = {
    panel.NAME: panel
    for panel in (
        CardPanel,
        AnswerPanel,
        NotOursPanel,
        WordingPanel,
        DetailsPanel,
        TrailPanel,
    )
}
Drafts = dict[tuple[str, str], dict[str, str]]


class Stage(QWidget):
    """Makes a panel when it is first opened. ``changed`` when another thing is in front.

    What was typed into a panel and not yet used is kept per problem in ``drafts``.
    ``finished(name)`` when a panel did what it is for.
    """

    changed = Signal()
    finished = Signal(str)

    def __init__(self, api: WindowApi, drafts: Drafts) -> None:
        super().__init__()
        self._api = api
        self._drafts = drafts
        self._panels: dict[str, Panel] = {}
        self.panel: Panel | None = None
        self.search = SearchStage(api.answers)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.search)

    def open(self, name: str, state: WorkshopState, problem: Problem) -> Panel:
        """Put a panel in front."""
        if self.panel is not None:
            self.keep()
            self.panel.hide()
        self.panel = self.made(name)
        self.panel.show_problem(state, problem)
        self.panel.restore(self._drafts.get((problem.id, name), {}))
        self.search.hide()
        self.panel.show()
        self.changed.emit()
        self.panel.focus_start()
        return self.panel

    def close_panel(self, *, done: bool = False) -> None:
        """Go back to the search; with ``done`` nothing of what was typed is kept."""
        if self.panel is None:
            return
        panel = self.panel
        self.keep()
        if done and panel.problem is not None:
            self._drafts.pop((panel.problem.id, panel.NAME), None)
        self.panel = None
        panel.hide()
        self.search.show()
        self.changed.emit()
        self.search.focus_search()

    def keep(self) -> None:
        """Remember what was typed into the open panel."""
        panel = self.panel
        if panel is None or panel.problem is None:
            return
        key, typed = (panel.problem.id, panel.NAME), panel.typed()
        if typed:
            self._drafts[key] = typed
        else:
            self._drafts.pop(key, None)

    def details(self) -> DetailsPanel:
        """The panel that shows all about one answer."""
        return cast("DetailsPanel", self.made(DetailsPanel.NAME))

    def made(self, name: str) -> Panel:
        """A panel by name, made if need be."""
        if name not in self._panels:
            panel = _PANELS[name](self._api)
            panel.hide()
            panel.left.connect(self.close_panel)
            panel.finished.connect(lambda: self.finished.emit(name))
            self._column.addWidget(panel)
            self._panels[name] = panel
        return self._panels[name]
