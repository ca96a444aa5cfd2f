"""Private mode's list of all workshops, with the search over customers and problems."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.components.delete_question import DeleteQuestion
from ui.components.empty_state import EmptyState
from ui.components.page_column import PageColumn
from ui.components.window_api import WindowApi
from ui.forms.record_list import RecordList
from ui.pages.start.record_row import record_rows
from ui.rows.paged_list import PagedList
from ui.rows.style import paper_table
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import beside, flow, row
from ui.widgets.entry_line import EntryLine
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.text import match_key
from workshop_app.i18n import texts, tr
from workshop_app.services import queries

_LONGEST_SEARCH = 200
"""Maximum length of a search; the rest is ignored."""


class Records(QWidget):
    """All workshops into which something was entered, newest first.

    Enter opens one, Delete asks and then deletes permanently.
    """

    def __init__(self, api: WindowApi, search: EntryLine) -> None:
        super().__init__()
        self._api = api
        self._opened = ""
        """The workshop that was open when the records were last read."""
        self._all: tuple[queries.WorkshopSummary, ...] = ()
        self._search = search
        label = tr("start.records.recent")
        self.list = PagedList(label, role="list", style=paper_table)
        self._nothing = EmptyState()
        self._records = RecordList(api, self.list, nothing=self._nothing)
        self.question = DeleteQuestion(api, self.list, "start.delete", self._title, self._let_go)
        self._records.offer(
            {
                "row.open": api.open_workshop,
                "start.customer": self._show_customer,
                "row.remove": self.question.ask,
            },
            delete_anywhere=False,
        )
        self._legend = QWidget()
        self._arrange(label)
        self._connect()

    @property
    def asking(self) -> bool:
        """Whether the question about deleting a record is shown."""
        return self.question.asking

    @property
    def contacts_words(self) -> str:
        """The words that lead to the contacts of the current record's customer.

        Once its papers were written, that is to the next visit, with the agreed day if it is known.
        """
        current = self.list.current_id()
        day = next((one.next_date for one in self._all if one.id == current and one.exported), None)
        if day is None:
            return tr("start.contacts")
        if day < date.today().isoformat():
            return tr("start.next_visit")
        return tr("start.next_visit_on", day=texts().date(day, short=True))

    def refresh(self) -> None:
        """Read the records from the store."""
        session = self._api.session
        self._all = tuple(
            each
            for each in queries.workshops(session)
            if each.customer or not queries.is_untouched(session, each.id)
        )
        self._filter()
        opened = session.workshop_id
        if opened != self._opened:
            self._opened = opened
            self.list.set_current(opened)

    def _arrange(self, label: str) -> None:
        badges = [Badge(kind, compact=True) for kind in OutcomeKind]
        if theme().stacked:
            flow(self._legend, *badges, gap=12)
        else:
            row(self._legend, *badges, gap=12)
        head = beside(
            None,
            (Text("section", label), 1),
            self._legend if theme().stacked else (self._legend, 0, Qt.AlignmentFlag.AlignVCenter),
            gap=12,
        )
        layout = PageColumn(self, head, (self._nothing, 1), (self.list, 1), self.question)
        layout.addStretch(0)

    def _connect(self) -> None:
        self.list.acted.connect(self._api.open_workshop)
        self.list.take_keys_from(self._search.field)
        self._search.changed.connect(self._filter)
        self._search.field.returned.connect(self._open_current)

    def _filter(self, *_: object) -> None:
        self.question.hide()
        text = self._search.text().strip()[:_LONGEST_SEARCH]
        found = self._matching(text) if text else self._all
        rows = record_rows(found, date.today())
        self._records.show(rows)
        self.list.set_caption(self._count(len(rows)))
        self._legend.setVisible(bool(rows))
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

    def _open_current(self) -> None:
        current = self.list.current_id()
        if current is not None:
            self._api.open_workshop(current)

    def _show_customer(self, workshop_id: str) -> None:
        """Show the page of a record's customer."""
        session = self._api.session
        if session.workshop_id != workshop_id:
            session.open(workshop_id)
        self._api.go("customer")

    def _title(self, workshop_id: str) -> str:
        return next(row.text for row in self.list.rows() if row.id == workshop_id)

    def _let_go(self, workshop_id: str) -> None:
        session = self._api.session
        if session.workshop_id == workshop_id:
            session.close()
