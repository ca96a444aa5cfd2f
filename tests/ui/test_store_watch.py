"""The window monitors its store file: its location, and whether it is sound."""

import os
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.faulty_disk import faulty_disk
from tests.helpers.sessions import create_workshop, new_session
from ui.store_watch import StoreWatch
from ui.window.main_window import MainWindow
from workshop_app.domain.errors import StoreError
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language, tr
from workshop_app.services.commands.problems import AddProblem, EditProblem
from workshop_app.services.session import Session
from workshop_app.settings import Settings
from workshop_app.store import row_digests
from workshop_app.store.store import Store


@pytest.fixture
def session(tmp_path):
    session = new_session(tmp_path / "workshops.db", thorough=False)
    create_workshop(session)
    session.execute(AddProblem("先に言ったこと"))
    yield session
    session.store.close()


@pytest.fixture
def window(qtbot, session):
    set_language("ja")
    window = MainWindow(session, Settings())
    qtbot.addWidget(window)
    window.show()
    window.go("list")
    yield window
    window.close()


@pytest.fixture
def watch(window, session):
    return StoreWatch(window, session)


def activate(window):
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def check_to_the_end(watch):
    """Run the steps one after the other instead of when idle."""
    for _ in range(500):
        watch._timer.stop()
        watch._step()
        if not watch._timer.isActive():
            return
    raise AssertionError("it never ends")


needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file in its place")


@pytest.mark.parametrize("stored", [True, False])
def test_a_disk_error_is_reported_with_the_result_of_the_action(qtbot, tmp_path, stored):
    with faulty_disk() as disk:
        session = new_session(tmp_path / "workshops.db", thorough=False)
        create_workshop(session)
        window = MainWindow(session, Settings())
        qtbot.addWidget(window)
        window.show()
        window.go("list")
        disk.fail_at("COMMIT", done=stored)
        done = window.execute(AddProblem("最後に言ったこと"))
        reason = "SQLITE_IOERR_FSYNC"
        key = "errors.store_kept" if stored else "errors.store_failed"
        assert bool(done) == stored
        assert window.notice_banner.sentence == tr(key, reason=reason)
        assert (window.bar.saved.whole == tr("frame.saved.failed")) != stored
        window.execute(AddProblem("そのあと"))
        assert window.notice_banner.sentence == ""
        window.close()
        session.store.close()


@needs_posix
def test_a_lost_file_is_reported_when_the_window_is_activated(window, watch, session):
    activate(window)
    assert window.notice_banner.sentence == ""
    session.store.path.rename(session.store.path.with_name("elsewhere.db"))
    activate(window)
    assert window.notice_banner.sentence == tr("errors.store_moved")
    assert window.notice_banner.remedy.isVisible()
    assert window.notice_banner.remedy.text() == tr("frame.notice.save_elsewhere")
    assert window.bar.saved.whole == tr("frame.saved.failed")


@needs_posix
@pytest.mark.parametrize("something_in_its_place", [False, True])
def test_one_button_saves_everything_and_work_goes_on(
    qtbot, window, watch, session, something_in_its_place
):
    path = session.store.path
    path.unlink()
    if something_in_its_place:
        path.write_bytes(b"another file")
    assert window.execute(AddProblem("まだ残らない")) is None
    window.notice_banner.remedy.click()
    assert window.notice_banner.sentence == ""
    assert (session.store.path == path) is not something_in_its_place
    assert window.execute(AddProblem("そのあとに言ったこと")) is not None
    check_to_the_end(watch)
    assert window.notice_banner.sentence == ""
    saved = session.store.path
    session.store.close()
    store = Store(saved)
    assert {problem.first_wording for problem in store.all(Problem)} == {
        "先に言ったこと",
        "そのあとに言ったこと",
    }
    store.close()


@needs_posix
def test_where_it_cannot_be_saved_the_window_says_so_and_loses_nothing(window, watch, session):
    folder = session.store.path.parent
    folder.rename(folder.with_name("moved"))
    folder.write_text("a file in the way")
    activate(window)
    window.notice_banner.remedy.click()
    assert window.notice_banner.sentence == tr("errors.copy_failed", reason="FileExistsError")
    assert len(session.state.problems) == 1
    folder.unlink()
    window.notice_banner.remedy.click()
    assert window.execute(AddProblem("そのあとに言ったこと")) is not None


def test_another_refusal_has_no_way_out(window):
    window.refuse(StoreError("errors.store_full"))
    assert not window.notice_banner.remedy.isVisible()


def test_sound_records_are_checked_without_a_word(window, watch):
    check_to_the_end(watch)
    assert window.notice_banner.sentence == ""


def test_damage_found_later_is_said_and_nothing_more_is_written(window, watch, session):
    session.store.database.execute("PRAGMA writable_schema=ON")
    root = "SELECT rootpage FROM sqlite_schema WHERE name = 'search'"
    number = session.store.database.execute(root).fetchone()[0]
    path = session.store.path
    session.store.close()
    content = bytearray(path.read_bytes())
    content[(number - 1) * 4096 + 5 : number * 4096] = b"\xa5" * 4091
    path.write_bytes(content)
    session.store = Store(path, thorough=False)
    check_to_the_end(watch)
    assert window.notice_banner.sentence == tr("recovery.offer_rows")
    before = path.read_bytes()
    assert window.execute(AddProblem("書いてはいけない")) is None
    assert window.notice_banner.sentence == tr("recovery.not_kept")
    assert path.read_bytes() == before


def test_records_with_damaged_letters_are_counted(window, watch, session):
    path = session.store.path
    session.store.close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE customer SET name = CAST(x'e6a0aaff' AS TEXT)")
        db.text_factory = lambda data: data.decode("utf-8", "replace")
        row_digests.begin(db)  # as in a store that was damaged before there were digests
    session.store = Store(path, thorough=False)
    check_to_the_end(watch)
    assert window.notice_banner.sentence == tr("frame.notice.unreadable", n=1)
    assert window.execute(AddProblem("書いてよい")) is not None


def test_a_lost_record_is_said_and_nothing_more_is_written(window, watch, session):
    path = session.store.path
    session.store.close()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM agenda_item WHERE position = 0")
    session.store = Store(path, thorough=False)
    check_to_the_end(watch)
    assert window.notice_banner.sentence == tr("recovery.offer_rows")
    assert window.execute(AddProblem("書いてはいけない")) is None


def test_a_closed_window_checks_no_more(window, watch):
    watch._step()
    assert watch._timer.isActive()
    window.close()
    assert not watch._timer.isActive()


@pytest.fixture
def synchronised(tmp_path, own_folders):
    """A store in a folder that is synchronised by a known program."""
    (tmp_path / "OneDrive").mkdir()
    session = new_session(tmp_path / "OneDrive" / "workshops.db", thorough=False)
    yield session
    session.store.close()
    set_language("ja")


def test_a_synchronised_folder_is_reported_once(qtbot, synchronised, words):
    set_language(words)
    window = MainWindow(synchronised, Settings())
    qtbot.addWidget(window)
    window.show()
    window.go("start")
    check_to_the_end(StoreWatch(window, synchronised))
    assert window.notice_banner.sentence == tr("frame.notice.synchronised", name="OneDrive")
    window.notice_banner.clear()
    check_to_the_end(StoreWatch(window, synchronised))
    assert not window.notice_banner.sentence
    window.close()


@pytest.mark.timeout(120)
def test_mergings_in_a_circle_hang_no_page(qtbot, tmp_path):
    set_language("ja")
    session = new_session(tmp_path / "workshops.db", thorough=False)
    workshop_id = create_workshop(session)
    for words in ("通知が遅い", "夜に鳴る", "容量が足りない"):
        session.execute(AddProblem(words))
    session.store.close()
    with closing(sqlite3.connect(session.store.path)) as db, db:
        db.execute(
            "UPDATE problem SET merged_into = (SELECT id FROM problem AS other "
            "WHERE other.number = 3 - problem.number) WHERE number <= 2"
        )
        row_digests.begin(db)
    session = Session(Store(session.store.path, thorough=False))
    window = MainWindow(session, Settings())
    qtbot.addWidget(window)
    window.show()
    window.go("start")
    window.open_workshop(workshop_id)
    for step in Step:
        window.go(step.value)
    problem = session.state.unmerged[0]
    assert problem.first_wording == "通知が遅い"
    assert window.execute(EditProblem(problem.id, "wording", "通知が遅れて届く")) is not None
    assert [one.number for one in session.state.listed] == [1, 3]
    assert session.state.listed[0].wording == "通知が遅れて届く"
    window.close()
    session.store.close()
