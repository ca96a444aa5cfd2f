"""The content of a store's file by workshop: counts, and a digest to detect changes.

Read with plain SQL, so that copies of any earlier version can be counted without a migration.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

COUNTED = ("problems", "themes", "answers", "votes", "outcomes", "actions")
"""The counted records, in the order of the steps."""
_SQL = {
    "problems": "SELECT workshop_id, count(*) FROM problem {where} GROUP BY 1",
    "themes": "SELECT workshop_id, count(*) FROM theme {where} GROUP BY 1",
    "answers": "SELECT workshop_id, count(*) FROM context_answer {where} GROUP BY 1",
    "votes": "SELECT workshop_id, sum(votes) FROM tally {where} GROUP BY 1",
    "dots": "SELECT workshop_id, sum(dots) FROM dot {where} GROUP BY 1",
    "outcomes": "SELECT workshop_id, count(DISTINCT problem_id) FROM ("
    "SELECT workshop_id, problem_id FROM played_card "
    "UNION ALL SELECT workshop_id, problem_id FROM request "
    "UNION ALL SELECT workshop_id, id FROM problem WHERE not_ours_reason <> '') {where} GROUP BY 1",
    "actions": "SELECT workshop_id, count(*) FROM action {where} GROUP BY 1",
}
_ROWS = 200
_NOT_RECORDS = ("action_log",)
"""Tables with a `workshop_id` that do not belong to the content of a workshop."""


@dataclass(frozen=True, slots=True)
class WorkshopContents:
    """The content of one workshop."""

    title: str
    counts: dict[str, int]
    """Counts by the names in `COUNTED`."""
    digest: str = ""
    """Equal if all records are equal; empty if it was not computed."""

    @property
    def total(self) -> int:
        """The total of all counts."""
        return sum(self.counts.values())


def contents(
    connection: sqlite3.Connection, workshop_id: str | None = None, *, digests: bool = False
) -> dict[str, WorkshopContents]:
    """Return by id the content of each workshop, or of one; raises sqlite3.Error."""
    where, values = ("WHERE workshop_id = ?", [workshop_id]) if workshop_id else ("", [])
    rows = connection.execute("SELECT id, title FROM workshop").fetchall()
    titles = {str(row[0]): str(row[1]) for row in rows if workshop_id in (None, row[0])}
    tables = _tables(connection)
    found: dict[str, dict[str, int]] = {key: dict.fromkeys(COUNTED, 0) for key in titles}
    for name, sql in _SQL.items():
        if name == "dots" and "dot" not in tables:
            continue
        for key, count in connection.execute(sql.format(where=where), values):
            if key in found:
                found[key]["votes" if name == "dots" else name] += count or 0
    made = _digests(connection, tables, titles) if digests else {}
    return {
        key: WorkshopContents(title, found[key], made.get(key, "")) for key, title in titles.items()
    }


def _tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of all tables of records that belong to a workshop, by table."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    columns = {
        name: sorted(row[1] for row in connection.execute(f"PRAGMA table_info({name})"))
        for (name,) in names
    }
    return {
        name: found
        for name, found in columns.items()
        if {"id", "workshop_id"} <= set(found) and name not in _NOT_RECORDS
    }


def _digests(
    connection: sqlite3.Connection, tables: dict[str, list[str]], titles: dict[str, str]
) -> dict[str, str]:
    """Return the digests of these workshops, which include the names of the columns."""
    sums = {key: hashlib.sha256() for key in titles}
    one = next(iter(titles)) if len(titles) == 1 else ""
    for row in _rows(connection, "workshop", "id", one):
        if row["id"] in sums:
            sums[row["id"]].update(_packed(row))
    for table in tables:
        for row in _rows(connection, table, "workshop_id", one):
            if row["workshop_id"] in sums:
                sums[row["workshop_id"]].update(_packed(row))
    return {key: each.hexdigest() for key, each in sums.items()}


def _rows(
    connection: sqlite3.Connection, table: str, owner: str, one: str
) -> Iterator[dict[str, Any]]:
    where, values = (f"WHERE {owner} = ?", [one]) if one else ("", [])
    sql = f"SELECT * FROM {table} {where} ORDER BY id"  # noqa: S608
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    while rows := cursor.fetchmany(_ROWS):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def _packed(row: dict[str, Any]) -> bytes:
    return json.dumps(row, sort_keys=True, ensure_ascii=False, default=repr).encode(
        "utf-8", "surrogatepass"
    )
