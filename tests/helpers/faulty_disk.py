"""A disk that returns errors to SQLite on request."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_CONNECT = sqlite3.connect


def disk_error(name: str = "SQLITE_IOERR_FSYNC") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = name
    return error


def _nothing(sql: str) -> None:
    """Let a statement be executed."""


class FaultyDisk:
    """Connections made during its use call it before and after each statement."""

    def __init__(self) -> None:
        self.before: Callable[[str], None] = _nothing
        self.after: Callable[[str], None] = _nothing
        self.answers: dict[str, list[str]] = {}
        """What statements that begin with a word are answered, once, instead of being done."""
        self.may_open = True

    def connect(self, *place, **options) -> sqlite3.Connection:
        disk = self
        if not disk.may_open:
            raise disk_error("SQLITE_CANTOPEN")

        class Connection(sqlite3.Connection):
            def execute(self, sql: str, *values) -> sqlite3.Cursor:
                disk.before(sql)
                for word in [word for word in disk.answers if sql.startswith(word)]:
                    return super().execute("SELECT value FROM json_each(?)", [disk.answer(word)])
                cursor = super().execute(sql, *values)
                disk.after(sql)
                return cursor

        return _CONNECT(*place, **options, factory=Connection)

    def answer(self, word: str) -> str:
        return json.dumps(self.answers.pop(word))

    def fail_at(self, word: str, *, done: bool, times: int = 1, error: str | None = None) -> None:
        """Fail statements that begin with `word`: after they were `done`, or before."""
        left = iter(range(times))

        def fail(sql: str) -> None:
            if sql.startswith(word) and next(left, None) is not None:
                raise disk_error(error) if error else disk_error()

        if done:
            self.after = fail
        else:
            self.before = fail


@contextmanager
def faulty_disk() -> Iterator[FaultyDisk]:
    disk = FaultyDisk()
    sqlite3.connect = disk.connect  # type: ignore[assignment]
    try:
        yield disk
    finally:
        sqlite3.connect = _CONNECT
