"""A desk with a window, closed after each test."""

import pytest

from tests.helpers.desks import desks
from tests.helpers.played import filled_session, played_session
from tests.helpers.records import record
from tests.helpers.sessions import create_workshop, new_session
from workshop_app.i18n import set_language


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
def start(desk):
    """A desk at the start page on a store without records, or with the records given."""

    def opened(*records, **options):
        return desk(page="start", empty=True, records=records, **options)

    return opened
