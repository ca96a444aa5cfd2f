"""The file of an open store, and whether it is still the one under its name."""

import os
from collections.abc import Iterator
from pathlib import Path

from workshop_app import open_store
from workshop_app.domain.errors import StoreError, StoreMoved
from workshop_app.store.header import SIZE

PIECE = 1 << 20
"""Bytes that are read of the file at a time."""
_COUNTER = slice(24, 28)
"""The file change counter in SQLite's header: another number after every transaction."""


class StoreFile:
    """Holds a descriptor of its own while the store is open, and marks the file as open.

    It must be made before SQLite takes its locks and closed after the connection: closing it in
    between would drop them (see `open_store`).
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path` for reading; raises OSError."""
        self._path = path
        self._file = path.open("rb", buffering=0)
        info = os.fstat(self._file.fileno())
        self.identity = (info.st_dev, info.st_ino)
        self._known: tuple[int, int, bytes] | None = None
        open_store.note_opened(self.identity, self._file)

    def close(self) -> None:
        """Close the descriptor; closing again does nothing."""
        if not self._file.closed:
            open_store.note_closed(self.identity)
            self._file.close()

    @property
    def closed(self) -> bool:
        """Whether the descriptor was closed."""
        return self._file.closed

    def header(self) -> bytes:
        """Return the first 100 bytes, or what there is of them; raises OSError."""
        self._file.seek(0)
        return self._file.read(SIZE)

    def pieces(self) -> Iterator[bytes]:
        """Return the whole file in pieces of 1 MB, by the descriptor that is open anyway: OSError.

        Between two pieces the header may be read as well.
        """
        place = 0
        while True:
            self._file.seek(place)
            piece = self._file.read(PIECE)
            if not piece:
                return
            place += len(piece)
            yield piece

    def refuse_if_moved(self) -> None:
        """Raise StoreMoved when the path leads to no file, or to another one."""
        try:
            info = self._path.stat()
        except OSError as error:
            raise StoreMoved("errors.store_moved") from error
        if (info.st_dev, info.st_ino) != self.identity:
            raise StoreMoved("errors.store_moved")

    def note_written(self) -> None:
        """Remember the file as it is now, after a transaction of our own.

        Where it cannot be read just now, it may hold anything.
        """
        try:
            self._known = self._state()
        except OSError:
            self._known = None

    def forget_written(self) -> None:
        """Let the file hold anything until `note_written`, as after writing past the store."""
        self._known = None

    def refuse_if_overwritten(self) -> None:
        """Raise StoreError when another program has written into the file since `note_written`.

        A new time of change alone is no sign of it: the counter in the header tells.
        """
        known = self._known
        if known is None:
            return
        info = os.fstat(self._file.fileno())
        if (info.st_size, info.st_mtime_ns) == known[:2]:
            return
        now = self._state()
        if (now[0], now[2]) != (known[0], known[2]):
            raise StoreError("errors.store_overwritten")
        self._known = now

    def _state(self) -> tuple[int, int, bytes]:
        """Return size in bytes, time of change in ns, and the change counter."""
        info = os.fstat(self._file.fileno())
        return info.st_size, info.st_mtime_ns, self.header()[_COUNTER]
