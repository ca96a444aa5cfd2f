"""The time in which everybody writes for themselves, and how many have done so."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

LENGTHS = (3, 5, 8, 10)
"""Minutes; the keys 1 to 4."""


class SilentWriting(QObject):
    """Outlasts the page. It never ends by itself: at zero the room is told, and may write on."""

    changed = Signal()

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._left = 0.0
        self._since: float | None = None
        self.minutes = 0
        """How long it lasts; 0 before it began."""
        self.done = 0
        """How many people have put down the pen."""
        self._beat = QTimer(self, interval=250)
        self._beat.timeout.connect(self.changed)

    @property
    def begun(self) -> bool:
        """Whether a length was chosen."""
        return self.minutes > 0

    @property
    def running(self) -> bool:
        """Whether time is counted at the moment."""
        return self._since is not None

    def begin(self, minutes: int) -> None:
        """Start, with nobody done yet."""
        self.minutes, self.done = minutes, 0
        self._left, self._since = minutes * 60.0, self._clock()
        self._beat.start()
        self.changed.emit()

    def toggle(self) -> None:
        """Let time stand still, or go on."""
        if not self.begun:
            return
        if self._since is None:
            self._since = self._clock()
            self._beat.start()
        else:
            self._left, self._since = self._exact(), None
            self._beat.stop()
        self.changed.emit()

    def add_minute(self) -> None:
        """Lengthen it; after the end, by a minute from now."""
        if self.begun:
            self.minutes += 1
            self._left += 60.0 - min(0.0, self._exact())
            self.changed.emit()

    def end(self) -> None:
        """Be as before it began."""
        self.minutes, self.done, self._left, self._since = 0, 0, 0.0, None
        self._beat.stop()
        self.changed.emit()

    def count(self, change: int, people: int) -> None:
        """So many more have written; never more than there are ``people``, where that is known."""
        self.done = max(0, min(self.done + change, people or self.done + change))
        self.changed.emit()

    def seconds_left(self) -> int:
        """Whole seconds to the end; 0 once it is over."""
        return max(0, math.ceil(self._exact()))

    def share_left(self) -> float:
        """Part of the time that is left, 0 to 1."""
        return max(0.0, min(1.0, self._exact() / (self.minutes * 60))) if self.begun else 1.0

    def _exact(self) -> float:
        return self._left - (self._clock() - self._since if self._since is not None else 0.0)
