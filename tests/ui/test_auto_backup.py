"""The window copies the records by itself when something changed, and never holds anybody up."""

import pytest

from tests.helpers.sessions import create_workshop, new_session
from ui.auto_backup import AutoBackup
from workshop_app.services.commands.participants import SetAnonymous
from workshop_app.services.commands.problems import AddProblem
from workshop_app.store.auto_backup import copies
from workshop_app.store.store import Store


@pytest.fixture
def session(tmp_path):
    session = new_session(tmp_path / "workshops.db", thorough=False)
    create_workshop(session)
    yield session
    session.store.close()


@pytest.fixture
def backups(qapp, session):
    backups = AutoBackup(None, session)
    yield backups
    backups.close()


def made(session):
    return len(copies(session.store.path))


def make(qtbot, backups):
    backups.begin()
    qtbot.waitUntil(lambda: not backups.busy, timeout=10_000)


def test_a_copy_is_made_when_something_changed_and_only_then(qtbot, session, backups):
    session.execute(AddProblem("一つ目"))
    make(qtbot, backups)
    make(qtbot, backups)
    assert made(session) == 1
    (path,) = copies(session.store.path).values()
    copy = Store(path)
    assert copy.find_problems("一つ目")
    copy.close()


def test_the_last_change_is_copied_at_the_end(session, backups):
    session.execute(AddProblem("最後のこと"))
    backups.close()
    (path,) = copies(session.store.path).values()
    copy = Store(path)
    assert copy.find_problems("最後")
    copy.close()


def test_after_something_was_forgotten_no_earlier_copy_holds_it(qtbot, session, backups):
    session.execute(AddProblem("誰かが言ったこと"))
    make(qtbot, backups)
    (earlier,) = copies(session.store.path).values()
    qtbot.wait(1_100)  # copies are named by the second
    session.execute(SetAnonymous(True))
    qtbot.waitUntil(lambda: not earlier.exists(), timeout=10_000)
    qtbot.waitUntil(lambda: not backups.busy, timeout=10_000)
    assert made(session) == 1


def test_where_no_copy_can_be_made_work_goes_on(qtbot, session, backups):
    (session.store.path.parent / "backups").write_text("a file in the way")
    make(qtbot, backups)
    session.execute(AddProblem("まだ書ける"))
    backups.close()
    assert made(session) == 0
