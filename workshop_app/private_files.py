"""Files and folders that only their owner may read, on systems that have such rights (POSIX).

On Windows the user's folders are closed to others already.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

_FILE = 0o600
_FOLDER = 0o700
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(path: Path) -> None:
    """Make a folder with its parents; those that are there keep their rights. Raises OSError."""
    missing = [path]
    while not missing[-1].parent.exists():
        missing.append(missing[-1].parent)
    for folder in reversed(missing):
        folder.mkdir(mode=_FOLDER, exist_ok=True)


def make_file(path: Path) -> int:
    """Make an empty file, in which others will have no rights either; returns its descriptor.

    Raises FileExistsError when there is one, and OSError.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, _FILE)


def restrict(path: Path) -> None:
    """Take away the rights of others in a file, where the user may do so."""
    if os.name == "nt":
        return
    with suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)
