"""Pairwise testing: a few combinations in which each two values occur together."""

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import TypeVar

Case = TypeVar("Case")


def every_pair(
    cases: Sequence[Case], values: Callable[[Case], Sequence[Hashable]] = lambda case: case
) -> list[Case]:
    """Return the first cases that together contain each two values that occur in any case.

    `values` returns the values of a case, one per parameter, in the same order for all of them.
    Cases are added one by one, each time the one with the most new pairs.
    """
    pairs = [frozenset(combinations(enumerate(values(case)), 2)) for case in cases]
    missing = set().union(*pairs)
    chosen: set[int] = set()
    while missing:
        best = max(range(len(cases)), key=lambda number: (len(pairs[number] & missing), -number))
        chosen.add(best)
        missing -= pairs[best]
    return [case for number, case in enumerate(cases) if number in chosen] or list(cases)
