"""Places after rounds of voting. Problems share a place if their votes are equal."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple


class RoundCount(NamedTuple):
    """The result of one round: the ids of its candidates, and the votes by id."""

    candidates: frozenset[str]
    votes: Mapping[str, int]


class Placing(NamedTuple):
    """The place of one problem; `shared`: others have the same place."""

    id: str
    place: int
    shared: bool


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
    """Split a group by the votes of one round; problems that were not candidates come last."""
    votes_of = {one: count.votes.get(one, 0) for one in group if one in count.candidates}
    others = [one for one in group if one not in count.candidates]
    candidates = sorted(votes_of, key=votes_of.__getitem__, reverse=True)  # equals keep their order
    parts = [list(equal) for _, equal in groupby(candidates, key=votes_of.__getitem__)]
    return [*parts, others] if others else parts
