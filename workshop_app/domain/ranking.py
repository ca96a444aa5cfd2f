"""The order that a show of hands gave, as rows."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.state import WorkshopState
from workshop_app.domain.voting import Placing, is_near, places

_FEWEST, _MOST = 3, 5


@dataclass(frozen=True)
class RankRow:
    """A problem with its place, such as ``2=``; ``share`` of the longest bar is 0 to 1.

    ``leads`` begins another place; ``votes`` is None while no hands were counted for it.
    """

    id: str
    rank: str
    number: str
    text: str
    votes: int | None
    share: float
    chosen: bool
    leads: bool


def rank_rows(state: WorkshopState) -> list[RankRow]:
    """The listed problems in order of votes; near ties share a place."""
    ranked = state.ranked
    counts = [state.votes_of(problem.id) or 0 for problem in ranked]
    most = max(counts, default=0)
    placings = places(counts)
    return [
        RankRow(
            id=problem.id,
            rank=_rank(placing) if most else "",
            number=str(problem.number),
            text=problem.title,
            votes=state.votes_of(problem.id),
            share=count / most if most else 0,
            chosen=problem.chosen,
            leads=place > 0 and placing.place != placings[place - 1].place,
        )
        for place, (problem, count, placing) in enumerate(
            zip(ranked, counts, placings, strict=True)
        )
    ]


def has_near_ties(rows: list[RankRow]) -> bool:
    """Whether problems that got votes share a place."""
    return any(row.rank.endswith("=") and row.votes for row in rows)


def proposed(state: WorkshopState) -> int:
    """How many problems to work on: a third of them, between 3 and 5, if there are so many."""
    count = len(state.listed)
    return min(count, max(_FEWEST, min(_MOST, round(count / 3))))


def splits_a_tie(rows: list[RankRow], top: int) -> bool:
    """Whether the ``top``-th problem and the next one are too close to be told apart."""
    if not 0 < top < len(rows):
        return False
    higher, lower = rows[top - 1].votes or 0, rows[top].votes or 0
    return higher > 0 and is_near(higher, lower)


def _rank(placing: Placing) -> str:
    return f"{placing.place}=" if placing.shared else str(placing.place)
