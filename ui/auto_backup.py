"""Automatic copies of the records, made without blocking the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.widgets.timers import call_after, call_every
from workshop_app.crash import reported
from workshop_app.domain.errors import StoreError
from workshop_app.services import queries
from workshop_app.store.auto_backup import carry_to, count_forgotten, finish, newest_checked
from workshop_app.store.copies import Occasion, auto_name

if TYPE_CHECKING:
    from workshop_app.services.session import Session

FIRST_MS = 30_000
EVERY_MS = 600_000
_PAUSE_MS = 10
"""Interval in ms between two steps of copying, in which user events are handled."""


class _Task(NamedTuple):
    """A copy that is being made."""

    store: Path
    target: Path
    writes: int
    forgotten: int
    without: int
    occasion: Occasion
    folder: Path | None

    @property
    def part(self) -> Path:
        return self.target.with_name(self.target.name + ".part")


class AutoBackup(QObject):
    """Makes a copy soon after the start, every ten minutes, and at the end, if anything changed.

    The file is copied in short steps between the window's events, since the store belongs to its
    thread; another thread flushes it, verifies the copy and puts it into a second folder.

    ``changed``: the copies changed, or the second folder appeared or disappeared. ``missed``: a
    copy could not be put into the second folder, for the first time after a success.
    """

    changed = Signal()
    missed = Signal()
    _done = Signal(object)

    def __init__(
        self,
        parent: QObject | None,
        session: Session,
        second_folder: Callable[[], Path | None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._second_folder = second_folder
        self._copied: tuple[Path, int] | None = None
        self._forgotten = session.forgotten
        self._steps: Iterator[None] = iter(())
        self._task: _Task | None = None
        self._thread: threading.Thread | None = None
        self._again: Occasion | None = None
        self.second_there: bool | None = None
        """Whether the last copy is in the second folder, too; None while that is not known."""
        self._every = call_every(self, EVERY_MS, self._begin_unasked)
        self._next = call_after(self, _PAUSE_MS, self._step)
        self._done.connect(self._finished, Qt.ConnectionType.QueuedConnection)
        session.listen(lambda _changes: self._forget())

    def start(self) -> None:
        """Start making automatic copies, also before commands that require one."""
        self._every.start()
        QTimer.singleShot(FIRST_MS, self, lambda: self._begin_unasked(Occasion.START))
        self._session.copier = lambda occasion: self.copy_before(Occasion(occasion))

    @property
    def busy(self) -> bool:
        """Whether a copy is being made."""
        return self._next.isActive() or (self._thread is not None and self._thread.is_alive())

    def begin(self, occasion: Occasion = Occasion.EVERY) -> None:
        """Start a copy if anything changed since the last one."""
        if self.busy:
            self._again = occasion if occasion is Occasion.HAND else self._again
        elif self._start(occasion, anyway=occasion is Occasion.HAND):
            self._next.start()

    def _begin_unasked(self, occasion: Occasion = Occasion.EVERY) -> None:
        """Start a copy like `begin`; errors of the file are reported by the next user action."""
        with suppress(StoreError, OSError):
            self.begin(occasion)

    def copy_before(self, occasion: Occasion) -> None:
        """Copy the file as it is now; a thread verifies the copy, after one that it may verify now.

        If that is not possible, the command is executed anyway; it reports errors of the store
        itself.
        """
        with suppress(StoreError, OSError):
            self._next.stop()
            if self._start(occasion):
                for _ in self._steps:
                    pass
                self._work_in_thread()

    def copy_again(self) -> None:
        """Look for the second folder immediately, such as after it was chosen or plugged in."""
        if self.busy:
            return
        store = self._session.store.path
        folder = self._second_folder()
        self._thread = threading.Thread(
            target=self._copy_to_second, args=(store, folder), name="backup", daemon=False
        )
        self._thread.start()

    def close(self) -> None:
        """Finish a running copy, and make the last one if anything changed since."""
        self._every.stop()
        self._next.stop()
        self._wait()
        with suppress(StoreError, OSError):  # the records themselves are safe
            if self._copied is None and self._is_copied():
                self._copy_now(self._session.store.path, self._second_folder())
            elif self._start(Occasion.END):
                for _ in self._steps:
                    pass
                task = self._task
                if task is not None:
                    self._finish(task)
        self._session.copier = None

    def _wait(self) -> None:
        if self._thread is not None:
            self._thread.join()

    def _forget(self) -> None:
        if self._session.forgotten != self._forgotten:
            self.begin()  # earlier copies contain what must be forgotten

    def _start(self, occasion: Occasion, *, anyway: bool = False) -> bool:
        store = self._session.store
        state = (store.path, store.writes)
        forgot = self._session.forgotten != self._forgotten
        new = state != self._copied and queries.has_workshops(self._session)
        if not (new or forgot or anyway):
            return False
        self._task = _Task(
            store.path,
            auto_name(store.path, datetime.now()),
            store.writes,
            self._session.forgotten,
            count_forgotten(store.path),
            occasion,
            self._second_folder(),
        )
        self._steps = store.copy_steps(self._task.part)
        return True

    def _is_copied(self) -> bool:
        """Whether the newest copy equals the file; raises StoreError and OSError."""
        store = self._session.store
        store.refuse_lost_file()
        newest = newest_checked(store.path)
        return newest is not None and store.equals_copy(newest.path)

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._work_in_thread()
        except (StoreError, OSError):
            return  # tried again in ten minutes, and at the end
        else:
            self._next.start()

    def _work_in_thread(self) -> None:
        task = self._task
        if task is None:
            return
        work = (task, self._thread)
        self._thread = threading.Thread(target=self._work, args=work, name="backup")
        self._thread.start()

    def _work(self, task: _Task, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        with reported():
            try:
                self._finish(task)
            except StoreError:
                return
            finally:
                with suppress(RuntimeError):  # the program is ending
                    self._done.emit(task)

    def _finish(self, task: _Task) -> None:
        finish(task.part, task.target, task.store, occasion=task.occasion, without=task.without)
        self._copied = (task.store, task.writes)
        self._forgotten = task.forgotten
        self._copy_now(task.store, task.folder)

    def _copy_to_second(self, store: Path, folder: Path | None) -> None:
        with reported():
            self._copy_now(store, folder)
            with suppress(RuntimeError):
                self._done.emit(None)

    def _copy_now(self, store: Path, folder: Path | None) -> None:
        if folder is None:
            self.second_there = None
            return
        before = self.second_there
        try:
            self.second_there = carry_to(folder, store)
        except StoreError:
            self.second_there = False
        if not self.second_there and before is not False:
            with suppress(RuntimeError):
                self.missed.emit()

    def _finished(self, _task: object) -> None:
        self.changed.emit()
        again = self._again
        self._again = None
        if again is not None:
            self.begin(again)
        elif self._session.forgotten != self._forgotten:
            self.begin()
