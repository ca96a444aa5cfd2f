"""Private mode: a button that copies the path of a folder to the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from ui.widgets.action_button import ActionButton
from workshop_app.i18n import tr


class CopyPath(ActionButton):
    """Says that the path was copied until it gets another one."""

    def __init__(self) -> None:
        super().__init__(tr("export.copy_path"), "copy", kind="quiet", size="small")
        self._path = Path()
        self.clicked.connect(self._copy)

    def set_path(self, path: Path) -> None:
        if path != self._path:
            self._path = path
            self.setText(tr("export.copy_path"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path))
        self.setText(tr("export.path_copied"))
