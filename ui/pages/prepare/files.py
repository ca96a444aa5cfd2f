"""The files of the customer's Mackerel in Prepare, and the way to what they contain."""

from __future__ import annotations

from ui.components.setup_files.files_section import FilesSection
from ui.widgets.action_button import ActionButton
from workshop_app.i18n import tr


class MackerelFilesSection(FilesSection):
    """The files, and a button that leads to the page with their content."""

    NAME = "setup"

    def build(self) -> None:
        super().build()
        see = ActionButton(tr("setup.files.see"), "server", "Ctrl+M", keyless=True)
        see.clicked.connect(lambda: self.api.go("setup"))
        self.add_button(see)
