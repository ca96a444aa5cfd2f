"""Measures repeated actions, and prints their times next to those of a baseline."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Several durations of one action, in milliseconds."""

    name: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median duration in ms."""
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """The 95th percentile in ms."""
        return sorted(self.values)[min(len(self.values) - 1, int(len(self.values) * 0.95))]

    def within(self, limit: float) -> float:
        """The share of durations up to `limit` ms."""
        return sum(value <= limit for value in self.values) / len(self.values)


BothTimes = tuple[Times, Times]
"""Elapsed time, and processor time, which other programs do not lengthen."""


class Stopwatch:
    """Collects the times of a repeated action."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._clock: list[float] = []
        self._processor: list[float] = []

    @contextmanager
    def measure(self) -> Iterator[None]:
        """Measure the ``with`` block."""
        start = time.perf_counter()
        processor_start = time.process_time()
        yield
        self._clock.append((time.perf_counter() - start) * 1000)
        self._processor.append((time.process_time() - processor_start) * 1000)

    @property
    def times(self) -> BothTimes:
        """The times so far."""
        return Times(self._name, tuple(self._clock)), Times(self._name, tuple(self._processor))


def time_calls(name: str, call: Callable[[], object], runs: int) -> Times:
    """Measure `runs` calls one by one."""
    values = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        values.append((time.perf_counter() - start) * 1000)
    return Times(name, tuple(values))


def time_processes(commands: Sequence[tuple[str, list[str]]], runs: int) -> list[BothTimes]:
    """Measure whole processes of several commands in turn, after one warm-up of all.

    The warm-up writes compiled modules, like a user's first start. The processes see no settings
    of the user: another text size would change the window.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as settings:
        environment |= dict.fromkeys(("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"), settings)
        return _time_processes(commands, runs, environment)


def _time_processes(
    commands: Sequence[tuple[str, list[str]]], runs: int, environment: dict[str, str]
) -> list[BothTimes]:
    clock: list[list[float]] = [[] for _ in commands]
    processor: list[list[float]] = [[] for _ in commands]
    for run in range(runs + 1):
        for number, (_name, arguments) in enumerate(commands):
            start = time.perf_counter()
            used = _used_by_children()
            subprocess.run(
                [sys.executable, *arguments], check=True, capture_output=True, env=environment
            )
            if run:
                clock[number].append((time.perf_counter() - start) * 1000)
                processor[number].append((_used_by_children() - used) * 1000)
    names = [name for name, _arguments in commands]
    return [
        (Times(name, tuple(by_clock)), Times(f"{name}, processor time", tuple(used)))
        for name, by_clock, used in zip(names, clock, processor, strict=True)
    ]


def _used_by_children() -> float:
    """Return the processor time of all processes that ended, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


def report(times: Times, floor: Times) -> None:
    """Print a duration, its baseline, and the ratio of their medians."""
    ratio = times.median / floor.median
    print(
        f"{times.name}: median {times.median:.2f} ms, p95 {times.p95:.2f} ms | "
        f"{floor.name}: median {floor.median:.2f} ms, p95 {floor.p95:.2f} ms | ratio {ratio:.2f}"
    )
