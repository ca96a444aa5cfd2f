"""A few of many combinations: in which each two values occur together, or each value occurs."""

from collections.abc import Callable, Hashable, Sequence
from itertools import chain, combinations
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


def every_value(
    cases: Sequence[Case],
    values: Callable[[Case], Sequence[Hashable]] = lambda case: case,
    first: int = 0,
) -> list[Case]:
    """Return a few cases that together contain each value that occurs in any case.

    `values` is that of `every_pair`. Cases are added one by one, beginning at the number `first`,
    each time the one with the most new values, and among these the one with the most new pairs.
    """
    numbers = [(first + number) % len(cases) for number in range(len(cases))]
    placed = [tuple(enumerate(values(case))) for case in cases]
    pairs = [frozenset(combinations(place, 2)) for place in placed]
    missing = set(chain.from_iterable(placed))
    met: set[Hashable] = set()
    chosen: set[int] = set()

    def gain(number: int) -> tuple[int, int]:
        return len(missing.intersection(placed[number])), len(pairs[number] - met)

    while missing:
        best = max(numbers, key=gain)
        chosen.add(best)
        missing.difference_update(placed[best])
        met |= pairs[best]
    return [case for number, case in enumerate(cases) if number in chosen] or list(cases)
