"""Places after a show of hands: near ties share one, because so few hands decide nothing."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placing:
    """The place of one problem; `shared` tells that a neighbour is too close to be told apart."""

    place: int
    shared: bool


def is_near(higher: int, lower: int) -> bool:
    """Tell whether two counts are a near tie: 1 vote apart, or 10 % of the higher."""
    return higher - lower <= 1 or (higher - lower) * 10 <= higher


def places(counts: Sequence[int]) -> tuple[Placing, ...]:
    """Return the places of `counts`, which are in falling order.

    A group begins at its highest count and takes in all that are a near tie of it; all of the group
    share its place. Problems without a single hand never share a place with those that have some.
    """
    groups: list[list[int]] = []
    for count in counts:
        top = groups[-1][0] if groups else None
        if top is not None and is_near(top, count) and (count > 0 or top == 0):
            groups[-1].append(count)
        else:
            groups.append([count])
    found: list[Placing] = []
    for group in groups:
        place = len(found) + 1
        found += [Placing(place, len(group) > 1)] * len(group)
    return tuple(found)
