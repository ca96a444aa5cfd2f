"""Open the store file safely: what it is is read before SQLite touches it, then it is locked."""

import os
import sqlite3
import stat
import struct
import sys
from pathlib import Path

from sqlite_utils import Database

from workshop_app.domain.errors import StoreError
from workshop_app.store.migrations import SCHEMA_VERSION

APPLICATION_ID = 0x57534150
"""``WSAP`` in the file header: marks a SQLite file as this program's store."""

_MAGIC = b"SQLite format 3\x00"
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


def inspect_header(path: Path) -> bool:
    """Tell whether `path` is new (absent, empty); raises StoreError if it is no store."""
    try:
        info = path.stat()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise StoreError("errors.store_unreadable", reason=error.strerror or "") from error
    if not stat.S_ISREG(info.st_mode):
        raise StoreError("errors.store_not_ours")
    if info.st_size == 0:
        return True
    try:
        header = path.read_bytes()[:100] if info.st_size < 100 else _read_head(path)
    except OSError as error:
        raise StoreError("errors.store_unreadable", reason=error.strerror or "") from error
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise StoreError("errors.store_not_ours")
    user_version, application_id = struct.unpack(">I4xI", header[60:72])
    if application_id != APPLICATION_ID:
        raise StoreError("errors.store_not_ours")
    if user_version > SCHEMA_VERSION:
        raise StoreError("errors.store_too_new", version=user_version, known=SCHEMA_VERSION)
    return False


def _read_head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def connect(path: Path, *, lasting: bool = True) -> tuple[Database, bool]:
    """Open `path` as the only owner, with all pragmas set and read back.

    Without `lasting` nothing waits for the disk: for a file that is thrown away. Returns the
    database and whether it is new. Raises StoreError when the file is locked by
    another program, read-only or damaged.
    """
    created = inspect_header(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not os.access(path, os.W_OK):
            raise StoreError("errors.store_read_only")
        connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    except OSError as error:
        raise StoreError("errors.store_folder", reason=error.strerror or "") from error
    except sqlite3.Error as error:
        raise store_error(error) from error
    try:
        _configure(connection, _PRAGMAS if lasting else _PRAGMAS | {"synchronous": 0})
        _take_lock(connection)
    except sqlite3.Error as error:
        connection.close()
        raise store_error(error) from error
    return Database(connection, execute_plugins=False), created


def _configure(connection: sqlite3.Connection, pragmas: dict[str, str | int]) -> None:
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    for pragma, value in pragmas.items():
        connection.execute(f"PRAGMA {pragma}={value}")
        row = connection.execute(f"PRAGMA {pragma}").fetchone()
        if row is not None and row[0] != value:
            raise sqlite3.OperationalError(f"pragma {pragma} is {row[0]}, not {value}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 16_000_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DML, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DDL, False)


def _take_lock(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def store_error(error: sqlite3.Error) -> StoreError:
    """Return the user's sentence for a SQLite error: locked, full, read-only, damaged, or other."""
    name = getattr(error, "sqlite_errorname", "") or ""
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
