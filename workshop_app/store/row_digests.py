"""A digest over the rows of each workshop, to detect lost, duplicated and stale rows.

It is the sum of the hashes of all rows, so an action only has to process the rows it changed. It is
stored in a table, in the action's row of the log and in its line of the journal. Rows that belong
to no workshop, the customers, have a digest under an empty id.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from workshop_app.store.checking import Finding
from workshop_app.store.journal import owner_of
from workshop_app.store.recorder import RowChange
from workshop_app.store.rows import (
    CHECKSUM,
    FORGOTTEN,
    checksum_of,
    fetch,
    update_action,
    update_row,
)
from workshop_app.store.tables import TABLES, Row

TABLE = "row_digest"
_SHARED = ""
"""Used instead of the workshop's id for rows that belong to none."""
_BYTES = 16
_MODULUS = 1 << 8 * _BYTES
_pack = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=repr).encode

FEWER = "fewer"
MORE = "more"
OTHER = "other"
OLDER = "older"
"""The kinds of findings: rows are lost, duplicated, or changed; or the digest is stale."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The number of rows, and the sum of their hashes."""

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
    """A difference between the rows of a workshop, given by its id, and its digest."""

    by: int = 0
    """The number of missing or surplus rows."""


def digest_of_row(table: str, row: Mapping[str, object]) -> Digest:
    """Return the digest of one row."""
    data = f"{table} {_pack(row)}".encode("utf-8", "surrogatepass")
    return Digest(1, int.from_bytes(_hash()(data).digest()))


@cache
def _hash() -> Callable[[bytes], Any]:
    from hashlib import blake2b  # not on the start path: it loads OpenSSL

    return partial(blake2b, digest_size=_BYTES)


def digests_of(rows: Iterable[tuple[str, Mapping[str, object]]]) -> dict[str, Digest]:
    """Return the digests of these rows, given with their tables, by workshop."""
    found: dict[str, Digest] = {}
    for table, row in rows:
        owner = owner_of((table, str(row["id"])), row)
        found[owner] = found.get(owner, Digest()) + digest_of_row(table, row)
    return found


def follow(connection: sqlite3.Connection, changes: Iterable[RowChange], entry: Row | None) -> str:
    """Update the digests by the row changes of an action; returns that of its own workshop.

    `entry` is its row in the log. Raises sqlite3.Error.
    """
    deltas: dict[str, Digest] = {entry["workshop_id"]: Digest()} if entry else {}
    for change in changes:
        for row, is_new in ((change.before, False), (change.after, True)):
            if row is not None:
                delta = digest_of_row(change.table, row)
                owner = owner_of((change.table, change.row_id), row)
                deltas[owner] = deltas.get(owner, Digest()) + (delta if is_new else -delta)
    seq = entry["seq"] if entry else 0
    for owner, delta in deltas.items():
        deltas[owner] = digest = _stored(connection, owner)[1] + delta
        _store(connection, owner, seq, digest)
    if entry is None:
        return ""
    digest = str(deltas[entry["workshop_id"]])
    update_action(connection, seq, {"digest": digest})
    return digest


def begin(connection: sqlite3.Connection, owners: Iterable[str] | None = None) -> None:
    """Recompute the digests of all rows, or of some workshops. Raises sqlite3.Error.

    For rows written by a migration, or from a copy or journals. With those of all rows, actions get
    the checksums they lack, and what damaged ones changed is forgotten.
    """
    if owners is not None:
        found = {owner: _computed(connection, owner) for owner in owners}
    else:
        connection.execute(f"DELETE FROM {TABLE}")  # noqa: S608
        found = digests_of(
            (table.name, row)
            for table in TABLES
            for row in fetch(connection, f"SELECT * FROM {table.name}")  # noqa: S608
        )
        _complete_log(connection)
    for owner, digest in found.items():
        _store(connection, owner, 0, digest)


def _complete_log(connection: sqlite3.Connection) -> None:
    for (seq,) in connection.execute("SELECT seq FROM action_log").fetchall():
        (row,) = fetch(connection, "SELECT * FROM action_log WHERE seq = ?", [seq])
        if row[CHECKSUM] != checksum_of(row):
            changed = {"kind": FORGOTTEN, "payload": "[]"} if row[CHECKSUM] else {}
            checksum = checksum_of(row | changed)
            update_row(connection, "action_log", seq, {**changed, CHECKSUM: checksum})


def stored(connection: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    """Return by workshop its stored digest, and the action after which it was stored.

    Empty if the file is of an earlier version. Raises sqlite3.Error.
    """
    sql = "SELECT 1 FROM sqlite_schema WHERE name = ?"
    if not connection.execute(sql, [TABLE]).fetchone():
        return {}
    rows = connection.execute(f"SELECT workshop_id, seq, digest FROM {TABLE}")  # noqa: S608
    return {owner: (seq, digest) for owner, seq, digest in rows}


def owners(connection: sqlite3.Connection) -> list[str]:
    """Return the owners whose rows are to be compared: each workshop, and the shared rows.

    Raises sqlite3.Error.
    """
    there = [row[0] for row in connection.execute("SELECT id FROM workshop")]
    return [*dict.fromkeys([_SHARED, *stored(connection), *there])]


def compared(connection: sqlite3.Connection, owner: str) -> list[Finding]:
    """Compare the rows of a workshop with their digest; returns findings. Raises sqlite3.Error."""
    seq, wanted = _stored(connection, owner)
    has = _computed(connection, owner)
    if has != wanted:
        reason = FEWER if has.rows < wanted.rows else MORE if has.rows > wanted.rows else OTHER
        return [RowFinding(TABLE, reason, owner, abs(has.rows - wanted.rows))]
    if seq and _is_stale(connection, owner, seq, wanted):
        return [RowFinding(TABLE, OLDER, owner)]
    return []


def _is_stale(connection: sqlite3.Connection, owner: str, seq: int, digest: Digest) -> bool:
    """Return whether the log has a later action, or another digest for this one."""
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
    except ValueError:  # damaged: no rows match it
        return row[0], Digest(0, 1)


def _store(connection: sqlite3.Connection, owner: str, seq: int, digest: Digest) -> None:
    if digest == Digest():
        connection.execute(f"DELETE FROM {TABLE} WHERE workshop_id = ?", [owner])  # noqa: S608
        return
    # Not INSERT OR REPLACE, which would also write the index.
    sql = f"UPDATE {TABLE} SET seq = ?, digest = ? WHERE workshop_id = ?"  # noqa: S608
    if not connection.execute(sql, [seq, str(digest), owner]).rowcount:
        sql = f"INSERT INTO {TABLE} (seq, digest, workshop_id) VALUES (?, ?, ?)"  # noqa: S608
        connection.execute(sql, [seq, str(digest), owner])


def _computed(connection: sqlite3.Connection, owner: str) -> Digest:
    rows: list[tuple[str, Row]] = []
    for table in TABLES:
        if bool(table.owner) == bool(owner):
            key = table.owner or "''"  # shared rows belong to no workshop
            sql = f"SELECT * FROM {table.name} WHERE {key} = ?"  # noqa: S608
            rows += ((table.name, row) for row in fetch(connection, sql, [owner]))
    return digests_of(rows).get(owner, Digest())
