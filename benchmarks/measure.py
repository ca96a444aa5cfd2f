"""Measures repeated actions, and prints their times beside those of a floor."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
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
"""By the clock, and in processor time, which other programs do not lengthen."""


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


def time_processes(
    first: tuple[str, list[str]], second: tuple[str, list[str]], runs: int
) -> tuple[Times, Times]:
    """Measure whole processes of two commands in turn, after one warm-up of both.

    The warm-up writes compiled modules, as a user's first start does.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    found: dict[str, list[float]] = {first[0]: [], second[0]: []}
    for run in range(runs + 1):
        for name, arguments in (first, second):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, *arguments], check=True, capture_output=True, env=environment
            )
            if run:
                found[name].append((time.perf_counter() - start) * 1000)
    return Times(first[0], tuple(found[first[0]])), Times(second[0], tuple(found[second[0]]))


def report(times: Times, floor: Times) -> None:
    """Print a duration, its floor, and the ratio of their medians."""
    ratio = times.median / floor.median
    print(
        f"{times.name}: median {times.median:.2f} ms, p95 {times.p95:.2f} ms | "
        f"{floor.name}: median {floor.median:.2f} ms, p95 {floor.p95:.2f} ms | ratio {ratio:.2f}"
    )
