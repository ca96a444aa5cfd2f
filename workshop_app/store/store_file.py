"""The file of an open store, with a check whether it is still the one under its name."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from workshop_app import open_store
from workshop_app.domain.errors import StoreError, StoreMoved
from workshop_app.store.header import SIZE

PIECE = 1 << 20
"""Size in bytes of the chunks in which the file is read."""
_COUNTER = slice(24, 28)
"""The file change counter in SQLite's header.

A connection in exclusive mode changes it with its first transaction only.
"""

Stamp = tuple[int, int]
"""The size in bytes and the modification time in ns of a file."""


def stamp_of(info: os.stat_result) -> Stamp:
    """Return the stamp of a file."""
    return info.st_size, info.st_mtime_ns


class StoreFile:
    """Holds a separate descriptor while the store is open, and marks the file as open.

    It must be created before SQLite takes its locks and closed after the connection: closing it in
    between would drop them (see `open_store`).
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path` for reading; raises OSError."""
        self.path = path
        """The path by which it was opened, perhaps a link."""
        self._file = path.open("rb", buffering=0)
        info = os.fstat(self._file.fileno())
        self.identity = (info.st_dev, info.st_ino)
        self.found = stamp_of(info)
        """The stamp of the file before it was opened for writing."""
        self.prepared: Stamp | None = None
        """Its stamp at the first `note_written`; None if it could not be read."""
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
        """Return the first 100 bytes, or fewer if the file is shorter; raises OSError."""
        self._file.seek(0)
        return self._file.read(SIZE)

    def stamp(self) -> Stamp:
        """Return the size and modification time of the file as it is now; raises OSError."""
        return stamp_of(os.fstat(self._file.fileno()))

    def pieces(self, size: int = PIECE) -> Iterator[bytes]:
        """Yield the whole file in chunks of `size`, through the descriptor; raises OSError.

        The header may be read between two chunks.
        """
        place = 0
        while True:
            self._file.seek(place)
            piece = self._file.read(size)
            if not piece:
                return
            place += len(piece)
            yield piece

    def refuse_if_moved(self) -> None:
        """Raise StoreMoved if the path leads to no file, or to another one."""
        try:
            info = self.path.stat()
        except OSError as error:
            raise StoreMoved("errors.store_moved") from error
        if (info.st_dev, info.st_ino) != self.identity:
            raise StoreMoved("errors.store_moved")

    def note_written(self) -> None:
        """Remember the state of the file after a transaction of this process.

        If it cannot be read, any later state is accepted.
        """
        try:
            self._known = self._state()
        except OSError:
            self._known = None
        if self.prepared is None and self._known is not None:
            self.prepared = self._known[:2]

    def forget_written(self) -> None:
        """Accept any state of the file until `note_written`, as after writing to it directly."""
        self._known = None

    def refuse_if_overwritten(self, read: Callable[[], bytes]) -> None:
        """Raise StoreError if another program has written to the file since `note_written`.

        `read` returns the content as the connection knows it, from its cache where it has it. It is
        compared with the file only if the modification time is a new one, as after a backup program
        has set it, and size and counter are the same. Raises OSError.
        """
        known = self._known
        if known is None:
            return
        if self.stamp() == known[:2]:
            return
        now = self._state()
        is_same = (now[0], now[2]) == (known[0], known[2]) and b"".join(self.pieces()) == read()
        if not is_same:
            raise StoreError("errors.store_overwritten")
        self._known = now

    def _state(self) -> tuple[int, int, bytes]:
        """Return size in bytes, modification time in ns, and the change counter."""
        return (*self.stamp(), self.header()[_COUNTER])
