"""Sessions on stores that are filled once per run and then copied, to save time."""

import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.helpers.sessions import new_session
from workshop_app.domain.steps import Step
from workshop_app.services.sample import play
from workshop_app.services.session import Session

_folder = tempfile.TemporaryDirectory(prefix="played-")


def _original(name: str) -> Path:
    """Return a file for a filled store; each of the processes that share the folder has its own."""
    return Path(_folder.name) / f"{os.getpid()}-{name}.db"


def played_session(path: Path, language: str, until: Step | None = None) -> Session:
    """Return a session on a store at `path` with the sample open, completed up to `until`."""
    return _copied(path, *_played(language, until))


def filled_session(path: Path, language: str, fill: Callable[[Session, str], object]) -> Session:
    """Return a session on a store at `path` with the records that `fill` creates.

    `fill` is called once per run and language, with a session on an empty store. The workshop that
    it leaves open is open.
    """
    return _copied(path, *_filled(language, fill))


def _copied(path: Path, original: Path, workshop_id: str) -> Session:
    shutil.copyfile(original, path)
    session = new_session(path, thorough=False)
    session.open(workshop_id)
    return session


@cache
def _played(language: str, until: Step | None) -> tuple[Path, str]:
    path = _original(f"{language}-{until or 'all'}")
    session = new_session(path)
    workshop_id = play(session, language, until)
    session.store.close()
    return path, workshop_id


@cache
def _filled(language: str, fill: Callable[[Session, str], object]) -> tuple[Path, str]:
    path = _original(f"{fill.__module__}.{fill.__qualname__}-{language}")
    session = new_session(path)
    fill(session, language)
    session.store.close()
    return path, session.workshop_id
