"""The sample workshop in a store of its own, played once per language and copied after that."""

import tempfile
from functools import cache
from pathlib import Path

from tests.helpers.sessions import new_session
from workshop_app.domain.workshop import Workshop
from workshop_app.services.sample import play
from workshop_app.services.session import Session


@cache
def _played(language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workshops.db"
        session = new_session(path)
        play(session, language)
        session.store.close()
        return path.read_bytes()


def sample_session(path: Path, language: str) -> Session:
    """A session on a new store at `path` with the whole sample workshop open."""
    path.write_bytes(_played(language))
    session = new_session(path)
    (workshop,) = session.store.all(Workshop)
    session.open(workshop.id)
    return session
