"""Private: what the customer took home from the workshop before, each answered with one key."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.components.tasks_view import TaskRow
from ui.pages.prepare.answered_actions import AnsweredView
from ui.widgets.paged_list import PagedList
from ui.widgets.text import Text
from workshop_app.domain.action import Action
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.actions import AnswerEarlier


class LastTime(QWidget):
    """Actions with a tick, Space or Enter answers; then the requests that were made."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._done: dict[str, bool] = {}
        self._from = Text("meta", "")
        label, view = tr("prepare.last.title"), AnsweredView("body")
        self.rows = PagedList(label, view=view, role="body", paging_keys=False)
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
        """Read it anew; nothing is seen where there is nothing."""
        found = queries.earlier(self._api.session.store, state)
        self.setVisible(found is not None)
        if found is None:
            return
        self._done = {action.id: action.done for action, _ in found.actions}
        left = sum(not action.done for action, _ in found.actions)
        day = texts().date(found.workshop.date) or found.workshop.title
        self._from.setText(tr("prepare.last.from", day=day, n=left))
        requests = [_request_row(request) for request in found.requests]
        self.rows.set_rows([*(_row(*each) for each in found.actions), *requests])

    def _answer(self, row_id: str) -> None:
        if row_id not in self._done:
            return
        done = not self._done[row_id]
        if self._api.execute(AnswerEarlier(row_id, "done", done)) is not None:
            self._api.toast(tr(f"prepare.last.{'done' if done else 'open'}"), undo=True)


def _row(action: Action, owner: str) -> TaskRow:
    day = texts().date(action.due, year=False, short=True) if action.due else ""
    return TaskRow(action.id, action.text, tick=action.done, who=owner, due=day)


def _request_row(request: Request) -> TaskRow:
    return TaskRow(request.id, request.title, who=tr("prepare.last.request"))
