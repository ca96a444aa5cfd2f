"""A digest over the rows of each workshop, so that lost, doubled and stale rows are noticed.

It is the sum of a hash of each row, so an action costs only the rows that it changed. It is stored
with the rows, in the action's row of the log and in its line of the journal. Rows that belong to no
workshop, the customers, have a digest of their own, under an empty id.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workshop_app.store.checking import Finding
from workshop_app.store.journal import owner_of
from workshop_app.store.recorder import RowChange
from workshop_app.store.tables import TABLES, Row

TABLE = "row_digest"
_SHARED = ""
"""Stands for the workshop of rows that belong to none."""
_BYTES = 16
_MODULUS = 1 << 8 * _BYTES
_pack = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=repr).encode

FEWER = "fewer"
MORE = "more"
OTHER = "other"
OLDER = "older"
"""What can be wrong: rows are lost, doubled, or not as they were saved; or the digest is stale."""


@dataclass(frozen=True, slots=True)
class Digest:
    """How many rows there are, and the sum of their hashes."""

    rows: int = 0
    total: int = 0

    def __str__(self) -> str:
        return f"{self.rows}:{self.total:0{2 * _BYTES}x}"

    def __add__(self, other: "Digest") -> "Digest":
        return Digest(self.rows + other.rows, (self.total + other.total) % _MODULUS)

    def __neg__(self) -> "Digest":
        return Digest(-self.rows, -self.total % _MODULUS)


@dataclass(frozen=True, slots=True)
class RowFinding(Finding):
    """Rows of a workshop, named by its id, that are not those which were saved."""

    by: int = 0
    """How many rows are missing or too many."""


def digest_of_row(table: str, row: Mapping[str, object]) -> Digest:
    """Return the digest of one row."""
    data = f"{table} {_pack(row)}".encode("utf-8", "surrogatepass")
    found = hashlib.blake2b(data, digest_size=_BYTES).digest()
    return Digest(1, int.from_bytes(found))


def digests_of(rows: Iterable[tuple[str, Mapping[str, object]]]) -> dict[str, Digest]:
    """Return the digests of these rows, given with their tables, by workshop."""
    found: dict[str, Digest] = {}
    for table, row in rows:
        owner = owner_of((table, str(row["id"])), row)
        found[owner] = found.get(owner, Digest()) + digest_of_row(table, row)
    return found


def follow(connection: sqlite3.Connection, changes: Iterable[RowChange], entry: Row | None) -> str:
    """Bring the digests to what an action made of the rows; returns that of its own workshop.

    `entry` is its row in the log. Raises sqlite3.Error.
    """
    deltas: dict[str, Digest] = {entry["workshop_id"]: Digest()} if entry else {}
    for change in changes:
        for row, sign in ((change.before, -1), (change.after, 1)):
            if row is not None:
                delta = digest_of_row(change.table, row)
                owner = owner_of((change.table, change.row_id), row)
                deltas[owner] = deltas.get(owner, Digest()) + (delta if sign > 0 else -delta)
    seq = entry["seq"] if entry else 0
    for owner, delta in deltas.items():
        deltas[owner] = digest = _stored(connection, owner)[1] + delta
        _store(connection, owner, seq, digest)
    if entry is None:
        return ""
    digest = str(deltas[entry["workshop_id"]])
    connection.execute("UPDATE action_log SET digest = ? WHERE seq = ?", [digest, seq])
    return digest


def begin(connection: sqlite3.Connection, owners: Iterable[str] | None = None) -> None:
    """Compute the digests of all rows, or of those of some workshops, anew. Raises sqlite3.Error.

    For rows that came from a migration, from a copy or from journals.
    """
    if owners is not None:
        found = {owner: _computed(connection, owner) for owner in owners}
    else:
        connection.execute(f"DELETE FROM {TABLE}")  # noqa: S608
        found = digests_of(
            (table.name, row) for table in TABLES for row in _rows(connection, table.name, "1", [])
        )
    for owner, digest in found.items():
        _store(connection, owner, 0, digest)


def stored(connection: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    """Return by workshop after which action its digest was stored, and the digest.

    Nothing where the file is of an earlier version. Raises sqlite3.Error.
    """
    sql = "SELECT 1 FROM sqlite_schema WHERE name = ?"
    if not connection.execute(sql, [TABLE]).fetchone():
        return {}
    rows = connection.execute(f"SELECT workshop_id, seq, digest FROM {TABLE}")  # noqa: S608
    return {owner: (seq, digest) for owner, seq, digest in rows}


def owners(connection: sqlite3.Connection) -> list[str]:
    """Return whose rows are to be compared: those of each workshop, and the shared ones.

    Raises sqlite3.Error.
    """
    there = [row[0] for row in connection.execute("SELECT id FROM workshop")]
    return [*dict.fromkeys([_SHARED, *stored(connection), *there])]


def compared(connection: sqlite3.Connection, owner: str) -> list[Finding]:
    """Compare the rows of a workshop with their digest; returns what differs. sqlite3.Error."""
    seq, wanted = _stored(connection, owner)
    has = _computed(connection, owner)
    if has != wanted:
        reason = FEWER if has.rows < wanted.rows else MORE if has.rows > wanted.rows else OTHER
        return [RowFinding(TABLE, reason, owner, abs(has.rows - wanted.rows))]
    if seq and _is_stale(connection, owner, seq, wanted):
        return [RowFinding(TABLE, OLDER, owner)]
    return []


def _is_stale(connection: sqlite3.Connection, owner: str, seq: int, digest: Digest) -> bool:
    """Tell whether the log knows of a later action, or of another digest after this one."""
    sql = "SELECT seq, digest FROM action_log WHERE workshop_id = ? AND seq >= ? ORDER BY seq"
    found = connection.execute(sql, [owner, seq]).fetchall()
    return any(number > seq or (text and text != str(digest)) for number, text in found)


def _stored(connection: sqlite3.Connection, owner: str) -> tuple[int, Digest]:
    sql = f"SELECT seq, digest FROM {TABLE} WHERE workshop_id = ?"  # noqa: S608
    row = connection.execute(sql, [owner]).fetchone()
    if row is None:
        return 0, Digest()
    rows, _, total = row[1].partition(":")
    try:
        return row[0], Digest(int(rows), int(total, 16))
    except ValueError:  # damaged: no rows come to this
        return row[0], Digest(0, 1)


def _store(connection: sqlite3.Connection, owner: str, seq: int, digest: Digest) -> None:
    if digest == Digest():
        connection.execute(f"DELETE FROM {TABLE} WHERE workshop_id = ?", [owner])  # noqa: S608
        return
    sql = f"INSERT OR REPLACE INTO {TABLE} (workshop_id, seq, digest) VALUES (?, ?, ?)"  # noqa: S608
    connection.execute(sql, [owner, seq, str(digest)])


def _computed(connection: sqlite3.Connection, owner: str) -> Digest:
    rows: list[tuple[str, Row]] = []
    for table in TABLES:
        if bool(table.owner) == bool(owner):
            where, values = (f"{table.owner} = ?", [owner]) if owner else ("1", [])
            rows += ((table.name, row) for row in _rows(connection, table.name, where, values))
    return digests_of(rows).get(owner, Digest())


def _rows(
    connection: sqlite3.Connection, table: str, where: str, values: list[str]
) -> Iterator[Row]:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE {where}", values)  # noqa: S608
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))
