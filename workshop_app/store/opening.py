"""Opens the store exclusively, and identifies the file before SQLite accesses it."""

import os
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from workshop_app import open_store
from workshop_app.domain.errors import StoreError, StoreMoved, told_as
from workshop_app.paths import real_store
from workshop_app.private_files import make_folder, restrict
from workshop_app.store.backup import BACKUPS
from workshop_app.store.connection import connect
from workshop_app.store.copies import unfinished_copies
from workshop_app.store.creation import clear_unfilled, create
from workshop_app.store.header import (
    is_written_ahead,
    judge_with_journal,
    never_filled,
    size_of,
    unreadable,
)
from workshop_app.store.lock import StoreLock
from workshop_app.store.sidecars import OF_WAL, free_name, move_sidecars, remove_whole, sidecar
from workshop_app.store.store_file import StoreFile


class Opened(NamedTuple):
    """An open store: the database, its file and the lock, closed together."""

    db: sqlite3.Connection
    file: StoreFile
    lock: StoreLock
    created: bool
    """Whether the store was created."""

    def close(self) -> None:
        """Close all, in the order that keeps the locks until the end."""
        with suppress(sqlite3.Error):  # errors of a failing disk; the connection is closed
            self.db.close()
        self.file.close()
        self.lock.release()


def open_again(opened: Opened, *, lasting: bool) -> Opened:
    """Close the store's file and reopen it, so that all data is read from the disk.

    The lock is kept. Raises StoreError, and then the file is closed; or StoreMoved if the file is
    no longer under its name, and then it stays open.
    """
    if not opened.file.closed:
        opened.file.refuse_if_moved()
        with suppress(sqlite3.Error):
            opened.db.close()
        opened.file.close()
    db, file = _open_file(opened.file.path, lasting=lasting)
    if file.identity != opened.file.identity:
        db.close()
        file.close()
        raise StoreMoved("errors.store_moved")
    return Opened(db, file, opened.lock, opened.created)


def open_or_create(path: Path, *, lasting: bool = True) -> Opened:
    """Open the store at `path`, or create one if there is no file.

    An empty file is not a new store: this program never leaves one, so its content was lost. Raises
    StoreError.
    """
    named = path.absolute()
    path = real_store(named)
    size_of(path)
    if open_store.is_open_store(path):
        raise StoreError("errors.store_locked")
    with told_as("errors.store_folder"):
        make_folder(path.parent)
    lock = StoreLock(path)
    try:
        _sweep(path)
        if size_of(path) is not None and never_filled(path):
            clear_unfilled(path)
        created = size_of(path) is None
        if created:
            create(path, lasting=lasting)
        db, file = _open_file(named, lasting=lasting)
    except BaseException:
        lock.release()
        raise
    return Opened(db, file, lock, created)


def _open_file(named: Path, *, lasting: bool) -> tuple[sqlite3.Connection, StoreFile]:
    path = real_store(named)
    try:
        file = StoreFile(named)
    except OSError as error:
        raise unreadable(error) from error
    try:
        judge_with_journal(path, file.header())
        _refuse_read_only(path)
        logs = any(sidecar(path, ending).exists() for ending in OF_WAL)
        if logs and not is_written_ahead(file.header()):  # of another file: SQLite would apply it
            move_sidecars(path, free_name(path, "left-over"), OF_WAL)
        restrict(path)
        db = connect(path, lasting=lasting)
        try:
            file.refuse_if_moved()
        except StoreError:
            db.close()
            raise
    except OSError as error:
        file.close()
        raise unreadable(error) from error
    except BaseException:
        file.close()
        raise
    return db, file


def read_folder(path: Path) -> Path:
    """Return the folder for reading one workshop of a copy, without leftovers of a crash."""
    return path.with_name(path.name + ".read")


def plain_folder(path: Path) -> Path:
    """Return the folder for temporary unencrypted copies, which is also cleared on opening."""
    return path.with_name(path.name + ".plain")


def _sweep(path: Path) -> None:
    """Remove unfinished files that a killed start, restore or backup left; the lock is held."""
    backups = path.parent / BACKUPS
    unfinished = [path.with_name(path.name + ".part"), path.with_name(path.name + ".drafts.part")]
    unfinished += unfinished_copies(path, backups)
    recovery = path.with_name(path.name + ".recovery")
    for folder in (read_folder(path), plain_folder(path), recovery):
        shutil.rmtree(folder, ignore_errors=True)
    for part in unfinished:
        with suppress(OSError):
            remove_whole(part)


def _refuse_read_only(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise StoreError("errors.store_read_only")
