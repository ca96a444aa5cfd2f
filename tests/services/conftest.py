"""Fixtures of the tests of services: the sample workshop, created once and copied for each test."""

import shutil
from dataclasses import replace

import pytest

from tests.helpers.builders import a_customer
from tests.helpers.command_examples import OTHER_CUSTOMER
from tests.helpers.sessions import Clock, new_session, open_session
from workshop_app.services.sample import play


@pytest.fixture(scope="session")
def played(tmp_path_factory):
    """A closed store with the Japanese sample after all steps, and the workshop's id."""
    path = tmp_path_factory.mktemp("sample") / "w.db"
    session = new_session(path)
    workshop_id = play(session, "ja")
    with session.store.action():
        session.store.insert(a_customer(id=OTHER_CUSTOMER, name="有限会社べつの客"))
        session.store.update(replace(session.state.agenda[1], spent=600))
    session.store.close()
    return path, workshop_id


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def sample(played, tmp_path, clock):
    """A session with the sample open, on a separate store."""
    path, workshop_id = played
    session = new_session(shutil.copy(path, tmp_path / "sample.db"), clock)
    session.open(workshop_id)
    return session


@pytest.fixture
def session(tmp_path, clock):
    """A session with an empty workshop open."""
    return open_session(tmp_path / "w.db", clock)


@pytest.fixture
def store_of(tmp_path):
    """Sessions on new stores."""
    made = []

    def make(name="w.db"):
        made.append(new_session(tmp_path / name))
        return made[-1]

    yield make
    for session in made:
        session.store.close()
