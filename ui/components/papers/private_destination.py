"""Private mode: the folder of the papers by its path, the files in it, and what locks them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from exports.pdf_encryption import MOST_BYTES
from ui.components.page import WindowApi
from ui.components.papers.export_options import ExportOptions
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.edit_line import EditLine
from ui.widgets.lettering import text_width
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.i18n import tr


class PrivatePlace(QWidget):
    """``chosen`` when another folder was picked."""

    chosen = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._folder = Path()
        self._path = Text("body", "")
        self._files = Text("meta", "")
        self._leaving = ExportOptions(api)
        self.password = EditLine(
            tr("leaving.password"),
            tr("leaving.password_hint"),
            limit=MOST_BYTES,
            private=True,
            label_width=text_width(tr("leaving.password"), theme().font("body")) + 44,
        )
        self.password.set_text(self._leaving.password)
        self.password.edited.connect(self._lock)
        Shortcut("Alt+W", self, self.password.setFocus)
        pick = ActionButton(tr("wrap_up.papers.pick_folder"), "folder", "Alt+F")
        pick.clicked.connect(self._pick)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(pick)
        row.addWidget(self._path, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.password)
        column.addWidget(self._files)

    def show_folder(self, folder: Path, lines: Sequence[str]) -> None:
        """Show where papers go, and what is to be said of those that were written."""
        self._folder = folder
        self.password.setVisible(not lines)
        self._path.setText(str(folder))
        self._files.setText("\n".join(lines))
        self._files.setVisible(bool(lines))

    def _lock(self, password: str) -> None:
        self._leaving.kept["password"] = password

    def _pick(self) -> None:
        title = tr("wrap_up.papers.pick_folder")
        found = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if not found:
            return
        self._api.save_setting(export_folder=found)
        self.chosen.emit()
