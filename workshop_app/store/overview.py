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
       w.kind, w.own_kind, w.silent, w.next_date,
       EXISTS (SELECT 1 FROM participant p WHERE p.workshop_id = w.id) AS people,
       EXISTS (SELECT 1 FROM context_answer a WHERE a.workshop_id = w.id) AS answers,
       EXISTS (SELECT 1 FROM request r WHERE r.workshop_id = w.id)
           OR EXISTS (SELECT 1 FROM appraisal a WHERE a.workshop_id = w.id) AS judged
FROM workshop w JOIN customer c ON c.id = w.customer_id
ORDER BY w.date DESC, w.created_at DESC, w.id DESC
"""
"""One row per workshop, latest date first, with the facts used by the steps."""

PROBLEMS = f"""
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
),
asked AS (
    SELECT root, group_concat(empty || passed_on) AS requests
    FROM (
        SELECT whole.root, (impact = '') + (why = '') + (good_enough = '') AS empty,
               EXISTS (SELECT 1 FROM request_news n WHERE n.request_id = request.id) AS passed_on
        FROM request JOIN whole ON whole.id = request.problem_id
                     JOIN problem p ON p.id = request.problem_id
        ORDER BY p.id <> whole.root, p.position
    )
    GROUP BY 1
),
judged AS (
    SELECT whole.root, a.who, a.concrete, a.ours, a.now, a.alternative, a.general,
           a.override, row_number() OVER (
               PARTITION BY whole.root ORDER BY a.problem_id <> whole.root, p.position) AS place
    FROM appraisal a JOIN whole ON whole.id = a.problem_id JOIN problem p ON p.id = a.problem_id
)
SELECT problem.workshop_id, NOT held AND NOT parked AS listed, parked, told.chosen,
       told.not_ours AND played.kinds IS NULL AS not_ours,
       coalesce(played.kinds, '') AS kinds, coalesce(asked.requests, '') AS requests,
       coalesce(judged.override, '') AS override,
       coalesce(judged.who, '') AS who, coalesce(judged.concrete, '') AS concrete,
       coalesce(judged.ours, '') AS ours, coalesce(judged.now, '') AS now,
       coalesce(judged.alternative, '') AS alternative, coalesce(judged.general, '') AS general,
       theme_id IS NULL AS unsorted, source, count(*) AS n
FROM problem JOIN told ON told.root = problem.id LEFT JOIN played ON played.root = problem.id
LEFT JOIN asked ON asked.root = problem.id
LEFT JOIN judged ON judged.root = problem.id AND judged.place = 1
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
"""  # noqa: S608
"""The number (`n`) of problems of a workshop of which the same is recorded; a merged group is one.

`kinds` are the kinds of the cards played, joined by commas, and `requests` how many essential
fields of each request are empty, followed by 1 if the product team has it, else by 0.
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

OWING = """
SELECT workshop_id FROM played_card
WHERE delivered_on = '' AND kind NOT IN ('solution', 'answer', 'update')
  AND id NOT IN (SELECT card_id FROM action WHERE card_id IS NOT NULL)
UNION SELECT workshop_id FROM request_news WHERE told_on = '' AND state <> 'handed_over'
UNION SELECT workshop_id FROM request
WHERE workshop_id NOT IN (SELECT workshop_id FROM action WHERE passes_on AND NOT not_needed)
UNION SELECT p.workshop_id FROM appraisal j JOIN problem p ON p.id = j.problem_id
WHERE p.became = '' AND p.not_ours_reason = '' AND p.merged_into IS NULL AND NOT p.parked
  AND p.id NOT IN (SELECT problem_id FROM action WHERE problem_id IS NOT NULL)
  AND p.id NOT IN (SELECT problem_id FROM played_card WHERE kind <> 'update')
  AND p.id NOT IN (SELECT origin_id FROM problem WHERE origin_id IS NOT NULL)
"""
"""The workshops in which something other than an action may be promised."""
