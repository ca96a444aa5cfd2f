"""The customer's industry and systems: the background of every problem and request."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.components.section import Section
from ui.widgets.edit_area import EditArea
from ui.widgets.edit_line import EditLine
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class BackgroundSection(Section):
    """Industry in one line, systems and business in several."""

    NAME = "background"

    def build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.industry = EditLine(
            tr("prepare.industry"), tr("prepare.industry_hint"), role="list", name="industry"
        )
        self.industry.edited.connect(lambda text: self.edit_customer("industry", text))
        self.architecture = EditArea(
            tr("prepare.architecture"),
            tr("prepare.architecture_hint"),
            role="list",
            lines=4,
            most_lines=9,
            name="architecture",
        )
        self.architecture.edited.connect(lambda text: self.edit_customer("architecture", text))
        column.addWidget(self.industry)
        column.addWidget(self.architecture)
        column.addStretch(1)
        self.setFocusProxy(self.industry)

    def refresh(self, state: WorkshopState) -> None:
        self.industry.set_text(state.customer.industry, state.customer.id)
        self.architecture.set_text(state.customer.architecture, state.customer.id)
