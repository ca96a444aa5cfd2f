"""The list of problems at the left in private mode, each with its outcomes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.components.outline_row import OutlineRow
from ui.components.outline_view import OutlineView
from ui.components.side_layout import list_width
from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.icon_button import IconButton
from ui.widgets.text import Text
from workshop_app.i18n import tr


class ProblemOutline(QWidget):
    """Heading, count and list.

    Signals:
        problem_requested: Another problem was chosen; carries its id.
    """

    problem_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.view = OutlineView()
        self._heading = Text("body-bold", "")
        self._count = Text("meta", "")
        self._arrange()
        self.view.current_changed.connect(self._request)
        self.view.page_changed.connect(self._show_page_buttons)
        theme().changed.connect(self._restyle)
        self._restyle()

    def show_rows(
        self,
        heading: str,
        count: str,
        rows: Sequence[OutlineRow],
        current: str,
    ) -> None:
        """Show problems with the one with the id ``current`` marked, below two lines of text."""
        self._heading.setText(heading)
        self._count.setText(count)
        self.view.set_rows(rows, current)
        self.view.setAccessibleName(f"{heading} {count}")
        self._show_page_buttons()

    def _request(self, problem_id: str) -> None:
        had_focus = self.view.hasFocus()
        self.problem_requested.emit(problem_id)
        if had_focus:
            self.view.setFocus()

    def _show_page_buttons(self) -> None:
        several = self.view.rows_before() + self.view.rows_after() > 0
        for button in self._page_buttons:
            button.setVisible(several)

    def _arrange(self) -> None:
        self._page_buttons: list[IconButton] = []
        head = row(None, (column(None, self._heading, self._count, gap=0), 1), gap=2)
        for icon, name, by in (("chevron-up", "before", -1), ("chevron-down", "after", 1)):
            button = IconButton(icon, tr(f"desk.outline.{name}"))
            button.clicked.connect(lambda _on=False, by=by: self.view.turn(by))
            self._page_buttons.append(button)
            head.addWidget(button)
        column(self, head, (self.view, 1), gap=8)

    def _restyle(self) -> None:
        metrics = theme().metrics
        self.setFixedWidth(list_width())
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(12, metrics.top, 0, metrics.gap)
