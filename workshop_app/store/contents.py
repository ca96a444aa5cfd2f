"""The content of a store's file by workshop: counts, and a digest to detect changes.

The digest is that of `row_digests`, as it is stored in the file. Everything is read with plain SQL,
so that copies made by earlier versions can be counted without migration.
"""

import sqlite3
from typing import NamedTuple

from workshop_app.store import row_digests

COUNTED = ("problems", "themes", "answers", "votes", "outcomes", "actions")
"""The counted records, in the order of the steps; merged problems count as one."""
_SQL = {
    "problems": "SELECT workshop_id, sum(merged_into IS NULL) FROM problem {where} GROUP BY 1",
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


class WorkshopContents(NamedTuple):
    """The content of one workshop."""

    title: str
    counts: dict[str, int]
    """Counts by the names in `COUNTED`."""
    digest: str = ""
    """Equal if all records of the workshop are equal; empty if unknown."""

    @property
    def total(self) -> int:
        """The total of all counts."""
        return sum(self.counts.values())


def contents(
    connection: sqlite3.Connection, workshop_id: str | None = None
) -> dict[str, WorkshopContents]:
    """Return by id the content of each workshop, or of one; raises sqlite3.Error."""
    where, values = ("WHERE workshop_id = ?", [workshop_id]) if workshop_id else ("", [])
    rows = connection.execute("SELECT id, title FROM workshop").fetchall()
    titles = {str(row[0]): str(row[1]) for row in rows if workshop_id in (None, row[0])}
    has_dots = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'dot'").fetchone()
    found: dict[str, dict[str, int]] = {key: dict.fromkeys(COUNTED, 0) for key in titles}
    for name, sql in _SQL.items():
        if name == "dots" and not has_dots:
            continue
        for key, count in connection.execute(sql.format(where=where), values):
            if key in found:
                found[key]["votes" if name == "dots" else name] += count or 0
    digests = row_digests.stored(connection)
    return {
        key: WorkshopContents(title, found[key], digests.get(key, (0, ""))[1])
        for key, title in titles.items()
    }
