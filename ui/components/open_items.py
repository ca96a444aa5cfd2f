"""Open actions of all workshops, the nearest due date first; private mode only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.components.text_stack import TextStack
from ui.widgets.paged_list import PagedList
from ui.widgets.pager import Slot
from ui.widgets.row_layout import continued_height
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView
from ui.widgets.text import Text
from workshop_app.i18n import texts, tr
from workshop_app.services import queries

_SIDE, _PADDING = 16, 9


@dataclass(frozen=True)
class TaskRow(Row):
    """One open action; ``text`` is what is to be done."""

    who: str = ""
    due: str = ""
    tint: str = ""


class TaskLayout:
    """Where the lines of a task stand in a list of ``width`` px."""

    def __init__(self, row: TaskRow, width: int) -> None:
        self.stack = TextStack(max(1, width - 2 * _SIDE))
        self.stack.add(row.text, "body")
        self.stack.add_led(row.due, row.tint, row.who, "meta")

    @property
    def lines(self) -> int:
        """Number of lines."""
        return len(self.stack)

    def height(self, first: int, last: int) -> int:
        """Height in px of the lines ``first`` to before ``last``; what goes on says so."""
        parts = (first > 0) + (last < self.lines)
        return 2 * _PADDING + self.stack.height(first, last) + parts * continued_height()


class TasksView(RowNames, SheetView[TaskRow, TaskLayout]):
    """Draws the open actions."""

    def lay_out(self, row: TaskRow, current: bool) -> TaskLayout:
        return TaskLayout(row, self.width())

    def row_name(self, row: Row) -> str:
        more = (row.due, row.who) if isinstance(row, TaskRow) else ()
        return " ".join(part for part in (super().row_name(row), *more) if part)

    def words_left(self) -> int:
        """Where the words begin, from the left edge of a row."""
        return _SIDE

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        box, layout = self._box(slot), self._layout(slot.row)
        paint_ground(painter, box, state)
        y = box.top() + _PADDING + (0 if slot.begins else continued_height())
        layout.stack.draw(painter, box.left() + self.words_left(), y, slot.first, slot.last)


class Homework(QWidget):
    """What was promised and is not done yet; ``wanted(id)``: the workshop of one is to open."""

    wanted = Signal(str)

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._workshop_of: dict[str, str] = {}
        label = tr("start.homework.title")
        self._lead = Text("meta", "")
        self.list = PagedList(label, view=TasksView("body"), role="body", paging_keys=False)
        self.list.activated.connect(lambda task: self.wanted.emit(self._workshop_of[task]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text("section", label))
        column.addWidget(self._lead)
        column.addSpacing(6)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def refresh(self) -> None:
        """Read the open actions anew."""
        found = queries.open_actions(self._api.session.store)
        self._workshop_of = {task.id: task.workshop_id for task in found}
        words = tr("start.homework.count", n=len(found)) if found else tr("start.homework.none")
        self._lead.setText(words)
        self.list.setVisible(bool(found))
        self.list.set_rows([_row(task, date.today()) for task in found])


def _row(task: queries.OpenAction, today: date) -> TaskRow:
    due, tint = _due(task.due, today)
    who = "  ".join(part for part in (task.customer, task.owner) if part)
    return TaskRow(task.id, task.text, who=who, due=due, tint=tint)


def _due(iso: str, today: date) -> tuple[str, str]:
    """The due date in words, and the tint that goes with it when it is near or past."""
    if not iso:
        return "", ""
    day = date.fromisoformat(iso)
    words = texts().date(iso, year=day.year != today.year, short=True)
    if day < today:
        return tr("start.homework.overdue", day=words), "late"
    if day == today:
        return tr("start.homework.today", day=words), "warn"
    if day == today + timedelta(days=1):
        return tr("start.homework.tomorrow", day=words), "warn"
    return words, ""
