"""Work in another process, asked from time to time, so that the window never waits for it."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from exports.process import Run

_ASK_EVERY_MS = 80

P = TypeVar("P")
R = TypeVar("R")


class AskedRun(QObject, Generic[P, R]):
    """Lives as long as its window, so that a page built anew finds it again.

    ``changed`` on progress and at the end. Closing the window stops the work cleanly.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.run: Run[P, R] | None = None
        self.folder = Path()
        self._timer = QTimer(self, interval=_ASK_EVERY_MS)
        self._timer.timeout.connect(self._ask)
        window.installEventFilter(self)

    @property
    def running(self) -> bool:
        """Whether something is under way."""
        return self.run is not None and not self.run.finished

    def cancel(self) -> None:
        """Ask it to stop."""
        if self.run is not None:
            self.run.cancel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a close may be refused; only a window that was closed is hidden
        closed = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if closed and self.run is not None:
            self._timer.stop()
            self.run.close()
        return super().eventFilter(watched, event)

    def _watch(self, run: Run[P, R], folder: Path) -> None:
        """Ask `run`, which writes into `folder`, until it ends."""
        self.run, self.folder = run, folder
        self._timer.start()
        self.changed.emit()

    def _ended(self, run: Run[P, R]) -> None:
        """Do what its end asks for, before others are told."""

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
        self._ended(self.run)
        self.changed.emit()
