"""What to postpone when the remaining time is too short."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.agenda import plan_from
from workshop_app.domain.shortening import (
    KEPT_FOR_WRAP_UP,
    LEAST_FOR_A_PROBLEM,
    shortened_plan,
    shortening,
)
from workshop_app.domain.steps import DEFAULT_MINUTES, Step

OPEN = ["a", "b", "c", "d", "e"]


def left(minutes, plan=DEFAULT_MINUTES):
    """Return the seconds left after some minutes."""
    return (sum(plan.values()) - minutes) * 60.0


def test_on_plan_nothing_is_left_out():
    assert shortening(DEFAULT_MINUTES, left(60), 5, OPEN) is None


def test_half_an_hour_late_two_are_solved():
    found = shortening(DEFAULT_MINUTES, left(90), 5, OPEN)
    assert (found.minutes_left, found.solve, found.parked) == (30, 2, ("c", "d", "e"))


def test_after_the_end_one_is_solved_still():
    found = shortening(DEFAULT_MINUTES, left(130), 5, OPEN)
    assert (found.minutes_left, found.solve, found.parked) == (-10, 1, ("b", "c", "d", "e"))


def test_without_measured_time_nothing_is_suggested():
    assert shortening(DEFAULT_MINUTES, None, 5, OPEN) is None


def test_the_last_one_is_never_parked():
    assert shortening(DEFAULT_MINUTES, left(200), 5, OPEN[:1]) is None


def test_wrap_up_keeps_ten_minutes_and_the_end_stays():
    minutes = shortened_plan(DEFAULT_MINUTES)
    assert sum(minutes) == 120
    assert dict(zip(Step, minutes, strict=True)) == {
        **DEFAULT_MINUTES,
        Step.SOLVE: 35,
        Step.WRAP_UP: KEPT_FOR_WRAP_UP,
    }


@given(
    st.lists(st.integers(0, 90), min_size=8, max_size=8),
    st.integers(0, 400),
    st.integers(1, 12),
    st.integers(0, 12),
)
def test_the_remaining_problems_fit_and_one_more_would_not(plan, minutes, chosen, count):
    still_open = [str(number) for number in range(min(count, chosen))]
    plan = plan_from(plan)
    found = shortening(plan, left(minutes, plan), chosen, still_open)
    each = max(LEAST_FOR_A_PROBLEM, plan[Step.SOLVE] // chosen)
    room = sum(plan.values()) - minutes - KEPT_FOR_WRAP_UP
    if found is None:
        assert len(still_open) < 2 or len(still_open) * each <= room
        return
    assert list(found.parked) == still_open[found.solve :]
    assert found.solve == 1 or found.solve * each <= room
    assert (found.solve + 1) * each > room
    new = plan_from(shortened_plan(plan))
    assert new[Step.WRAP_UP] >= KEPT_FOR_WRAP_UP
    assert shortening(new, left(minutes, new), chosen, still_open[: found.solve]) is None
