"""Virtual time: timers and clocks of the window advance on request, and processes are awaited.

So delayed work of the window (saving, hiding a toast, searching for hints) comes after the same
action in each run, however busy the machine is.
"""

import importlib
import pkgutil
import sys
import time
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

import ui
from exports.preview_process import PreviewRun
from exports.process import BackgroundRun

_LONGEST_WAIT = 60.0  # seconds to wait for an answer of a process


class VirtualTime:
    """Seconds since the start, and the pending timers; also used as the window's `Clock`."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waiting: list[_VirtualTimer] = []

    def __call__(self) -> float:
        return self.now

    def asleep(self) -> float:
        """The computer never sleeps."""
        return 0.0

    def wall(self) -> datetime:
        """Its day is that of no workshop."""
        return datetime.fromisoformat("2001-01-01") + timedelta(seconds=self.now)

    def advance(self, milliseconds: int) -> None:
        """Advance time; due timers fire in order."""
        end = self.now + milliseconds / 1000
        while True:
            self.waiting = [one for one in self.waiting if isValid(one) and one.due is not None]
            due = [one for one in self.waiting if one.due is not None and one.due <= end]
            if not due:
                break
            first = min(due, key=lambda one: (one.due, one.number))
            self.now = max(self.now, first.due or 0.0)
            first.fire()
        self.now = end

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Replace the timers and clocks that the modules of `ui` use."""
        timer = type("Timer", (_VirtualTimer,), {"time": self})
        clock = types.SimpleNamespace(
            **{name: getattr(time, name) for name in dir(time) if not name.startswith("_")}
        )
        clock.monotonic = clock.perf_counter = self
        _import_all()
        with pytest.MonkeyPatch.context() as patch:
            for name, module in list(sys.modules.items()):
                if name == "ui" or name.startswith("ui."):
                    if getattr(module, "QTimer", None) is QTimer:
                        patch.setattr(module, "QTimer", timer)
                    if getattr(module, "time", None) is time:
                        patch.setattr(module, "time", clock)
            patch.setattr(BackgroundRun, "poll", _finish(BackgroundRun.poll))
            patch.setattr(PreviewRun, "poll", _answered(PreviewRun.poll))
            yield


@cache
def _import_all() -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)


class _VirtualTimer(QObject):
    """The part of QTimer that the window uses; a zero delay fires in the next event loop turn."""

    timeout = Signal()
    time: VirtualTime
    made = 0

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        singleShot: bool = False,  # noqa: N803 - as Qt calls it
        interval: int = 0,
    ) -> None:
        super().__init__(parent)
        _VirtualTimer.made += 1
        self.number = _VirtualTimer.made
        self.due: float | None = None
        self._single = singleShot
        self._interval = interval

    @classmethod
    def singleShot(cls, milliseconds: int, *of: Any) -> None:
        if milliseconds == 0:
            QTimer.singleShot(0, *of)
            return
        *context, act = of
        timer = cls(context[0] if context else None, singleShot=True, interval=milliseconds)
        timer.timeout.connect(act)
        timer.start()

    def start(self, interval: int | None = None) -> None:
        if interval is not None:
            self._interval = interval
        self.due = self.time.now + self._interval / 1000
        if self not in self.time.waiting:
            self.time.waiting.append(self)

    def stop(self) -> None:
        self.due = None

    def isActive(self) -> bool:
        return self.due is not None

    def setSingleShot(self, single: bool) -> None:
        self._single = single

    def setInterval(self, interval: int) -> None:
        self._interval = interval

    def interval(self) -> int:
        return self._interval

    def fire(self) -> None:
        self.due = None if self._single else self.time.now + max(1, self._interval) / 1000
        self.timeout.emit()


def _finish(poll: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Poll until the export is finished."""

    def waited(run: Any) -> bool:
        until = time.monotonic() + _LONGEST_WAIT
        while poll(run) and time.monotonic() < until:
            run._pipe.poll(0.2)
        return not run.finished

    return waited


def _answered(poll: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Poll until the requested document is complete, or failed."""

    def waited(run: Any) -> bool:
        until = time.monotonic() + _LONGEST_WAIT
        came = poll(run)
        while run._name and run.ready is None and run.error is None and time.monotonic() < until:
            run._pipe.poll(0.2)
            came = poll(run) or came
        return came

    return waited
