"""Private mode: actions and requests of the customer's previous workshop."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.earlier_words import words_of_day
from ui.components.page import WindowApi
from ui.components.tasks_view import TaskLayout, TaskRow, TasksView
from ui.components.timestamps import now
from ui.widgets.paged_list import PagedList
from ui.widgets.pager import Slot
from ui.widgets.row_painter import RowState, paint_tick
from ui.widgets.text import Text
from workshop_app.domain.action import Action, ActionAnswer
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.then_now import contact_of, last_actions, last_requests
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.actions import AnswerEarlier
from workshop_app.services.promise_words import news_words

_BOX = 20
_BOX_LEFT = 14
_BOX_TOP = 12
_BOX_SPACE = 28
"""Width in px of a tick box, by which the text is indented."""


class LastTime(QWidget):
    """Actions, toggled by Space or Enter, then the requests. Hidden if there are none."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._done: dict[str, bool] = {}
        self._from = Text("meta", "")
        self.rows = PagedList(
            tr("prepare.last.title"), view=TickedTasksView("body"), role="body", paging_keys=False
        )
        self.rows.activated.connect(self._answer)
        self.rows.ticked.connect(self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text("section", tr("prepare.last.title")))
        column.addWidget(self._from)
        column.addSpacing(4)
        column.addWidget(self.rows, 1)

    def refresh(self, state: WorkshopState) -> None:
        """Show the previous workshop."""
        before = state.before
        self.setVisible(before is not None)
        if before is None:
            return
        actions = last_actions(state)
        self._done = {action.id: action.done for action in actions}
        left = sum(action.is_open for action in actions)
        day = texts().date(before.workshop.date) or before.workshop.title
        self._from.setText(tr("prepare.last.from", day=day, n=left))
        requests = [_request_row(state, request) for request in last_requests(state)]
        self.rows.set_rows([*(_row(state, each) for each in actions), *requests])

    def _answer(self, row_id: str) -> None:
        if row_id not in self._done:
            return
        done = not self._done[row_id]
        answer = ActionAnswer.DONE if done else None
        if self._api.execute(AnswerEarlier(row_id, answer, now())) is not None:
            self._api.toast(tr(f"prepare.last.{'done' if done else 'open'}"), undo=True)


class TickedTasksView(TasksView):
    """Paints a tick box before each task whose ``tick`` is not None."""

    def lay_out(self, row: TaskRow, current: bool) -> TaskLayout:
        return TaskLayout(row, self.width() - _BOX_SPACE)

    def part_at(self, slot: Slot, point: QPointF) -> str:
        return "tick" if self._tick_box(slot).adjusted(-6, -6, 6, 6).contains(point) else ""

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        super().paint_slot(painter, slot, state)
        box = self._tick_box(slot)
        tick = self.rows[slot.row].tick
        if tick is not None and not box.isEmpty():
            paint_tick(painter, box, tick)

    def text_left(self) -> int:
        return super().text_left() + _BOX_SPACE

    def _tick_box(self, slot: Slot) -> QRectF:
        if self.rows[slot.row].tick is None or not slot.begins:
            return QRectF()
        box = self._box(slot)
        return QRectF(box.left() + _BOX_LEFT, box.top() + _BOX_TOP, _BOX, _BOX)


def _row(state: WorkshopState, action: Action) -> TaskRow:
    who = contact_of(state, action).participant(action.owner_id)
    owner = who.name if who is not None else action.owner_name
    day = texts().date(action.due, year=False, short=True) if action.due else ""
    return TaskRow(
        action.id, words_of_day(state, action, action.text), tick=action.done, who=owner, due=day
    )


def _request_row(state: WorkshopState, request: Request) -> TaskRow:
    news = contact_of(state, request).news_of(request)
    said = tr("prepare.last.request")
    if news:
        said = news_words(texts(), news[-1], Reader.FACILITATOR)
    return TaskRow(request.id, words_of_day(state, request, request.title), who=said)
