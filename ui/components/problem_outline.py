"""The list of problems at the left in private mode, each with its outcomes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.components.side_layout import list_width
from ui.rows.row import Row
from ui.rows.style import Style, plain
from ui.rows.view import RowsView
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.text import Text
from workshop_app.i18n import tr


def _narrow(role: str, width: int) -> Style:
    """Return the measures of rows in a narrow column, with their outcomes below the text."""
    return plain(role, width)._replace(side=9, gap=10, between=6, pad=9, least=0, flows=True)


class ProblemOutline(QWidget):
    """The problems, each with its outcomes, below a heading and how many of them are finished.

    Signals:
        problem_requested: Another problem was chosen; carries its id.
    """

    problem_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.view = RowsView("meta" if theme().metrics.rather_low else "body", _narrow)
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._heading = Text("body-bold")
        self._count = Text("meta")
        titles = column(None, self._heading, self._count, gap=0)
        self._column = column(self, titles, (self.view, 1), gap=8)
        self.view.current_changed.connect(self._request)
        theme().follow(self.fit)

    def show_rows(self, heading: str, rows: Sequence[Row], current: str, *, done: int) -> None:
        """Show problems, ``done`` of them finished, and mark the one whose id is ``current``."""
        count = tr("desk.outline.done", n=done, total=len(rows))
        self._heading.setText(heading)
        self._count.setText(count)
        self.view.set_rows(rows, current)
        self.view.setAccessibleName(f"{heading} {count}")

    def fit(self) -> None:
        """Take the width and the margins of the window's size."""
        self.setFixedWidth(list_width())
        self._column.setContentsMargins(12, theme().metrics.top, 0, theme().metrics.gap)

    def _request(self, problem_id: str) -> None:
        had_focus = self.view.hasFocus()
        self.problem_requested.emit(problem_id)
        if had_focus:
            self.view.setFocus()
