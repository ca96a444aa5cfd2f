"""The timer of silent writing, and the number of people who have finished."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.widgets.timers import call_every

LENGTHS = (3, 5, 8, 10)
"""Minutes; the keys 1 to 4."""


class SilentWriting(QObject):
    """Survives the page. It does not end automatically: the view shows that the time is over.

    ``clock`` returns seconds of a monotonic clock.
    """

    changed = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._left = 0.0
        """Seconds that were left when the clock was last started or stopped."""
        self._since: float | None = None
        """The clock's reading when it was started; None while it is paused."""
        self.minutes = 0
        """Its length; 0 before it began."""
        self.done = 0
        """How many people have put down the pen."""
        self._tick = call_every(self, 250, self.changed.emit)

    @property
    def begun(self) -> bool:
        """Whether a length was chosen."""
        return self.minutes > 0

    @property
    def running(self) -> bool:
        """Whether time is counted at the moment."""
        return self._since is not None

    def begin(self, minutes: int) -> None:
        """Start the timer, with nobody finished yet."""
        self.minutes = minutes
        self.done = 0
        self._left = minutes * 60.0
        self._since = self._clock()
        self._tick.start()
        self.changed.emit()

    def toggle(self) -> None:
        """Pause, or resume."""
        if not self.begun:
            return
        if self._since is None:
            self._since = self._clock()
            self._tick.start()
        else:
            self._left = self._exact()
            self._since = None
            self._tick.stop()
        self.changed.emit()

    def add_minute(self) -> None:
        """Extend it; after the end, by a minute from now."""
        if self.begun:
            self.minutes += 1
            self._left += 60.0 - min(0.0, self._exact())
            self.changed.emit()

    def end(self) -> None:
        """Reset it to the state before the start."""
        self.minutes = 0
        self.done = 0
        self._left = 0.0
        self._since = None
        self._tick.stop()
        self.changed.emit()

    def count(self, change: int, people: int) -> None:
        """Add to the number of people who have finished; limited to ``people``, 0 for unknown."""
        self.done = max(0, min(self.done + change, people or self.done + change))
        self.changed.emit()

    def seconds_left(self) -> int:
        """The whole seconds left; 0 once it is over."""
        return max(0, math.ceil(self._exact()))

    def share_left(self) -> float:
        """The share of the time left, 0 to 1; 0 before it began."""
        return max(0.0, min(1.0, self._exact() / (self.minutes * 60))) if self.begun else 0.0

    def _exact(self) -> float:
        return self._left - (self._clock() - self._since if self._since is not None else 0.0)
