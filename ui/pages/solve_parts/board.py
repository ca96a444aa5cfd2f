"""The work area of the page: the problem, the place under it, and the private side."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.base import Context
from ui.pages.empty_note import EmptyNote
from ui.pages.solve_parts.stage import Drafts, Stage
from ui.theme.theme import theme
from ui.widgets.problem_head import ProblemHead
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class Board(QWidget):
    """Arranges the parts; the private side exists in private mode only."""

    def __init__(self, context: Context, drafts: Drafts, private: bool) -> None:
        super().__init__()
        self.head = ProblemHead(tr("solve.strip.label"))
        self.stage = Stage(context, drafts)
        self._empty = EmptyNote(tr("solve.none"), tr("solve.none_hint"))
        self._row = QHBoxLayout(self)
        column = QVBoxLayout()
        column.setSpacing(theme().metrics.gap - 2)
        column.addWidget(self.head)
        column.addWidget(self.stage, 1)
        column.addWidget(self._empty, 1)
        self._row.addLayout(column, 1)
        if private:
            from ui.pages.problem_side import ProblemSide

            self.side = ProblemSide()
            self._row.addWidget(self.side)
        self._private = private
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

    def show_private(self, state: WorkshopState, problem: Problem) -> None:
        """Show the private side of a problem, in private mode."""
        if self._private:
            self.side.show_problem(state, problem)

    def flush(self) -> None:
        """Hand over what was typed into fields that save by themselves."""
        self.stage.search.notes.flush()
        if self._private:
            self.side.note.flush()

    def fit(self) -> None:
        """Margins by the window's size; a narrow one has no room for a panel and the side."""
        metrics, panel = theme().metrics, self.stage.panel
        self._row.setSpacing(metrics.side)
        self._row.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.gap)
        ways = QHBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if metrics.compact else ways.LeftToRight)
        self.head.show_words(panel is None or not panel.HIDES_WORDS)
        if self._private:
            self.side.setVisible(self._at_work and not (panel and metrics.compact))
