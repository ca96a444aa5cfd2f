"""A cache of rows: of a thousand problems, only those that changed are created again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ui.rows.row import Row
from workshop_app.domain.problem import Problem


class RowCache:
    """``make(problem, ...)`` creates a row from the facts that it shows."""

    def __init__(self, make: Callable[..., Row]) -> None:
        self._make = make
        self._made: dict[str, tuple[tuple[Any, ...], Row]] = {}

    def rows(self, shown: Iterable[tuple[Any, ...]]) -> list[Row]:
        """Return a row for each tuple of facts, a problem first; equal facts give the same row."""
        made: dict[str, tuple[tuple[Any, ...], Row]] = {}
        for facts in shown:
            problem: Problem = facts[0]
            before = self._made.get(problem.id)
            same = before is not None and before[0] == facts
            made[problem.id] = before if before and same else (facts, self._make(*facts))
        self._made = made
        return [row for _, row in made.values()]
