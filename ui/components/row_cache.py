"""Rows made before: with a thousand problems, only those that changed are made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ui.widgets.rows import Row
from workshop_app.domain.problem import Problem


class RowMemory:
    """``make(problem, ...)`` a row of what it shows; what is equal to before is not made again."""

    def __init__(self, make: Callable[..., Row]) -> None:
        self._make = make
        self._made: dict[str, tuple[tuple[Any, ...], Row]] = {}

    def rows(self, shown: Iterable[tuple[Any, ...]]) -> list[Row]:
        """One row for each problem with what is shown of it, in this order."""
        made: dict[str, tuple[tuple[Any, ...], Row]] = {}
        for facts in shown:
            problem: Problem = facts[0]
            before = self._made.get(problem.id)
            same = before is not None and before[0] == facts
            made[problem.id] = before if before and same else (facts, self._make(*facts))
        self._made = made
        return [row for _, row in made.values()]
