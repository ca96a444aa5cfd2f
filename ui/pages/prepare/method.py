"""The kind of contact: what it is suitable for, its cost and reach."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.actions.table import key_of
from ui.components.section import Section
from ui.forms.form import FieldText, Form, by_command
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, beside, column
from ui.widgets.check_group import CheckButtons, Option
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.contacts import SetKind, edit_contact
from workshop_app.services.contact_words import title_as, way_name
from workshop_app.services.customer_line import customer_line
from workshop_app.services.session import Session

_COLUMNS = ("good_for", "cost", "reach")
_COMPARED = (
    ContactKind.SUPPORT, ContactKind.SURVEY, ContactKind.INTERVIEW, ContactKind.WORKSHOP,
)  # fmt: skip
"""The kinds that the table always compares; another kind has a row while it is chosen."""


class MethodSection(Section):
    """The choice, its trade-offs next to it, and the reason for it."""

    NAME = "method"

    def build(self) -> None:
        options = [Option(kind, tr(f"prepare.method.{kind}.name")) for kind in ContactKind]
        self.choice = CheckButtons(tr("prepare.method_label"), options)
        self.choice.chosen.connect(self._set_kind)
        self.form = Form(
            Workshop,
            {
                "own_kind": FieldText(tr("prepare.own_kind"), tr("prepare.own_kind_hint"), "list"),
                "method_reason": FieldText(
                    tr("prepare.method_reason"), tr("prepare.method_reason_hint"), lines=(2, 8)
                ),
            },
            by_command(self.api, edit_contact),
        )
        self.own, self.reason = self.form.fields.values()
        self._cells: dict[ContactKind, list[Text]] = {}
        column(
            self,
            self.choice,
            self.own,
            self._advice_row(),
            self._table(),
            self.reason,
            STRETCH,
            gap=8 if theme().metrics.rather_low else 12,
        )
        self.setFocusProxy(self.choice)

    def refresh(self, state: WorkshopState) -> None:
        now = state.workshop.kind
        self.choice.set_value(now)
        self.own.setVisible(now is ContactKind.OWN)
        self.form.show_record(state.workshop)
        words = _advice_words(self.api.session, state, private=self.private)
        self.advice.setText(words)
        self.advice.setVisible(bool(words))
        for kind, cells in self._cells.items():
            for cell in cells:
                cell.set_role("list-accent" if kind is now else "list")
                cell.setVisible(kind in _COMPARED or kind is now)

    def _set_kind(self, chosen: str) -> None:
        kind = ContactKind(chosen)
        title = title_as(texts(), self.state.workshop, kind)
        self.api.execute(SetKind(kind, title=title))

    def _advice_row(self) -> QWidget:
        """Create the line with the rules' advice, in private mode with the customer's page."""
        self.advice = Text("body")
        if not self.private:
            return self.advice
        holder = QWidget()
        to_customer = ActionButton(
            tr("menu.customer"), "building", key_of("everywhere.customer"), size="small",
        )  # fmt: skip
        to_customer.clicked.connect(lambda: self.api.go("customer"))
        beside(holder, (self.advice, 1), to_customer)
        return holder

    def _table(self) -> Sheet:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().metrics.gap)
        grid.setVerticalSpacing(0 if theme().metrics.rather_low else 8)
        for index, name in enumerate(_COLUMNS, start=1):
            grid.addWidget(Text("meta", tr(f"prepare.method_{name}")), 0, index)
        compared = (*_COMPARED, ContactKind.MAIL, ContactKind.MEETUP)
        for line, kind in enumerate(compared, start=1):
            texts = [tr(f"prepare.method.{kind}.{name}") for name in ("name", *_COLUMNS)]
            self._cells[kind] = [Text("list", text) for text in texts]
            for index, cell in enumerate(self._cells[kind]):
                grid.addWidget(cell, line, index)
        for index, stretch in enumerate((2, 5, 1, 1)):
            grid.setColumnStretch(index, stretch)
        return Sheet(grid, padding=8 if theme().metrics.rather_low else 16)


def _advice_words(session: Session, state: WorkshopState, *, private: bool) -> str:
    """Return the recommended kind and the reason, by a person's choice or by the rules.

    The room reads neither a person's reason nor what the rules say about the customer.
    """
    today = date.today().isoformat()
    line = customer_line(session, state.customer.id, today)
    before = line.before(state.workshop.id)
    advice = before.advice
    chosen = before.overruled
    why = tr(f"listening.{advice.rule.id}.why", n=advice.n)
    way = before.way
    if not private:
        return tr(f"listening.{advice.rule.id}.room", n=advice.n) if chosen is None else ""
    name = way_name(texts(), way) if way is not None else tr("customer.no_way")
    said = chosen.next_reason if chosen is not None else why
    return tr("prepare.advice", way=name, why=said)
