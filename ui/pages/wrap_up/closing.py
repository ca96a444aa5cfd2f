"""The closing view, which the room sees when the workshop is finished."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column
from ui.widgets.closing_lines import closing_lines
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.audience_view import Closing
from workshop_app.i18n import tr


class ClosingView(Sheet):
    """Thanks the room, and says what was achieved, what comes next and what everyone takes home."""

    def __init__(self) -> None:
        super().__init__(padding=28, spacing=14)
        self._thanks = Text("problem", tr("wrap_up.closing.thanks"))
        self._lines = QWidget()
        self._parts = [Text("room") for _ in range(4)]
        column(self._lines, *self._parts, gap=theme().metrics.gap)
        self.add((STRETCH, 2), self._thanks, self._lines, (STRETCH, 3))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("wrap_up.closing.thanks"))

    def show_closing(self, closing: Closing) -> None:
        """Show the sentences of the end of a workshop."""
        lines = closing_lines(closing)
        for number, part in enumerate(self._parts):
            part.setText(lines[number] if number < len(lines) else "")
            part.setVisible(number < len(lines))
