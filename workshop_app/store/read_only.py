"""Reads a store that cannot be written, such as one on a read-only medium or of another user."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop_app.domain.errors import StoreError, told_as
from workshop_app.store.sidecars import sidecar

_JOURNAL = "-journal"


def is_read_only(path: Path) -> bool:
    """Return whether a store exists, but the file or its folder cannot be written."""
    try:
        there = path.is_file()
    except OSError:
        return False
    return there and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


@contextmanager
def readable_copy(path: Path) -> Iterator[Path]:
    """Yield a copy of a store in a temporary folder, where it can be opened as usual.

    A rollback journal is copied as well, so that an unfinished transaction is undone in the copy;
    SQLite could not do that in place. Raises StoreError if the file cannot be read or changed while
    it was being copied.
    """
    with tempfile.TemporaryDirectory(prefix="workshop-app-") as folder:
        copy = Path(folder) / path.name
        with told_as("errors.store_unreadable"):
            before = _state(path)
            for ending in ("", _JOURNAL):
                if sidecar(path, ending).exists():
                    shutil.copyfile(sidecar(path, ending), sidecar(copy, ending))
            if _state(path) != before:
                raise StoreError("errors.store_locked")
        yield copy


def _state(path: Path) -> tuple[tuple[int, int], ...]:
    found = (sidecar(path, ending) for ending in ("", _JOURNAL))
    return tuple((each.stat().st_size, each.stat().st_mtime_ns) for each in found if each.exists())
