"""Private mode: what was promised in all workshops and is open, nearest due date first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from ui.components.task_row import task_row
from ui.components.window_api import WindowApi
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import table
from ui.widgets.boxes import column
from ui.widgets.spaced import spaced
from ui.widgets.text import Text
from workshop_app.i18n import texts, tr
from workshop_app.services import queries


class Homework(QWidget):
    """What is not done yet; Enter opens its workshop."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._workshop_of: dict[str, str] = {}
        label = tr("start.homework.title")
        self._lead = Text("meta")
        self.list = PagedList(label, style=table, role="body", paging_keys=False)
        self.list.activated.connect(lambda task: api.open_workshop(self._workshop_of[task]))
        layout = column(self, Text("section", label), self._lead, 6, (self.list, 1), gap=2)
        layout.addStretch(0)

    def refresh(self) -> None:
        """Read what is open from the store."""
        found = queries.open_commitments(self._api.session, texts())
        self._workshop_of = {task.id: task.workshop_id for task in found}
        words = tr("start.homework.count", n=len(found)) if found else tr("start.homework.none")
        self._lead.setText(words)
        self.list.setVisible(bool(found))
        self.list.set_rows(homework_rows(found, date.today()))


def homework_rows(tasks: Iterable[queries.OpenCommitment], today: date) -> list[Row]:
    """Return what is open; days that are near or past are on a tint."""
    return [_row(task, today) for task in tasks]


def _row(task: queries.OpenCommitment, today: date) -> Row:
    due, tint = _due(task.due, today)
    who = spaced(task.customer, task.owner)
    return task_row(task.id, task.text, who=who, due=due, tint=tint)


def _due(iso: str, today: date) -> tuple[str, str]:
    """Return the due date in words, and its tint if it is tomorrow, today or past."""
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
