"""Identifies a file by its SQLite header, without ever writing to it."""

import shutil
import sqlite3
import stat
import struct
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from workshop_app.domain.errors import StoreError, reason_of
from workshop_app.store.migrations import SCHEMA_VERSION
from workshop_app.store.sidecars import sidecar

APPLICATION_ID = 0x57534150
"""``WSAP`` in the file header: marks a SQLite file as a store of this program."""

SIZE = 100
"""Bytes of SQLite's header (https://www.sqlite.org/fileformat2.html#the_database_header)."""
_MAGIC = b"SQLite format 3\x00"
_JOURNAL_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


def inspect_header(path: Path) -> bool:
    """Return whether `path` is missing or empty; raises StoreError for other than a store."""
    size = size_of(path)
    if not size:
        return True
    try:
        header = read_header(path)
    except OSError as error:
        raise unreadable(error) from error
    judge_header(header)
    return False


def size_of(path: Path) -> int | None:
    """Return the size of a file in bytes, None if there is none.

    Raises StoreError if it is not a regular file: opening a pipe would block forever; nor if it is
    a link to nothing, such as a drive that is not connected.
    """
    try:
        info = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise StoreError("errors.store_link", path=path.readlink()) from None
        return None
    except OSError as error:
        raise unreadable(error) from error
    if not stat.S_ISREG(info.st_mode):
        raise StoreError("errors.store_not_ours")
    return info.st_size


def read_header(path: Path) -> bytes:
    """Return the first 100 bytes of a file; raises OSError."""
    with path.open("rb") as file:
        return file.read(SIZE)


def lost_first_page(path: Path) -> bool:
    """Return whether a file begins with zeros only, as a store whose first page was lost."""
    try:
        return bool(size_of(path)) and read_header(path) == bytes(SIZE)
    except (OSError, StoreError):
        return False


def judge_header(header: bytes) -> None:
    """Raise StoreError unless these first bytes are those of a store this program can read."""
    if not header:
        raise StoreError("errors.store_empty")
    if len(header) < SIZE or not header.startswith(_MAGIC):
        raise StoreError("errors.store_not_ours")
    user_version, application_id = _versions(header)
    if application_id != APPLICATION_ID:
        raise StoreError("errors.store_not_ours")
    if user_version > SCHEMA_VERSION:
        raise StoreError("errors.store_too_new", version=user_version, known=SCHEMA_VERSION)


def judge_with_journal(path: Path, header: bytes) -> None:
    """Judge a file as it will be after SQLite has rolled back an interrupted transaction.

    The rollback is tried on a copy, because the file may belong to another program. Raises
    StoreError.
    """
    try:
        judge_header(header)
    except StoreError:
        if not size_of(sidecar(path, "-journal")):
            raise
        try:
            header = _header_after_rollback(path)
        except OSError as error:
            raise unreadable(error) from error
        if not header:  # nothing remains of a first transaction to identify the file
            raise
        judge_header(header)


def is_written_ahead(header: bytes) -> bool:
    """Return whether a file may have a write-ahead log, which only other programs use."""
    return header[18:20] != b"\x01\x01"


def never_filled(path: Path) -> bool:
    """Return whether a file's first transaction was interrupted, so that it never had any content.

    Its journal says that the file had no page before. A file with another program's mark is left
    alone. Raises StoreError.
    """
    journal = sidecar(path, "-journal")
    if not size_of(journal):
        return False
    try:
        begun = read_header(journal)
        header = read_header(path)
    except OSError as error:
        raise unreadable(error) from error
    if not begun.startswith(_JOURNAL_MAGIC) or begun[16:20] != bytes(4):
        return False
    marks = (0, APPLICATION_ID)
    return len(header) < SIZE or (header.startswith(_MAGIC) and _versions(header)[1] in marks)


def unreadable(error: OSError) -> StoreError:
    """Return the user's sentence for a file that cannot be read."""
    return StoreError("errors.store_unreadable", reason=reason_of(error))


def _versions(header: bytes) -> tuple[int, int]:
    """Return ``user_version`` and ``application_id``."""
    user_version, application_id = struct.unpack(">I4xI", header[60:72])
    return user_version, application_id


def _header_after_rollback(path: Path) -> bytes:
    with tempfile.TemporaryDirectory(prefix="workshop-app-") as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        shutil.copyfile(sidecar(path, "-journal"), sidecar(copy, "-journal"))
        with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema")
        return read_header(copy)
