"""The order that a round of choosing gave, as rows."""

from __future__ import annotations

from dataclasses import dataclass

from workshop_app.domain.state import WorkshopState
from workshop_app.domain.voting import Placing, is_near

_FEWEST, _MOST = 3, 5


@dataclass(frozen=True)
class RankRow:
    """A problem with its place, such as ``2=``; ``share`` of the longest bar is 0 to 1.

    ``leads`` begins another place; ``votes`` is None while nothing was counted for it.
    ``asked`` tells that the round was about it, ``tied`` that it got votes but too few more or
    less than its neighbour to be told apart.
    """

    id: str
    rank: str
    number: str
    text: str
    votes: int | None
    share: float
    chosen: bool
    leads: bool
    asked: bool = True
    tied: bool = False


def rank_rows(state: WorkshopState, round_number: int | None = None) -> list[RankRow]:
    """The listed problems in order of votes; near ties share a place.

    ``round_number`` looks at an earlier round; None is the round in hand.
    """
    number = state.workshop.round if round_number is None else round_number
    placed, votes = state.placings_in(number), state.votes_in(number)
    problems = {problem.id: problem for problem in state.listed}
    asked = {problem.id for problem in state.candidates_of(number)}
    most = max((votes.get(placing.id, 0) for placing in placed), default=0)
    voted = {one for each in range(1, number + 1) for one, n in state.votes_in(each).items() if n}
    ranked = most > 0 or len(asked) < len(placed)
    rows: list[RankRow] = []
    for placing in placed:
        problem, count = problems[placing.id], votes.get(placing.id)
        rows.append(
            RankRow(
                id=problem.id,
                rank=_rank(placing) if ranked else "",
                number=str(problem.number),
                text=problem.title,
                votes=count,
                share=(count or 0) / most if most else 0,
                chosen=problem.chosen,
                leads=bool(rows) and placing.place == len(rows) + 1,
                asked=problem.id in asked,
                tied=placing.shared and problem.id in voted,
            )
        )
    return rows


def near_ties(rows: list[RankRow]) -> list[list[RankRow]]:
    """The groups of problems with votes that share a place, in order."""
    groups: dict[str, list[RankRow]] = {}
    for row in rows:
        if row.tied:
            groups.setdefault(row.rank, []).append(row)
    return list(groups.values())


def has_near_ties(rows: list[RankRow]) -> bool:
    """Whether problems that got votes share a place."""
    return bool(near_ties(rows))


def proposed(state: WorkshopState) -> int:
    """How many problems to work on: a third of them, between 3 and 5, if there are so many."""
    count = len(state.listed)
    return min(count, max(_FEWEST, min(_MOST, round(count / 3))))


def splits_a_tie(rows: list[RankRow], top: int) -> bool:
    """Whether the ``top``-th problem and the next one are too close to be told apart."""
    if not 0 < top < len(rows):
        return False
    last, following = rows[top - 1], rows[top]
    if not all(row.asked for row in rows):
        return last.tied and last.rank == following.rank
    higher, lower = last.votes or 0, following.votes or 0
    return higher > 0 and is_near(higher, lower)


def _rank(placing: Placing) -> str:
    return f"{placing.place}=" if placing.shared else str(placing.place)
