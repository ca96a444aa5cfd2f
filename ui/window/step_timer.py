"""Time used per step, by a clock that no change of the system time can move."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from ui.window.clocks import Clock, RoomClock
from workshop_app.domain.agenda import minutes_behind
from workshop_app.domain.steps import Step

WARN_SHARE = 0.20
LATE_SHARE = 0.05
LONGEST_NAP = 120
"""Seconds. The lid closed for longer was no work on the step; a shorter time is like a pause."""
_BOOK_EVERY = 60


class StepTimer(QObject):
    """Runs, pauses and lengthens the time of the step in front; counts on after the end.

    What is measured is *loose* until somebody has written it down: ``to_book`` asks for that,
    ``loose_seconds`` tells how much it is, and ``booked`` is the answer.
    """

    ticked = Signal()
    ended = Signal()
    """The time of the step in front has just run out."""
    slept = Signal(int)
    """The computer slept so many seconds, which were not counted."""
    to_book = Signal()
    """A step was left, time stands still, or another minute has gone."""

    def __init__(self, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or RoomClock()
        self._plan: dict[Step, int] = {}
        self._extra: dict[Step, int] = {}
        self._spent: dict[Step, int] = {}
        self._loose: dict[Step, float] = {}
        self._step: Step | None = None
        self._since: float | None = None
        self._asleep = 0.0
        self._book_at = 0.0
        self._naps: dict[Step, int] = {}
        self._rung: set[Step] = set()
        self._beat = QTimer(self, interval=250)
        self._beat.timeout.connect(self.beat)

    @property
    def running(self) -> bool:
        """Whether time is counted at the moment."""
        return self._since is not None

    @property
    def planned(self) -> int:
        """Minutes for the step in front, added ones included; 0 means it has no time."""
        return self._minutes(self._step)

    @property
    def uncounted(self) -> int:
        """Seconds slept for long, which ``count_sleep`` would count; 0 for none."""
        return sum(self._naps.values())

    def set_plan(self, minutes: Mapping[Step, int]) -> None:
        """Take the agenda's minutes; time already used stays."""
        self._plan = dict(minutes)
        self._rung &= {step for step in self._rung if self._over(step)}
        self.ticked.emit()

    def set_spent(self, seconds: Mapping[Step, int]) -> None:
        """Take over what is written down of each step."""
        self._spent = dict(seconds)
        self.ticked.emit()

    def reset(self) -> None:
        """Forget the time used: another workshop was opened."""
        self._extra, self._spent, self._loose, self._since = {}, {}, {}, None
        self._naps, self._rung = {}, set()
        self._beat.stop()
        self.ticked.emit()

    def enter(self, step: Step | None) -> None:
        """Go on with another step; whether time runs does not change."""
        self._catch_up()
        self._step = step
        self.to_book.emit()
        self._ring(quietly=True)
        self.ticked.emit()

    def toggle(self) -> None:
        """Start, or pause."""
        if self.running:
            self.pause()
        elif self.planned:
            self._since, self._asleep = self._clock(), self._clock.asleep()
            self._book_at = self._since + _BOOK_EVERY
            self._ring(quietly=True)
            self._beat.start()
            self.ticked.emit()

    def pause(self) -> None:
        """Let time stand still."""
        self._catch_up()
        self._since = None
        self._beat.stop()
        self.to_book.emit()
        self.ticked.emit()

    def add(self, minutes: int) -> None:
        """Lengthen the step in front."""
        if self._step is not None and self.planned:
            self._extra[self._step] = self._extra.get(self._step, 0) + minutes
            if not self._over(self._step):
                self._rung.discard(self._step)
            self.ticked.emit()

    def beat(self) -> None:
        """Look at the clock; called four times a second while time runs."""
        self._catch_up()
        self._ring()
        if self._since is not None and self._since >= self._book_at:
            self._book_at = self._since + _BOOK_EVERY
            self.to_book.emit()
        self.ticked.emit()

    def count_sleep(self) -> None:
        """Count what was slept after all: the room went on without the computer."""
        if self._naps:
            for step, seconds in self._naps.items():
                self._loose[step] = self._loose.get(step, 0.0) + seconds
            self._naps = {}
            self.to_book.emit()
            self.ticked.emit()

    def leave_sleep_out(self) -> None:
        """Leave what was slept uncounted for good."""
        self._naps = {}
        self.ticked.emit()

    def loose_seconds(self) -> dict[Step, int]:
        """Whole seconds of each step that are not yet written down."""
        return {step: int(seconds) for step, seconds in self._loose.items() if seconds >= 1}

    def booked(self, step: Step, seconds: int) -> None:
        """Take note that so many loose seconds were written down."""
        self._loose[step] = self._loose.get(step, 0.0) - seconds
        self._spent[step] = self._spent.get(step, 0) + seconds

    def seconds_left(self) -> int:
        """Whole seconds left in the step in front; negative once they are over."""
        return math.ceil(self.planned * 60 - self.seconds_used())

    def seconds_used(self) -> float:
        """Seconds used in the step in front."""
        return self._seconds(self._step)

    def share_used(self) -> float:
        """Part of the planned time that is used, 0 to 1."""
        return min(1.0, self.seconds_used() / (self.planned * 60)) if self.planned else 0.0

    def state(self) -> str:
        """calm, ``warn`` with 20 % left, ``late`` with 5 % left and after the end."""
        whole = self.planned * 60
        left = whole - self.seconds_used()
        if not whole or left > whole * WARN_SHARE:
            return "calm"
        return "warn" if left > whole * LATE_SHARE else "late"

    def pace(self) -> int:
        """Minutes behind the whole agenda (negative: ahead); 0 within a minute of the plan."""
        used = {step: self._seconds(step) for step in Step}
        return minutes_behind(self._plan, used, self._step)

    def _minutes(self, step: Step | None) -> int:
        if step is None or not self._plan.get(step):
            return 0
        return self._plan[step] + self._extra.get(step, 0)

    def _seconds(self, step: Step | None) -> float:
        if step is None:
            return 0.0
        running = self._awake_for() if step == self._step else 0.0
        return self._spent.get(step, 0) + self._loose.get(step, 0.0) + running

    def _awake_for(self) -> float:
        """Seconds since the clock was last looked at, short naps included."""
        if self._since is None:
            return 0.0
        nap = self._clock.asleep() - self._asleep
        return self._clock() - self._since + (nap if nap <= LONGEST_NAP else 0.0)

    def _over(self, step: Step) -> bool:
        return self._seconds(step) >= self._minutes(step) * 60

    def _ring(self, *, quietly: bool = False) -> None:
        """Tell once that the step's time is over; quietly where it was over before it ran."""
        step = self._step
        if step is None or not self.planned or step in self._rung or not self._over(step):
            return
        if self.running:
            self._rung.add(step)
            if not quietly:
                self.ended.emit()

    def _catch_up(self) -> None:
        """Take over what the clock says; a long sleep is left out and told."""
        if self._since is None:
            return
        nap = self._clock.asleep() - self._asleep
        if self._step is not None:
            self._loose[self._step] = self._loose.get(self._step, 0.0) + self._awake_for()
        self._since, self._asleep = self._clock(), self._clock.asleep()
        if nap > LONGEST_NAP and self._step is not None:
            self._naps[self._step] = self._naps.get(self._step, 0) + round(nap)
            self.slept.emit(self.uncounted)
