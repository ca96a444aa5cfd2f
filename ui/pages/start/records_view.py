"""The painted list of records."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from ui.pages.start.record_layout import Columns, RecordLayout
from ui.pages.start.record_painter import chevron_box, paint_record
from ui.pages.start.record_row import RecordRow
from ui.widgets.pager import Slot
from ui.widgets.row_painter import RowState
from ui.widgets.rows import RowNames
from ui.widgets.sheet_view import SheetView


class RecordsView(RowNames, SheetView[RecordRow, RecordLayout]):
    """Draws ``RecordRow``; its parts stand in line from row to row."""

    def __init__(self) -> None:
        super().__init__("list")
        self._columns = Columns(0, (), 0)

    def lay_out(self, row: RecordRow, current: bool) -> RecordLayout:
        return RecordLayout(row, self.width(), self._columns)

    def measure_all(self) -> None:
        self._columns = Columns.of(self._rows)

    def part_at(self, slot: Slot, point: QPointF) -> str:
        box = self._box(slot)
        centre = point.y()  # the whole right end opens the record
        return "action" if chevron_box(box, centre).adjusted(-12, 0, 12, 0).contains(point) else ""

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        paint_record(painter, self._box(slot), slot, self._layout(slot.row), state)
