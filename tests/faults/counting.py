"""Counts operations on files and statements, and kills or fails at the n-th."""

import io
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

_ON_FILES = (
    "open", "fsync", "link", "mkdir", "rename", "replace", "unlink", "rmdir", "truncate", "write",
)  # fmt: skip


@contextmanager
def counted(at_each: Callable[[int, str], None]) -> Iterator[Callable[[], int]]:
    """Call `at_each` with a number before each operation; yields a function for their count."""
    numbers = count(1)
    last = [0]

    def step(name: str) -> None:
        last[0] = next(numbers)
        at_each(last[0], name)

    before = {name: getattr(os, name) for name in _ON_FILES}
    connect = sqlite3.connect
    opens = io.open

    def traced(*place: Any, **options: Any) -> sqlite3.Connection:
        step("connect")
        connection = connect(*place, **options)
        connection.set_trace_callback(lambda _sql: step("statement"))
        return connection

    def counting(operation: Callable[..., Any], name: str) -> Callable[..., Any]:
        def do(*arguments: Any, **options: Any) -> Any:
            step(name)
            return operation(*arguments, **options)

        return do

    def opening(file: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if not isinstance(file, int) and set(mode) & set("wxa+"):
            step("open")
        return opens(file, mode, *arguments, **options)

    try:
        sqlite3.connect = traced
        io.open = opening  # called by `Path.open`
        for name, operation in before.items():
            setattr(os, name, counting(operation, name))
        yield lambda: last[0]
    finally:
        sqlite3.connect = connect
        io.open = opens
        for name, operation in before.items():
            setattr(os, name, operation)


def kill_at(point: int) -> Callable[[int, str], None]:
    """Return a callback that ends the process before an operation, without any cleanup."""

    def at_each(number: int, _name: str) -> None:
        if number == point:
            os.kill(os.getpid(), signal.SIGKILL)

    return at_each


def fail_at(point: int, error: int, *, lasting: bool) -> Callable[[int, str], None]:
    """Return a callback that makes operations on files fail, once or from one on.

    SQLite's own operations are not affected: see `test_disk_errors`, `test_failing_disk`.
    """

    def at_each(number: int, name: str) -> None:
        if name in ("connect", "statement"):
            return
        if number == point or (lasting and number > point):
            raise OSError(error, os.strerror(error))

    return at_each
