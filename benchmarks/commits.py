"""One command through the session; the baseline is one commit of SQLite with the same pragmas."""

import sqlite3
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from benchmarks.measure import report, time_calls
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.session import Session
from workshop_app.store.store import Store


def run() -> None:
    """Measure adding a problem with 13 and with 1,000 problems in the workshop."""
    with tempfile.TemporaryDirectory() as folder:
        floor = time_calls("bare commit", bare_commit(Path(folder)), 200)
        for size in (13, 1000):
            session = _session(Path(folder) / f"{size}.db", size)
            numbers = count()
            add = lambda: session.execute(AddProblem(f"problem {next(numbers)}"))  # noqa: E731, B023
            report(time_calls(f"add a problem to {size}", add, 200), floor)
            session.store.close()


def bare_commit(folder: Path) -> Callable[[], None]:
    """Return a function that commits one row with the pragmas of our stores."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE problem (id INTEGER PRIMARY KEY, words TEXT)")

    def commit() -> None:
        connection.execute("BEGIN")
        connection.execute("INSERT INTO problem(words) VALUES ('a problem')")
        connection.execute("COMMIT")

    return commit


def _session(path: Path, size: int) -> Session:
    session = Session(Store(path))
    created = CreateWorkshop("Benchmark", "2026-01-01T00:00:00", customer_name="Example")
    session.open(str(session.execute(created)))
    session.execute(AddProblems(tuple(f"problem number {n}" for n in range(size))))
    return session
