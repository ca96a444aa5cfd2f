"""Lock files, which exclude other processes until they are released or the process ends."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from zc.lockfile import LockError, SimpleLockFile

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_HELD = (BlockingIOError, PermissionError)
"""What ``flock`` and ``msvcrt.locking`` raise if the lock is held already."""
_ATTEMPTS = 10
"""How often a file is locked that its last holder removed at the same moment."""
_CAN_REMOVE_OPEN = os.name != "nt"


class LockFile:
    """The lock on the file at `path`, which exists for the lock only.

    It is a lock of the system, ``flock`` or on Windows ``msvcrt.locking``, so a file that was left
    behind locks nobody out. Two objects exclude each other in one process, too.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: SimpleLockFile | None = None

    def acquire(self) -> None:
        """Create the file if it is missing, readable by its owner only, and lock it.

        Raises BlockingIOError if the lock is held already, and another OSError if the file cannot
        be created or locked.
        """
        for _ in range(_ATTEMPTS):
            # With a descriptor of its own, the file that is locked can be recognised as removed.
            descriptor = os.open(self.path, _FLAGS, 0o600)
            try:
                lock = _locked(self.path)
                if os.fstat(descriptor).st_nlink or not _CAN_REMOVE_OPEN:
                    self._lock = lock
                    return
                lock.close()  # the next process would create another file
            finally:
                os.close(descriptor)
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    def release(self, *, remove: bool = True) -> None:
        """Release the lock if it is held, and `remove` its file if that is possible."""
        if self._lock is None:
            return
        if remove and _CAN_REMOVE_OPEN:  # while the lock is held: see `acquire`
            self._remove()
        self._lock.close()
        self._lock = None
        if remove and not _CAN_REMOVE_OPEN:
            self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self.path.unlink()


def _locked(path: Path) -> SimpleLockFile:
    """Lock an existing file without waiting; raises BlockingIOError or another OSError."""
    try:
        return SimpleLockFile(path)
    except LockError as error:
        reason = error.__context__
        if isinstance(reason, _HELD):
            raise BlockingIOError(reason.errno, reason.strerror) from error
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK)) from error
