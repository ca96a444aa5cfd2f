"""The files that the customer's Mackerel wrote: what is there already, before anybody asks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.components.setup_files.files import FilesPanel
from ui.pages.prepare.section import Section
from ui.widgets.action_button import ActionButton
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class SetupSection(Section):
    """The files, and the way to the page that shows what they tell."""

    NAME = "setup"

    def build(self) -> None:
        self.panel = FilesPanel(self.api, self.private)
        see = ActionButton(tr("setup.files.see"), "server", "Ctrl+M", keyless=True)
        see.clicked.connect(lambda: self.api.go("setup"))
        self.panel.add_way(see)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)

    def refresh(self, state: WorkshopState) -> None:
        self.panel.show_parts(state.setup)

    def show_record(self, record_id: str) -> None:
        self.panel.rows.set_current(record_id)

    def turn(self, by: int) -> bool:
        return self.panel.turn(by)

    def handle_escape(self) -> bool:
        return self.panel.handle_escape()
