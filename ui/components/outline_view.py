"""The painted part of the list at the left: the current problem on a sheet of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.components.outline_painter import paint_ground, paint_row
from ui.components.outline_row import OutlineLayout, OutlineRow, number_font
from ui.widgets.digits import digits_width
from ui.widgets.paged_view import PagedView


class OutlineView(PagedView[OutlineRow, OutlineLayout]):
    """Whole rows, page by page; what fits no more is on the next page."""

    def __init__(self) -> None:
        super().__init__("body")
        self._number_width = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def lay_out(self, row: OutlineRow, current: bool) -> OutlineLayout:
        return OutlineLayout(row, self.width(), self._number_width, current)

    def row_name(self, row: OutlineRow) -> str:
        return row.spoken

    def measure_all(self) -> None:
        longest = sorted({row.number for row in self._rows}, key=len)[-3:]
        widths = (digits_width(number, number_font()) for number in longest)
        self._number_width = max(widths, default=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for slot in self.slots:
            current, over = slot.row == self._current, slot.row == self._hovered[0]
            paint_ground(painter, self._box(slot), current, self.hasFocus(), over)
            paint_row(painter, slot, self._layout(slot.row))
