"""The lines of the palette: text, place, and key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.painting import draw_key, key_size, left_bar, rounded
from ui.widgets.text_layout import draw_line, text_width

ROWS = 8
_SIDE = 16
_GAP = 20


class PaletteRows(QWidget):
    """Shows at most eight lines around the current one; ``picked``: a line was clicked."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.List

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[str, str, str]] = []
        self._current = 0
        self._first = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def current(self) -> int:
        """The index of the current line."""
        return self._current

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show text, place and key of each line; the first is selected."""
        self._lines = list(lines)
        self._current = self._first = 0
        self.updateGeometry()
        self.update()

    def move_by(self, rows: int) -> None:
        """Move the selection; it stops at the ends."""
        self._current = max(0, min(len(self._lines) - 1, self._current + rows))
        self._first = max(self._current - ROWS + 1, min(self._first, self._current))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, self._row_height() * max(1, min(ROWS, len(self._lines))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._first + int(event.position().y() // self._row_height())
        if row < len(self._lines):
            self.picked.emit(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self._row_height()
        shown = self._lines[self._first : self._first + ROWS]
        for number, line in enumerate(shown):
            box = QRectF(0, number * height, self.width(), height)
            self._paint(painter, box, line, self._first + number == self._current)

    def _paint(
        self, painter: QPainter, box: QRectF, line: tuple[str, str, str], current: bool
    ) -> None:
        words, place, key = line
        if current:
            rounded(painter, box, 6, theme().colour("accent_soft"))
            left_bar(painter, box, 6, 4, theme().colour("accent"))
        font = theme().font("body-bold" if current else "body")
        colour = theme().colour("ink")
        draw_line(painter, words, font, colour, _SIDE, box.top(), box.height())
        right = box.right() - _SIDE
        if key:
            right -= key_size(key)[0]
            draw_key(painter, key, right, box.center().y(), theme().colour("ink2"), True)
            right -= _GAP
        meta = theme().font("meta")
        x = right - text_width(place, meta)
        draw_line(painter, place, meta, theme().colour("ink2"), x, box.top(), box.height())

    def _row_height(self) -> int:
        return theme().line_height("body") + 14
