"""The work area of the page: the problem, the place under it, and the private sides."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.empty_note import EmptyNote
from ui.components.page import WindowApi
from ui.pages.solve.panel_stack import Drafts, Stage
from ui.theme.theme import theme
from ui.widgets.problem_head import ProblemHead
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class Board(QWidget):
    """Arranges the parts; ``sides`` exist in private mode only."""

    def __init__(self, api: WindowApi, drafts: Drafts, private: bool) -> None:
        super().__init__()
        self.head = ProblemHead(tr("solve.strip.label"))
        self.stage = Stage(api, drafts)
        self._empty = EmptyNote(tr("solve.none"), tr("solve.none_hint"))
        self._row = QHBoxLayout(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme().metrics.gap - 2)
        self._column.addWidget(self.head)
        self._column.addWidget(self.stage, 1)
        self._column.addWidget(self._empty, 1)
        self._row.addLayout(self._column, 1)
        self.sides = None
        if private:
            from ui.pages.solve.side_panels import PrivateSides

            self.sides = PrivateSides(api.answers)
            self._row.insertWidget(0, self.sides.outline)
            self._row.addWidget(self.sides.panel)
        self._at_work = False
        self.stage.changed.connect(self.fit)
        theme().changed.connect(self.fit)
        self.show_work(False)

    def show_work(self, at_work: bool) -> None:
        """Show the problem and all that belongs to it, or that there is none."""
        self._at_work = at_work
        self.head.setVisible(at_work)
        self.stage.setVisible(at_work)
        self._empty.setVisible(not at_work)
        self.fit()

    def show_private(self, state: WorkshopState, problem: Problem, everything: bool) -> None:
        """Show the private sides of a problem, in private mode."""
        if self.sides is not None:
            self.sides.show_problem(state, problem, everything)

    def flush(self) -> None:
        """Hand over what was typed into fields that save by themselves."""
        self.stage.search.notes.flush()
        if self.sides is not None:
            self.sides.note.flush()

    def fit(self) -> None:
        """Margins by the window's size; a narrow one has no room for a panel and the side."""
        metrics, panel = theme().metrics, self.stage.panel
        wide = self.sides is not None and self.sides.fit(
            self._at_work, in_the_way=panel is not None
        )
        around = (metrics.side, metrics.top, metrics.side, metrics.gap)
        self._row.setContentsMargins(*((0, 0, 0, 0) if wide else around))
        self._column.setContentsMargins(*(around if wide else (0, 0, 0, 0)))
        self._row.setSpacing(0 if wide else metrics.side)
        ways = QHBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if metrics.compact else ways.LeftToRight)
        self.head.show_words(panel is None or not panel.HIDES_WORDS)
        self.head.show_tabs(not wide)
