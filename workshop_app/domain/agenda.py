"""The agenda: planned minutes of each step compared with the time spent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.steps import DEFAULT_MINUTES, Step, steps_of
from workshop_app.domain.workshop import AgendaItem, Workshop

Plan = Mapping[Step, int]
"""Minutes by step."""


def _plan(*minutes: int) -> Plan:
    return dict(zip(Step, minutes, strict=True))


TEMPLATES: dict[int, Plan] = {
    60: _plan(0, 5, 10, 5, 5, 20, 10, 5),
    90: _plan(0, 10, 15, 10, 5, 30, 15, 5),
    120: DEFAULT_MINUTES,
    180: _plan(0, 20, 25, 20, 10, 65, 30, 10),
}
"""Predefined plans of a workshop by their total length in minutes."""
_INTERVIEW: dict[int, Plan] = {
    30: _plan(0, 10, 5, 0, 0, 10, 0, 5),
    60: _plan(0, 20, 10, 0, 0, 20, 5, 5),
    90: _plan(0, 30, 15, 0, 0, 30, 10, 5),
}
_SHORT: dict[int, Plan] = {
    30: _plan(0, 0, 10, 0, 0, 15, 0, 5),
    60: _plan(0, 0, 20, 0, 0, 25, 10, 5),
}

ON_PLAN_SECONDS = 60
"""A session that deviates by no more than this many minutes counts as on plan."""


class StepTime(NamedTuple):
    """The planned minutes of a step and the seconds spent on it."""

    step: Step
    planned: int
    seconds: int

    @property
    def minutes(self) -> int:
        """The time spent in minutes, rounded half up; at least 1 if any time was measured."""
        return max((self.seconds + 30) // 60, 1 if self.seconds else 0)

    @property
    def over(self) -> int:
        """Minutes beyond the plan; negative if the step took less."""
        return self.minutes - self.planned


def templates_of(kind: ContactKind) -> dict[int, Plan]:
    """Return the predefined plans of a kind of contact by their total length in minutes."""
    if kind is ContactKind.WORKSHOP:
        return TEMPLATES
    return _INTERVIEW if kind is ContactKind.INTERVIEW else _SHORT


def usual_plan(kind: ContactKind) -> Plan:
    """Return the default plan of a kind of contact; all 0 if people do not meet."""
    if kind is ContactKind.WORKSHOP:
        return DEFAULT_MINUTES
    return templates_of(kind)[60] if kind.is_talk else dict.fromkeys(Step, 0)


def plan_for(kind: ContactKind, plan: Plan) -> dict[Step, int]:
    """Return `plan` for a kind of contact; minutes of steps it does not have are added to Solve."""
    steps = steps_of(kind)
    fitted = {step: plan.get(step, 0) if step in steps else 0 for step in Step}
    fitted[Step.SOLVE] += sum(plan.values()) - sum(fitted.values())
    return fitted


def plan_of(agenda: Iterable[AgendaItem]) -> dict[Step, int]:
    """Return the planned minutes of each step."""
    return {Step(item.step): item.minutes for item in agenda}


def spent_of(agenda: Iterable[AgendaItem]) -> dict[Step, int]:
    """Return the seconds spent so far on each step."""
    return {Step(item.step): item.spent for item in agenda}


def step_times(agenda: Iterable[AgendaItem]) -> tuple[StepTime, ...]:
    """Return the times of the steps that are planned or took time, in order."""
    return tuple(
        StepTime(Step(item.step), item.minutes, item.spent)
        for item in agenda
        if item.minutes or item.spent
    )


def whole_time(agenda: Iterable[AgendaItem]) -> tuple[int, int]:
    """Return the minutes that all steps together are planned to take, and those they took."""
    times = step_times(agenda)
    return sum(each.planned for each in times), sum(each.minutes for each in times)


def time_between(start: str, end: str) -> int:
    """Return the minutes between two times of day (``HH:MM``), or 0 if one of them is unknown."""
    if not (start and end):
        return 0
    return max(0, _minute_of_day(end) - _minute_of_day(start))


def _minute_of_day(time: str) -> int:
    hour, minute = time.split(":")
    return 60 * int(hour) + int(minute)


def fitted_to(plan: Plan, kind: ContactKind, minutes: int) -> dict[Step, int]:
    """Return a plan of exactly `minutes`: the predefined one of that length, else `plan` scaled.

    A scaled plan gives each step 5 minutes, then the next 5 always to the step that lacks most of
    its share; Solve gets the remainder. If there is too little time for all steps, only Wrap up has
    its 5 minutes for certain.
    """
    ready = templates_of(kind).get(minutes)
    if ready is not None:
        return dict(ready)
    planned = {step: plan[step] for step in Step if plan.get(step, 0) > 0}
    blocks = minutes // 5
    certain = planned if len(planned) <= blocks else planned.keys() & {Step.WRAP_UP}
    scaled = {step: 5 if step in certain and blocks else 0 for step in Step}
    share = minutes / sum(planned.values()) if planned else 0
    while planned and sum(scaled.values()) + 5 <= minutes:
        scaled[max(planned, key=lambda step: planned[step] * share - scaled[step])] += 5
    scaled[Step.SOLVE] += minutes - sum(scaled.values())
    return scaled


def minutes_in_order(plan: Plan) -> list[int]:
    """Return a plan as a list of minutes, one per step, the form stored in the settings."""
    return [plan.get(step, 0) for step in Step]


def plan_from(minutes: Sequence[int]) -> dict[Step, int]:
    """Return the plan of a list of minutes; steps beyond its end get 0."""
    given = dict(zip(Step, minutes, strict=False))
    return {step: given.get(step, 0) for step in Step}


def hours_of(workshop: Workshop) -> tuple[datetime, datetime] | None:
    """Return when a workshop starts and ends, or None without a day or an end.

    Without a start, the whole day before the end counts.
    """
    if not (workshop.date and workshop.end_time):
        return None
    start, end = (
        datetime.fromisoformat(f"{workshop.date}T{time}")
        for time in (workshop.start_time or "00:00", workshop.end_time)
    )
    return (start, end) if start < end else None


def minutes_behind(
    plan: Plan, spent: Mapping[Step, float], current: Step | None, left: float | None = None
) -> int:
    """Return how many minutes a session is behind its plan; negative if ahead, 0 on plan.

    `spent` is in seconds. A step before the current one counts with its whole difference, unless no
    time was measured in it; the current and later steps count only with what exceeds their plan.

    `left` are the seconds until a fixed end. Earlier steps do not count then: it is late if the
    rest of the current and the later steps takes longer.
    """
    behind = 0.0 if left is None else -left
    place = list(Step).index(current) if current is not None else len(Step)
    for number, step in enumerate(Step):
        seconds = spent.get(step, 0.0)
        difference = seconds - plan.get(step, 0) * 60
        if left is not None:
            behind += max(0.0, -difference) if number >= place else 0.0
        elif seconds and (number < place or difference > 0):
            behind += difference
    return int(behind / 60) if abs(behind) > ON_PLAN_SECONDS else 0
