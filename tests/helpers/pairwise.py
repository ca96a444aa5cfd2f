"""A few combinations in which each two values still meet: layouts break by one or two causes."""

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import TypeVar

Case = TypeVar("Case")


def every_pair(
    cases: Sequence[Case], values: Callable[[Case], Sequence[Hashable]] = lambda case: case
) -> list[Case]:
    """The first cases that together hold each two values that meet in any case.

    `values` gives the values of a case, one a parameter, in the same order for all of them.
    Cases are taken one by one, each time the one with the most pairs that were in none before.
    """
    pairs = [frozenset(combinations(enumerate(values(case)), 2)) for case in cases]
    missing = set().union(*pairs)
    chosen: set[int] = set()
    while missing:
        best = max(range(len(cases)), key=lambda number: (len(pairs[number] & missing), -number))
        chosen.add(best)
        missing -= pairs[best]
    return [case for number, case in enumerate(cases) if number in chosen] or list(cases)
