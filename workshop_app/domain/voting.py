"""Places after a round of choosing: near ties share one, because so few votes decide nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """One round: the ids of the problems it was `about`, and the votes it gave them."""

    about: frozenset[str]
    votes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Placing:
    """The place of one problem; `shared` tells that a neighbour is too close to be told apart."""

    id: str
    place: int
    shared: bool


def is_near(higher: int, lower: int) -> bool:
    """Tell whether two counts are a near tie: 1 vote apart, or 10 % of the higher."""
    return higher - lower <= 1 or (higher - lower) * 10 <= higher


def placings(ids: Sequence[str], counts: Sequence[Count]) -> tuple[Placing, ...]:
    """Return the places of `ids`, which are in order of entry, after these rounds.

    A later round decides only between problems that shared a place before it. All of a group
    share its place.
    """
    groups = [list(ids)] if ids else []
    for count in counts:
        groups = [part for group in groups for part in _parted(group, count)]
    found: list[Placing] = []
    for group in groups:
        place = len(found) + 1
        found += [Placing(one, place, len(group) > 1) for one in group]
    return tuple(found)


def _parted(group: list[str], count: Count) -> list[list[str]]:
    """Return a group parted by the votes of one round; those it was not about come last."""
    about = [one for one in group if one in count.about]
    rest = [one for one in group if one not in count.about]
    about.sort(key=lambda one: -count.votes.get(one, 0))
    parts: list[list[str]] = []
    top = 0
    for one in about:
        votes = count.votes.get(one, 0)
        if parts and is_near(top, votes) and (votes > 0 or top == 0):
            parts[-1].append(one)
        else:
            parts.append([one])
            top = votes
    return [*parts, rest] if rest else parts
