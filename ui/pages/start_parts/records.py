"""Private mode's list of all workshops, with the search over customers and problems."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.base import Context
from ui.pages.start_parts.homework import Homework
from ui.widgets.action_button import ActionButton
from ui.widgets.entry_line import EntryLine
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Mark, Row
from ui.widgets.text import Text
from workshop_app.domain.text import match_key
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.workshops import DeleteWorkshop


class Records(QWidget):
    """All workshops, newest first; Enter opens one, Del asks once and then deletes for good."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._all: tuple[queries.WorkshopSummary, ...] = ()
        self._doomed = ""
        self._search = EntryLine(tr("start.records.search"), icon="search", role="body")
        self._list = PagedList(tr("start.records.recent"), role="body")
        self._list.activated.connect(context.open_workshop)
        self._list.acted.connect(context.open_workshop)
        self._list.take_keys_from(self._search.field)
        self._list.current_changed.connect(self._forget_doom)
        self._search.changed.connect(self._filter)
        self._search.entered.connect(lambda _: self._open_current())
        self._delete = ActionButton(tr("start.records.delete"), kind="danger", size="small")
        self._delete.clicked.connect(self._delete_current)
        self._path = Text("hint")
        self.homework = Homework(context)
        self._arrange()

    def refresh(self) -> None:
        """Read the records anew."""
        self._all = queries.workshops(self._context.session.store)
        self._path.setText(tr("start.records.path", path=str(self._context.session.store.path)))
        self._filter()
        self.homework.refresh()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Text("section", tr("start.records.recent")), 1)
        head.addWidget(self._search, 2)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        below = QHBoxLayout()
        below.addWidget(self._path, 1)
        below.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)

    def _filter(self, *_: object) -> None:
        text = self._search.text()
        found = self._matching(text) if text.strip() else self._all
        self._list.set_rows([_row(summary) for summary in found])
        empty = "none" if not self._all else "nothing_found"
        count = tr("start.records.count", n=len(found)) if found else tr(f"start.records.{empty}")
        self._list.set_caption(count)
        self._delete.setEnabled(bool(found))
        self._forget_doom()

    def _matching(self, text: str) -> list[queries.WorkshopSummary]:
        key = match_key(text)
        store = self._context.session.store
        spoken = {problem.workshop_id for problem in queries.problems_matching(store, text)}
        return [
            summary
            for summary in self._all
            if key in match_key(f"{summary.title} {summary.customer}") or summary.id in spoken
        ]

    def _open_current(self) -> None:
        current = self._list.current_id()
        if current:
            self._context.open_workshop(current)

    def _delete_current(self) -> None:
        current = self._list.current_id()
        if not current:
            return
        if self._doomed != current:
            self._doomed = current
            self._delete.setText(tr("start.records.delete_sure"))
            return
        session = self._context.session
        title = session.store.get(Workshop, current).title
        if session.workshop_id == current:
            session.close()
        if self._context.execute(DeleteWorkshop(current)) is not None:
            self._context.toast(tr("start.records.deleted", title=title))
        self.refresh()

    def _forget_doom(self, *_: object) -> None:
        self._doomed = ""
        self._delete.setText(tr("start.records.delete"))


def _row(summary: queries.WorkshopSummary) -> Row:
    day = texts().date(summary.date) or texts().date(summary.created_at[:10])
    words = "  ".join(part for part in (day, summary.customer, summary.title) if part)
    marks = [Mark(text=str(count), outcome=kind) for kind, count in summary.outcomes]
    marks.append(Mark(text=tr("start.records.steps_done", n=summary.steps_done)))
    if summary.exported:
        marks.append(Mark(text=tr("start.records.papers"), icon="document"))
    return Row(summary.id, words, marks=tuple(marks))
