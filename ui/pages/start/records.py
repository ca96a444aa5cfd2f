"""Private mode's list of all workshops, with the search over customers and problems."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import bind
from ui.actions.table import key_of
from ui.components.delete_question import DeleteQuestion, say_deleted
from ui.components.empty_state import EmptyState
from ui.components.page import WindowApi
from ui.pages.start.record_row import record_rows
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import table
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.badge import Badge
from ui.widgets.entry_line import EntryLine
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.text import match_key
from workshop_app.i18n import tr
from workshop_app.services import queries
from workshop_app.services.commands.workshops import DeleteWorkshop

_LONGEST_SEARCH = 200
"""Maximum length of a search; the rest is ignored."""


class Records(QWidget):
    """All workshops into which something was entered, newest first.

    Enter opens one, Delete asks and then deletes permanently.

    ``emptied``: the last record was deleted.
    """

    emptied = Signal()

    def __init__(self, api: WindowApi, search: EntryLine) -> None:
        super().__init__()
        self._api = api
        self._all: tuple[queries.WorkshopSummary, ...] = ()
        self._search = search
        label = tr("start.records.recent")
        self.list = PagedList(label, role="list", style=table)
        self.list.row_actions = ("row.open", "start.customer", "row.remove")
        bind(self.list, "row.open", self._open_current, listens=False)
        bind(self.list, "row.remove", self._ask, listens=False)
        bind(self.list, "start.customer", self._show_customer)
        self._nothing = EmptyState()
        self._delete = ActionButton(
            tr("start.records.delete"), "trash", key_of("moving.delete"), "note"
        )
        self._question = DeleteQuestion("start.delete")
        self._legend = QWidget()
        self._arrange(label)
        self._connect()

    @property
    def asking(self) -> bool:
        """Whether the question about deleting a record is shown."""
        return not self._question.isHidden()

    def refresh(self) -> None:
        """Read the records from the store."""
        session = self._api.session
        self._all = tuple(
            each
            for each in queries.workshops(session)
            if each.customer or not queries.is_untouched(session, each.id)
        )
        self._filter()

    def leave_question(self) -> None:
        """Hide the question and keep the record."""
        if self.asking:
            self._question.hide()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, label: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout() if theme().stacked else QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Text("section", label), 1)
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(12)
        for kind in OutcomeKind:
            legend.addWidget(Badge(kind, compact=True))
        beside = Qt.AlignmentFlag.AlignVCenter
        below = Qt.AlignmentFlag.AlignLeft
        head.addWidget(self._legend, 0, below if theme().stacked else beside)
        column.addLayout(head)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self._question)
        column.addStretch(0)
        self.list.add_note(self._delete)

    def _connect(self) -> None:
        self.list.activated.connect(self._api.open_workshop)
        self.list.acted.connect(self._api.open_workshop)
        self.list.current_changed.connect(lambda _: self._question.hide())
        self.list.take_keys_from(self._search.field)
        self._search.changed.connect(self._filter)
        self._search.field.returned.connect(self._open_current)
        self._search.lines_pasted.connect(lambda text: self._search.set_text(_one_line(text)))
        self._delete.clicked.connect(self._ask)
        self._question.cancelled.connect(self.leave_question)
        self._question.confirmed.connect(self._delete_current)

    def _filter(self, *_: object) -> None:
        self._question.hide()
        text = self._search.text().strip()[:_LONGEST_SEARCH]
        found = self._matching(text) if text else self._all
        rows = record_rows(found, date.today())
        current = self.list.current_id()
        still_there = current if any(row.id == current for row in rows) else None
        self.list.set_rows(rows, still_there or (rows[0].id if rows else None))
        self.list.set_caption(self._count(len(rows)))
        self.list.setVisible(bool(rows))
        self._legend.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        none = "nothing_found" if self._all else "none"
        self._nothing.show_words(tr(f"start.records.{none}"), "")

    def _count(self, shown: int) -> str:
        if shown == len(self._all):
            return tr("start.records.count", n=shown)
        return tr("start.records.count_found", n=len(self._all), shown=shown)

    def _matching(self, text: str) -> list[queries.WorkshopSummary]:
        """Return the workshops with ``text`` in the title, the customer or a problem."""
        key = match_key(text)
        found = queries.problems_matching(self._api.session, text)
        with_problem = {problem.workshop_id for problem in found}
        return [
            summary
            for summary in self._all
            if summary.id in with_problem or key in match_key(f"{summary.title} {summary.customer}")
        ]

    def _current(self) -> Row | None:
        return self.list.view.current_row

    def _open_current(self) -> None:
        row = self._current()
        if row is not None:
            self._api.open_workshop(row.id)

    def _show_customer(self) -> bool:
        """Show the page of the current record's customer."""
        row = self._current()
        if row is None:
            return False
        session = self._api.session
        if session.workshop_id != row.id:
            session.open(row.id)
        self._api.go("customer")
        return True

    def _ask(self) -> None:
        row = self._current()
        if row is not None:
            self._question.ask(row.text)

    def _delete_current(self) -> None:
        row = self._current()
        session = self._api.session
        self._question.hide()
        if row is None:
            return
        if session.workshop_id == row.id:
            session.close()
        if self._api.execute(DeleteWorkshop(row.id)) is not None:
            say_deleted(self._api, row.text)
        if self.list.rows():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.emptied.emit()


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_SEARCH]
