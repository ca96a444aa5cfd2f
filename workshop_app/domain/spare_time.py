"""Which problem to solve next when the chosen ones are done before the time of Solve is over."""

from workshop_app.domain.problem import Problem
from workshop_app.domain.shortening import LEAST_FOR_A_PROBLEM
from workshop_app.domain.state import WorkshopState


def spare_minutes(seconds_left: float, minutes_behind: int) -> int:
    """Return the whole minutes left in Solve for another problem, 0 if they are too few.

    `minutes_behind` is the delay of the whole agenda; only a positive one counts.
    """
    minutes = int(seconds_left // 60) - max(0, minutes_behind)
    return minutes if minutes >= LEAST_FOR_A_PROBLEM else 0


def problem_for_spare_time(state: WorkshopState) -> Problem | None:
    """Return the first problem in the ranking that is not chosen and has no outcome.

    Return None while a chosen problem has no outcome, or if none is chosen.
    """
    if not state.chosen or any(state.is_open(problem) for problem in state.chosen):
        return None
    others = (problem for problem in state.ranked if not problem.chosen)
    return next(filter(state.is_open, others), None)
