"""A painted list of tasks and other short records: a text, and below it who and when."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from ui.components.text_stack import TextStack
from ui.widgets.continuation import continuation_height
from ui.widgets.pager import Slot
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView

_SIDE = 16
_PADDING = 9


@dataclass(frozen=True)
class TaskRow(Row):
    """One record; ``text`` is the task.

    ``due`` is a day in words, on the colour ``tint`` if that is not empty.
    """

    who: str = ""
    due: str = ""
    tint: str = ""


class TaskLayout:
    """The lines of a task, wrapped for a list of ``width`` px."""

    def __init__(self, row: TaskRow, width: int) -> None:
        self.stack = TextStack(max(1, width - 2 * _SIDE))
        self.stack.add(row.text, "body")
        self.stack.add_labelled(row.due, row.tint, row.who, "meta")

    @property
    def lines(self) -> int:
        """Number of lines."""
        return len(self.stack)

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` with continuation notes."""
        parts = (first > 0) + (last < self.lines)
        return 2 * _PADDING + self.stack.height(first, last) + parts * continuation_height()


class TasksView(RowNames, SheetView[TaskRow, TaskLayout]):
    """Draws ``TaskRow`` for a ``PagedList``."""

    def lay_out(self, row: TaskRow, current: bool) -> TaskLayout:
        return TaskLayout(row, self.width())

    def row_name(self, row: Row) -> str:
        more = (row.due, row.who) if isinstance(row, TaskRow) else ()
        return " ".join(part for part in (super().row_name(row), *more) if part)

    def text_left(self) -> int:
        """Return the distance in px from the left edge of a row to its text."""
        return _SIDE

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        box = self._box(slot)
        layout = self._layout(slot.row)
        paint_ground(painter, box, state)
        y = box.top() + _PADDING + (0 if slot.begins else continuation_height())
        layout.stack.draw(painter, box.left() + self.text_left(), y, slot.first, slot.last)
