"""Sessions on the sample workshop, created once per run and then copied, to save time."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests.helpers.sessions import new_session
from workshop_app.domain.steps import Step
from workshop_app.services.sample import play
from workshop_app.services.session import Session

_folder = tempfile.TemporaryDirectory(prefix="played-")


def played_session(path: Path, language: str, until: Step | None = None) -> Session:
    """Return a session on a store at `path` with the sample open, completed up to `until`."""
    original, workshop_id = _played(language, until)
    shutil.copyfile(original, path)
    session = new_session(path, thorough=False)
    session.open(workshop_id)
    return session


@cache
def _played(language: str, until: Step | None) -> tuple[Path, str]:
    path = Path(_folder.name) / f"{language}-{until or 'all'}.db"
    session = new_session(path)
    workshop_id = play(session, language, until)
    session.store.close()
    return path, workshop_id
