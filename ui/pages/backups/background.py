"""Work on copies in a thread, so that the window stays responsive."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from workshop_app.crash import reported


class Background(QObject):
    """Takes one result after the other, in a thread; emits ``found`` for each in the window's."""

    found = Signal(object)
    _thread: threading.Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, results: Iterable[object]) -> bool:
        """Take what an iterator finds; return False while it is at work."""
        if self.busy:
            return False
        self._thread = threading.Thread(target=self._work, args=(results,), daemon=True)
        self._thread.start()
        return True

    def _work(self, results: Iterable[object]) -> None:
        with reported(), suppress(RuntimeError):  # the page was discarded
            for each in results:
                self.found.emit(each)
