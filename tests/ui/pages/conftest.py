"""A desk with a window on it, closed and put away after each test."""

import pytest

from tests.helpers.desk import Desk
from tests.helpers.played import played_session
from tests.helpers.records import record
from tests.helpers.sessions import create_workshop, new_session
from ui.window.main_window import MainWindow
from workshop_app.i18n import language, set_language
from workshop_app.settings import Settings


@pytest.fixture
def desk(qtbot, tmp_path):
    """Makes a desk: an empty workshop, the sample carried out up to a step, or no record at all."""
    before = language()
    made = []

    def make(
        words="ja",
        *,
        until=None,
        size=(1366, 768),
        private=False,
        page="list",
        sample=False,
        empty=False,
    ):
        set_language(words)
        path = tmp_path / f"{len(made)}.db"
        if sample or until is not None:
            session = played_session(path, words, until)
        else:
            session = new_session(path, first_start=empty)
            if not empty:
                create_workshop(session)
        window = MainWindow(session, Settings())
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        window.set_private(private)
        desk = Desk(window)
        made.append((desk, session))
        desk.go(page)
        return desk

    yield make
    for one, session in made:
        if not one.window.close():  # what was typed and not entered is asked about once
            one.window.close()
        session.store.close()
    set_language(before)


@pytest.fixture
def start(desk):
    """A desk at the start page on a store without records, or with the records given."""

    def opened(*records, **options):
        one = desk(page="start", empty=True, **options)
        ids = [record(one.session, *told) for told in records]
        one.go("start")
        one.ids = ids
        return one

    return opened
