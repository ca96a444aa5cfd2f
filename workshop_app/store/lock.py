"""A lock file beside the store: it holds whatever else in this process opens the store's file."""

import os
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from workshop_app.domain.errors import StoreError

SUFFIX = ".lock"


class StoreLock:
    """Held by whoever works with a store; released by the system when that process ends.

    It locks a file of its own with ``flock`` (on Windows ``msvcrt.locking``), so a lock file that
    was left behind locks nobody out.
    """

    def __init__(self, store: Path) -> None:
        """Take the lock of the store at `store`; raises StoreError when another holds it.

        Where no lock file can be made, as in a read-only folder, nothing is held: what is wrong
        with the place is told by opening the store, and SQLite's own lock still keeps others out.
        """
        store = store.resolve()  # one lock for all links to a store
        self.path = store.with_name(store.name + SUFFIX)
        # Soft locks are marker files, which would outlive a crash.
        self._lock = FileLock(
            self.path, mode=0o600, blocking=False, thread_local=False, fallback_to_soft=False
        )
        try:
            self._lock.acquire()
        except Timeout as error:
            raise StoreError("errors.store_locked") from error
        except (OSError, NotImplementedError):
            return

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if not self._lock.is_locked:
            return
        if os.name != "nt":  # Windows removes no open file
            # While the lock is held: whoever opened the file meanwhile finds it without a name
            # after locking it, and makes a new one (`_finalize_locked_fd` in filelock).
            with suppress(OSError):
                self.path.unlink()
        self._lock.release()
