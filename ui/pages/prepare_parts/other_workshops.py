"""Private: other workshops of this customer and of others, and the choice of a known customer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.base import Context
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.edit_area import EditArea
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Row
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.workshops import EditWorkshop, UseCustomer


class OtherWorkshops(QWidget):
    """A panel at the right: the workshop's private note, known customers, other workshops."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        if not theme().stacked:
            self.setFixedWidth(theme().metrics.panel)
        self.note = EditArea(tr("prepare.workshop_note"), private=True, lines=3)
        self.note.edited.connect(self._keep_note)
        self.customers = PagedList(tr("prepare.known_customers"), role="body", paging_keys=False)
        self.customers.activated.connect(lambda _: self._use_customer())
        self._use = ActionButton(tr("prepare.use_customer"), kind="quiet", size="small")
        self._use.clicked.connect(self._use_customer)
        self.workshops = PagedList(tr("prepare.other_workshops"), role="body", paging_keys=False)
        self.workshops.activated.connect(context.open_workshop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(Text("section", tr("prepare.known_customers")))
        column.addWidget(self.customers, 1)
        column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(Text("section", tr("prepare.other_workshops")))
        column.addWidget(self.workshops, 1)

    def refresh(self, state: WorkshopState) -> None:
        """Read customers and workshops anew."""
        store = self._context.session.store
        self.note.set_text(state.workshop.private_note, state.workshop.id)
        others = [c for c in queries.customers(store) if c.id != state.customer.id]
        self.customers.set_rows([Row(customer.id, customer.name) for customer in others])
        self._use.setVisible(bool(others))
        self.customers.set_caption("" if others else tr("prepare.no_others"))
        rows = []
        for summary in queries.workshops(store):
            if summary.id != state.workshop.id:
                words = (summary.title, summary.customer, texts().date(summary.date))
                rows.append(Row(summary.id, "  ".join(part for part in words if part)))
        self.workshops.set_rows(rows)
        self.workshops.set_caption("" if rows else tr("prepare.no_others"))

    def _keep_note(self, text: str) -> None:
        workshop_id = self._context.session.workshop_id
        self._context.execute(EditWorkshop(workshop_id, "private_note", text))

    def _use_customer(self) -> None:
        current = self.customers.current_id()
        if current is not None:
            self._context.execute(UseCustomer(current))
