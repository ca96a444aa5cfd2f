"""Checks an open store for damage, in steps short enough for an interactive program."""

import re
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from workshop_app.domain.merging import circular
from workshop_app.store.connection import connect_beside, name_of
from workshop_app.store.rows import CHECKSUM, checksum_of
from workshop_app.store.tables import REPLACED, TABLES, from_row

T = TypeVar("T")

_ROWS = 500
"""Number of rows per step that are looked up in an index."""
_VALUES = 5_000
"""Number of values of records that are read per step."""
_WAIT_S = 0.005
"""Duration in seconds of a step that waits for a thread."""
_CODE = re.compile(r"error code=(\d+)")
_OF_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_LOG = "action_log"
_INDEXES = "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'"
SPOILT_INDEX = "index"
"""The reason of a finding about an index, whose name is given as the `row_id`."""
INDEX = "problem_text"
"""The text index, which can be rebuilt from the problems."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An error in a table.

    Without a `row_id` the file's structure is damaged; with one, only that record cannot be read as
    it was written.
    """

    table: str
    reason: str
    row_id: str = ""

    def __str__(self) -> str:
        place = f"{self.table} {self.row_id}" if self.row_id else self.table
        return f"{place}: {self.reason}"


def steps(
    connection: sqlite3.Connection, structure: Callable[[str], Iterator[list[Finding]]]
) -> Iterator[list[Finding]]:
    """Check all tables, then the text index and all records; yields the findings of each step.

    `structure` checks a table in steps. Indexes and records are skipped if a table is damaged.
    Raises sqlite3.Error when reading fails for another reason than damage.
    """
    damaged = False
    tables = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    for (name,) in connection.execute(tables).fetchall():
        for found in structure(name):
            damaged = damaged or bool(found)
            yield found
    if damaged:
        return
    yield from spoilt_indexes(connection)
    yield from structure(INDEX)
    yield from unreadable_rows(connection)


def awaited(
    work: Callable[[], T], stop: Callable[[], object] = lambda: None
) -> Generator[list[Finding], None, T]:
    """Do `work` in a thread; yields no findings until it has ended, and returns its result.

    Raises its exception. If the caller gives up, `stop` is called, which should end the work.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # noqa: BLE001 - raised in the thread of the caller
            errors.append(error)

    thread = Thread(target=run, name="check")
    thread.start()
    try:
        thread.join(_WAIT_S)
        while thread.is_alive():
            yield []
            thread.join(_WAIT_S)
    finally:
        if thread.is_alive():
            stop()
            thread.join()
    if errors:
        raise errors[0]
    return results[0]


def damaged_beside(path: Path, table: str) -> Generator[list[Finding], None, list[Finding]]:
    """Return `damaged_structure` of an open store's table, read in a thread.

    SQLite checks a table in one step, of 50 ms with 50,000 problems. The result is only valid if
    nothing was written meanwhile. Raises sqlite3.Error as `damaged_structure`.
    """
    with closing(connect_beside(path)) as connection:
        return (
            yield from awaited(
                lambda: damaged_structure(connection, table), stop=connection.interrupt
            )
        )


def damaged_structure(connection: sqlite3.Connection, table: str) -> list[Finding]:
    """Return the errors that SQLite finds in the structure of a table and its indexes.

    Raises sqlite3.Error if it cannot be read for another reason than damage.
    """
    quoted = table.replace("'", "''")
    return [Finding(table, line) for line in damage(connection, f"quick_check('{quoted}')")]


def spoilt_indexes(connection: sqlite3.Connection) -> Iterator[list[Finding]]:
    """Find indexes that lead to wrong rows; yields the findings after each step.

    SQLite's check of a single table only compares the number of entries. The rows themselves are
    valid, so `reindex` repairs such an index.
    """
    for index, table in connection.execute(_INDEXES).fetchall():
        found: list[Finding] = []
        for lost in _not_in_index(connection, index, table):
            yield []
            if lost:
                found = [Finding(table, SPOILT_INDEX, index)]
                break
        yield found


def reindex(connection: sqlite3.Connection, index: str) -> None:
    """Rebuild an index of a table; raises sqlite3.Error."""
    connection.execute(f'REINDEX "{index}"')


def _not_in_index(connection: sqlite3.Connection, index: str, table: str) -> Iterator[bool]:
    """Yield for each part of a table whether rows are missing from an index."""
    columns = [row[2] for row in connection.execute(f'PRAGMA index_info("{index}")')]
    rows = f'SELECT rowid AS number, * FROM "{table}" NOT INDEXED'  # noqa: S608
    same = " AND ".join(f'one."{column}" IS row."{column}"' for column in columns)
    lost = (
        f"SELECT count(*) FROM ({rows} WHERE rowid > ? ORDER BY rowid LIMIT {_ROWS}) AS row "  # noqa: S608
        f'WHERE NOT EXISTS (SELECT 1 FROM "{table}" AS one INDEXED BY "{index}" '
        f"WHERE {same} AND one.rowid = row.number)"
    )
    following = f'SELECT rowid FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT 1 OFFSET ?'  # noqa: S608
    last: int | None = 0
    while last is not None:
        yield connection.execute(lost, [last]).fetchone()[0] > 0
        end = connection.execute(following, [last, _ROWS - 1]).fetchone()
        last = end[0] if end else None


def damage(connection: sqlite3.Connection, pragma: str) -> list[str]:
    """Return the errors found by a checking pragma; empty means none.

    Raises sqlite3.Error if the file cannot be read for another reason than damage, which SQLite
    reports as a line of its findings with the code of the error.
    """
    try:
        lines = [row[0] for row in connection.execute(f"PRAGMA {pragma}")]
    except sqlite3.DatabaseError as error:
        if not means_damage(error):
            raise
        return [name_of(error)]
    for line in lines:
        code = _CODE.search(line)
        if code and int(code[1]) & 0xFF not in _OF_DAMAGE:
            raise _read_failed(line)
    return [line for line in lines if line != "ok"]


def _read_failed(line: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(line)
    error.sqlite_errorname = "SQLITE_IOERR"
    return error


def unreadable_rows(connection: sqlite3.Connection) -> Iterator[list[Finding]]:
    """Yield the records that contain invalid UTF-8 or a value that no record can have.

    Finally those that were merged in a circle.
    """
    records = {table.name: table.record for table in TABLES}
    for name in (*records, _LOG):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        count = max(1, _VALUES // max(1, len(columns)))
        last = 0
        while last is not None:
            rows, found = _piece(connection, name, last, count)
            for number, *values in rows:
                row = dict(zip(columns, values, strict=True))
                bad = _no_utf8(connection, name, number, row) or _misfit(records.get(name), row)
                if bad:
                    found.append(Finding(name, bad, str(values[0])))
            yield found
            last = rows[-1][0] if len(rows) == count else None
    yield _circles(connection)


def _circles(connection: sqlite3.Connection) -> list[Finding]:
    """Return the problems whose merging leads back to them, which are read as not merged."""
    sql = "SELECT id, merged_into FROM problem WHERE merged_into IS NOT NULL ORDER BY position"
    try:
        targets = dict(connection.execute(sql).fetchall())
    except sqlite3.DatabaseError as error:
        if not means_damage(error):
            raise
        return []  # the table's own findings name it
    return [Finding("problem", "merged_into: circle", each) for each in circular(targets)]


def _piece(
    connection: sqlite3.Connection, table: str, after: int, count: int
) -> tuple[list[tuple[Any, ...]], list[Finding]]:
    """Return the next rows of a table with their rowids, and the errors of unreadable ones."""
    sql = f"SELECT rowid, * FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {count}"  # noqa: S608
    try:
        return connection.execute(sql, [after]).fetchall(), []
    except sqlite3.DatabaseError as error:
        if not means_damage(error):
            raise
        return [], [Finding(table, name_of(error))]


def means_damage(error: sqlite3.Error) -> bool:
    """Return whether an error is caused by the file's content, not by reading it."""
    return name_of(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _no_utf8(
    connection: sqlite3.Connection, table: str, row_number: int, row: dict[str, object]
) -> str:
    """Return the columns of a row that are not valid UTF-8; U+FFFD may also have been typed."""
    suspects = [name for name, value in row.items() if isinstance(value, str) and REPLACED in value]
    bad = []
    for name in suspects:
        sql = f"SELECT CAST({name} AS BLOB) FROM {table} WHERE rowid = ?"  # noqa: S608
        data = connection.execute(sql, [row_number]).fetchone()[0]
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            bad.append(name)
    return f"{', '.join(bad)}: no UTF-8" if bad else ""


def _misfit(record: type | None, row: dict[str, object]) -> str:
    if record is None:  # an action; in a store of an earlier version it has no checksum
        return "" if row.get(CHECKSUM) in (None, checksum_of(row)) else CHECKSUM
    try:
        from_row(record, row)
    except (ValueError, TypeError) as error:
        return type(error).__name__
    return ""
