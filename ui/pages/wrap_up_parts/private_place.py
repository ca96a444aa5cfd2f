"""Private mode: the folder of the papers by its path, and the files in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.base import Context
from ui.widgets.action_button import ActionButton
from ui.widgets.text import Text
from workshop_app import paths, settings
from workshop_app.i18n import tr


class PrivatePlace(QWidget):
    """``chosen`` when another folder was picked."""

    chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._folder = Path()
        self._path = Text("body", "")
        self._files = Text("meta", "")
        pick = ActionButton(tr("wrap_up.papers.pick_folder"), "folder", "Alt+F")
        pick.clicked.connect(self._pick)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(pick)
        row.addWidget(self._path, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._files)

    def show_folder(self, folder: Path, lines: Sequence[str]) -> None:
        """Show where papers go, and what is to be said of those that were written."""
        self._folder = folder
        self._path.setText(str(folder))
        self._files.setText("\n".join(lines))
        self._files.setVisible(bool(lines))

    def _pick(self) -> None:
        title = tr("wrap_up.papers.pick_folder")
        found = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if not found:
            return
        self._context.settings.export_folder = found
        try:
            settings.save(self._context.settings, paths.settings_path())
        except OSError:
            self._context.say_error(tr("settings.not_kept"))
        self.chosen.emit()
