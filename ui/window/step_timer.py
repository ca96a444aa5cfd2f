"""Measures the time used per step."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from ui.widgets.timers import call_every
from ui.window.clocks import SystemClock, TimerClock
from workshop_app.domain.agenda import minutes_behind
from workshop_app.domain.steps import Step

WARN_SHARE = 0.20
LATE_SHARE = 0.05
LONGEST_UNNOTICED_SLEEP = 120
"""Seconds. Longer sleep of the computer is not counted as work; shorter sleep is."""
_NEAR = timedelta(hours=1)
_SAVE_EVERY = 60


class StepTimer(QObject):
    """Starts, pauses and extends the time of the current step; continues after its end.

    Measured time is kept here until it is saved: ``save_requested`` is emitted, the receiver saves
    ``unsaved_seconds`` and calls ``mark_saved``.
    """

    ticked = Signal()
    started = Signal()
    """It runs from now on."""
    ended = Signal()
    """The time of the current step has just run out."""
    slept = Signal(int)
    """The computer slept; carries the seconds slept, which were not counted."""
    save_requested = Signal()
    """A step was left, the timer was paused, or another minute has passed."""

    def __init__(self, clock: TimerClock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock()
        self._plan: dict[Step, int] = {}
        self._hours: tuple[datetime, datetime] | None = None
        self._over = False
        self._extra: dict[Step, int] = {}
        self._spent: dict[Step, int] = {}
        self._unsaved: dict[Step, float] = {}
        self.step: Step | None = None
        self._since: float | None = None
        self._asleep = 0.0
        self._save_at = 0.0
        self._sleeps: dict[Step, int] = {}
        self._ended: set[Step] = set()
        self._ticker = call_every(self, 250, self.tick)

    @property
    def running(self) -> bool:
        return self._since is not None

    @property
    def planned(self) -> int:
        """Minutes for the current step, including added ones; 0 for a step without a time."""
        return self._minutes(self.step)

    @property
    def uncounted(self) -> int:
        """Seconds of long sleeps that ``count_sleep`` would count; 0 for none."""
        return sum(self._sleeps.values())

    def set_plan(
        self,
        minutes: Mapping[Step, int],
        hours: tuple[datetime, datetime] | None = None,
        *,
        over: bool = False,
    ) -> None:
        """Set the agenda's minutes, and its fixed start and end; the time already used is kept.

        ``over``: it has ended, unless the timer runs.
        """
        self._plan = dict(minutes)
        self._over = over
        self._hours = hours
        self._ended &= {step for step in self._ended if self._is_over(step)}
        self.ticked.emit()

    def set_spent(self, seconds: Mapping[Step, int]) -> None:
        """Set the seconds already saved of each step."""
        self._spent = dict(seconds)
        self.ticked.emit()

    def reset(self) -> None:
        """Reset the time used, since another workshop was opened."""
        self._extra = {}
        self._spent = {}
        self._unsaved = {}
        self._since = None
        self._sleeps = {}
        self._ended = set()
        self._ticker.stop()
        self.ticked.emit()

    def enter(self, step: Step | None) -> None:
        """Switch to another step; the timer keeps running, or stays paused.

        While it runs, Prepare, which has no time, is only looked into: the step before continues.
        """
        if step is Step.PREPARE and self.running and self.planned:
            return
        self._catch_up()
        self.step = step
        self.save_requested.emit()
        self._check_end(quietly=True)
        self.ticked.emit()

    def toggle(self) -> None:
        """Start or pause."""
        if self.running:
            self.pause()
        elif self.planned:
            self._since = self._clock()
            self._asleep = self._clock.asleep()
            self._save_at = self._since + _SAVE_EVERY
            self._check_end(quietly=True)
            self._ticker.start()
            self.ticked.emit()
            self.started.emit()

    def pause(self) -> None:
        """Stop counting."""
        self._catch_up()
        self._since = None
        self._ticker.stop()
        self.save_requested.emit()
        self.ticked.emit()

    def add(self, minutes: int) -> None:
        """Extend the current step."""
        if self.step is not None and self.planned:
            self._extra[self.step] = self._extra.get(self.step, 0) + minutes
            if not self._is_over(self.step):
                self._ended.discard(self.step)
            self.ticked.emit()

    def tick(self) -> None:
        """Read the clock; called four times a second while the timer runs."""
        self._catch_up()
        self._check_end()
        if self._since is not None and self._since >= self._save_at:
            self._save_at = self._since + _SAVE_EVERY
            self.save_requested.emit()
        self.ticked.emit()

    def count_sleep(self) -> None:
        """Count long sleeps after all, since work continued without the computer."""
        if self._sleeps:
            for step, seconds in self._sleeps.items():
                self._unsaved[step] = self._unsaved.get(step, 0.0) + seconds
            self._sleeps = {}
            self.save_requested.emit()
            self.ticked.emit()

    def leave_sleep_out(self) -> None:
        """Ignore the sleeps so far permanently."""
        self._sleeps = {}
        self.ticked.emit()

    def unsaved_seconds(self) -> dict[Step, int]:
        """Return the whole seconds of each step that are not saved yet."""
        return {step: int(seconds) for step, seconds in self._unsaved.items() if seconds >= 1}

    def mark_saved(self, step: Step, seconds: int) -> None:
        """Record that this many seconds were saved."""
        self._unsaved[step] = self._unsaved.get(step, 0.0) - seconds
        self._spent[step] = self._spent.get(step, 0) + seconds

    def seconds_left(self) -> int:
        """Return the whole seconds left in the current step; negative after its end."""
        return math.ceil(self.planned * 60 - self.seconds_used())

    def seconds_used(self) -> float:
        """Return the seconds used in the current step."""
        return self._seconds(self.step)

    def share_used(self) -> float:
        """Return the share of the planned time that is used, 0 to 1."""
        return min(1.0, self.seconds_used() / (self.planned * 60)) if self.planned else 0.0

    def state(self) -> str:
        """Return ``calm``, ``warn`` with 20 % left, or ``late`` with 5 % left and after the end."""
        whole = self.planned * 60
        left = whole - self.seconds_used()
        if not whole or left > whole * WARN_SHARE:
            return "calm"
        return "warn" if left > whole * LATE_SHARE else "late"

    def pace(self) -> int | None:
        """Return minutes behind the agenda (negative: ahead); 0 within a minute of the plan.

        None if the workshop is over.
        """
        if self._over and not self.running:
            return None
        left = self.seconds_to_end() if self._has_begun and self.step is not None else None
        return minutes_behind(self._plan, self.spent(), self.step, left)

    def seconds_to_end(self) -> float | None:
        """Return the seconds until the end, or None if no time was measured.

        With a fixed end on this day the wall clock decides, since the timer does not see all that
        passes; otherwise the agenda's minutes less the time spent.
        """
        spent = sum(self.spent().values())
        if not spent:
            return None
        if self._has_begun and self.end is not None:
            return (self.end - self._clock.wall()).total_seconds()
        return sum(self._plan.values()) * 60 - spent

    @property
    def end(self) -> datetime | None:
        """The fixed end, unless the workshop is held hours before or after its time."""
        if self._hours is None:
            return None
        start, end = self._hours
        return end if start - _NEAR <= self._clock.wall() <= end + _NEAR else None

    @property
    def _has_begun(self) -> bool:
        """Whether a fixed end counts: earlier that day, a rehearsal may have been measured."""
        if self._hours is None or self.end is None:
            return False
        return self._clock.wall() >= self._hours[0]

    def spent(self) -> dict[Step, float]:
        """Return the seconds used in each step."""
        return {step: self._seconds(step) for step in Step}

    def _minutes(self, step: Step | None) -> int:
        if step is None or not self._plan.get(step):
            return 0
        return self._plan[step] + self._extra.get(step, 0)

    def _seconds(self, step: Step | None) -> float:
        if step is None:
            return 0.0
        running = self._awake_for() if step == self.step else 0.0
        return self._spent.get(step, 0) + self._unsaved.get(step, 0.0) + running

    def _awake_for(self) -> float:
        """Return the seconds since the clock was last read, including short sleeps."""
        if self._since is None:
            return 0.0
        slept = self._clock.asleep() - self._asleep
        return self._clock() - self._since + (slept if slept <= LONGEST_UNNOTICED_SLEEP else 0.0)

    def _is_over(self, step: Step) -> bool:
        return self._seconds(step) >= self._minutes(step) * 60

    def _check_end(self, *, quietly: bool = False) -> None:
        """Emit ``ended`` once when the step's time is over, unless it was over at the start."""
        step = self.step
        if step is None or not self.planned or step in self._ended or not self._is_over(step):
            return
        if self.running:
            self._ended.add(step)
            if not quietly:
                self.ended.emit()

    def _catch_up(self) -> None:
        """Count the time since the last reading; a long sleep is excluded and reported."""
        if self._since is None:
            return
        slept = self._clock.asleep() - self._asleep
        if self.step is not None:
            self._unsaved[self.step] = self._unsaved.get(self.step, 0.0) + self._awake_for()
        self._since = self._clock()
        self._asleep = self._clock.asleep()
        if slept > LONGEST_UNNOTICED_SLEEP and self.step is not None:
            self._sleeps[self.step] = self._sleeps.get(self.step, 0) + round(slept)
            self.slept.emit(self.uncounted)
