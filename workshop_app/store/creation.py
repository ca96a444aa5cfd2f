"""Creates a store under a temporary name until it is complete, so no partial one is ever opened."""

import sqlite3
from contextlib import closing
from pathlib import Path

from workshop_app.domain.errors import StoreError, told_as
from workshop_app.store import row_digests
from workshop_app.store.connection import connect, store_error, transaction
from workshop_app.store.header import APPLICATION_ID
from workshop_app.store.migrations import SCHEMA_VERSION, migrations
from workshop_app.store.sidecars import SIDECARS, free_name, move_sidecars, sidecar, written_whole


@told_as("errors.store_folder")
def create(path: Path, *, lasting: bool) -> None:
    """Create a store at `path`, where there is no file; raises StoreError.

    The caller holds the store's lock. Sidecars without a store are moved aside: SQLite would apply
    them to the new one, and the store they belong to may have been moved.
    """
    try:
        with written_whole(path, lasting=lasting) as part:
            with closing(connect(part, lasting=False)) as db:  # flushed to disk once, at the end
                migrate(db)
            if any(sidecar(path, ending).exists() for ending in SIDECARS):
                move_sidecars(path, free_name(path, "left-over"))
    except sqlite3.Error as error:
        raise store_error(error) from error


def migrate(db: sqlite3.Connection) -> None:
    """Bring the schema to today's version in one transaction: all versions, or none.

    Raises sqlite3.Error and StoreError.
    """
    db.execute("PRAGMA foreign_keys=0")
    with transaction(db):
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        migrations.apply(db)
        row_digests.begin(db)  # rows of another version have another digest
        if list(db.execute("PRAGMA foreign_key_check")):
            raise StoreError("errors.store_damaged", reason="foreign keys")
        db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
    db.execute("PRAGMA foreign_keys=1")


@told_as("errors.store_folder")
def clear_unfilled(path: Path) -> None:
    """Remove a file whose first transaction was interrupted (`header.never_filled`).

    Raises StoreError if another program is using it.
    """
    try:
        with closing(sqlite3.connect(path, timeout=0.2, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")  # a commit would fill it
        if path.stat().st_size == 0:
            path.unlink()
    except sqlite3.Error as error:
        raise store_error(error) from error
