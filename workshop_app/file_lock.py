"""A lock that one process at a time holds, on a file that exists for this purpose only.

The system releases it when the process ends, so a lock file that was left behind locks nobody out.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

_ATTEMPTS = 10
"""How often a lock file that was removed meanwhile is created again."""

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

    _HELD = (PermissionError,)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    _HELD = (BlockingIOError,)


class LockHeldError(Exception):
    """Another process, or another lock of this one, holds the lock."""


class FileLock:
    """An exclusive lock on the file at `path`, which is created and removed with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this lock is held."""
        return self._descriptor is not None

    def acquire(self) -> None:
        """Take the lock without waiting.

        Raises LockHeldError, or OSError if no file can be created or the file system has no locks.
        """
        for _ in range(_ATTEMPTS):
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                try:
                    _lock(descriptor)
                except _HELD as error:
                    raise LockHeldError from error
                if self._is_under_its_name(descriptor):
                    self._descriptor = descriptor
                    return
            finally:
                if self._descriptor is None:
                    os.close(descriptor)
        raise LockHeldError

    def release(self) -> None:
        """Release the lock and remove its file; does nothing if it is not held."""
        descriptor = self._descriptor
        if descriptor is None:
            return
        self._descriptor = None
        # Removed while it is held: who opened the file meanwhile sees that it is gone, and creates
        # another one. Windows cannot remove an open file.
        if sys.platform != "win32":
            self._remove()
        with suppress(OSError):
            _unlock(descriptor)  # a child process may still have the descriptor
        os.close(descriptor)
        if sys.platform == "win32":
            self._remove()

    def _is_under_its_name(self, descriptor: int) -> bool:
        """Whether the file was not removed between opening and locking it."""
        try:
            return os.path.samestat(os.fstat(descriptor), self.path.stat())
        except FileNotFoundError:
            return False

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink()
