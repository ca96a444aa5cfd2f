"""A first start that kills itself after a number of SQL statements and operations on files."""

import os
import signal
import sqlite3
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from workshop_app.store.store import Store

_ON_FILES = ("open", "fsync", "link", "mkdir", "rename", "replace", "unlink")


def start(path: Path, kill_at: int, done: Connection) -> None:
    """Open a new store at `path`, and send the number of operations.

    The process is killed before operation number `kill_at`.
    """
    numbers = count(1)

    def step(*_: object) -> None:
        if next(numbers) == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    connect = sqlite3.connect

    def traced(*place, **options):
        step()
        connection = connect(*place, **options)
        connection.set_trace_callback(step)
        return connection

    def counted(operation):
        def do(*arguments, **options):
            step()
            return operation(*arguments, **options)

        return do

    sqlite3.connect = traced
    for name in _ON_FILES:
        setattr(os, name, counted(getattr(os, name)))
    Store(path).close()
    done.send(next(numbers) - 1)
