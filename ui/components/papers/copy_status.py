"""Private mode: copies the written files to a USB stick and shows the progress."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.components.papers.jobs import CopyJob
from ui.components.papers.progress_bar import ProgressBar
from ui.components.papers.volumes import removable_volumes
from ui.components.window_api import WindowApi
from ui.widgets.boxes import column
from ui.widgets.text import Text
from workshop_app.i18n import tr


class CopyStatus(QWidget):
    """The progress or result of a copy; ``changed`` is emitted when it changes."""

    changed = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._api = api
        self._job: CopyJob | None = None
        self._text = Text("body")
        self._bar = ProgressBar(tr("export.copying"))
        column(self, self._text, self._bar, gap=8)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether files are being copied."""
        return self._job is not None and self._job.running

    def refresh(self) -> None:
        """Show the running copy, which may have been started on another page."""
        job = CopyJob.of(self._api)
        if job is not self._job:
            self._job = job
            if job is not None:
                job.changed.connect(self._show_job)
        self._show_job()

    def ask_and_copy(self, files: Sequence[Path], folder: Path) -> None:
        """Let the user choose a folder, starting at the first USB stick, and copy to it.

        The copies are in the same subfolders as `files` are, in one that is named as `folder`.
        """
        sticks = removable_volumes()
        title = tr("export.copy_where")
        found = QFileDialog.getExistingDirectory(self, title, str(sticks[0]) if sticks else "")
        if not found:
            return
        job = CopyJob.make(self._api, self.window())
        self.refresh()
        names = [file.relative_to(folder).as_posix() for file in files]
        job.start(files, Path(found) / folder.name, names)

    def cancel(self) -> None:
        """Stop a running copy."""
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Hide the result of the last copy."""
        if self._job is not None:
            self._job.forget()

    def _show_job(self) -> None:
        text = self._job.text if self._job is not None else ""
        self._text.setText(text)
        self._bar.setVisible(self.running)
        self._bar.set_share(self._job.share if self._job is not None else 0.0)
        self.setVisible(bool(text))
        self.changed.emit()
