"""Read rows, and write single ones of any table. All functions raise sqlite3.Error."""

import json
import zlib
from collections.abc import Mapping, Sequence
from sqlite3 import Connection
from typing import Any

CHECKSUM = "checksum"
"""The column of the log by which a row is found that was changed by damage; 0 until it has one."""
FORGOTTEN = "forgotten"
"""The kind of a row of the log whose content was removed."""


def fetch(connection: Connection, sql: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    """Return all rows of a query by their columns."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def insert_row(connection: Connection, table: str, row: Mapping[str, object]) -> int:
    """Insert a row, given by its columns, and return its rowid."""
    columns = ", ".join([f'"{name}"' for name in row])
    marks = ", ".join("?" * len(row))
    sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608
    return connection.execute(sql, [*row.values()]).lastrowid or 0


def update_row(
    connection: Connection, table: str, key: str | int, changed: Mapping[str, object]
) -> None:
    """Update these columns of the row with this primary key; without columns do nothing."""
    if not changed:
        return
    columns = ", ".join(f'"{name}" = ?' for name in changed)
    sql = f"UPDATE {table} SET {columns} WHERE {_key_of(table)} = ?"  # noqa: S608
    connection.execute(sql, [*changed.values(), key])


def delete_row(connection: Connection, table: str, key: str | int) -> None:
    """Delete the row with this primary key."""
    connection.execute(f"DELETE FROM {table} WHERE {_key_of(table)} = ?", [key])  # noqa: S608


def checksum_of(action: Mapping[str, object]) -> int:
    """Return the checksum of a row of the log, over what its other columns hold."""
    held = {name: value for name, value in action.items() if value and name != CHECKSUM}
    data = json.dumps(held, ensure_ascii=False, sort_keys=True, default=repr)
    return zlib.crc32(data.encode("utf-8", "surrogatepass"))


def update_action(connection: Connection, seq: int, changed: Mapping[str, object]) -> None:
    """Update these columns of a row of the log; a damaged one stays recognizable as such.

    In a store of an earlier version the log has no checksums.
    """
    (row,) = fetch(connection, "SELECT * FROM action_log WHERE seq = ?", [seq])
    if row.get(CHECKSUM) in (0, checksum_of(row)):
        changed = {**changed, CHECKSUM: checksum_of({**row, **changed})}
    update_row(connection, "action_log", seq, changed)


def _key_of(table: str) -> str:
    return "seq" if table == "action_log" else "id"
