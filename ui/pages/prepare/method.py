"""How this customer is heard: four methods with what they are good for, cost and reach."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from ui.components.section import Section
from ui.theme.theme import theme
from ui.widgets.choice import Choice
from ui.widgets.edit_area import EditArea
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Method
from workshop_app.i18n import tr

_COLUMNS = ("good_for", "cost", "reach")


class MethodSection(Section):
    """The choice, its trade-offs beside it, and the reason for it."""

    NAME = "method"

    def build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        options = [(method, tr(f"prepare.method.{method}.name")) for method in Method]
        self.choice = Choice(tr("prepare.method_label"), options, role="list")
        self.choice.chosen.connect(lambda method: self.edit_workshop("method", method))
        self._cells: dict[Method, list[Text]] = {}
        self.reason = EditArea(tr("prepare.method_reason"), tr("prepare.method_reason_hint"))
        self.reason.edited.connect(lambda text: self.edit_workshop("method_reason", text))
        column.addWidget(self.choice)
        column.addWidget(self._table())
        column.addWidget(self.reason)
        column.addStretch(1)
        self.setFocusProxy(self.choice)

    def refresh(self, state: WorkshopState) -> None:
        self.choice.set_value(state.workshop.method)
        self.reason.set_text(state.workshop.method_reason, state.workshop.id)
        for method, cells in self._cells.items():
            chosen = method is state.workshop.method
            for cell in cells:
                cell.set_role("list-accent" if chosen else "list")

    def _table(self) -> Sheet:
        sheet = Sheet(padding=12 if theme().metrics.tight else 16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().metrics.gap)
        grid.setVerticalSpacing(4 if theme().metrics.tight else 8)
        for column, name in enumerate(_COLUMNS, start=1):
            grid.addWidget(Text("meta", tr(f"prepare.method_{name}")), 0, column)
        for row, method in enumerate(Method, start=1):
            texts = [tr(f"prepare.method.{method}.{name}") for name in ("name", *_COLUMNS)]
            self._cells[method] = [Text("list", text) for text in texts]
            for column, cell in enumerate(self._cells[method]):
                grid.addWidget(cell, row, column)
        for column, stretch in enumerate((2, 5, 1, 1)):
            grid.setColumnStretch(column, stretch)
        sheet.content.addLayout(grid)
        return sheet
