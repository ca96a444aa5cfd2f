"""Queries on like problems of all workshops, with few rows per query.

All functions raise sqlite3.Error if the store cannot be read.
"""

import json
from collections.abc import Iterable
from sqlite3 import Connection

from workshop_app.domain.like_problem import LikeProblem
from workshop_app.store.rows import fetch
from workshop_app.store.tables import Row, records

_NEWEST = "SELECT rowid FROM problem_text WHERE problem_text MATCH ? ORDER BY rowid DESC LIMIT ?"

_SAME_ENTRY = """
SELECT k.key FROM played_card c JOIN problem_key k ON k.problem_id = c.problem_id
WHERE c.catalogue_id IN (SELECT value FROM json_each(?1))
UNION
SELECT k.key FROM request r JOIN problem_key k ON k.problem_id = r.problem_id
WHERE r.nearest_id IN (SELECT value FROM json_each(?1))
ORDER BY 1 DESC LIMIT ?2
"""

_CANDIDATES = """
WITH RECURSIVE whole(said, id, parent) AS (
    SELECT p.rowid, p.id, p.merged_into FROM json_each(?1) AS one
    CROSS JOIN problem_key k ON k.key = one.value CROSS JOIN problem p ON p.id = k.problem_id
    WHERE p.workshop_id <> ?2
    UNION
    SELECT whole.said, p.id, p.merged_into FROM whole CROSS JOIN problem p ON p.id = whole.parent
)
SELECT whole.id AS root, p.first_wording, p.wording, r.title, r.own_words, r.nearest_id,
       (SELECT json_group_array(c.catalogue_id) FROM played_card c
        WHERE c.problem_id IN (p.id, whole.id) AND c.catalogue_id <> '') AS entries
FROM whole CROSS JOIN problem p ON p.rowid = whole.said
CROSS JOIN workshop w ON w.id = p.workshop_id LEFT JOIN request r ON r.problem_id = p.id
WHERE whole.parent IS NULL AND w.is_sample = ?3
"""
"""Problems of other workshops with their texts, and the one that represents their group."""

_EDGES = (
    "l.other_id FROM said CROSS JOIN like_problem l ON l.problem_id = said.id WHERE l.is_same",
    "l.problem_id FROM said CROSS JOIN like_problem l ON l.other_id = said.id WHERE l.is_same",
    "p.merged_into FROM said CROSS JOIN problem p ON p.id = said.id WHERE p.merged_into <> ''",
    "p.id FROM said CROSS JOIN problem p ON p.merged_into = said.id",
    "p.origin_id FROM said CROSS JOIN problem p ON p.id = said.id WHERE p.origin_id <> ''",
    "p.id FROM said CROSS JOIN problem p ON p.origin_id = said.id",
)
"""Links from one problem to others that say the same: confirmed, merged, taken over."""

_SAID = f"""
WITH RECURSIVE said(id) AS (
    SELECT value FROM json_each(?)
    {" ".join(f"UNION SELECT {edge}" for edge in _EDGES)}
)
SELECT p.id, p.workshop_id, p.first_wording, p.wording, p.source, p.method, p.heard_at,
       p.merged_into, p.origin_id,
       w.customer_id, w.own_kind, c.name AS customer, w.date, w.created_at,
       who.id AS participant_id, who.person_id, who.job, who.team, r.id AS request_id
FROM said CROSS JOIN problem p ON p.id = said.id
JOIN workshop w ON w.id = p.workshop_id JOIN customer c ON c.id = w.customer_id
LEFT JOIN participant who ON who.id = p.speaker_id
LEFT JOIN request r ON r.problem_id = p.id
"""  # noqa: S608
"""All problems that say the same as some, with when, how and by whom each was heard."""

_DECIDED = """
SELECT l.* FROM json_each(?) AS one CROSS JOIN like_problem l ON l.problem_id = one.value
UNION
SELECT l.* FROM json_each(?) AS one CROSS JOIN like_problem l ON l.other_id = one.value
"""

_OF_WORKSHOP = """
SELECT l.* FROM problem p JOIN like_problem l ON l.other_id = p.id WHERE p.workshop_id = ?
"""

_CUSTOMERS = """
SELECT c.id, c.name FROM workshop w JOIN customer c ON c.id = w.customer_id
GROUP BY c.id ORDER BY min(w.created_at), c.id
"""

_PEOPLE = """
SELECT DISTINCT w.customer_id, who.name FROM json_each(?) AS one
JOIN workshop w ON w.id = one.value LEFT JOIN participant who ON who.workshop_id = w.id
"""


def newest_holding(db: Connection, expression: str, limit: int) -> list[int]:
    """Return the index keys of the newest problems that an FTS5 `expression` finds."""
    return [key for (key,) in db.execute(_NEWEST, [expression, limit])]


def with_entries(db: Connection, entries: Iterable[str], limit: int) -> list[int]:
    """Return the index keys of the newest problems with one of these entries.

    The entry was chosen as an answer, or named as the nearest one of a request.
    """
    return [key for (key,) in db.execute(_SAME_ENTRY, [json.dumps(list(entries)), limit])]


def candidate_rows(
    db: Connection, keys: Iterable[int], open_workshop: str, *, sample: bool
) -> list[Row]:
    """Return the texts of the problems with these index keys, except those of the open workshop."""
    return fetch(db, _CANDIDATES, [json.dumps(list(keys)), open_workshop, int(sample)])


def said_rows(db: Connection, problems: Iterable[str]) -> list[Row]:
    """Return these problems and all that are known to say the same."""
    return fetch(db, _SAID, [json.dumps(list(problems))])


def decided_likes(db: Connection, problems: Iterable[str]) -> tuple[LikeProblem, ...]:
    """Return what was decided about these problems, from either side."""
    ids = json.dumps(list(problems))
    return records(LikeProblem, fetch(db, _DECIDED, [ids, ids]))


def likes_about(db: Connection, workshop_id: str) -> tuple[LikeProblem, ...]:
    """Return what other workshops decided about the problems of this one."""
    return records(LikeProblem, fetch(db, _OF_WORKSHOP, [workshop_id]))


def customer_rows(db: Connection) -> list[Row]:
    """Return id and name of the customers of all workshops, the first workshop's first."""
    return fetch(db, _CUSTOMERS)


def people_rows(db: Connection, workshops: Iterable[str]) -> list[Row]:
    """Return the names of all participants of these workshops, by customer."""
    return fetch(db, _PEOPLE, [json.dumps(list(workshops))])
