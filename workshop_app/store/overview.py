"""Reading across all workshops in few statements, without making a record of every row."""

from collections.abc import Iterator

from sqlite_utils import Database

from workshop_app.store.tables import Row

_WORKSHOPS = """
SELECT w.id, w.title, w.date, w.created_at, w.is_sample, c.name AS customer,
       w.exported_at <> '' AS exported, w.context_skipped, w.sort_skipped,
       EXISTS (SELECT 1 FROM participant p WHERE p.workshop_id = w.id) AS people,
       EXISTS (SELECT 1 FROM context_answer a WHERE a.workshop_id = w.id) AS answers,
       EXISTS (SELECT 1 FROM request r WHERE r.workshop_id = w.id)
           OR EXISTS (SELECT 1 FROM appraisal a WHERE a.workshop_id = w.id) AS judged,
       (SELECT count(*) FROM request r WHERE r.workshop_id = w.id AND NOT EXISTS (
           SELECT 1 FROM appraisal a WHERE a.workshop_id = w.id AND a.problem_id = r.problem_id
           AND (a.override IS NOT NULL
               OR (a.who <> '' AND a.concrete <> '' AND a.ours <> '' AND a.now <> ''
                   AND a.alternative <> '' AND a.general <> '')))) AS unappraised
FROM workshop w JOIN customer c ON c.id = w.customer_id
ORDER BY w.date DESC, w.created_at DESC, w.id DESC
"""

_PROBLEMS = """
WITH played AS (
    SELECT problem_id, group_concat(kind) AS kinds
    FROM (SELECT DISTINCT problem_id, kind FROM played_card ORDER BY problem_id, kind)
    GROUP BY problem_id
)
SELECT workshop_id, not_ours_reason <> '' AS not_ours, coalesce(kinds, '') AS kinds, chosen,
       theme_id IS NULL AS unsorted, count(*) AS n
FROM problem LEFT JOIN played ON played.problem_id = problem.id
WHERE merged_into IS NULL AND NOT held AND NOT parked
GROUP BY 1, 2, 3, 4, 5
"""

_OPEN_ACTIONS = """
SELECT a.id, a.workshop_id, a.text, a.due, c.name AS customer,
       coalesce(p.name, a.owner_name) AS owner
FROM action a
JOIN workshop w ON w.id = a.workshop_id
JOIN customer c ON c.id = w.customer_id
LEFT JOIN participant p ON p.id = a.owner_id
WHERE NOT a.done
ORDER BY a.due = '', a.due, w.created_at, a.position
"""


def workshop_rows(db: Database) -> Iterator[Row]:
    """Return a row a workshop, the latest date first, with what the steps ask of it."""
    return db.query(_WORKSHOPS)


def problem_rows(db: Database) -> Iterator[Row]:
    """Return how many listed problems of a workshop (`n`) ended in the same way.

    `kinds` are the kinds of the cards played, joined by commas.
    """
    return db.query(_PROBLEMS)


def open_action_rows(db: Database) -> Iterator[Row]:
    """Return the actions not done yet with whose they are, the nearest due date first."""
    return db.query(_OPEN_ACTIONS)
