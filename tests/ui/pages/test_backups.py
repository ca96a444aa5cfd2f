"""The page of copies: their contents, and restoring one workshop, by mouse and by keys."""

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.helpers.controls import spoken_rows
from tests.helpers.records import record
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem
from workshop_app.services.copies import Occasion, copies_of, make_copy


@pytest.fixture
def page(desk, qtbot, own_folders):
    """The page with one copy, after which a second problem was added."""

    def opened(words="ja", *, copied=True, **options):
        one = desk(words, **{"private": True, "page": "", **options})
        if copied:
            one.do(AddProblem("一つ目"))
            make_copy(one.session, Occasion.IMPORT)
            one.do(AddProblem("二つ目"))
        one.go("backups")
        read(qtbot, one)
        return one

    return opened


def read(qtbot, desk):
    qtbot.waitUntil(lambda: not desk.page.verifying, timeout=10_000)
    qtbot.wait(20)
    desk.settle()


def rows(desk):
    return spoken_rows(desk.page.list.view)


def told(desk):
    return [row.text for row in desk.page.panel.list.rows()]


def test_a_copy_says_when_why_and_what_it_holds_and_what_differs_comes_first(page, words):
    desk = page(words)
    (row,) = rows(desk)
    assert tr("backups.occasion.import") in row
    assert tr("backups.state.sound") in row
    problems = tr("backups.count.problems")
    assert f"{problems} 1" in row
    assert told(desk)[0] == tr("backups.panel.change", what=problems, then=1, now=2)


def test_keys_are_enough_to_restore_one_workshop_beside_the_current_one(page):
    desk = page()
    before = desk.state
    desk.press("Ctrl+Return")
    assert desk.state == before
    titles = {each.title for each in desk.session.store.all(Workshop)}
    assert len(titles) == 2
    assert any(title.startswith(f"{before.workshop.title}（") for title in titles)
    assert len(desk.session.store.all(Customer)) == 1
    assert len(copies_of(desk.session)) == 1  # nothing started the automatic copies here
    assert tr("backups.restore") in desk.seen()


def test_the_mouse_is_enough_to_restore_one_of_several_workshops(page, qtbot):
    desk = page(page="start", empty=True, copied=False)
    record(desk.session, "前の会", "前の会社")
    first = record(desk.session, "今日の会", "株式会社いずみ")
    desk.session.close()
    make_copy(desk.session, Occasion.EVERY)
    desk.go("start")
    desk.click(tr("backups.title"))
    read(qtbot, desk)
    panel = desk.page.panel.list
    panel.set_current(first)
    desk.page.panel.chosen.emit()
    desk.click(tr("backups.restore"))
    titles = sorted(each.title for each in desk.session.store.all(Workshop))
    assert len(titles) == 3
    assert titles[0].startswith("今日の会")
    assert titles[1].startswith("今日の会")


def test_a_copy_that_changed_is_named_and_nothing_is_restored_from_it(page, qtbot):
    desk = page(copied=False)
    desk.do(AddProblem("一つ目"))
    made = make_copy(desk.session, Occasion.EVERY)
    content = bytearray(made.path.read_bytes())
    content[5_000] ^= 1
    made.path.write_bytes(content)
    desk.go("start")
    desk.go("backups")
    read(qtbot, desk)
    assert tr("backups.state.fault") in rows(desk)[0]
    assert tr("backups.restore") not in desk.seen()
    desk.press("Ctrl+Return")
    assert len(desk.session.store.all(Workshop)) == 1


def test_a_copy_made_by_hand_appears_and_can_be_kept_for_good(page, qtbot):
    desk = page()
    desk.press("Alt+N")
    qtbot.waitUntil(lambda: len(rows(desk)) == 2, timeout=10_000)
    read(qtbot, desk)
    desk.press("Home")
    newest = copies_of(desk.session)[0]
    assert newest.about.occasion is Occasion.HAND
    desk.page.list.set_current(str(newest.path))
    desk.press("Alt+H")
    assert copies_of(desk.session)[0].about.pinned
    assert tr("backups.pinned") in "".join(rows(desk))
    desk.press("Alt+H")
    assert not copies_of(desk.session)[0].about.pinned


def test_a_stick_gets_each_copy_and_its_absence_is_said(page, qtbot, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    desk = page()
    desk.press("Ctrl+Shift+O")
    qtbot.waitUntil(lambda: not desk.window.backups.busy, timeout=10_000)
    assert len(copies_of(desk.session, stick)) == 1
    stick.rename(tmp_path / "away")
    desk.press("Alt+N")
    qtbot.waitUntil(lambda: not desk.window.backups.busy, timeout=10_000)
    desk.settle()
    desk.go("settings")
    desk.go("backups")
    desk.window.backups.changed.emit()
    assert tr("backups.second.away", folder=str(stick)) in desk.seen()
    desk.press("Alt+X")
    assert desk.window.settings.copies_folder == ""
    assert tr("backups.second.none") in desk.seen()


def test_the_own_folder_cannot_be_the_second_one(page, monkeypatch):
    desk = page()
    own = desk.session.store.path.parent / "backups"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(own))
    desk.press("Ctrl+Shift+O")
    assert desk.window.settings.copies_folder == ""
    assert desk.window.notice_banner.sentence == tr("backups.second.same")


def test_at_twice_the_size_of_text_the_page_keeps_to_what_one_does_there(page):
    hint = tr("backups.hint.one")
    assert hint in page(size=(1366, 768)).seen()
    large = page(percent=200, size=(1366, 768))
    assert large.window.page_name == "backups"
    assert hint not in large.seen()


def test_the_page_exists_only_in_private_mode(page, desk):
    one = page()
    one.window.set_private(False)
    one.go("backups")
    assert one.page.NAME == "start"
    one.press("Ctrl+Shift+B")
    assert one.page.NAME == "start"


def test_the_sample_has_no_backups(page, desk):
    one = page(copied=False, page="start")
    one.window.open_sample()
    one.go("backups")
    assert rows(one) == []
    assert tr("backups.sample") in one.seen()
    one.window.leave_sample()
