"""Private mode: the folder of an export, the files written there, and the password of the PDFs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.actions.binding import bind, button_for
from ui.components.papers.copy_path import CopyPath
from ui.components.papers.export_options import export_options
from ui.components.papers.jobs import open_path
from ui.components.paragraph_view import ParagraphView
from ui.components.window_api import WindowApi
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.boxes import beside, column
from ui.widgets.labelled_field import LabelledField
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from workshop_app.encryption import MOST_BYTES
from workshop_app.i18n import tr


class ExportDestination(QWidget):
    """``folder_changed`` is emitted when another folder was chosen."""

    folder_changed = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._folder = Path()
        self._path = Text("meta" if theme().metrics.narrow else "body", "")
        self._copy_path = CopyPath()
        self._files = ParagraphView("body", tr("wrap_up.section.papers"))
        self._files.has_links = True
        self._files.clicked.connect(self._open)
        self.password = LabelledField(
            tr("export.password"),
            tr("export.password_hint"),
            limit=MOST_BYTES,
            private=True,
        )
        self.password.set_label_beside(text_width(tr("export.password"), "body") + 44)
        self.password.set_text(export_options(api).password)
        self.password.edited.connect(self._set_password)
        bind(self.password, "hand_outs.password", self.password.setFocus)
        choose = button_for(self, "hand_outs.folder", self._choose_folder)
        left = Qt.AlignmentFlag.AlignLeft
        folders = beside(
            None, (choose, 0, left), (self._path, 1), (self._copy_path, 0, left), gap=12
        )
        column(self, folders, self.password, (self._files, 1), gap=8)

    def show_folder(self, folder: Path, files: Sequence[Row]) -> None:
        """Show the folder; `files` are those of a finished export."""
        self._folder = folder
        self.password.setVisible(not files)
        self._path.setText(str(folder))
        self._copy_path.set_path(folder)
        self._files.show_paragraphs(files)
        self._files.setVisible(bool(files))

    def _open(self, file: str) -> None:
        """Open a file of the export with the program that the system has for it."""
        path = Path(file)
        if path.is_absolute() and not (path.is_file() and open_path(path)):
            self._api.say_error(tr("export.not_opened", folder=path.parent))

    def _set_password(self, password: str) -> None:
        export_options(self._api).password = password

    def _choose_folder(self) -> None:
        title = tr("wrap_up.papers.pick_folder")
        found = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if not found:
            return
        self._api.save_setting(export_folder=found)
        self.folder_changed.emit()
