"""The store files that this process has open and that no other code in it may open.

POSIX drops every lock that a process holds on a file as soon as the process closes any descriptor
of that file ("How To Corrupt An SQLite Database File", section 2.2). Code that opens a file named
by the user therefore calls `refuse_open_store` first.
"""

from pathlib import Path

from workshop_app.domain.errors import InvalidInput

Identity = tuple[int, int]
"""Device and inode number: equal for all paths to the same file."""

_open: dict[Identity, object] = {}


def note_opened(identity: Identity, descriptor: object) -> None:
    """Register the file with this identity as an open store.

    `descriptor` is referenced until `note_closed`, so that it is not garbage collected and closed.
    """
    _open[identity] = descriptor


def note_closed(identity: Identity) -> None:
    """Unregister the store with this identity."""
    _open.pop(identity, None)


def is_open_store(path: Path) -> bool:
    """Return whether this process has the store at `path` open; the file is not opened."""
    if not _open:
        return False
    try:
        info = path.stat()
    except (OSError, ValueError):  # ValueError: NUL in the name
        return False
    return (info.st_dev, info.st_ino) in _open


def refuse_open_store(path: Path) -> None:
    """Raise InvalidInput if `path` leads to a store that this process has open."""
    if is_open_store(path):
        raise InvalidInput("errors.file_is_open_store", file=path.name)
