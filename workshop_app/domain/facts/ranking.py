"""The ranking of problems after a round of voting, as rows to show."""

from __future__ import annotations

from typing import NamedTuple

from workshop_app.domain.grouped import grouped
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.voting import Placing

_FEWEST_SUGGESTED = 3
_MOST_SUGGESTED = 5


class RankRow(NamedTuple):
    """A problem with its place.

    `rank` is a text such as ``2=``, empty for a problem without any vote; `votes` is None if
    nothing was counted for the problem; `share` is its votes relative to the highest count, 0 to 1.
    `leads` marks the first row of a place, `asked` whether the problem was a candidate of the
    round, `tied` whether it got votes but shares its place.
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
    """Return the listed problems, most votes first; equal votes share a place.

    `round_number` selects an earlier round; None is the current one.
    """
    number = state.workshop.round if round_number is None else round_number
    counted = state.votes
    placed = counted.placings_in(number)
    votes = counted.in_round(number)
    problems = {problem.id: problem for problem in state.listed}
    asked = {problem.id for problem in counted.candidates_of(number)}
    most = max((votes.get(placing.id, 0) for placing in placed), default=0)
    rounds = map(counted.in_round, counted.rounds_behind(number))
    voted = {one for each in rounds for one, n in each.items() if n}
    rows: list[RankRow] = []
    for placing in placed:
        problem = problems[placing.id]
        count = votes.get(placing.id)
        rows.append(
            RankRow(
                id=problem.id,
                rank=_rank(placing) if problem.id in voted else "",
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


def ties(rows: list[RankRow]) -> list[list[RankRow]]:
    """Return the groups of problems with votes that share a place, in order."""
    return list(grouped((row for row in rows if row.tied), lambda row: row.rank).values())


def suggested_count(state: WorkshopState) -> int:
    """Return the suggested number of problems to choose: a third of all, but 3 to 5 if possible."""
    count = len(state.listed)
    return min(count, max(_FEWEST_SUGGESTED, min(_MOST_SUGGESTED, round(count / 3))))


def cut_tie(rows: list[RankRow], top: int) -> list[RankRow]:
    """Return all problems of the tie that choosing the first `top` would split.

    Empty if the `top`-th problem (from 1) and the next one do not share a place.
    """
    if not 0 < top < len(rows):
        return []
    last, following = rows[top - 1 : top + 1]
    if not last.tied or last.rank != following.rank:
        return []
    return [row for row in rows if row.rank == last.rank]


def _rank(placing: Placing) -> str:
    return f"{placing.place}=" if placing.shared else str(placing.place)
