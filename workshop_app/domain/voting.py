"""Places after rounds of voting. Near ties share a place, because so few votes decide nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoundCount:
    """The result of one round: the ids of its candidates, and the votes by id."""

    candidates: frozenset[str]
    votes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Placing:
    """The place of one problem; `shared` tells that it has this place together with others."""

    id: str
    place: int
    shared: bool


def is_near(higher: int, lower: int) -> bool:
    """Tell whether two counts are a near tie: at most 1 vote apart, or 10 % of the higher."""
    return higher - lower <= 1 or (higher - lower) * 10 <= higher


def placings(ids: Sequence[str], rounds: Sequence[RoundCount]) -> tuple[Placing, ...]:
    """Return the places of `ids`, which are in order of entry, after these rounds.

    A later round decides only between problems that shared a place before it.
    """
    groups = [list(ids)] if ids else []
    for count in rounds:
        groups = [part for group in groups for part in _split(group, count)]
    found: list[Placing] = []
    for group in groups:
        place = len(found) + 1
        found += [Placing(one, place, len(group) > 1) for one in group]
    return tuple(found)


def _split(group: list[str], count: RoundCount) -> list[list[str]]:
    """Split a group by the votes of one round; problems that were no candidates come last."""
    candidates = [one for one in group if one in count.candidates]
    others = [one for one in group if one not in count.candidates]
    candidates.sort(key=lambda one: -count.votes.get(one, 0))
    parts: list[list[str]] = []
    top = 0
    for one in candidates:
        votes = count.votes.get(one, 0)
        if parts and is_near(top, votes) and (votes > 0 or top == 0):
            parts[-1].append(one)
        else:
            parts.append([one])
            top = votes
    return [*parts, others] if others else parts
