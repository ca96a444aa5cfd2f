"""The list of all customers, to choose whose contacts are shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.empty_state import EmptyState
from ui.components.page import WindowApi
from ui.components.tasks_view import TaskRow, TasksView
from ui.pages.customer.contact_words import day_words
from ui.widgets.paged_list import PagedList
from ui.widgets.text import Text
from workshop_app.i18n import tr
from workshop_app.services import queries


class CustomersList(QWidget):
    """Each customer with the latest contact; ``chosen(id)`` carries that contact's id."""

    chosen = Signal(str)

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._nothing = EmptyState(tr("customer.none"))
        self.list = PagedList(tr("customer.all"), view=TasksView("list"), role="list")
        self.list.row_actions = ("row.open",)
        self.list.activated.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text("title", tr("customer.all")))
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def refresh(self) -> None:
        """Read the customers from the store."""
        rows = [
            TaskRow(
                one.latest,
                one.name or tr("steps.missing.customer"),
                who=tr("customer.contacts", n=one.contacts),
                due=day_words(one.day),
            )
            for one in queries.customers_with_contacts(self._api.session)
        ]
        self.list.set_rows(rows, self.list.current_id() or (rows[0].id if rows else None))
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def focus_start(self) -> None:
        """Focus the list."""
        self.list.setFocus()
