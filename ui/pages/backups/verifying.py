"""Verifies in a thread that copies are unchanged since they were made."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from workshop_app.crash import reported
from workshop_app.services.copies import Copy, fault_of


class Verifying(QObject):
    """Each copy is read once; ``found`` is emitted for each, after the current event."""

    found = Signal()
    _read = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._faults: dict[object, str] = {}
        self._asked: set[object] = set()
        self._thread: threading.Thread | None = None
        self._read.connect(self._note, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a copy is being read."""
        return self._thread is not None and self._thread.is_alive()

    def fault(self, copy: Copy) -> str | None:
        """Return why a copy cannot be used; empty for a sound one, None if it was not read yet."""
        return self._faults.get(_key(copy))

    def ask(self, copies: Sequence[Copy]) -> None:
        """Read these copies in this order, unless they were read already."""
        new = [copy for copy in copies if _key(copy) not in self._asked]
        if not new or self.busy:
            return
        self._asked.update(_key(copy) for copy in new)
        self._thread = threading.Thread(target=self._work, args=(new,), name="copies", daemon=True)
        self._thread.start()

    def _work(self, copies: list[Copy]) -> None:
        with reported(), suppress(RuntimeError):  # the page was discarded
            for copy in copies:
                self._read.emit(_key(copy), fault_of(copy))

    def _note(self, key: object, fault: str) -> None:
        self._faults[key] = fault
        self.found.emit()


def _key(copy: Copy) -> object:
    return copy.path, copy.about.digest
