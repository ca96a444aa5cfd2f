"""The recovery window: by keys only, by mouse only, in calm words."""

import shutil
import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import ui.recovery
from tests.helpers.fitting import faults
from tests.helpers.sessions import create_workshop, open_session
from tests.store.test_recovery import everything
from ui.recovery import RecoveryWindow
from ui.theme.theme import theme
from workshop_app.i18n import LANGUAGES, language, set_language, texts, tr
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.copies import Occasion, make_copy
from workshop_app.store.journal import folder_of
from workshop_app.store.store import Store

NEVER_SAID = ("壊", "エラー", "失敗", "damage", "error", "fail", "corrupt")


@pytest.fixture
def damaged(tmp_path):
    """A store whose file was damaged after a copy and one more action; its content."""
    session = open_session(tmp_path / "workshops.db", lasting=True)
    session.execute(AddProblem("一つ目"))
    make_copy(session, Occasion.EVERY)
    session.execute(AddProblem("二つ目"))
    before = everything(session.store)
    path = session.store.path
    session.store.close()
    path.write_bytes(bytes(path.stat().st_size))
    return path, before


@pytest.fixture
def window(qtbot, damaged):
    before = language()
    made = []

    def opened(words="ja", size=(1366, 768), until=lambda one: one.go_on.isVisible()):
        set_language(words)
        theme().resize(1024, 768, desk=False)  # as in a running program
        one = RecoveryWindow(damaged[0])
        qtbot.addWidget(one)
        one.resize(*size)
        one.show()
        one.activateWindow()
        one.restore()
        qtbot.waitUntil(lambda: until(one), timeout=60_000)
        QApplication.processEvents()
        made.append(one)
        return one

    yield opened
    for one in made:
        one.close()
    set_language(before)
    theme().resize(1366, 768, desk=False)


def seen(window):
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def everything_said(window):
    texts = []
    for each in (window, *window.findChildren(QWidget)):
        words = getattr(each, "text", None)
        texts += [str(words()) if callable(words) else "", each.accessibleName(), each.toolTip()]
    return "\n".join(texts)


def came_back(path):
    store = Store(path)
    found = everything(store)
    store.close()
    return found


@pytest.mark.every_value
def test_it_says_what_was_recovered_and_nothing_is_cut(window, words, size):
    one = window(words, size)
    assert tr("recovery.from_both") in seen(one)
    first = one.contents.rows()[0]
    assert first.text == tr("backups.count.problems")
    assert tr("recovery.all") in first.description
    assert not [word for word in NEVER_SAID if word in everything_said(one).casefold()]
    assert faults(one) == []


def test_one_key_is_enough(window, damaged):
    path, before = damaged
    one = window()
    QTest.keyClick(QApplication.focusWidget() or one, Qt.Key.Key_Return)
    assert came_back(path) == before
    assert [*path.parent.glob("workshops-before-restore-*.db")]


def test_the_mouse_is_enough(window, damaged):
    path, before = damaged
    one = window()
    QTest.mouseClick(one.go_on, Qt.MouseButton.LeftButton)
    assert came_back(path) == before


def test_another_time_can_be_chosen_by_keys(window, damaged, qtbot):
    path, _before = damaged
    one = window()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in one.times.rows()] == ["0", "new"]
    QTest.keyClick(one.times.view, Qt.Key.Key_Return)
    qtbot.waitUntil(one.go_on.isVisible, timeout=60_000)
    QApplication.processEvents()
    assert tr("recovery.from_copy") in seen(one)
    QTest.keyClick(one.go_on, Qt.Key.Key_Return)
    (state,) = came_back(path).values()
    assert [each.first_wording for each in state.problems] == ["一つ目"]


def test_what_is_missing_is_asked_for_once_more(window, damaged):
    path, _ = damaged
    shutil.rmtree(folder_of(path))
    data = bytearray(path.read_bytes())
    path.write_bytes(data)
    one = window()
    assert tr("recovery.from_copy") in seen(one)


def test_until_somebody_goes_on_nothing_changes(window, damaged):
    path, _ = damaged
    before = path.read_bytes()
    one = window()
    one.close()
    assert path.read_bytes() == before
    assert not [*path.parent.glob("workshops-before-restore-*")]


def test_closing_leaves_nothing_beside_the_records(damaged, qtbot):
    path, _ = damaged
    before = {each.name for each in path.parent.iterdir()}
    one = RecoveryWindow(path)
    qtbot.addWidget(one)
    timer = QTimer(one, interval=50)
    timer.timeout.connect(lambda: one.close() if one.go_on.isVisible() else None)
    timer.start()
    assert not one.ask()
    assert {each.name for each in path.parent.iterdir()} == before


def test_only_what_is_shown_can_be_gone_on_with(window, damaged, monkeypatch, qtbot):
    path, before = damaged
    untouched = path.read_bytes()
    one = window()
    build = ui.recovery.recovered
    may_go_on = threading.Event()

    def slowly(*place, **options):
        may_go_on.wait(60)
        return build(*place, **options)

    monkeypatch.setattr(ui.recovery, "recovered", slowly)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(one.times.view, Qt.Key.Key_Return)
    QTest.keyClick(one, Qt.Key.Key_Return)
    assert path.read_bytes() == untouched
    may_go_on.set()
    qtbot.waitUntil(one.go_on.isVisible, timeout=60_000)
    QTest.keyClick(one.go_on, Qt.Key.Key_Return)
    assert came_back(path) != before


def test_after_an_unexpected_error_another_time_can_be_chosen(window, damaged, monkeypatch, qtbot):
    path, _ = damaged
    reports = []
    monkeypatch.setattr(ui.recovery, "report", reports.append)
    build = ui.recovery.recovered

    def fail(*place, journals=True, **options):
        if journals:
            raise RuntimeError("a name")
        return build(*place, journals=journals, **options)

    monkeypatch.setattr(ui.recovery, "recovered", fail)
    one = window(until=lambda one: one.others.isEnabled())
    assert [type(each) for each in reports] == [RuntimeError]
    assert tr("recovery.failed", reason="RuntimeError") in seen(one)
    assert "a name" not in everything_said(one)
    one.others.click()
    QTest.keyClick(one.times.view, Qt.Key.Key_Return)
    qtbot.waitUntil(one.go_on.isVisible, timeout=60_000)
    QTest.keyClick(one.go_on, Qt.Key.Key_Return)
    (state,) = came_back(path).values()
    assert [each.first_wording for each in state.problems] == ["一つ目"]


def test_damaged_journals_and_what_is_missing_in_other_workshops_are_named(window, damaged):
    path, _ = damaged
    shutil.rmtree(path.parent)
    path.parent.mkdir()
    session = open_session(path, lasting=True)
    session.execute(AddProblem("一つ目"))
    session.execute(AddProblem("二つ目"))
    create_workshop(session, "大切な会社")
    session.execute(AddProblem("秘密の課題"))
    session.execute(AddProblem("もう一つの課題"))
    session.open(min(session.store.contents()))
    session.execute(AddProblem("最後の課題"))
    session.store.close()
    folder = folder_of(path)
    (other,) = (each for each in folder.iterdir() if "秘密" in each.read_text(encoding="utf-8"))
    other.write_bytes(other.read_bytes().replace("秘密".encode(), "秘蜜".encode(), 1))
    (folder / "unknown.jsonl").write_bytes(b"nothing that can be read\n")
    path.write_bytes(bytes(8192))
    for words in LANGUAGES:
        one = window(words)
        day = texts().date("2026-12-03", year=False, short=True)
        name = tr("recovery.of_day", day=day)
        rows = one.contents.rows()[-2:]
        assert [row.text for row in rows] == [
            tr("recovery.lost_records", name=name, n=1),
            tr("recovery.journal_lost", n=1),
        ]
        assert [mark.text for mark in rows[0].after] == [tr("recovery.unread", n=1)]
        assert tr("recovery.from_part") in seen(one)
        assert tr("recovery.from_journals") not in seen(one)
        said = everything_said(one) + "".join(row.text for row in one.contents.rows())
        assert not [word for word in (*NEVER_SAID, "大切") if word in said.casefold()]
        assert faults(one) == []
        one.close()


def test_where_nothing_is_missing_nothing_is_listed(window):
    assert {row.before[0].name for row in window().contents.rows()} == {"circle-check"}
