"""Brings the window to the front when the program is started again on the same store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from workshop_app.store.second_start import offer, take_requests, withdraw


class SecondStart(QObject):
    """Answers requests beside the store at ``store``, until it is closed.

    ``open_file`` is called with each file that was named in one.
    """

    def __init__(self, window: QWidget, store: Path, open_file: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._open_file = open_file
        self._window = window
        self._watcher = QFileSystemWatcher(self)
        self._path: Path | None = None
        with suppress(OSError):  # without the file, a second start reports that the store is in use
            self._path = offer(store)
            self._watcher.addPath(str(self._path))
            self._watcher.fileChanged.connect(self._on_changed)

    def close(self) -> None:
        """Stop answering requests."""
        if self._path is not None:
            self._watcher.removePath(str(self._path))
            withdraw(self._path)

    def _on_changed(self) -> None:
        if self._path is None:
            return
        requests = take_requests(self._path)
        if requests:
            raise_window(self._window)
        for file in requests:
            if file is not None:
                self._open_file(file)


def raise_window(window: QWidget) -> None:
    """Bring a window to the front, or request attention if the system does not allow it."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)
