"""An export of some files that kills itself before a number of operations on files."""

import os
import signal
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import uuid4

from exports.files import FileSet

OLD = {"1.pdf": b"old one", "2.pdf": b"old two", "same.pdf": b"same", "theirs.txt": b"theirs"}
NEW = {"1.pdf": b"new one", "2.pdf": b"new two", "3.pdf": b"new three", "same.pdf": b"same"}
_ON_FILES = ("open", "fsync", "link", "rename", "replace", "unlink", "remove")


def publish(folder: Path) -> None:
    with FileSet(folder, uuid4().hex) as files:
        for name, data in NEW.items():
            files.add(name, data)
        files.publish()


def operations(folder: Path, kill_at: int, links: bool, done: Connection) -> None:
    """Publish the files; the process is killed before operation number `kill_at`."""
    numbers = count(1)

    def counted(operation, name):
        def do(*arguments, **options):
            if next(numbers) == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            if name == "link" and not links:
                raise OSError(1, "Operation not permitted")
            return operation(*arguments, **options)

        return do

    for name in _ON_FILES:
        setattr(os, name, counted(getattr(os, name), name))
    publish(folder)
    done.send(next(numbers) - 1)
