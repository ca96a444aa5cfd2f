"""Private mode: actions and requests of the customer's previous workshop."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.components.earlier_words import words_of_day
from ui.components.page import WindowApi
from ui.components.task_row import task_row
from ui.components.timestamps import now
from ui.rows.cells import Blank, Tick
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import table
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.text import Text
from workshop_app.domain.action import Action, ActionAnswer
from workshop_app.domain.promises import Reader
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.then_now import contact_of, last_actions, last_requests
from workshop_app.i18n import texts, tr
from workshop_app.services.promise_words import news_words


class LastTime(QWidget):
    """Actions, toggled by Space or Enter, then the requests. Hidden if there are none."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._done: dict[str, bool] = {}
        self._from = Text("meta", "")
        self.rows = PagedList(tr("prepare.last.title"), style=table, role="body", paging_keys=False)
        self.rows.activated.connect(self._answer)
        self.rows.ticked.connect(self._answer)
        column(
            self,
            Text("section", tr("prepare.last.title")),
            self._from,
            4,
            (self.rows, 1),
            gap=2,
            around=NO_MARGINS,
        )

    def refresh(self, state: WorkshopState) -> None:
        before = state.before
        self.setVisible(before is not None)
        if before is None:
            return
        actions = last_actions(state)
        self._done = {action.id: action.done for action in actions}
        left = sum(action.is_open for action in actions)
        day = texts().date(before.workshop.date) or before.workshop.title
        words = (
            tr("prepare.last.from", n=left, day=day) if left else tr("prepare.last.none", day=day)
        )
        self._from.setText(words)
        self.rows.set_rows(earlier_rows(state))

    def _answer(self, row_id: str) -> None:
        if row_id not in self._done:
            return
        from workshop_app.services.commands.actions import AnswerEarlier  # on use

        done = not self._done[row_id]
        answer = ActionAnswer.DONE if done else None
        if self._api.execute(AnswerEarlier(row_id, answer, now())) is not None:
            self._api.toast(tr(f"prepare.last.{'done' if done else 'open'}"), undo=True)


def earlier_rows(state: WorkshopState) -> list[Row]:
    """Return the actions of the previous visit, then its requests."""
    requests = [_request_row(state, request) for request in last_requests(state)]
    return [*(_row(state, each) for each in last_actions(state)), *requests]


def _row(state: WorkshopState, action: Action) -> Row:
    who = contact_of(state, action).participant(action.owner_id)
    owner = who.name if who is not None else action.owner_name
    day = texts().date(action.due, year=False, short=True) if action.due else ""
    text = words_of_day(state, action, action.text)
    return task_row(action.id, text, before=(Tick(action.done),), who=owner, due=day)


def _request_row(state: WorkshopState, request: Request) -> Row:
    news = contact_of(state, request).news_of(request)
    said = tr("prepare.last.request")
    if news:
        said = news_words(texts(), news[-1], Reader.FACILITATOR)
    title = words_of_day(state, request, request.title)
    return task_row(request.id, title, before=(Blank(Tick(False)),), who=said)
