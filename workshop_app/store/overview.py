"""SQL queries across all workshops that do not create a record for every row."""

_WHOLES = """
WITH RECURSIVE whole(id, workshop_id, root) AS (
    SELECT id, workshop_id, id FROM problem WHERE merged_into IS NULL
    UNION ALL
    SELECT p.id, p.workshop_id, whole.root FROM whole JOIN problem p ON p.merged_into = whole.id
)"""
"""Each problem with the one that represents its group, as in `domain.state`."""

WORKSHOPS = """
SELECT w.id, w.title, w.date, w.created_at, w.is_sample, c.name AS customer,
       w.exported_at <> '' AS exported, w.context_skipped, w.sort_skipped,
       w.kind, w.own_kind, w.silent,
       EXISTS (SELECT 1 FROM participant p WHERE p.workshop_id = w.id) AS people,
       EXISTS (SELECT 1 FROM context_answer a WHERE a.workshop_id = w.id) AS answers,
       EXISTS (SELECT 1 FROM request r WHERE r.workshop_id = w.id)
           OR EXISTS (SELECT 1 FROM appraisal a WHERE a.workshop_id = w.id) AS judged
FROM workshop w JOIN customer c ON c.id = w.customer_id
ORDER BY w.date DESC, w.created_at DESC, w.id DESC
"""
"""One row per workshop, latest date first, with the facts used by the steps."""

_DECIDED = f"""
{_WHOLES},
played AS (
    SELECT whole.root, group_concat(DISTINCT card.kind) AS kinds
    FROM played_card card JOIN whole ON whole.id = card.problem_id
    GROUP BY 1
),
told AS (
    SELECT whole.root, max(one.chosen) AS chosen, max(one.not_ours_reason <> '') AS not_ours
    FROM whole JOIN problem one ON one.id = whole.id
    GROUP BY 1
)"""  # noqa: S608
"""Decisions for each merged group: cards played, chosen, *not ours*."""

PROBLEMS = f"""
{_DECIDED}
SELECT problem.workshop_id, told.not_ours AND played.kinds IS NULL AS not_ours,
       coalesce(played.kinds, '') AS kinds, told.chosen, theme_id IS NULL AS unsorted,
       source, count(*) AS n
FROM problem JOIN told ON told.root = problem.id LEFT JOIN played ON played.root = problem.id
WHERE NOT held AND NOT parked
GROUP BY 1, 2, 3, 4, 5, 6
"""  # noqa: S608
"""The number (`n`) of listed problems of a workshop with the same outcomes and source.

`kinds` are the kinds of the cards played, joined by commas.
"""

APPRAISALS = f"""
{_DECIDED},
empty AS (
    SELECT problem_id, (impact = '') + (why = '') + (good_enough = '') AS n,
           EXISTS (SELECT 1 FROM request_news news WHERE news.request_id = request.id) AS passed_on
    FROM request
),
asked AS (
    SELECT whole.root, sum(empty.n) AS unsaid, sum(empty.n * empty.passed_on) AS unsaid_passed_on,
           max(empty.passed_on) AS passed_on
    FROM empty JOIN whole ON whole.id = empty.problem_id
    GROUP BY 1
),
judged AS (
    SELECT whole.root, a.who, a.concrete, a.ours, a.now, a.alternative, a.general,
           a.override, row_number() OVER (
               PARTITION BY whole.root ORDER BY a.problem_id <> whole.root, p.position) AS place
    FROM appraisal a JOIN whole ON whole.id = a.problem_id JOIN problem p ON p.id = a.problem_id
)
SELECT problem.workshop_id, asked.root IS NOT NULL AS requested,
       coalesce(asked.unsaid, 0) AS unsaid, coalesce(asked.unsaid_passed_on, 0) AS unsaid_passed_on,
       coalesce(asked.passed_on, 0) AS passed_on, told.chosen,
       NOT problem.held AND NOT problem.parked AS listed,
       problem.parked, problem.not_ours_reason <> '' AS not_ours,
       coalesce(played.kinds, '') AS kinds, coalesce(judged.override, '') AS override,
       coalesce(judged.who, '') AS who, coalesce(judged.concrete, '') AS concrete,
       coalesce(judged.ours, '') AS ours, coalesce(judged.now, '') AS now,
       coalesce(judged.alternative, '') AS alternative, coalesce(judged.general, '') AS general,
       count(*) AS n
FROM problem JOIN told ON told.root = problem.id LEFT JOIN played ON played.root = problem.id
LEFT JOIN asked ON asked.root = problem.id
LEFT JOIN judged ON judged.root = problem.id AND judged.place = 1
WHERE asked.root IS NOT NULL
   OR ((told.chosen OR judged.root IS NOT NULL) AND NOT held AND NOT parked
       AND played.kinds IS NULL AND NOT told.not_ours)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17
"""  # noqa: S608
"""The number (`n`) of problems with requests, and of chosen or appraised ones without an outcome,
per appraisal.

`unsaid` is the number of empty essential fields of the requests of one such problem,
`unsaid_passed_on` those of requests that the product team has.
"""

OPEN_ACTIONS = """
SELECT a.id, a.workshop_id, a.text, a.due, c.name AS customer,
       coalesce(p.name, a.owner_name) AS owner
FROM action a
JOIN workshop w ON w.id = a.workshop_id
JOIN customer c ON c.id = w.customer_id
LEFT JOIN participant p ON p.id = a.owner_id
WHERE NOT a.done AND NOT a.not_needed
ORDER BY a.due = '', a.due, w.created_at, a.position
"""
"""The open actions with their owners, nearest due date first."""
