"""The agenda: predefined plans, and how far a session is behind its plan."""

import pytest

from tests.helpers.builders import a_workshop
from workshop_app.domain.agenda import (
    TEMPLATES,
    StepTime,
    fitted_to,
    hours_of,
    minutes_behind,
    minutes_in_order,
    plan_from,
    plan_of,
    spent_of,
    step_times,
    time_between,
)
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.steps import DEFAULT_MINUTES, Step
from workshop_app.domain.workshop import AgendaItem

PLAN = {Step.CONTEXT: 15, Step.LIST: 20, Step.SORT: 15}


def item(step, minutes, spent=0):
    return AgendaItem(
        id=step, workshop_id="w", position=step.number, step=step, minutes=minutes, spent=spent
    )


@pytest.mark.parametrize("whole", TEMPLATES)
def test_a_ready_plan_adds_up_and_gives_every_step_of_the_session_time(whole):
    plan = TEMPLATES[whole]
    assert sum(plan.values()) == whole
    assert all(plan[step] for step in Step if step is not Step.PREPARE)
    assert max(plan, key=plan.__getitem__) is Step.SOLVE


def test_a_plan_goes_into_numbers_and_back():
    assert plan_from(minutes_in_order(TEMPLATES[90])) == TEMPLATES[90]
    assert plan_from([5]) == {**dict.fromkeys(Step, 0), Step.PREPARE: 5}
    assert minutes_in_order({Step.LIST: 7}) == [0, 0, 7, 0, 0, 0, 0, 0]


def test_planned_and_spent_minutes_are_read_from_the_items():
    agenda = (item(Step.PREPARE, 0), item(Step.LIST, 20, 1500), item(Step.SORT, 0, 40))
    assert plan_of(agenda)[Step.LIST] == 20
    assert spent_of(agenda)[Step.LIST] == 1500
    assert step_times(agenda) == (StepTime(Step.LIST, 20, 1500), StepTime(Step.SORT, 0, 40))


@pytest.mark.parametrize(
    ("seconds", "minutes", "over"), [(0, 0, -20), (5, 1, -19), (1229, 20, 0), (1500, 25, 5)]
)
def test_time_spent_is_shown_in_whole_minutes(seconds, minutes, over):
    spent = StepTime(Step.LIST, 20, seconds)
    assert (spent.minutes, spent.over) == (minutes, over)


@pytest.mark.parametrize(
    ("spent", "current", "minutes"),
    [
        ({}, Step.CONTEXT, 0),
        ({Step.CONTEXT: 600}, Step.CONTEXT, 0),  # not over yet: saved time only counts at its end
        ({Step.CONTEXT: 600}, Step.LIST, -5),
        ({Step.CONTEXT: 960}, Step.LIST, 0),  # within a minute of the plan
        ({Step.CONTEXT: 1200}, Step.CONTEXT, 5),
        ({Step.CONTEXT: 1200, Step.LIST: 600}, Step.SORT, -5),
        ({Step.LIST: 1500}, Step.SORT, 5),  # the timer was stopped in Context
        ({Step.CONTEXT: 600, Step.SORT: 1200}, Step.LIST, 0),  # back from Sort, which took longer
        ({Step.CONTEXT: 600}, None, -5),
    ],
)
def test_how_far_behind_the_plan(spent, current, minutes):
    assert minutes_behind(PLAN, spent, current) == minutes


@pytest.mark.parametrize(
    ("current", "left", "minutes"),
    [
        (Step.CONTEXT, 45, -5),
        (Step.LIST, 30, 0),
        (Step.LIST, 25, 5),
        (Step.SORT, -2, 12),
    ],
)
def test_before_a_fixed_end_only_what_is_left_counts(current, left, minutes):
    spent = {Step.CONTEXT: 300, Step.SORT: 300}
    assert minutes_behind(PLAN, spent, current, left * 60) == minutes


@pytest.mark.parametrize(
    ("date", "start", "end", "hours"),
    [
        ("2026-12-01", "20:18", "21:40", ("20:18", "21:40")),
        ("2026-12-01", "", "21:40", ("00:00", "21:40")),
        ("2026-12-01", "20:18", "", None),
        ("2026-12-01", "21:40", "20:18", None),
        ("", "20:18", "21:40", None),
    ],
)
def test_the_hours_of_a_workshop_need_its_day_and_its_end(date, start, end, hours):
    found = hours_of(a_workshop(date=date, start_time=start, end_time=end))
    assert (found and tuple(f"{one:%H:%M}" for one in found)) == hours


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [("14:00", "15:30", 90), ("", "15:00", 0), ("14:00", "", 0), ("15:00", "14:00", 0)],
)
def test_minutes_between_two_times_of_day(start, end, minutes):
    assert time_between(start, end) == minutes


@pytest.mark.parametrize("minutes", sorted(TEMPLATES))
def test_a_plan_is_fitted_to_the_predefined_one_of_that_length(minutes):
    assert fitted_to(DEFAULT_MINUTES, ContactKind.WORKSHOP, minutes) == TEMPLATES[minutes]


@pytest.mark.parametrize("minutes", [5, 20, 45, 50, 75, 100, 117])
def test_a_plan_is_scaled_to_other_lengths_and_keeps_time_to_wrap_up(minutes):
    plan = fitted_to(DEFAULT_MINUTES, ContactKind.WORKSHOP, minutes)
    assert sum(plan.values()) == minutes
    assert min(plan.values()) >= 0
    assert plan[Step.WRAP_UP] >= 5
    assert plan[Step.SOLVE] == max(plan.values()) or minutes < 45


def test_a_scaled_plan_leaves_no_planned_step_without_time_and_a_shorter_one_lengthens_none():
    plan = fitted_to(TEMPLATES[90], ContactKind.WORKSHOP, 82)
    assert minutes_in_order(plan)[1:] == [10, 15, 10, 5, 27, 10, 5]
    without_sort = TEMPLATES[90] | {Step.SORT: 0}
    assert fitted_to(without_sort, ContactKind.WORKSHOP, 82)[Step.SORT] == 0
