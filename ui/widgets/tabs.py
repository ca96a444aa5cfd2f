"""Tabs: words side by side, the current one bold with a line below it."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from ui.theme.theme import theme
from ui.widgets.segments import Segments

TAB_INSET = 14
"""px before the words of the first tab: place the tabs this far left of the text below them."""
_BEYOND = 6  # px of the line at each side of the words
_FREE = 2 * (TAB_INSET - _BEYOND)
"""px around the line of a tab, unless space is short."""
_LINE = 3


class Tabs(Segments):
    """Segments without a frame, as wide as their words while all fit on one line.

    They stand closer if space is short; the first one begins at the same place.
    """

    def paint(self, painter: QPainter) -> None:
        self._paint_segments(painter)

    def _paint_ground(self, painter: QPainter, number: int, rect: QRectF, words: int) -> None:
        wide = words + 2 * _BEYOND
        line = QRectF(rect.center().x() - wide / 2, rect.bottom() - _LINE, wide, _LINE)
        if number == self._current:
            painter.fillRect(line, theme().colour("accent"))
        elif number == self._hovered and self.isEnabled():
            painter.fillRect(line, theme().colour("line"))

    def _edges(self, width: int) -> tuple[int, ...]:
        whole = self._whole_widths()
        spare = width - sum(whole) - _FREE // 2
        if not whole or spare < 0:
            return super()._edges(width)
        free = min(_FREE, spare // len(whole))
        return tuple(accumulate(((_FREE - free) // 2, *(each + free for each in whole))))

    def _inset(self) -> int:
        return _BEYOND

    def sizeHint(self) -> QSize:
        width = sum(self._whole_widths()) + _FREE * len(self.options)
        return QSize(width, self.heightForWidth(width))
