"""Verified copies of the store: made by SQLite, checked, then renamed atomically."""

import filecmp
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from workshop_app.domain.errors import StoreError
from workshop_app.open_store import is_open_store
from workshop_app.private_files import make_folder
from workshop_app.store.checking import damage
from workshop_app.store.connection import connect_to_read
from workshop_app.store.sidecars import sidecar, written_whole

BACKUPS = "backups"
"""The default folder for copies, next to the store."""


def verified_copy(db: sqlite3.Connection, target: Path) -> Path:
    """Write a verified copy of the open store to `target` and return `target`.

    The copy appears under its name only when it is complete and on disk. Raises StoreError
    (`errors.copy_failed`) if it cannot be written or is damaged, and (`errors.copy_onto_itself`) if
    `target` is an open store.
    """
    if is_open_store(target) or is_open_store(sidecar(target, ".part")):
        raise StoreError("errors.copy_onto_itself")
    try:
        make_folder(target.parent)
        with written_whole(target) as part:
            db.execute("VACUUM INTO ?", [str(part)])
            if problems := check_file(part):
                raise StoreError("errors.copy_failed", reason=problems[0])
    except (OSError, sqlite3.Error) as error:
        raise StoreError("errors.copy_failed", reason=type(error).__name__) from error
    return target


def drop_if_repeated(copy: Path, earlier: Iterable[Path]) -> None:
    """Remove a copy that equals an earlier one, since a start that fails is repeated."""
    with suppress(OSError):
        if any(other != copy and filecmp.cmp(other, copy, shallow=False) for other in earlier):
            copy.unlink()


def check_file(path: Path) -> list[str]:
    """Return the errors that SQLite's checks find in the file at `path`; empty means sound.

    Raises sqlite3.Error if it cannot be read for another reason than damage.
    """
    with closing(connect_to_read(path)) as connection:
        return check_connection(connection)


def check_connection(connection: sqlite3.Connection) -> list[str]:
    """Return the errors found by integrity and foreign-key checks; empty means sound.

    Raises sqlite3.Error if it cannot be read for another reason than damage.
    """
    found = damage(connection, "integrity_check(20)")
    keys = (
        [] if found else [f"foreign key: {row}" for row in damage(connection, "foreign_key_check")]
    )
    return found + keys
