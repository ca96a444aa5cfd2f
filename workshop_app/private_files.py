"""Creates files and folders that only their owner can read (POSIX permissions).

On Windows the user's folders are private already.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_FILE = 0o600
_FOLDER = 0o700
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(path: Path) -> None:
    """Create a folder and its missing parents with mode 0700; existing ones are unchanged.

    Raises OSError.
    """
    missing = [path]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for folder in reversed(missing):
        folder.mkdir(mode=_FOLDER, exist_ok=True)


def make_file(path: Path) -> int:
    """Create an empty file with mode 0600 and return its descriptor.

    Raises FileExistsError if it exists, and OSError.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, _FILE)


@contextmanager
def replacing(
    path: Path, check: Callable[[Path], object] = lambda _part: None
) -> Iterator[BinaryIO]:
    """Yield a new file that replaces `path` at the end of the block, when it is on the disk.

    `check` gets it before, and raises if it is not as it should be. After an error `path` is
    unchanged. Raises OSError.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with os.fdopen(make_file(part), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        check(part)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def restrict(path: Path) -> None:
    """Remove the permissions of group and others from a file, if allowed."""
    if os.name == "nt":
        return
    with suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)


def sync(path: Path) -> None:
    """Flush a file or a folder to disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open a folder to sync it; the rename itself is journalled there.
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
