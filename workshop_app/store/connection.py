"""Connects to the store's file: sets all pragmas and verifies them, and locks the file."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from workshop_app.domain.errors import StoreError

_PRAGMAS: dict[str, str | int] = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 200,
    "journal_size_limit": 0,
}


LONGEST_VALUE = 16_000_000
"""Most bytes of a value and of a whole row (SQLITE_LIMIT_LENGTH)."""
_readable_text = partial(str, encoding="utf-8", errors="replace")
"""Reads invalid UTF-8 in the file as U+FFFD instead of raising an error."""
_SAVING = ("errors.store_failed", "errors.store_full")


def connect(path: Path, *, lasting: bool = True) -> sqlite3.Connection:
    """Open the file at `path` for exclusive use.

    Without `lasting` no write is flushed to disk, for temporary files. Raises StoreError if the
    file is locked by another program, read-only or damaged.
    """
    try:
        connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    except sqlite3.Error as error:
        raise opening_error(error) from error
    try:
        _configure(connection, _PRAGMAS if lasting else _PRAGMAS | {"synchronous": 0})
        _take_lock(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        raise opening_error(error) from error
    return connection


def read_only_uri(path: Path) -> str:
    """Return the URI by which SQLite opens a file to read it only.

    The host of a Windows share is part of the path, since SQLite accepts no authority.
    """
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?mode=ro"


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that is no open store for reading only; raises sqlite3.Error."""
    uri = read_only_uri(path)
    connection = sqlite3.connect(uri, uri=True, timeout=0.2, isolation_level=None)
    connection.text_factory = _readable_text
    return connection


def connect_beside(path: Path) -> sqlite3.Connection:
    """Open the file of an open store a second time, to read it in another thread.

    `immutable` reads past the lock of the first connection, so what this one reads is only valid if
    nothing is written meanwhile. SQLite keeps the descriptor of a connection that is closed until
    the process has no lock on the file any more, so the store's lock is kept; this is so for
    SQLite's own connections only. Raises sqlite3.Error.
    """
    place = f"{read_only_uri(path)}&immutable=1"
    connection = sqlite3.connect(place, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.text_factory = _readable_text
        for pragma in ("trusted_schema", "cell_size_check", "mmap_size"):
            connection.execute(f"PRAGMA {pragma}={_PRAGMAS[pragma]}")
    except BaseException:
        connection.close()
        raise
    return connection


def _configure(connection: sqlite3.Connection, pragmas: dict[str, str | int]) -> None:
    connection.text_factory = _readable_text
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    for pragma, value in pragmas.items():
        connection.execute(f"PRAGMA {pragma}={value}")
        row = connection.execute(f"PRAGMA {pragma}").fetchone()
        if row is not None and row[0] != value:
            raise sqlite3.OperationalError(f"pragma {pragma} is {row[0]}, not {value}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DML, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DDL, False)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Store everything written within the block as a whole; after an exception nothing."""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()  # does nothing if the error has ended the transaction
        raise


def _take_lock(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def name_of(error: sqlite3.Error) -> str:
    """Return SQLite's name of an error; empty for errors of the Python module."""
    return getattr(error, "sqlite_errorname", "") or ""


def store_error(error: sqlite3.Error | UnicodeDecodeError) -> StoreError:
    """Return the user's sentence for a SQLite error: locked, full, read-only, damaged, or other.

    A UnicodeDecodeError is raised instead of SQLite's own error if that quotes bytes of a damaged
    schema.
    """
    if isinstance(error, UnicodeDecodeError):
        return StoreError("errors.store_damaged", reason="UTF-8")
    name = name_of(error)
    keys = {
        "SQLITE_BUSY": "errors.store_locked",
        "SQLITE_LOCKED": "errors.store_locked",
        "SQLITE_FULL": "errors.store_full",
        "SQLITE_READONLY": "errors.store_read_only",
        "SQLITE_CANTOPEN": "errors.store_folder",
        "SQLITE_CORRUPT": "errors.store_damaged",
        "SQLITE_NOTADB": "errors.store_not_ours",
    }
    key = next((key for code, key in keys.items() if name.startswith(code)), "errors.store_failed")
    return StoreError(key, reason=name or "SQLite")


def read_error(error: sqlite3.Error) -> StoreError:
    """Return the user's sentence for a SQLite error met while only reading."""
    told = store_error(error)
    if told.key in _SAVING:
        return StoreError("errors.store_unreadable", **told.values)
    return told


def opening_error(error: sqlite3.Error | UnicodeDecodeError) -> StoreError:
    """Return the user's sentence for an error met while opening, when nothing was to be saved."""
    told = store_error(error)
    return StoreError("errors.store_not_opened", **told.values) if told.key in _SAVING else told


def may_pass(error: sqlite3.Error) -> bool:
    """Return whether the same query may succeed after the file is reopened."""
    return name_of(error).startswith(
        ("SQLITE_IOERR", "SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CANTOPEN", "SQLITE_NOMEM")
    )
