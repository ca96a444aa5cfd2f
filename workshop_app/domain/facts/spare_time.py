"""Which problem to solve next when the chosen ones are done before the time of Solve is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop_app.domain.problem import Problem
from workshop_app.domain.shortening import LEAST_FOR_A_PROBLEM

if TYPE_CHECKING:
    from workshop_app.domain.state import WorkshopState


def spare_minutes(seconds_left: float, minutes_behind: int, problems: int = 1) -> int:
    """Return the whole minutes left in Solve, 0 if late or if too few for so many problems."""
    minutes = int(seconds_left // 60)
    enough = minutes >= problems * LEAST_FOR_A_PROBLEM
    return minutes if enough and minutes_behind <= 0 else 0


def problem_for_spare_time(state: WorkshopState, in_front: str = "") -> Problem | None:
    """Return the first problem in the ranking that is not chosen and has no outcome.

    `in_front` is the id of the problem being worked on, which is not returned. Return None while
    another chosen problem has no outcome, or if none is chosen.
    """
    still_open = (one for one in state.chosen if state.is_open(one) and one.id != in_front)
    if not state.chosen or any(still_open):
        return None
    others = (one for one in state.votes.ranked if not one.chosen and one.id != in_front)
    return next(filter(state.is_open, others), None)


def chosen_in_all(state: WorkshopState) -> int:
    """Return how many problems were chosen, with those parked since."""
    return sum(problem.chosen for problem in state.unmerged)


def is_at_work(state: WorkshopState, in_front: str) -> bool:
    """Return whether the problem with this id has no outcome yet."""
    problem = state.problem(in_front)
    return problem is not None and state.is_open(problem)
