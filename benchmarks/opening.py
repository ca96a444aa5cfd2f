"""Opening the store as the window does, small and large; the baseline is SQLite alone.

What runs in the window's thread while it is used is measured step by step: the deep check, the
comparison with digests and journals, and a copy. Other programs do not lengthen these times.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.big_store import PROBLEMS, WORKSHOPS, big_store
from benchmarks.measure import Times, report, time_calls
from workshop_app.services.session import Session
from workshop_app.store.store import Store

_SMALL = 10
"""Workshops of the small store: 500 problems."""


def run() -> None:
    """Measure opening, and the steps of the deep check, with 500 and 50,000 problems."""
    with tempfile.TemporaryDirectory() as folder:
        for workshops in (_SMALL, WORKSHOPS):
            path = Path(folder) / f"{workshops}.db"
            big_store(path, workshops).close()
            name = f"{workshops * PROBLEMS:,} problems"
            floor = time_calls(f"bare SQLite, {name}", _bare(path), 20)
            report(time_calls(f"open the records, {name}", _ours(path), 20), floor)
            store = Store(path, thorough=False)
            for what, steps in (
                ("the deep check", store.deep_check()),
                ("comparing the records", store.record_steps()),
                ("a copy", store.copy_steps(Path(folder) / "copy.part")),
            ):
                report(_steps(steps, f"a step of {what}, {name}"), floor)
            store.close()


def _ours(path: Path) -> Callable[[], None]:
    def open_and_close() -> None:
        session = Session(Store(path, thorough=False))
        session.store.close()

    return open_and_close


def _bare(path: Path) -> Callable[[], None]:
    """Return a function that opens a store with SQLite alone and commits once, like ours."""

    def open_and_close() -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA synchronous=EXTRA")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version={version}")
        connection.close()

    return open_and_close


def _steps(steps: Iterator[object], name: str) -> Times:
    """Return the processor time of each step in this thread."""
    values = []
    start = time.thread_time()
    for _found in steps:
        values.append((time.thread_time() - start) * 1000)
        start = time.thread_time()
    return Times(f"{name} (longest {max(values):.0f} ms)", tuple(values))
