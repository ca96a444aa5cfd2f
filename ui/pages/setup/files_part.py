"""The files, as one part of the page on the customer's set-up."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.components.setup_files.files import FilesPanel
from ui.components.setup_view import SetupView
from workshop_app.domain.setup_view import Setup


class FilesPart(SetupView):
    """A frame around the ``panel``."""

    NAME = "files"

    def build(self) -> None:
        self.panel = FilesPanel(self.api, self.private)
        self.panel.changed.connect(self.foot_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setFocusProxy(self.panel)

    def refresh(self, setup: Setup) -> None:
        self.panel.show_parts(setup.parts)

    def turn(self, by: int) -> bool:
        return self.panel.turn(by)

    def handle_escape(self) -> bool:
        return self.panel.handle_escape()
