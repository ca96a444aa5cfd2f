"""The rows of a `PagedList`, painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.theme.theme import theme
from ui.widgets.digits import digits_width
from ui.widgets.pager import Slot
from ui.widgets.row_layout import RowLayout
from ui.widgets.row_painter import RowState, action_box, paint_row, tick_box
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView


class RowsView(RowNames, SheetView[Row, RowLayout]):
    """Paints rows (``ui.widgets.rows.Row``); ``PagedList`` adds the footer."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self._number_width = 0

    def lay_out(self, row: Row, current: bool) -> RowLayout:
        return RowLayout(row, self.width(), self._number_width, self._role, current)

    def control_boxes(self, slot: Slot) -> tuple[QRectF, ...]:
        layout = self._layout(slot.row)
        box = self._box(slot)
        return (action_box(box, layout, slot), tick_box(box, layout, slot))

    def part_at(self, slot: Slot, point: QPointF) -> str:
        layout = self._layout(slot.row)
        box = self._box(slot)
        if action_box(box, layout, slot).contains(point):
            return "action"
        return "tick" if tick_box(box, layout, slot).contains(point) else ""

    def measure_all(self) -> None:
        font = theme().sized_font(theme().text_size(self._role), True)
        longest = sorted({row.number for row in self._rows}, key=len)[-3:]
        self._number_width = max(
            (digits_width(number, font) for number in longest if number), default=0
        )
        self._common = self._number_width

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        paint_row(painter, self._box(slot), slot, self._layout(slot.row), state)
