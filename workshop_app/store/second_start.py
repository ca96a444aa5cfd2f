"""How a second start asks the first one to come to the front: by a small file beside the store.

Whoever has the window open keeps the file, empty. A second start writes into it and waits until it
is empty again. No socket is needed, and stores of other names have files of their own.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from workshop_app.private_files import make_file

SUFFIX = ".show"
PATIENCE = 6.0
"""Seconds after which a first start that does not answer is held up by something."""
_BEAT = 0.02
_ASKING = b"show\n"


def request_path(store: Path) -> Path:
    """Return the file for requests to whoever has this store open, under all links to it."""
    store = store.resolve()
    return store.with_name(store.name + SUFFIX)


def offer(store: Path) -> Path:
    """Make the file, in place of one that a crash left, while the lock is held; raises OSError."""
    path = request_path(store)
    path.unlink(missing_ok=True)
    os.close(make_file(path))
    return path


def take_request(path: Path) -> bool:
    """Tell whether somebody asked, and answer that; never raises."""
    try:
        if not path.stat().st_size:
            return False
        os.truncate(path, 0)
    except OSError:
        return False
    return True


def withdraw(path: Path) -> None:
    """Remove the file when the window closes."""
    with suppress(OSError):
        path.unlink()


def ask(store: Path, patience: float = PATIENCE) -> bool:
    """Ask whoever has the store open to show the window; tell whether it answered."""
    path = request_path(store)
    flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    try:
        handle = os.open(path, flags)
        try:
            os.write(handle, _ASKING)
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
