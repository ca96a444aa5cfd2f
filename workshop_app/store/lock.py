"""A lock file beside the store, since closing the store's own file would drop locks on it."""

import os
from contextlib import suppress
from pathlib import Path

from workshop_app.domain.errors import StoreError

SUFFIX = ".lock"


class StoreLock:
    """The lock of a store; released by the system when the process ends.

    It uses ``flock`` (on Windows ``msvcrt.locking``) on a separate file, so a lock file that was
    left behind locks nobody out.
    """

    def __init__(self, store: Path) -> None:
        """Take the lock of the store at `store`; raises StoreError if another process holds it.

        If no lock file can be created, as in a read-only folder, nothing is locked: opening the
        store reports the error, and SQLite's own lock still excludes others.
        """
        # Imported here: its audit hook, a Python function, slows all imports that follow.
        from filelock import FileLock, Timeout

        store = store.resolve()  # one lock for all links to a store
        self.path = store.with_name(store.name + SUFFIX)
        # Soft locks are marker files, which would survive a crash.
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
        """Release the lock and remove its file."""
        if not self._lock.is_locked:
            return
        if os.name != "nt":  # Windows cannot remove an open file
            # Remove while the lock is held: a process that has opened the file meanwhile finds it
            # unlinked after locking it, and creates a new one (`_finalize_locked_fd` in filelock).
            with suppress(OSError):
                self.path.unlink()
        self._lock.release()
