"""Private mode: the panel next to the preparation."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.components.pieces import Piece, PieceView
from ui.components.side_layout import paint_panel_background, roomy
from ui.components.task_row import task_row
from ui.forms.form import FieldText, Form, by_command
from ui.pages.prepare.last_time import LastTime
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.rows.style import table
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.text import Text
from workshop_app.domain.problem import Source
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import texts, tr
from workshop_app.services import queries
from workshop_app.services.commands.workshops import EditWorkshop, UseCustomer
from workshop_app.services.contact_words import kind_name

_GLANCE_LINES = 6
_GAP = 12
_NARROW = 0.8
"""Share of the panel's usual width next to the fields in a narrow window."""


class PreparePanel(QWidget):
    """A private note, known customers, the previous workshop, a summary, and other workshops.

    Empty parts are hidden.
    """

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        text = FieldText(tr("prepare.workshop_note"), lines=(2, 8))
        self._form = Form(Workshop, {"private_note": text}, by_command(api, EditWorkshop))
        self.note = self._form.fields["private_note"]
        self.last = LastTime(api)
        self.glance = PieceView(tr("prepare.glance.title"))
        self.glance.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._glance_title = Text("section", tr("prepare.glance.title"))
        self.customers = ActionButton(
            tr("prepare.known_customers"), "people", kind="quiet", size="small"
        )
        self.customers.clicked.connect(self._offer_customers)
        self._known: list[Customer] = []
        self.workshops = PagedList(
            tr("prepare.other_workshops"), style=table, role="body", paging_keys=False
        )
        self.workshops.activated.connect(api.open_workshop)
        self._workshops_title = Text("section", "")
        self._arrange()
        theme().changed.connect(self._fit)
        self._fit()

    def refresh(self, state: WorkshopState) -> None:
        """Show the workshop, and read customers and other workshops from the store."""
        session = self._api.session
        self._form.show_record(state.workshop)
        self.glance.show_pieces(_summary(state))
        self.last.refresh(state)
        self._known = [c for c in queries.customers(session) if c.id != state.customer.id]
        rows = [
            _workshop_row(summary)
            for summary in queries.workshops(session)
            if summary.id != state.workshop.id
        ]
        self.workshops.set_rows(rows)
        self._workshops_title.setText(tr("prepare.other_count", n=len(rows)))
        self.customers.setVisible(bool(self._known))
        self._show_parts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel_background(self)

    def _arrange(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.note)
        column.addWidget(self.customers, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.last, 4)
        column.addItem(QSpacerItem(0, _GAP, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum))
        column.addWidget(self._glance_title)
        column.addWidget(self.glance, 1)
        column.addWidget(self._workshops_title)
        column.addWidget(self.workshops, 3)
        column.addStretch(0)  # a note alone keeps its label, at the top

    def _fit(self) -> None:
        metrics = theme().metrics
        wide = roomy()
        self._show_parts()
        self.glance.setMinimumHeight(_GLANCE_LINES * (theme().line_height("body") + 6))
        if not theme().stacked:
            self.setFixedWidth(metrics.panel if wide else round(metrics.panel * _NARROW))
        around = (20, metrics.top, 20, metrics.gap) if wide else (0, 0, metrics.margin, 0)
        self._column.setContentsMargins(*around)

    def _show_parts(self) -> None:
        """Hide the summary if the previous workshop has something to show.

        In a low window the other workshops are hidden, too.
        """
        nothing_left = self.last.isHidden()
        space = nothing_left or not theme().metrics.rather_low
        for part in (self._glance_title, self.glance):
            part.setVisible(nothing_left and roomy())
        for part in (self._workshops_title, self.workshops):
            part.setVisible(space and bool(self.workshops.rows()))

    def _offer_customers(self) -> None:
        entries = tuple(
            MenuEntry(customer.name, partial(self.use_customer, customer.id), "building")
            for customer in self._known
        )
        window_menu(self).open_beside([MenuGroup(entries)], self.customers)

    def use_customer(self, customer_id: str) -> None:
        """Set the customer of the workshop to one that is in the store."""
        self._api.execute(UseCustomer(customer_id))


def _workshop_row(summary: queries.WorkshopSummary) -> Row:
    day = texts().date(summary.date, short=True)
    return task_row(summary.id, summary.title, who=summary.customer, due=day)


def _summary(state: WorkshopState) -> list[Piece]:
    """Return one line for each section: its content in short, or that it is empty."""
    method = kind_name(texts(), state.workshop)
    minutes = sum(item.minutes for item in state.agenda)
    received = sum(problem.source is Source.ADVANCE for problem in state.problems)
    return [
        _line("people", tr("prepare.glance.people", n=len(state.participants)),
              bool(state.participants)),
        _line("method", method, True),
        _line("background", _background(state.customer), bool(_background(state.customer))),
        _line("agenda", tr("prepare.glance.agenda", n=minutes), minutes > 0),
        _line("advance", tr("prepare.glance.advance", n=received), received > 0),
        _line("setup", tr("prepare.glance.setup", n=len(state.setup)), bool(state.setup)),
    ]  # fmt: skip


def _background(customer: Customer) -> str:
    """Return the industry, or a note that systems are described; empty without both."""
    written = customer.architecture.strip()
    return customer.industry or (tr("prepare.glance.written") if written else "")


def _line(section: str, words: str, filled: bool) -> Piece:
    name = tr(f"prepare.section.{section}")
    if filled:
        return Piece(words, icon="check", icon_colour="accent", lead=name)
    return Piece(tr("prepare.glance.empty"), "body-quiet", icon="circle-dashed", lead=name)
