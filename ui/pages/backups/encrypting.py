"""Encrypts or decrypts a copy in a thread, so that the window does not wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workshop_app.crash import reported
from workshop_app.domain.errors import StoreError, UserError


def told(error: UserError | OSError) -> UserError:
    """Return what a user is told of an error."""
    if isinstance(error, UserError):
        return error
    return StoreError("errors.copy_failed", reason=error.strerror or "")


class Encrypting(QObject):
    """``done`` tells of the file that was written, ``failed`` why there is none."""

    done = Signal(Path)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether a copy is being written."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, work: Callable[[], Path]) -> None:
        """Do `work`, which returns the file that it wrote; not while another one is at work."""
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
                self.failed.emit(told(error))
            else:
                self.done.emit(written)
