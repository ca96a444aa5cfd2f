"""The list of all customers, to choose whose contacts are shown, and an entry for a new one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.components.empty_state import EmptyState
from ui.components.page_column import PageColumn
from ui.components.task_row import task_row
from ui.components.window_api import WindowApi
from ui.forms.record_list import RecordList
from ui.pages.customer.contact_words import day_words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import paper_table
from ui.widgets.entry_line import EntryLine
from workshop_app.domain.look_alike import looks
from workshop_app.domain.text import match_key
from workshop_app.i18n import tr
from workshop_app.services import queries


class CustomersList(QWidget):
    """Each customer with the latest contact.

    ``chosen(id)`` carries the latest contact of a customer, ``named(name)`` the name of a new one.
    A name that looks like that of a listed customer chooses that customer.
    """

    chosen = Signal(str)
    named = Signal(str)

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._latest: dict[str, str] = {}
        """The latest contact of each customer by how its name looks."""
        self._nothing = EmptyState(tr("customer.none"))
        self.list = PagedList(tr("customer.all"), style=paper_table, role="list")
        self._records = RecordList(api, self.list, nothing=self._nothing)
        self._records.offer({"row.open": self.chosen.emit})
        self.entry = EntryLine(
            tr("customer.new"),
            tr("customer.new"),
            icon="building",
            button=tr("customer.new_do"),
            role="list",
            name="new-customer",
        )
        self.entry.entered.connect(self._name_entered)
        layout = PageColumn(
            self,
            self._nothing,
            (self.list, 1),
        )
        layout.addStretch(0)
        layout.place(self.entry)
        layout.keep_edge()

    def refresh(self) -> None:
        """Read the customers from the store."""
        customers = queries.customers_with_contacts(self._api.session)
        self._latest = {looks(match_key(one.name)): one.latest for one in customers}
        rows = customer_rows(customers)
        self._records.show(rows)

    def focus_start(self) -> None:
        """Focus the list, or the entry while there is no customer."""
        (self.list if self.list.rows() else self.entry).setFocus()

    def _name_entered(self, name: str) -> None:
        key = looks(match_key(name))
        if not key:
            return
        if key in self._latest:
            self.entry.clear()
            self.chosen.emit(self._latest[key])
        else:
            self.named.emit(name)


def customer_rows(customers: Iterable[queries.CustomerWithContacts]) -> list[Row]:
    """Return a row per customer with the latest contact; its id is the contact's."""
    return [
        task_row(
            one.latest,
            one.name or tr("steps.missing.customer"),
            who=tr("customer.contacts", n=one.contacts),
            due=day_words(one.day),
        )
        for one in customers
    ]
