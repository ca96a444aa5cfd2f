"""A lock file beside the store, since closing the store's own file would drop locks on it."""

from pathlib import Path

from workshop_app.domain.errors import StoreError
from workshop_app.lock_file import LockFile

SUFFIX = ".lock"


class StoreLock:
    """The lock of a store; released by the system when the process ends."""

    def __init__(self, store: Path) -> None:
        """Take the lock of the store at `store`; raises StoreError if another process holds it.

        If no lock file can be created, as in a read-only folder, nothing is locked: opening the
        store reports the error, and SQLite's own lock still excludes others.
        """
        self._file = LockFile(store.with_name(store.name + SUFFIX))
        try:
            self._file.acquire()
        except BlockingIOError as error:
            raise StoreError("errors.store_locked") from error
        except OSError:
            return

    def release(self) -> None:
        """Release the lock and remove its file."""
        self._file.release()
