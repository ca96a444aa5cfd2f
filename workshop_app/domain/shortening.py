"""What to postpone when the remaining time is too short for the chosen problems."""

from collections.abc import Sequence
from typing import NamedTuple

from workshop_app.domain.agenda import Plan
from workshop_app.domain.steps import Step

KEPT_FOR_WRAP_UP = 10
"""Minutes reserved for Wrap up."""
LEAST_FOR_A_PROBLEM = 4
"""Minimum minutes for a problem in Solve, however many were chosen."""


class Shortening(NamedTuple):
    """Solve the first `solve` problems that are still open, and park the others."""

    minutes_left: int
    solve: int
    parked: tuple[str, ...]
    """Ids of the problems to park, in order."""


def shortening(
    plan: Plan, seconds_left: float | None, chosen: int, still_open: Sequence[str]
) -> Shortening | None:
    """Return what to postpone, or None if the time is sufficient.

    `seconds_left` until the end is None if no time was measured; so is the result. `chosen` is the
    number of chosen problems, including parked ones; each gets its share of the time planned
    for Solve. `still_open` are the ids of those without outcome, in the order in which they are
    solved. At least one of them is solved.
    """
    if seconds_left is None or not chosen or len(still_open) < 2:
        return None
    left = int(seconds_left / 60)
    each = max(LEAST_FOR_A_PROBLEM, plan.get(Step.SOLVE, 0) // chosen)
    fitting = max(1, (left - KEPT_FOR_WRAP_UP) // each)
    if fitting >= len(still_open):
        return None
    return Shortening(left, fitting, tuple(still_open[fitting:]))


def shortened_plan(plan: Plan) -> list[int]:
    """Return the minutes of each step with `KEPT_FOR_WRAP_UP` reserved for Wrap up.

    Missing minutes are taken from Solve, so that the planned end does not change.
    """
    minutes = {step: plan.get(step, 0) for step in Step}
    lacking = max(0, KEPT_FOR_WRAP_UP - minutes[Step.WRAP_UP])
    minutes[Step.WRAP_UP] += lacking
    minutes[Step.SOLVE] = max(0, minutes[Step.SOLVE] - lacking)
    return [minutes[step] for step in Step]
