"""The step's time, with a clock set by the test."""

from datetime import datetime, timedelta

import pytest

from ui.window.clocks import SystemClock
from ui.window.step_timer import StepTimer
from workshop_app.domain.steps import Step


@pytest.fixture
def clock():
    class FakeClock:
        now = 100.0
        slept = 1000.0

        def __call__(self) -> float:
            return self.now

        def asleep(self) -> float:
            return self.slept

        def wall(self) -> datetime:
            return datetime.fromisoformat("2026-12-01T20:16:20") + timedelta(seconds=self.now)

    return FakeClock()


@pytest.fixture
def timer(qapp, clock):
    made = StepTimer(clock)
    made.set_plan({Step.LIST: 20, Step.SORT: 15, Step.PREPARE: 0})
    made.enter(Step.LIST)
    return made


def test_it_is_stopped_until_started(timer, clock):
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


def test_time_continues_past_the_end_and_never_changes_the_step(timer, clock):
    timer.toggle()
    clock.now += 1201
    assert timer.seconds_left() == -1
    assert timer.share_used() == 1.0
    assert timer.running


def test_minutes_can_be_added(timer, clock):
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


def test_the_time_continues_while_prepare_is_looked_into(timer, clock):
    timer.enter(Step.LIST)
    timer.toggle()
    clock.now += 60
    timer.enter(Step.PREPARE)
    clock.now += 30
    timer.enter(Step.LIST)
    assert timer.seconds_used() == 90


def test_a_step_without_minutes_has_no_time(timer):
    timer.enter(Step.PREPARE)
    timer.toggle()
    assert (timer.planned, timer.running, timer.state()) == (0, False, "calm")


def test_the_pace_is_measured_over_the_agenda(timer, clock):
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


HOURS = tuple(datetime.fromisoformat(f"2026-12-01T{time}") for time in ("20:18", "21:40"))


def test_a_fixed_end_counts_time_that_was_not_measured(timer, clock):
    plan = {Step.LIST: 20, Step.SORT: 15, Step.SOLVE: 37, Step.WRAP_UP: 10}
    timer.set_plan(plan, HOURS)
    timer.toggle()
    clock.now += 1200
    timer.toggle()
    clock.now += 2427  # 21:18:27; nobody measured it
    timer.enter(Step.SOLVE)
    timer.toggle()
    clock.now += 120
    assert timer.seconds_to_end() == 19 * 60 + 33
    assert timer.pace() == (35 + 10) - 19 - 1, "the rest of Solve and Wrap up do not fit"
    timer.enter(Step.WRAP_UP)
    assert timer.pace() == -9
    clock.now += 20 * 60 + 43  # 21:41:10
    assert timer.seconds_to_end() == -70
    assert timer.pace() == 1


@pytest.mark.parametrize("days", [-1, 1])
def test_an_end_on_another_day_is_left_out(timer, clock, days):
    timer.set_plan({Step.LIST: 20}, tuple(one + timedelta(days) for one in HOURS))
    timer.toggle()
    clock.now += 600
    assert (timer.end, timer.seconds_to_end(), timer.pace()) == (None, 600, 0)


def test_before_the_start_measured_time_is_a_rehearsal(timer, clock):
    timer.set_plan({Step.LIST: 20}, HOURS)
    clock.now -= 3600
    assert timer.seconds_to_end() is None
    timer.toggle()
    clock.now += 600
    assert (timer.end, timer.seconds_to_end(), timer.pace()) == (HOURS[1], 600, 0)


def test_a_new_plan_keeps_the_time_used(timer, clock):
    timer.toggle()
    clock.now += 60
    timer.set_plan({Step.LIST: 10})
    assert timer.seconds_left() == 540


def test_the_end_is_signalled_once_and_again_after_more_minutes(timer, clock):
    told = []
    timer.ended.connect(lambda: told.append(clock.now))
    timer.toggle()
    for _ in range(1202):
        clock.now += 1
        timer.tick()
    assert told == [1300.0]
    timer.add(1)
    clock.now += 61
    timer.tick()
    assert len(told) == 2
    timer.toggle()
    timer.toggle()
    timer.tick()
    assert len(told) == 2


def test_a_step_that_was_over_before_it_ran_signals_nothing(timer, clock):
    told = []
    timer.ended.connect(lambda: told.append(1))
    timer.set_spent({Step.LIST: 1300})
    timer.toggle()
    timer.tick()
    assert (told, timer.seconds_left(), timer.state()) == ([], -100, "late")


def test_a_short_sleep_counts_like_a_pause_in_talking(timer, clock):
    timer.toggle()
    clock.now = clock.now + 30
    clock.slept = clock.slept + 120
    timer.tick()
    assert (timer.seconds_left(), timer.uncounted) == (1050, 0)


def test_a_long_sleep_is_reported_and_not_counted_unless_requested(timer, clock):
    told = []
    timer.slept.connect(told.append)
    timer.toggle()
    clock.now = clock.now + 60
    clock.slept = clock.slept + 600
    assert timer.seconds_left() == 1140
    timer.tick()
    assert (timer.seconds_left(), timer.uncounted, told) == (1140, 600, [600])
    clock.now += 60
    timer.tick()
    timer.count_sleep()
    assert (timer.seconds_left(), timer.uncounted) == (480, 0)
    timer.count_sleep()
    assert timer.seconds_left() == 480


def test_a_second_sleep_is_reported_with_the_first(timer, clock):
    timer.enter(Step.LIST)
    timer.toggle()
    told = []
    timer.slept.connect(told.append)
    for nap in (600, 900):
        clock.slept += nap
        timer.tick()
    assert told == [600, 1500]
    used = timer.seconds_used()
    timer.count_sleep()
    assert timer.seconds_used() - used == 1500
    assert timer.uncounted == 0


def test_a_sleep_left_out_is_left_out_for_good(timer, clock):
    timer.toggle()
    clock.slept += 600
    timer.tick()
    timer.leave_sleep_out()
    timer.count_sleep()
    assert (timer.seconds_left(), timer.uncounted) == (1200, 0)


def test_a_sleep_during_a_pause_does_not_count(timer, clock):
    clock.slept += 6000
    timer.toggle()
    timer.tick()
    timer.toggle()
    clock.slept += 6000
    timer.toggle()
    timer.tick()
    assert (timer.seconds_left(), timer.uncounted) == (1200, 0)


def test_time_spent_earlier_is_included(timer, clock):
    timer.set_spent({Step.LIST: 300})
    timer.toggle()
    clock.now += 60
    assert timer.seconds_left() == 840
    timer.tick()
    assert timer.unsaved_seconds() == {Step.LIST: 60}
    timer.mark_saved(Step.LIST, 60)
    assert (timer.seconds_left(), timer.unsaved_seconds()) == (840, {})


def test_a_minute_of_running_asks_to_be_written_down(timer, clock):
    asked = []
    timer.save_requested.connect(lambda: asked.append(clock.now))
    timer.toggle()
    for _ in range(150):
        clock.now += 1
        timer.tick()
    assert asked == [160.0, 220.0]


def test_the_clock_of_this_computer_goes_on_and_knows_sleep():
    clock = SystemClock()
    first = clock()
    asleep = clock.asleep()
    assert clock() >= first
    assert clock.asleep() == pytest.approx(asleep, abs=1)
