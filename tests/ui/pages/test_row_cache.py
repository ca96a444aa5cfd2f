"""Cached rows: only changed ones are rebuilt, and order and removals are followed."""

from dataclasses import replace

from ui.pages.list.rows import RowCache
from ui.rows.cells import Tick
from ui.rows.row import Row
from workshop_app.domain.problem import Problem


def test_only_changed_rows_are_made_again():
    made: list[str] = []

    def make(problem: Problem, ticked: bool) -> Row:
        made.append(problem.id)
        return Row(problem.id, problem.first_wording, before=(Tick(ticked),))

    cache = RowCache(make)
    problems = [
        Problem(id=one, workshop_id="w", position=0, number=1, first_wording=one) for one in "abc"
    ]
    first = cache.rows((problem, False) for problem in problems)
    assert made == ["a", "b", "c"]

    problems[1] = replace(problems[1], first_wording="別の言い方")
    again = cache.rows((problem, problem.id == "c") for problem in reversed(problems))
    assert made == ["a", "b", "c", "c", "b"]
    assert [(row.id, row.text, row.checked) for row in again] == [
        ("c", "c", True),
        ("b", "別の言い方", False),
        ("a", "a", False),
    ]
    assert again[2] is first[0]


def test_a_row_that_went_is_not_kept():
    made: list[str] = []
    cache = RowCache(lambda problem: made.append(problem.id) or Row(problem.id, ""))
    problem = Problem(id="a", workshop_id="w", position=0, number=1, first_wording="")
    cache.rows([(problem,)])
    assert cache.rows([]) == []
    cache.rows([(problem,)])
    assert made == ["a", "a"]
