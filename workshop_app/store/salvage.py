"""Reads the records of a damaged file one by one, each as far as possible."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from types import UnionType
from typing import Any, get_type_hints

from workshop_app.domain.workshop_fields import LISTS, REFERENCES
from workshop_app.store.connection import read_only_uri
from workshop_app.store.tables import TABLES, Row, readable, table_of

_AT_ONCE = 200
_UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""Errors of reading; SQLite may quote invalid UTF-8 of a damaged schema."""
_GAP = 2_000
"""Number of rowids that are tried after the last readable row."""
_TABLES_OF = {part: table_of(record).name for part, record in LISTS.items()}


def salvaged(path: Path) -> list[tuple[str, Row]]:
    """Return the readable rows of a damaged store with their tables.

    They are in an order in which they can be inserted; rows that need a missing row are omitted,
    and other references to missing rows are cleared, except those to workshops and customers. The
    file is not changed, but should be a copy.
    """
    found: dict[str, dict[str, Row]] = {table.name: {} for table in TABLES}
    try:
        connection = sqlite3.connect(read_only_uri(path), uri=True)
    except _UNREADABLE:
        return []
    with closing(connection):
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        for table in TABLES:
            for row in _rows(connection, table.name):
                if _is_record(table.record, row):
                    found[table.name][row["id"]] = row
    _part_from_what_is_missing(found)
    return [(name, row) for name, rows in found.items() for row in rows.values()]


def workshop_ids(path: Path) -> set[str]:
    """Return the ids of the workshops with any readable row in a damaged store, best a copy."""
    found: set[str] = set()
    with (
        suppress(*_UNREADABLE),
        closing(sqlite3.connect(read_only_uri(path), uri=True)) as connection,
    ):
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        for table in TABLES:
            if not table.owner:
                continue
            try:
                sql = f"SELECT DISTINCT {table.owner} FROM {table.name}"  # noqa: S608
                found |= {row[0] for row in connection.execute(sql)}
            except _UNREADABLE:
                found |= {row[table.owner] for row in _rows(connection, table.name)}
    return found


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield the readable rows of a table."""
    names = _columns(connection, table)
    last = 0
    while names:
        sql = f"SELECT rowid, * FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_AT_ONCE}"  # noqa: S608
        try:
            rows = connection.execute(sql, [last]).fetchall()
        except _UNREADABLE:
            break
        for number, *values in rows:
            yield dict(zip(names, values, strict=True))
            last = number
        if len(rows) < _AT_ONCE:
            return
    if names:
        yield from _one_by_one(connection, table, names, last)


def _one_by_one(
    connection: sqlite3.Connection, table: str, names: list[str], last: int
) -> Iterator[Row]:
    """Read each row by its rowid, up to the highest one that any query returns."""
    highest = max(last + _GAP, _highest(connection, table))
    sql = f"SELECT * FROM {table} WHERE rowid = ?"  # noqa: S608
    for number in range(last + 1, highest + 1):
        try:
            values = connection.execute(sql, [number]).fetchone()
        except _UNREADABLE:
            continue
        if values is not None:
            yield dict(zip(names, values, strict=True))


def _highest(connection: sqlite3.Connection, table: str) -> int:
    try:
        return connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0  # noqa: S608
    except _UNREADABLE:
        return 0


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    except _UNREADABLE:
        return []


def _is_record(record: type[Any], row: Row) -> bool:
    if not isinstance(row.get("id"), str):
        return False
    try:
        return readable(record, row) is not None
    except (KeyError, TypeError, ValueError):
        return False


def _part_from_what_is_missing(found: dict[str, dict[str, Row]]) -> None:
    """Remove rows that need a missing row, and other references to missing rows."""
    for table in TABLES:
        rows = found[table.name]
        for row_id, row in [*rows.items()]:
            if not _repair(table.record, row, found):
                del rows[row_id]


def _repair(record: type[Any], row: Row, found: dict[str, dict[str, Row]]) -> bool:
    """Clear the references of a row to missing rows; return False if it requires one of them."""
    for name, part in REFERENCES.items():
        value = row.get(name)
        if value is not None and name in row and value not in found[_TABLES_OF[part]]:
            if not isinstance(get_type_hints(record)[name], UnionType):
                return False
            row[name] = None
    return True
