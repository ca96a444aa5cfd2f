"""Fixtures for every test of the window."""

import pytest

from tests.helpers.desks import desks
from tests.helpers.forked_exports import forked_exports
from tests.helpers.long_words import lengthen
from tests.helpers.played import filled_session, played_session
from tests.helpers.records import record
from tests.helpers.sessions import create_workshop, new_session
from tests.helpers.two_displays import stages
from tests.helpers.virtual_time import VirtualTime
from ui.app import application
from ui.rows.accessibility import install_accessibility
from workshop_app.i18n import set_language
from workshop_app.settings import Settings


@pytest.fixture(autouse=True, scope="session")
def described_for_screen_readers(qapp):
    """Register the accessibility interfaces like the program: Qt caches what it finds before."""
    install_accessibility()


@pytest.fixture(autouse=True, scope="session")
def quick_exports(pytestconfig):
    """Start the processes that write papers quickly; with ``--exhaustive`` like the program."""
    if pytestconfig.getoption("--exhaustive"):
        yield
        return
    with forked_exports():
        yield


@pytest.fixture
def clock():
    """The time of the window, which advances on request; ask for it before the window."""
    time = VirtualTime()
    with time.in_force():
        yield time


@pytest.fixture
def finished(qtbot, tmp_path):
    """Makes a desk on the completed sample; with `long` all texts are long."""
    application()
    with desks(qtbot) as made:

        def make(words="ja", percent=100, *, long=False, settings=None, **window):
            set_language(words)
            session = played_session(tmp_path / f"{made.count}.db", words, None)
            if long:
                lengthen(session, words)
            settings = settings or Settings(language=words)
            return made.seat(session, settings, percent=percent, **window)

        yield make


@pytest.fixture
def desk(qtbot, tmp_path):
    """Makes a desk: an empty workshop, the sample completed up to a step, or `records` alone.

    `filled` is a function that creates the records, called once per run and language.
    The records are arguments of `tests.helpers.records.record`; their ids are `ids` of the desk.
    """
    with desks(qtbot) as made:

        def make(
            words="ja",
            *,
            until=None,
            sample=False,
            filled=None,
            empty=False,
            records=(),
            page="list",
            **window,
        ):
            set_language(words)
            path = tmp_path / f"{made.count}.db"
            ids = []
            if sample or until is not None:
                session = played_session(path, words, until)
            elif filled is not None:
                session = filled_session(path, words, filled)
            elif empty:
                session = new_session(path, first_start=not records)
                ids = [record(session, *told) for told in records]
            else:
                session = new_session(path)
                create_workshop(session)
            one = made.seat(session, page=page, **window)
            one.ids = ids
            return one

        yield make


@pytest.fixture
def stage(qtbot, tmp_path):
    yield from stages(qtbot, tmp_path)


@pytest.fixture
def start(desk):
    """A desk at the start page on a store without records, or with the records given."""

    def opened(*records, **options):
        return desk(page="start", empty=True, records=records, **options)

    return opened
