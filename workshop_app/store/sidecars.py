"""The files that SQLite applies to the store with the name they belong to."""

import glob
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

OF_WAL = ("-wal", "-shm")
"""Sidecars of write-ahead logging, which a store never uses."""
SIDECARS = ("-journal", *OF_WAL)
SET_ASIDE = "before-restore"
"""The reason in the name of a store that another one replaced."""


def sidecar(store: Path, ending: str) -> Path:
    """Return the path of the sidecar with this suffix."""
    return store.with_name(store.name + ending)


def free_name(store: Path, reason: str) -> Path:
    """Return an unused path beside the store, without a file or sidecars, named by the time."""
    moment = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    number = 1
    while True:
        again = f"-{number}" if number > 1 else ""
        free = store.with_name(f"{store.stem}-{reason}-{moment}{again}{store.suffix}")
        if not any(sidecar(free, ending).exists() for ending in ("", *SIDECARS)):
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


def remove_whole(file: Path) -> None:
    """Remove an unfinished file with its sidecars; raises OSError."""
    for ending in ("", *SIDECARS):
        sidecar(file, ending).unlink(missing_ok=True)
