"""Look for damage in an open store, in steps short enough for a window that is being used."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from workshop_app.store.tables import TABLES, from_row

_ROWS = 500
"""Rows read in one step."""
_MOST_INDEXED = 2_000
"""Problems up to which the text index is checked, which cannot be done in parts (about 15 ms)."""
INDEX = "problem_text"
"""The text index: made of the problems, so that it can be made again."""
_REPLACED = "\ufffd"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a table.

    Without a `row_id` the file's structure is damaged; with one, only that record cannot be read
    as it was written.
    """

    table: str
    reason: str
    row_id: str = ""

    def __str__(self) -> str:
        place = f"{self.table} {self.row_id}" if self.row_id else self.table
        return f"{place}: {self.reason}"


def steps(connection: sqlite3.Connection) -> Iterator[list[Finding]]:
    """Check all tables, then all records; yields after each step what it found.

    The text index is left out in a large store. Raises sqlite3.Error when reading fails for
    another reason than damage.
    """
    tables = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    for (name,) in connection.execute(tables).fetchall():
        yield damaged_structure(connection, name)
    count = connection.execute("SELECT count(*) FROM problem_key").fetchone()[0]
    if count <= _MOST_INDEXED:
        yield damaged_structure(connection, INDEX)
    yield from unreadable_rows(connection)


def damaged_structure(connection: sqlite3.Connection, table: str) -> list[Finding]:
    """Return what SQLite finds wrong in how a table and its indexes lie in the file."""
    quoted = table.replace("'", "''")
    try:
        lines = [row[0] for row in connection.execute(f"PRAGMA quick_check('{quoted}')")]
    except sqlite3.DatabaseError as error:
        if not means_damage(error):
            raise
        lines = [error.sqlite_errorname]
    return [Finding(table, line) for line in lines if line != "ok"]


def unreadable_rows(connection: sqlite3.Connection) -> Iterator[list[Finding]]:
    """Look for records that hold bytes that are no UTF-8, or a value that no record can have."""
    for table in TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
        last = -1
        while True:
            sql = f"SELECT rowid, * FROM {table.name} WHERE rowid > ? ORDER BY rowid LIMIT {_ROWS}"  # noqa: S608
            rows = connection.execute(sql, [last]).fetchall()
            found = []
            for row_number, *values in rows:
                row = dict(zip(columns, values, strict=True))
                bad = _no_utf8(connection, table.name, row_number, row)
                if not bad:
                    bad = _misfit(table.record, row)
                if bad:
                    found.append(Finding(table.name, bad, str(row["id"])))
            yield found
            if len(rows) < _ROWS:
                break
            last = rows[-1][0]


def means_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error comes from the file's content, and not from reading it just now."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _no_utf8(
    connection: sqlite3.Connection, table: str, row_number: int, row: dict[str, object]
) -> str:
    """Return the columns of a row that are no UTF-8; U+FFFD may also have been typed."""
    suspects = [
        name for name, value in row.items() if isinstance(value, str) and _REPLACED in value
    ]
    bad = []
    for name in suspects:
        sql = f"SELECT CAST({name} AS BLOB) FROM {table} WHERE rowid = ?"  # noqa: S608
        data = connection.execute(sql, [row_number]).fetchone()[0]
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            bad.append(name)
    return f"{', '.join(bad)}: no UTF-8" if bad else ""


def _misfit(record: type, row: dict[str, object]) -> str:
    try:
        from_row(record, row)
    except (ValueError, TypeError) as error:
        return type(error).__name__
    return ""
