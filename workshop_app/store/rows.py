"""Write single rows of any table. All functions raise sqlite3.Error."""

from collections.abc import Mapping
from sqlite3 import Connection


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


def _key_of(table: str) -> str:
    return "seq" if table == "action_log" else "id"
