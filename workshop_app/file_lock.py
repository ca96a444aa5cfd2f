"""A lock on a file that only one process at a time can hold."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_ATTEMPTS = 10
"""How often a file is locked that was removed by its last holder at the same moment."""


class FileLock:
    """The lock on the file at `path`, which exists for the lock only.

    It uses ``flock``, on Windows ``msvcrt.locking``: the system releases it when the process ends,
    so a file that was left behind locks nobody out.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Create the file if it is missing, and lock it.

        Raises BlockingIOError if the lock is held already, and another OSError if the file cannot
        be created or locked.
        """
        for _ in range(_ATTEMPTS):
            descriptor = os.open(self.path, _FLAGS, 0o600)
            try:
                _lock(descriptor)
                # The next process would not meet the lock on a file that was removed meanwhile.
                if sys.platform == "win32" or os.fstat(descriptor).st_nlink:
                    self._descriptor = descriptor
                    return
            finally:
                if self._descriptor is None:
                    os.close(descriptor)
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    def release(self, *, remove: bool = True) -> None:
        """Release the lock if it is held, and `remove` its file if that is possible."""
        if self._descriptor is None:
            return
        removed_when_closed = sys.platform == "win32"  # Windows cannot remove an open file
        if remove and not removed_when_closed:
            self._remove()
        os.close(self._descriptor)  # this also releases the lock
        self._descriptor = None
        if remove and removed_when_closed:
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink()


def _lock(descriptor: int) -> None:
    """Lock a file without waiting; raises BlockingIOError if it is locked, or another OSError."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except PermissionError as error:  # a lock of another process, on Windows and on some networks
        raise BlockingIOError(error.errno, error.strerror) from error
