"""Queries on the answers chosen for the problems of all workshops, with few rows per query.

All functions raise sqlite3.Error if the store cannot be read.
"""

import json
from collections.abc import Iterable
from sqlite3 import Connection

_HOLDING = "SELECT rowid FROM problem_text WHERE problem_text MATCH ? LIMIT ?"

_LAST = "SELECT coalesce(max(key), 0) FROM problem_key"

_SEARCHED = """
SELECT id, search_words FROM played_card
WHERE kind = 'solution' AND search_words <> '' AND catalogue_id <> ''
"""

_CHOSEN = """
WITH asked AS (
    SELECT c.id, c.problem_id, c.catalogue_id, c.workshop_id, c.kind
    FROM json_each(?1) AS k
    JOIN problem_key ON problem_key.key = k.value
    JOIN played_card c ON c.problem_id = problem_key.problem_id
    UNION
    SELECT c.id, c.problem_id, c.catalogue_id, c.workshop_id, c.kind
    FROM json_each(?2) AS k JOIN played_card c ON c.id = k.value
)
SELECT asked.catalogue_id, asked.problem_id,
       CASE WHEN w.date <> '' THEN w.date ELSE substr(w.created_at, 1, 10) END AS day
FROM asked
JOIN workshop w ON w.id = asked.workshop_id
WHERE asked.kind = 'solution' AND asked.catalogue_id <> '' AND w.id <> ?3 AND NOT w.is_sample
"""


def keys_holding(db: Connection, expression: str, limit: int) -> frozenset[int]:
    """Return the index keys of at most `limit` problems that an FTS5 `expression` finds."""
    return frozenset(key for (key,) in db.execute(_HOLDING, [expression, limit]))


def last_key(db: Connection) -> int:
    """Return the highest index key: about the number of problems, without counting them."""
    return int(db.execute(_LAST).fetchone()[0])


def searched_words(db: Connection) -> list[tuple[str, str]]:
    """Return the id and the search words of each card that holds an answer of a catalogue."""
    return db.execute(_SEARCHED).fetchall()


def chosen_rows(
    db: Connection, keys: Iterable[int], cards: Iterable[str], open_workshop: str
) -> list[tuple[str, str, str]]:
    """Return the answers chosen for the problems with these index keys, or by these cards.

    Each row has the answer's id, the problem's, and the day of the workshop. The open workshop and
    samples are excluded.
    """
    values = [json.dumps(list(keys)), json.dumps(list(cards)), open_workshop]
    return db.execute(_CHOSEN, values).fetchall()
