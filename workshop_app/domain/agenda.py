"""The agenda: how the minutes of a session are shared out, and what became of the plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workshop_app.domain.steps import DEFAULT_MINUTES, Step
from workshop_app.domain.workshop import AgendaItem

Plan = Mapping[Step, int]
"""Minutes a step."""

TEMPLATES: dict[int, Plan] = {
    60: dict(zip(Step, (0, 5, 10, 5, 5, 20, 10, 5), strict=True)),
    90: dict(zip(Step, (0, 10, 15, 10, 5, 30, 15, 5), strict=True)),
    120: DEFAULT_MINUTES,
    180: dict(zip(Step, (0, 20, 25, 20, 10, 65, 30, 10), strict=True)),
}
"""Ready plans by their whole length in minutes."""

ON_PLAN_SECONDS = 60
"""Up to so much, a session counts as neither behind nor ahead."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What a step was planned for, in minutes, and what it took, in seconds."""

    step: Step
    planned: int
    seconds: int

    @property
    def minutes(self) -> int:
        """What it took in whole minutes, half ones counted up; one at least if it took any."""
        return max((self.seconds + 30) // 60, 1 if self.seconds else 0)

    @property
    def over(self) -> int:
        """Minutes beyond the plan; negative when some were left."""
        return self.minutes - self.planned


def plan_of(agenda: Iterable[AgendaItem]) -> dict[Step, int]:
    """Return the planned minutes of each step."""
    return {Step(item.step): item.minutes for item in agenda}


def spent_of(agenda: Iterable[AgendaItem]) -> dict[Step, int]:
    """Return the seconds spent so far on each step."""
    return {Step(item.step): item.spent for item in agenda}


def compared(agenda: Iterable[AgendaItem]) -> tuple[Spent, ...]:
    """Return plan and time spent of every step that has either, in order."""
    return tuple(
        Spent(Step(item.step), item.minutes, item.spent)
        for item in agenda
        if item.minutes or item.spent
    )


def minutes_in_order(plan: Plan) -> list[int]:
    """Return a plan as one number a step, as settings keep it."""
    return [plan.get(step, 0) for step in Step]


def plan_from(minutes: Sequence[int]) -> dict[Step, int]:
    """Return the plan that settings keep; steps without a number get 0."""
    given = dict(zip(Step, minutes, strict=False))
    return {step: given.get(step, 0) for step in Step}


def minutes_behind(plan: Plan, spent: Mapping[Step, float], current: Step | None) -> int:
    """Return how many minutes a session is behind its plan; negative: ahead; 0 on plan.

    `spent` is in seconds. A step before the current one counts with all it took or saved, unless
    nothing was measured in it; the current and later ones count with what went beyond their plan.
    """
    behind = 0.0
    place = list(Step).index(current) if current is not None else len(Step)
    for number, step in enumerate(Step):
        seconds = spent.get(step, 0.0)
        difference = seconds - plan.get(step, 0) * 60
        if seconds and (number < place or difference > 0):
            behind += difference
    return int(behind / 60) if abs(behind) > ON_PLAN_SECONDS else 0
