"""A lock file that one process holds at a time; the system releases it when the process ends.

The system's calls are used directly. The package filelock adds an audit hook on Python 3.12 or
newer, with which all work in the window takes a tenth longer: PySide raises an audit event at every
Python method that it calls.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_MODE = 0o600
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""Errors of the system's call when another process holds the lock."""


class Locked(Exception):
    """Another process holds the lock."""


class FileLock:
    """The lock whose file is `path`; a file that was left behind locks nobody out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def acquire(self) -> None:
        """Take the lock without waiting.

        Raises Locked, or OSError if the file cannot be created or the file system has no locks.
        """
        descriptor = _open_locked(self.path)
        while not os.fstat(descriptor).st_nlink:  # its last holder has removed it meanwhile
            os.close(descriptor)
            descriptor = _open_locked(self.path)
        self._descriptor = descriptor

    def release(self) -> None:
        """Release the lock if it is held, and remove its file."""
        descriptor = self._descriptor
        if descriptor is None:
            return
        self._descriptor = None
        if sys.platform != "win32":  # Windows cannot remove an open file
            # Remove while the lock is held: a process that has opened the file meanwhile finds it
            # unlinked after locking it, and creates a new one.
            self._remove()
        _unlock(descriptor)
        os.close(descriptor)
        if sys.platform == "win32":
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink()


def _open_locked(path: Path) -> int:
    descriptor = os.open(path, _FLAGS, _MODE)
    try:
        _lock(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _lock(descriptor: int) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            raise Locked from error
        raise


def _unlock(descriptor: int) -> None:
    """Unlock explicitly: a forked child may have the same open file."""
    with suppress(OSError):
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_UN)
