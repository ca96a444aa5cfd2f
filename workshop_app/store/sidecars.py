"""The files that SQLite applies to the store with the name they belong to."""

import glob
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from workshop_app.private_files import make_file, sync

OF_WAL = ("-wal", "-shm")
"""Sidecars of write-ahead logging, which a store never uses."""
SIDECARS = ("-journal", *OF_WAL)
MOMENT = "%Y-%m-%d-%H%M%S"
"""The format of the time in the names of copies."""
SET_ASIDE = "before-restore"
"""The reason in the name of a store that another one replaced."""


def sidecar(store: Path, ending: str) -> Path:
    """Return the path of the sidecar with this suffix."""
    return store.with_name(store.name + ending)


def free_name(store: Path, reason: str, now: datetime | None = None) -> Path:
    """Return an unused path beside the store, named by the time.

    There is neither a file nor a sidecar, nor a file that will get this name (``.part``).
    """
    moment = (now or datetime.now()).strftime(MOMENT)
    number = 1
    while True:
        again = f"-{number}" if number > 1 else ""
        free = store.with_name(f"{store.stem}-{reason}-{moment}{again}{store.suffix}")
        if not any(sidecar(free, ending).exists() for ending in ("", ".part", *SIDECARS)):
            return free
        number += 1


def set_aside(store: Path) -> list[Path]:
    """Return the earlier files of a store that were replaced and kept beside it."""
    names = f"{glob.escape(store.stem)}-{SET_ASIDE}-*{glob.escape(store.suffix)}"
    return sorted(store.parent.glob(names))


def move_sidecars(store: Path, to: Path, endings: Iterable[str] = SIDECARS) -> None:
    """Move the sidecars of `store` to the name of `to`; raises OSError."""
    for ending in endings:
        with suppress(FileNotFoundError):
            sidecar(store, ending).rename(sidecar(to, ending))


@contextmanager
def written_whole(target: Path, *, lasting: bool = True) -> Iterator[Path]:
    """Yield an empty file that takes the name of `target` at the end of the block.

    It is on the disk by then, unless it is not `lasting`. After an error it is removed. Raises
    OSError.
    """
    part = sidecar(target, ".part")
    try:
        remove_whole(part)
        os.close(make_file(part))
        yield part
        if lasting:
            sync(part)
        part.replace(target)
        if lasting:
            sync(target.parent)
    finally:
        with suppress(OSError):
            remove_whole(part)


def remove_whole(file: Path) -> None:
    """Remove an unfinished file with its sidecars; raises OSError."""
    for ending in ("", *SIDECARS):
        sidecar(file, ending).unlink(missing_ok=True)
