"""The store files that this process has open: nothing else in it may open them.

POSIX drops every lock that a process holds on a file as soon as the process closes any descriptor
of that file ("How To Corrupt An SQLite Database File", section 2.2). Whoever opens a file that a
user named asks here first.
"""

from pathlib import Path

from workshop_app.domain.errors import InvalidInput

Identity = tuple[int, int]
"""Device and inode of a file: the same under every name it has."""

_open: dict[Identity, object] = {}


def note_opened(identity: Identity, descriptor: object) -> None:
    """Note that the file with this identity is an open store.

    `descriptor` is kept alive until `note_closed`: Python closes a file that nobody refers to.
    """
    _open[identity] = descriptor


def note_closed(identity: Identity) -> None:
    """Note that the store with this identity was closed."""
    _open.pop(identity, None)


def is_open_store(path: Path) -> bool:
    """Tell whether `path` leads to a store that this process has open; the file is not opened."""
    if not _open:
        return False
    try:
        info = path.stat()
    except (OSError, ValueError):  # ValueError: a name with a NUL
        return False
    return (info.st_dev, info.st_ino) in _open


def refuse_open_store(path: Path) -> None:
    """Raise InvalidInput when `path` leads to a store that this process has open."""
    if is_open_store(path):
        raise InvalidInput("errors.file_is_open_store", file=path.name)
