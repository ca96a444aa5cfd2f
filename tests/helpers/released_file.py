"""Writes `tests/files/workshops-v<n>.db`: the sample workshop in the current schema.

Run once when a schema is released (`python -m tests.helpers.released_file`); such a file is never
created again afterwards, since it represents the files of users.
"""

from pathlib import Path

from tests.helpers.sessions import new_session
from workshop_app.services.sample import play
from workshop_app.store.migrations import SCHEMA_VERSION

FILES = Path(__file__).resolve().parent.parent / "files"


def write() -> Path:
    """Write the file and return its path; raises FileExistsError if it exists."""
    path = FILES / f"workshops-v{SCHEMA_VERSION}.db"
    if path.exists():
        raise FileExistsError(path)
    session = new_session(path)
    play(session, "ja")
    session.store.database.execute("VACUUM")
    session.store.close()
    return path


if __name__ == "__main__":
    write()
