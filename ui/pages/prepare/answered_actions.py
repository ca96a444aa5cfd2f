"""Tasks in a narrow list with a box each that says whether they are done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.components.tasks_view import TaskLayout, TaskRow, TasksView
from ui.widgets.pager import Slot
from ui.widgets.row_painter import RowState, paint_tick

_BOX, _LEFT, _TOP, _SPACE = 20, 14, 12, 28


class _TickedLayout(TaskLayout):
    """The same lines, further to the right."""

    def __init__(self, row: TaskRow, width: int) -> None:
        super().__init__(row, width - _SPACE)


class AnsweredView(TasksView):
    """Draws tasks; those with a ``tick`` have a box before them."""

    def lay_out(self, row: TaskRow, current: bool) -> TaskLayout:
        return _TickedLayout(row, self.width())

    def part_at(self, slot: Slot, point: QPointF) -> str:
        return "tick" if self._tick_box(slot).adjusted(-6, -6, 6, 6).contains(point) else ""

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        super().paint_slot(painter, slot, state)
        box, tick = self._tick_box(slot), self.rows[slot.row].tick
        if tick is not None and not box.isEmpty():
            paint_tick(painter, box, tick)

    def text_left(self) -> int:
        return super().text_left() + _SPACE

    def _tick_box(self, slot: Slot) -> QRectF:
        if self.rows[slot.row].tick is None or not slot.begins:
            return QRectF()
        box = self._box(slot)
        return QRectF(box.left() + _LEFT, box.top() + _TOP, _BOX, _BOX)
