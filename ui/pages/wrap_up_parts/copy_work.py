"""A copy of the files under way, to a stick or another folder; the window never waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from exports.process import CopyRun, start_copy
from workshop_app.i18n import tr

_ASK_EVERY_MS = 80


class CopyWork(QObject):
    """Lives as long as its window. ``changed`` on progress and at the end."""

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.run: CopyRun | None = None
        self.folder = Path()
        self._timer = QTimer(self, interval=_ASK_EVERY_MS)
        self._timer.timeout.connect(self._ask)
        window.installEventFilter(self)

    @property
    def running(self) -> bool:
        """Whether files are being copied."""
        return self.run is not None and not self.run.finished

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        progress = self.run.progress if self.run is not None else None
        return progress.done / progress.total if progress is not None and progress.total else 0.0

    @property
    def words(self) -> str:
        """How far it is, or how it ended."""
        run = self.run
        if run is None:
            return ""
        if run.error is not None:
            return tr(run.error.key, **run.error.values)
        if run.result is not None:
            return tr("leaving.copied", n=len(run.result.files), folder=self.folder)
        return tr("leaving.copy_stopped" if run.cancelled else "leaving.copying")

    def start(self, files: Sequence[Path], folder: Path) -> None:
        """Begin to copy `files` into `folder`."""
        if not self.running:
            self.folder = folder
            self.run = start_copy(files, folder)
            self._timer.start()
            self.changed.emit()

    def cancel(self) -> None:
        """Ask the copy to stop; what is half copied goes."""
        if self.run is not None:
            self.run.cancel()

    def forget(self) -> None:
        """Say nothing of the last copy any more."""
        if not self.running:
            self.run = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.run is not None:
            self._timer.stop()
            self.run.close()
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        if self.run is None:
            self._timer.stop()
            return
        before = self.run.progress
        if self.run.poll():
            if self.run.progress != before:
                self.changed.emit()
            return
        self._timer.stop()
        self.run.close()
        self.changed.emit()
