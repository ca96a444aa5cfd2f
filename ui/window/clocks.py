"""Seconds awake and asleep, unaffected by changes of the system time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

Reading = Callable[[], float]


class TimerClock(Protocol):
    """A clock for ``StepTimer``; a call returns the seconds in which the computer was awake."""

    def __call__(self) -> float: ...

    def asleep(self) -> float:
        """Return the seconds in which it was asleep, since an arbitrary point in the past."""
        ...

    def wall(self) -> datetime:
        """Return the local day and time."""
        ...


class SystemClock:
    """Compares two clocks of the system: one stops while the computer sleeps, one does not.

    On systems other than Linux, macOS and Windows there is one clock, and sleep is not noticed.
    """

    def __init__(self) -> None:
        self._awake, self._all = _readings()

    def __call__(self) -> float:
        return self._awake()

    def asleep(self) -> float:
        """Return the seconds in which the computer slept, since an arbitrary point in the past."""
        return self._all() - self._awake()

    def wall(self) -> datetime:
        """Return the local day and time."""
        return datetime.now()


def _readings() -> tuple[Reading, Reading]:
    """Return the clock that stops during sleep, and the one that continues."""
    if sys.platform == "linux":
        return _clock(time.CLOCK_MONOTONIC), _clock(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return _clock(time.CLOCK_UPTIME_RAW), _clock(time.CLOCK_MONOTONIC)
    if sys.platform == "win32":
        return _windows("QueryUnbiasedInterruptTime"), _windows("QueryInterruptTime")
    return time.monotonic, time.monotonic


def _clock(which: int) -> Reading:
    return lambda: time.clock_gettime(which)


def _windows(name: str) -> Reading:
    import ctypes

    # kernel32 exports the first of the two functions only, kernelbase both (Windows 10)
    read = getattr(ctypes.WinDLL("kernelbase"), name)  # type: ignore[attr-defined]

    def seconds() -> float:
        ticks = ctypes.c_ulonglong()
        read(ctypes.byref(ticks))
        return ticks.value / 10_000_000  # ticks of 100 ns

    return seconds
