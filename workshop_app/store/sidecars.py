"""The files that SQLite applies to whatever store has the name they belong to."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

OF_WAL = ("-wal", "-shm")
"""Those of a store that is written ahead, as ours never is."""
SIDECARS = ("-journal", *OF_WAL)


def sidecar(store: Path, ending: str) -> Path:
    """Return the path of the sidecar with this ending."""
    return store.with_name(store.name + ending)


def free_name(store: Path, reason: str) -> Path:
    """Return a path beside the store that neither a file nor a sidecar has, named by the time."""
    moment = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    number = 1
    while True:
        again = f"-{number}" if number > 1 else ""
        free = store.with_name(f"{store.stem}-{reason}-{moment}{again}{store.suffix}")
        if not any(sidecar(free, ending).exists() for ending in ("", *SIDECARS)):
            return free
        number += 1


def move_sidecars(store: Path, to: Path, endings: Iterable[str] = SIDECARS) -> None:
    """Let the sidecars of `store` belong to `to`; raises OSError."""
    for ending in endings:
        with suppress(FileNotFoundError):
            sidecar(store, ending).rename(sidecar(to, ending))
