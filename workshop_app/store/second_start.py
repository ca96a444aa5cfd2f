"""Lets a second start bring the window of the first one to the front, using a small file.

The process with the open window keeps the file beside the store, empty. A second start writes into
it, also which file to open, and waits until it is empty again. This needs no socket and is
independent for each store.
"""

import json
import os
import time
from contextlib import suppress
from pathlib import Path

from workshop_app.private_files import make_file

SUFFIX = ".show"
PATIENCE = 6.0
"""Seconds after which a first process that does not answer is assumed to be blocked."""
_BEAT = 0.02


def request_path(store: Path) -> Path:
    """Return the file for requests to the process that has this store open, resolving links."""
    store = store.resolve()
    return store.with_name(store.name + SUFFIX)


def offer(store: Path) -> Path:
    """Create the file, replacing one left by a crash, while the lock is held; raises OSError."""
    path = request_path(store)
    path.unlink(missing_ok=True)
    os.close(make_file(path))
    return path


def take_requests(path: Path) -> list[Path | None]:
    """Return the files of all requests, None for one without a file, and confirm; never raises."""
    try:
        lines = path.read_bytes().splitlines()
        if lines:
            os.truncate(path, 0)
        named = [json.loads(line) for line in lines]
    except (OSError, ValueError):
        return []
    return [Path(name) if isinstance(name, str) else None for name in named]


def withdraw(path: Path) -> None:
    """Remove the file when the window is closed."""
    with suppress(OSError):
        path.unlink()


def ask(store: Path, file: Path | None = None, patience: float = PATIENCE) -> bool:
    """Ask the process that has the store open to show its window, and to open `file`.

    Returns whether it answered.
    """
    asking = json.dumps(str(file) if file is not None else None).encode() + b"\n"
    path = request_path(store)
    flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags)
        try:
            os.write(handle, asking)
        finally:
            os.close(handle)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not path.stat().st_size:
                return True
            time.sleep(_BEAT)
    except OSError:
        return False
    return False
