"""How this customer is heard: the kind of contact, with what it is good for, cost and reach."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from ui.components.section import Section
from ui.theme.theme import theme
from ui.widgets.choice import Choice
from ui.widgets.edit_area import EditArea
from ui.widgets.edit_line import EditLine
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.contacts import EditContact, SetKind

_COLUMNS = ("good_for", "cost", "reach")
_COMPARED = (
    ContactKind.SUPPORT, ContactKind.SURVEY, ContactKind.INTERVIEW, ContactKind.WORKSHOP,
)  # fmt: skip
"""What the table always compares; another kind has a row while it is the chosen one."""


class MethodSection(Section):
    """The choice, its trade-offs beside it, and the reason for it."""

    NAME = "method"

    def build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        options = [(kind, tr(f"prepare.method.{kind}.name")) for kind in ContactKind]
        self.choice = Choice(tr("prepare.method_label"), options, role="list")
        self.choice.chosen.connect(lambda kind: self.api.execute(SetKind(ContactKind(kind))))
        self.own = EditLine(tr("prepare.own_kind"), tr("prepare.own_kind_hint"), role="list")
        self.own.edited.connect(self._name_own)
        self._cells: dict[ContactKind, list[Text]] = {}
        self.reason = EditArea(tr("prepare.method_reason"), tr("prepare.method_reason_hint"))
        self.reason.edited.connect(lambda text: self.edit_workshop("method_reason", text))
        column.addWidget(self.choice)
        column.addWidget(self.own)
        column.addWidget(self._table())
        column.addWidget(self.reason)
        column.addStretch(1)
        self.setFocusProxy(self.choice)

    def refresh(self, state: WorkshopState) -> None:
        now = state.workshop.kind
        self.choice.set_value(now)
        self.own.setVisible(now is ContactKind.OWN)
        self.own.set_text(state.workshop.own_kind, state.workshop.id)
        self.reason.set_text(state.workshop.method_reason, state.workshop.id)
        for kind, cells in self._cells.items():
            for cell in cells:
                cell.set_role("list-accent" if kind is now else "list")
                cell.setVisible(kind in _COMPARED or kind is now)

    def _table(self) -> Sheet:
        sheet = Sheet(padding=12 if theme().metrics.tight else 16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().metrics.gap)
        grid.setVerticalSpacing(4 if theme().metrics.tight else 8)
        for column, name in enumerate(_COLUMNS, start=1):
            grid.addWidget(Text("meta", tr(f"prepare.method_{name}")), 0, column)
        compared = (*_COMPARED, ContactKind.MAIL, ContactKind.MEETUP)
        for row, kind in enumerate(compared, start=1):
            texts = [tr(f"prepare.method.{kind}.{name}") for name in ("name", *_COLUMNS)]
            self._cells[kind] = [Text("list", text) for text in texts]
            for column, cell in enumerate(self._cells[kind]):
                grid.addWidget(cell, row, column)
        for column, stretch in enumerate((2, 5, 1, 1)):
            grid.setColumnStretch(column, stretch)
        sheet.content.addLayout(grid)
        return sheet

    def _name_own(self, text: str) -> None:
        self.api.execute(EditContact(self.state.workshop.id, "own_kind", text))
