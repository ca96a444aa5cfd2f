"""Encrypts or decrypts a copy in a thread, so that the window stays responsive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workshop_app.crash import reported
from workshop_app.domain.errors import StoreError, UserError


def for_user(error: UserError | OSError) -> UserError:
    """Return an error with a message for the user."""
    if isinstance(error, UserError):
        return error
    return StoreError("errors.copy_failed", reason=error.strerror or "")


class Encrypting(QObject):
    """Runs one task at a time; emits ``done(path)`` or ``failed(error)`` at its end."""

    done = Signal(Path)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a task is running."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, work: Callable[[], Path]) -> None:
        """Run `work`, which returns the file that it wrote; ignored while a task is running."""
        if self.busy:
            return
        self._thread = threading.Thread(
            target=self._work, args=(work,), name="encrypting", daemon=True
        )
        self._thread.start()

    def _work(self, work: Callable[[], Path]) -> None:
        with reported(), suppress(RuntimeError):  # the page was discarded
            try:
                written = work()
            except (UserError, OSError) as error:
                self.failed.emit(for_user(error))
            else:
                self.done.emit(written)
