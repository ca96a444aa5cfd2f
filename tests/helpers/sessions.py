"""Sessions on a real store, with a clock that a test can set."""

import shutil
import tempfile
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Workshop
from workshop_app.services.commands.workshops import CreateWorkshop
from workshop_app.services.session import Session
from workshop_app.store.store import Store

_folder = tempfile.TemporaryDirectory(prefix="stores-")
opened: list[Session] = []
"""The sessions of `new_session` in order, without those of tests that are over."""


class Clock:
    """A clock that only moves when a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 12, 3, 14, 0, 0)  # noqa: DTZ001 - the wall clock of the room

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def new_session(
    path: Path,
    clock: Clock | None = None,
    *,
    lasting: bool = False,
    first_start: bool = False,
    thorough: bool = True,
) -> Session:
    """Return a session on the store at `path` with no workshop open.

    What a test opens is closed after it. It waits for the disk only if `lasting`, like the program.
    The window opens it without `thorough`, the command line with it. A new store is a copy of one
    that is created once per run, since creating the tables takes longer than most tests; with
    `first_start` it is created like in the program.
    """
    if not (first_start or path.exists()):
        shutil.copyfile(_empty_store(), path)
    opened.append(Session(Store(path, lasting=lasting, thorough=thorough), clock=clock or Clock()))
    return opened[-1]


@cache
def _empty_store() -> Path:
    path = Path(_folder.name) / "empty.db"
    Store(path, lasting=False).close()
    return path


def create_workshop(session: Session, customer: str = "株式会社サンプル") -> str:
    """Create a workshop like the start page, open it and return its id."""
    command = CreateWorkshop(
        "監視の困りごと", "2026-12-03T13:30:00", customer_name=customer, date="2026-12-03"
    )
    workshop_id = str(session.execute(command))
    session.open(workshop_id)
    return workshop_id


def open_session(path: Path, clock: Clock | None = None, *, lasting: bool = False) -> Session:
    """A session with a new workshop open."""
    session = new_session(path, clock, lasting=lasting)
    create_workshop(session)
    return session


def reopened(session: Session, *, lasting: bool = False) -> Session:
    """Return the same store and workshop after the program was closed and started again."""
    path = session.store.path
    workshop_id = session.workshop_id
    session.store.close()
    again = new_session(path, lasting=lasting)
    again.open(workshop_id)
    return again


def stored_workshop(path: Path) -> WorkshopState:
    """Return the workshop in the store after the program ended."""
    store = Store(path)
    try:
        assert store.check() == []
        session = Session(store)
        (workshop,) = store.all(Workshop)
        session.open(workshop.id)
        state = session.state
    finally:
        store.close()
    assert state is not None
    return state
