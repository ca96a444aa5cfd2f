"""The step's time, by a clock that only moves when the test says so."""

import pytest

from ui.windows.step_timer import StepTimer
from workshop_app.domain.steps import Step


@pytest.fixture
def clock():
    class Clock:
        now = 100.0

        def __call__(self) -> float:
            return self.now

    return Clock()


@pytest.fixture
def timer(qapp, clock):
    made = StepTimer(clock)
    made.set_plan({Step.LIST: 20, Step.SORT: 15, Step.PREPARE: 0})
    made.enter(Step.LIST)
    return made


def test_it_stands_until_started(timer, clock):
    clock.now += 60
    assert timer.seconds_left() == 1200
    timer.toggle()
    clock.now += 60
    assert timer.seconds_left() == 1140


def test_a_pause_does_not_count(timer, clock):
    timer.toggle()
    clock.now += 30
    timer.toggle()
    clock.now += 500
    timer.toggle()
    clock.now += 30
    assert timer.seconds_left() == 1140


@pytest.mark.parametrize(
    ("used", "state"),
    [(0, "calm"), (959, "calm"), (960, "warn"), (1139, "warn"), (1140, "late"), (1300, "late")],
)
def test_it_warns_at_twenty_and_at_five_percent(timer, clock, used, state):
    timer.toggle()
    clock.now += used
    assert timer.state() == state


def test_it_counts_on_past_the_end_and_never_moves_the_step(timer, clock):
    timer.toggle()
    clock.now += 1201
    assert timer.seconds_left() == -1
    assert timer.share_used() == 1.0
    assert timer.running


def test_more_minutes(timer, clock):
    timer.toggle()
    clock.now += 1190
    timer.add(5)
    assert (timer.planned, timer.seconds_left(), timer.state()) == (25, 310, "calm")


def test_each_step_keeps_its_own_time(timer, clock):
    timer.toggle()
    clock.now += 100
    timer.enter(Step.SORT)
    clock.now += 50
    assert timer.seconds_left() == 850
    timer.enter(Step.LIST)
    assert timer.seconds_left() == 1100


def test_a_step_without_minutes_has_no_time(timer):
    timer.enter(Step.PREPARE)
    timer.toggle()
    assert (timer.planned, timer.running, timer.state()) == (0, False, "calm")


def test_the_pace_over_the_agenda(timer, clock):
    timer.toggle()
    clock.now += 1500
    assert timer.pace() == 5
    timer.enter(Step.SORT)
    assert timer.pace() == 5
    timer.reset()
    timer.enter(Step.LIST)
    timer.toggle()
    clock.now += 600
    timer.enter(Step.SORT)
    assert timer.pace() == -10


def test_a_new_plan_keeps_the_time_used(timer, clock):
    timer.toggle()
    clock.now += 60
    timer.set_plan({Step.LIST: 10})
    assert timer.seconds_left() == 540
