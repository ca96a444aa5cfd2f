"""Time used per step, by a clock that no change of the system time can move."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_app.domain.steps import Step

WARN_SHARE = 0.20
LATE_SHARE = 0.05
PACE_SECONDS = 60


class StepTimer(QObject):
    """Runs, pauses and lengthens the time of the step in front; counts on after the end."""

    ticked = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._plan: dict[Step, int] = {}
        self._extra: dict[Step, int] = {}
        self._used: dict[Step, float] = {}
        self._step: Step | None = None
        self._since: float | None = None
        self._beat = QTimer(self, interval=250)
        self._beat.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        """Whether time is counted at the moment."""
        return self._since is not None

    @property
    def planned(self) -> int:
        """Minutes for the step in front, added ones included; 0 means it has no time."""
        return self._minutes(self._step)

    def set_plan(self, minutes: Mapping[Step, int]) -> None:
        """Take the agenda's minutes; time already used stays."""
        self._plan = dict(minutes)
        self.ticked.emit()

    def reset(self) -> None:
        """Forget the time used: another workshop was opened."""
        self._extra, self._used, self._since = {}, {}, None
        self._beat.stop()
        self.ticked.emit()

    def enter(self, step: Step | None) -> None:
        """Go on with another step; whether time runs does not change."""
        self._book()
        self._step = step
        self.ticked.emit()

    def toggle(self) -> None:
        """Start, or pause."""
        if self.running:
            self._book()
            self._since = None
            self._beat.stop()
        elif self.planned:
            self._since = self._clock()
            self._beat.start()
        self.ticked.emit()

    def add(self, minutes: int) -> None:
        """Lengthen the step in front."""
        if self._step is not None:
            self._extra[self._step] = self._extra.get(self._step, 0) + minutes
            self.ticked.emit()

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
        behind = 0.0
        for step in Step:
            used, plan = self._seconds(step), self._plan.get(step, 0) * 60
            if step == self._step:
                behind += max(0.0, used - plan)
                break
            if used:
                behind += used - plan
        return int(behind / 60) if abs(behind) > PACE_SECONDS else 0

    def _minutes(self, step: Step | None) -> int:
        if step is None or not self._plan.get(step):
            return 0
        return self._plan[step] + self._extra.get(step, 0)

    def _seconds(self, step: Step | None) -> float:
        if step is None:
            return 0.0
        running = (
            self._clock() - self._since if step == self._step and self._since is not None else 0.0
        )
        return self._used.get(step, 0.0) + running

    def _book(self) -> None:
        if self._since is None:
            return
        now = self._clock()
        if self._step is not None:
            self._used[self._step] = self._used.get(self._step, 0.0) + now - self._since
        self._since = now
