"""Automatic copies of the window after changes, without blocking."""

import threading

import pytest

from tests.helpers.sessions import create_workshop, new_session, open_session
from ui.auto_backup import AutoBackup
from workshop_app.domain.problem import Problem
from workshop_app.services.commands.participants import SetAnonymous
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.store.auto_backup import finish
from workshop_app.store.copies import all_copies, fault_of
from workshop_app.store.store import Store


@pytest.fixture
def session(tmp_path):
    session = new_session(tmp_path / "workshops.db", thorough=False)
    create_workshop(session)
    return session


@pytest.fixture
def backups(qapp, session):
    backups = AutoBackup(None, session)
    yield backups
    backups.close()


def made(session):
    return len(all_copies(session.store.path))


def make(qtbot, backups):
    backups.begin()
    qtbot.waitUntil(lambda: not backups.busy, timeout=10_000)


def test_a_copy_is_made_when_something_changed_and_only_then(qtbot, session, backups):
    session.execute(AddProblem("一つ目"))
    make(qtbot, backups)
    make(qtbot, backups)
    assert made(session) == 1
    (found,) = all_copies(session.store.path)
    copy = Store(found.path)
    assert copy.find_problems("一つ目")
    copy.close()


def test_the_last_change_is_copied_at_the_end(session, backups):
    session.execute(AddProblem("最後のこと"))
    backups.close()
    (found,) = all_copies(session.store.path)
    copy = Store(found.path)
    assert copy.find_problems("最後")
    copy.close()


def test_who_only_looked_waits_for_no_copy_at_the_end(session, monkeypatch):
    first = AutoBackup(None, session)
    session.execute(AddProblem("前回のこと"))
    first.close()
    session.store.close()
    session.store = Store(session.store.path, thorough=False)
    monkeypatch.setattr(Store, "copy_steps", lambda *_: pytest.fail("the file is copied again"))
    AutoBackup(None, session).close()
    assert made(session) == 1


def test_after_something_was_forgotten_no_earlier_copy_holds_it(qtbot, tmp_path, qapp):
    session = open_session(tmp_path / "workshops.db", lasting=True)
    backups = AutoBackup(None, session)
    session.execute(AddProblem("誰かが言ったこと"))
    make(qtbot, backups)
    (earlier,) = all_copies(session.store.path)
    session.execute(SetAnonymous(True))
    said = "誰かが言ったこと".encode()
    qtbot.waitUntil(lambda: said not in earlier.path.read_bytes(), timeout=10_000)
    qtbot.waitUntil(lambda: not backups.busy, timeout=10_000)
    newest, cleaned = all_copies(session.store.path)
    assert cleaned.path == earlier.path
    assert said in newest.path.read_bytes()
    backups.close()


def test_before_a_whole_list_is_taken_in_there_is_a_copy_without_it(qtbot, session, backups):
    backups.start()
    session.execute(AddProblem("先に言ったこと"))
    session.execute(AddProblems(("一つ目", "二つ目")))
    qtbot.waitUntil(lambda: not backups.busy, timeout=10_000)
    (found,) = all_copies(session.store.path)
    assert found.about.occasion == "import"
    assert found.about.workshops[session.workshop_id].counts["problems"] == 1
    assert fault_of(found) == ""


def test_who_takes_in_a_list_waits_for_no_copy_that_is_being_verified(
    qtbot, session, backups, monkeypatch
):
    verify = threading.Event()

    def finish_late(*args, **values):
        assert verify.wait(60)
        return finish(*args, **values)

    monkeypatch.setattr("ui.auto_backup.finish", finish_late)
    backups.start()
    session.execute(AddProblem("一つ目"))
    session.execute(AddProblems(("二つ目", "三つ目")))
    session.execute(AddProblems(("四つ目", "五つ目")))
    assert made(session) == 0
    verify.set()
    qtbot.waitUntil(lambda: not backups.busy, timeout=10_000)
    found = []
    for copy in all_copies(session.store.path):
        assert fault_of(copy) == ""
        store = Store(copy.path)
        found.append(len(store.all(Problem)))
        store.close()
    assert found == [3, 1]


def test_each_copy_goes_to_the_second_folder_and_its_absence_is_reported_once(
    qtbot, session, tmp_path, qapp
):
    stick = tmp_path / "stick"
    stick.mkdir()
    backups = AutoBackup(None, session, lambda: stick)
    missed = []
    backups.missed.connect(lambda: missed.append(1))
    session.execute(AddProblem("一つ目"))
    make(qtbot, backups)
    assert len(all_copies(session.store.path, stick)) == 1
    assert backups.second_there
    away = stick.rename(tmp_path / "away")
    for words in ("二つ目", "三つ目"):
        session.execute(AddProblem(words))
        make(qtbot, backups)
    assert backups.second_there is False
    qtbot.waitUntil(lambda: missed == [1], timeout=2_000)
    away.rename(stick)
    backups.copy_again()
    qtbot.waitUntil(lambda: not backups.busy, timeout=10_000)
    newest = all_copies(session.store.path)[0]
    assert all_copies(session.store.path, stick)[0].about.digest == newest.about.digest
    backups.close()


def test_where_no_copy_can_be_made_work_goes_on(qtbot, session, backups):
    (session.store.path.parent / "backups").write_text("a file in the way")
    make(qtbot, backups)
    session.execute(AddProblem("まだ書ける"))
    backups.close()
    assert made(session) == 0
