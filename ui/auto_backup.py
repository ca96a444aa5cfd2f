"""Copies of the records that the window makes by itself, without ever waiting for the disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workshop_app.crash import reported
from workshop_app.domain.errors import StoreError
from workshop_app.services import queries
from workshop_app.store.auto_backup import finish, new_name

if TYPE_CHECKING:
    from workshop_app.services.session import Session

FIRST_MS = 30_000
EVERY_MS = 600_000
_PAUSE_MS = 10
"""Between two steps of copying: what the user does meanwhile is handled there."""


class AutoBackup(QObject):
    """Makes a copy soon after the start, every ten minutes, and at the end, if anything changed.

    The file is copied in short steps between the window's events, since the store belongs to its
    thread; another thread waits for the disk and checks the copy.
    """

    def __init__(self, parent: QObject | None, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._copied: tuple[Path, int] | None = None
        self._forgotten = session.forgotten
        self._steps: Iterator[None] = iter(())
        self._target = Path()
        self._copying = (Path(), 0, 0)
        self._thread: threading.Thread | None = None
        self._every = QTimer(self, interval=EVERY_MS)
        self._every.timeout.connect(self.begin)
        self._every.start()
        self._next = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._next.timeout.connect(self._step)
        QTimer.singleShot(FIRST_MS, self, self.begin)
        session.listen(lambda _changes: self._forget())

    @property
    def busy(self) -> bool:
        """Whether a copy is being made."""
        return self._next.isActive() or (self._thread is not None and self._thread.is_alive())

    def begin(self) -> None:
        """Begin with a copy if anything changed since the last one."""
        if self.busy or not self._start():
            return
        self._next.start()

    def close(self) -> None:
        """Finish what was begun, and make the last copy if anything changed since."""
        self._every.stop()
        self._next.stop()
        if self._thread is not None:
            self._thread.join()
        with suppress(StoreError, OSError):  # the records themselves are safe
            if self._start():
                for _ in self._steps:
                    pass
                self._finish(*self._copying)

    def _forget(self) -> None:
        if self._session.forgotten != self._forgotten:
            self.begin()  # earlier copies hold what was to be gone

    def _start(self) -> bool:
        store = self._session.store
        state = (store.path, store.writes)
        if not queries.has_workshops(self._session):
            return False
        if state == self._copied and self._session.forgotten == self._forgotten:
            return False
        self._target = new_name(store.path, datetime.now())
        self._copying = (*state, self._session.forgotten)
        self._steps = store.copy_steps(self._part)
        return True

    @property
    def _part(self) -> Path:
        return self._target.with_name(self._target.name + ".part")

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._thread = threading.Thread(target=self._work, args=self._copying, name="backup")
            self._thread.start()
        except (StoreError, OSError):
            return  # it is tried again in ten minutes, and at the end
        else:
            self._next.start()

    def _work(self, path: Path, writes: int, forgotten: int) -> None:
        with reported(), suppress(StoreError):
            self._finish(path, writes, forgotten)

    def _finish(self, path: Path, writes: int, forgotten: int) -> None:
        finish(self._part, self._target, path, alone=forgotten != self._forgotten)
        self._copied, self._forgotten = (path, writes), forgotten
