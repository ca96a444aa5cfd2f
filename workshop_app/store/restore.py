"""Replaces the store by a copy; the previous files are moved aside, never deleted."""

import os
import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from pathlib import Path

from workshop_app.domain.errors import StoreError, told_as
from workshop_app.open_store import is_open_store
from workshop_app.paths import real_store
from workshop_app.private_files import make_folder, sync
from workshop_app.store import row_digests
from workshop_app.store.backup import check_file
from workshop_app.store.checking import Finding, means_damage, unreadable_rows
from workshop_app.store.connection import connect_to_read, name_of, store_error
from workshop_app.store.contents import WorkshopContents, contents
from workshop_app.store.header import inspect_header, size_of
from workshop_app.store.journal import folder_of
from workshop_app.store.lock import StoreLock
from workshop_app.store.migrations import SCHEMA_VERSION, migrations
from workshop_app.store.schema import differences, harmful
from workshop_app.store.sidecars import (
    SET_ASIDE,
    SIDECARS,
    free_name,
    move_sidecars,
    sidecar,
    written_whole,
)


def refuse_foreign_file(path: Path) -> None:
    """Raise StoreError if `path` is a file but not a store, which a copy must not replace."""
    if not is_open_store(path):  # an open store, which must not be opened here
        inspect_header(path)


def refuse_other_records(path: Path, known: Collection[str]) -> None:
    """Raise StoreError if the store at `path` has workshops that are not in `known` (ids).

    They would be lost. A file that cannot be read as a store may be replaced.
    """
    if is_open_store(path) or not path.exists():
        return
    try:
        with closing(connect_to_read(path)) as connection:
            found = {row[0] for row in connection.execute("SELECT id FROM workshop")}
    except sqlite3.Error as error:
        if store_error(error).key == "errors.store_locked":
            raise store_error(error) from error
        return
    if found.difference(known):
        raise StoreError("errors.copy_over_others", file=path.name)


@told_as("errors.store_folder")
def restore(copy: Path, store: Path, *, recovered: bool = False) -> Path | None:
    """Replace the store by a verified copy of `copy`; returns the path of the old one, or None.

    The journals are moved with the old one, unless `copy` was `recovered` with them.

    `copy` is not changed. The new store is complete and on disk before the old one is moved.
    Nothing is changed if the store is in use, or if the copy is not a sound store. Raises
    StoreError.
    """
    store = real_store(store)
    _refuse_unusable(copy, store)
    make_folder(store.parent)
    lock = StoreLock(store)
    try:
        with written_whole(store) as part:
            if not recovered:  # do not touch a damaged one; the lock file is held
                _refuse_open_store(store)
            _copy(copy, part)
            sync(part)
            aside = _move_aside(store)
            if aside is not None and not recovered:
                with suppress(FileNotFoundError):
                    folder_of(store).rename(folder_of(aside))
    finally:
        lock.release()
    return aside


def judged(copy: Path, store: Path) -> dict[str, WorkshopContents]:
    """Return the content of a copy by workshop; raises StoreError if `restore` would refuse it."""
    _refuse_unusable(copy, store)
    try:
        _refuse_damaged(copy, copy.name)
        with closing(connect_to_read(copy)) as connection:
            return contents(connection)
    except sqlite3.Error as error:
        raise _copy_error(error, copy) from error


def doubts(copy: Path) -> list[Finding]:
    """Return what is not as it was saved in a sound copy of the current version.

    These are workshops whose rows do not match their digests, and records that cannot be read as
    they were written. Raises StoreError.
    """
    try:
        with closing(connect_to_read(copy)) as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
                return []  # found after it has been opened
            each_owner = row_digests.owners(connection)
            found = [row_digests.compared(connection, owner) for owner in each_owner]
            return [one for each in (*found, *unreadable_rows(connection)) for one in each]
    except sqlite3.Error as error:
        raise _copy_error(error, copy) from error


def _copy_error(error: sqlite3.Error, copy: Path) -> StoreError:
    """Return the user's sentence for an error met while reading a copy, not the records."""
    told = store_error(error)
    if told.key in ("errors.store_locked", "errors.store_full"):
        return told
    key = "errors.copy_damaged" if means_damage(error) else "errors.copy_unreadable"
    return StoreError(key, file=copy.name, **told.values)


def refuse_newer_store(store: Path) -> None:
    """Raise StoreError if a newer version made the store; not if only its version is damaged."""
    try:
        inspect_header(store)
    except StoreError as error:
        if error.key != "errors.store_too_new":
            return
        with suppress(sqlite3.Error), closing(connect_to_read(store)) as connection:
            known = {each.__name__ for each in migrations.all}
            if not known.issuperset(migrations.applied(connection)):
                raise


def refuse_store_in_use(store: Path) -> None:
    """Raise StoreError if a program has the store open."""
    if is_open_store(store):
        raise StoreError("errors.store_locked")
    if store.exists():
        StoreLock(store).release()
        with suppress(OSError):  # reported when it is replaced
            _refuse_open_store(store)


def _refuse_unusable(copy: Path, store: Path) -> None:
    if is_open_store(store) or is_open_store(copy):
        raise StoreError("errors.store_locked")
    try:
        if store.exists() and store.samefile(copy):
            raise StoreError("errors.restore_from_itself")
    except OSError:
        pass  # errors of either are reported later
    try:
        nothing = inspect_header(copy)
    except StoreError as error:
        if error.key != "errors.store_unreadable":
            raise
        raise StoreError("errors.copy_unreadable", file=copy.name, **error.values) from error
    if nothing:
        raise StoreError("errors.restore_nothing", file=copy.name)
    size_of(store)


def _refuse_open_store(store: Path) -> None:
    """Raise StoreError if a program has the store open; a damaged one counts as closed.

    Opening it also rolls back an interrupted transaction, so that no journal remains.
    """
    if not store.exists() or store.stat().st_size == 0:
        return
    try:
        with closing(sqlite3.connect(store, timeout=0.2, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        if store_error(error).key == "errors.store_locked":
            raise store_error(error) from error


def _copy(source: Path, part: Path) -> None:
    try:
        with closing(connect_to_read(source)) as db:
            db.execute("VACUUM INTO ?", [str(part)])
        _refuse_damaged(part, source.name)
    except sqlite3.Error as error:
        if means_damage(error) or "_READ" in name_of(error):
            raise _copy_error(error, source) from error
        raise store_error(error) from error


def _refuse_damaged(file: Path, name: str) -> None:
    """Raise StoreError if a copy of this name is damaged or its schema, of any version, unusable.

    Raises sqlite3.Error if it cannot be read.
    """
    found = check_file(file)
    if not found:
        with closing(connect_to_read(file)) as connection:
            found = [str(each) for each in differences(connection) if harmful(each)]
    if found:
        raise StoreError("errors.copy_damaged", file=name, reason=found[0])


def _move_aside(store: Path) -> Path | None:
    """Move the old store and its sidecars to a new name; returns the new path.

    Sidecars are moved even without a store: SQLite would apply them to the new one.
    """
    if not any(sidecar(store, ending).exists() for ending in ("", *SIDECARS)):
        return None
    aside = free_name(store, SET_ASIDE)
    move_sidecars(store, aside)
    if not store.exists():
        return None
    try:
        os.link(store, aside)  # so that there is always a store under its name
    except OSError:
        store.rename(aside)
    return aside
