"""The lock while presenting: what still works, what does not, and a clicker."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblem, AddProblems


@pytest.fixture
def locked(desk):
    def opened(**options):
        one = desk(**({"sample": True, "page": "list"} | options))
        one.press("Ctrl+L")
        assert one.window.lock.on
        return one

    return opened


def said(desk):
    return desk.window._toast.sentence if desk.window._toast.isVisible() else ""


def test_one_key_locks_and_the_same_unlocks(locked):
    one = locked()
    assert one.window.bar.lock.isVisible()
    assert "Ctrl+L" in one.window.bar.lock.words
    assert said(one) == tr("lock.begun", key="Ctrl+L")
    one.press("Ctrl+L")
    assert not one.window.lock.on
    assert not one.window.bar.lock.isVisible()
    one.write("また書ける")
    assert one.page.entry.text() == "また書ける"


def test_the_primary_button_looks_as_if_it_does_nothing_while_it_does(locked):
    one = locked(page="solve")
    assert not one.window.foot.primary.isEnabled()
    one.press("PageDown")
    assert not one.window.foot.primary.isEnabled()
    one.press("Ctrl+L")
    assert one.window.foot.primary.isEnabled()


@pytest.mark.parametrize(
    "key",
    ["A", "Return", "Escape", "Delete", "Tab", "Ctrl+Z", "Ctrl+K", "Ctrl+8", "Ctrl+Shift+P",
     "Ctrl+Return", "Alt+1", "Ctrl+B", "Ctrl+E", "F1", "F2", "Question", "Up"],
)  # fmt: skip
def test_any_other_key_does_nothing_and_the_lock_is_explained(locked, key):
    one = locked()
    before = one.state
    words = one.page.entry.text()
    one.window._toast.hide()
    one.press(key)
    assert said(one) == tr("lock.locked", key="Ctrl+L")
    assert one.window.notice_banner.sentence == ""
    assert (one.state, one.page.entry.text(), one.window.page_name) == (before, words, "list")
    assert not one.window.private
    assert not one.window.break_overlay.isVisible()


def test_nothing_can_be_written_nor_converted(locked):
    one = locked()
    field = one.page.entry.field
    QTest.keyClicks(field, "axy")
    QApplication.sendEvent(field, QInputMethodEvent("かな", []))
    decided = QInputMethodEvent()
    decided.setCommitString("仮名")
    QApplication.sendEvent(field, decided)
    assert (field.text(), field.composing) == ("", False)


def test_half_typed_text_is_kept_while_locked(desk):
    one = desk(sample=True, page="list")
    one.page.focus_start()
    one.convert("とちゅう")
    one.window.lock.set_on(True)
    assert one.page.entry.text() == "とちゅう"
    one.press("Ctrl+L")
    assert one.page.entry.text() == "とちゅう"


def test_time_freeze_and_black_still_work(locked):
    one = locked()
    one.press("T")
    assert one.window.timer.running
    planned = one.window.timer.planned
    QTest.keySequence(one.focus, "Ctrl+Alt+5")
    assert one.window.timer.planned == planned + 5
    one.press("F")
    assert one.window.frozen
    one.press("F")
    assert not one.window.frozen
    for key in ("B", "Period"):
        one.press(key)
        assert one.window.black_overlay.isVisible()
        one.press("A", "Ctrl+L")
        assert one.window.lock.on
        one.press(key)
        assert not one.window.black_overlay.isVisible()


def test_a_clicker_turns_the_pages(locked):
    one = locked()
    view = one.page.rows.view
    first = [slot.row for slot in view.slots]
    one.press("PageUp")
    assert [slot.row for slot in view.slots] != first
    one.press("PageDown")
    assert view.slots[-1].row == first[-1]
    assert one.window.page_name == "list"


def test_beyond_the_last_page_the_next_step_is_named_and_a_second_press_goes(locked):
    one = locked()
    one.press("PageDown")
    assert said(one) == tr("lock.once_more", step=tr("steps.name.sort"))
    assert one.window.page_name == "list"
    one.press("PageDown")
    assert one.window.page_name == "sort"
    one.press("Ctrl+PageUp")
    assert one.window.page_name == "list"
    one.write("x")
    assert one.page.entry.text() == ""


def test_with_a_display_for_the_room_the_clicker_turns_that_and_private_mode_stays(stage):
    one = stage()
    one.desk.do(AddProblems(tuple(f"長い困りごと {n}" for n in range(40))))
    one.go("list")
    one.window.set_private(True)
    one.press("Ctrl+L")
    assert one.window.private
    before = one.audience.page
    one.press("PageUp")
    assert one.audience.page == before - 1
    one.press("PageDown")
    assert one.audience.page == before
    one.press("B")
    assert one.audience.black
    one.press("B", "A")
    assert not one.audience.black
    assert one.window.bar.lock.isVisible()
    assert faults(one.window) == []


def test_a_turn_the_other_way_in_between_takes_the_second_press_back(locked):
    one = locked()
    one.press("PageDown", "PageUp", "PageDown")
    assert one.window.page_name == "list"


def test_the_start_key_of_a_clicker_locks_and_never_unlocks(desk):
    one = desk(sample=True, page="list")
    one.press("F5")
    assert one.window.lock.on
    one.window._toast.hide()
    one.press("F5")
    assert one.window.lock.on
    assert said(one) == ""


def test_the_mouse_is_locked_but_for_what_the_keys_may_do(locked):
    one = locked()
    one.tap(one.window.rail.items["solve"])
    assert one.window.page_name == "list"
    assert said(one) == tr("lock.locked", key="Ctrl+L")
    one.tap(one.page.entry.field.viewport())
    assert not one.page.entry.field.hasFocus()
    one.tap(one.window.bar.timer._pause)
    assert one.window.timer.running
    one.tap(one.window.bar.audience_status.chip)
    assert one.window.frozen


def test_locking_leaves_private_mode_first(desk):
    one = desk(sample=True, page="list", private=True)
    one.press("Ctrl+L")
    assert one.window.lock.on
    assert not one.window.private


def test_undo_and_work_continue_after_unlocking(locked):
    one = locked()
    count = len(one.state.problems)
    one.press("Ctrl+L")
    one.do(AddProblem("あとで言われたこと"))
    one.press("Ctrl+Z")
    assert len(one.state.problems) == count


def test_a_closed_window_handles_no_more_keys(locked):
    one = locked()
    one.window.close()
    assert not one.window.lock.on


def test_problems_shown_later_are_revealed_by_one_key_while_locked(desk):
    one = desk(sample=True, page="list")
    words = one.state.listed[0].said
    one.press("Alt+R", "Ctrl+L")
    assert words not in one.everything()
    one.press("R")
    assert words in one.everything()
    assert one.window.lock.on


@pytest.mark.parametrize("locks", [True, False])
def test_the_order_is_shown_by_the_same_key_in_one_step_of_undo(desk, locks):
    one = desk(sample=True, page="choose")
    one.press("Alt+X")
    before = one.session.next_undo()
    one.page.setFocus()
    one.press(*(["Ctrl+L"] if locks else []), "R")
    assert one.state.workshop.vote_closed
    assert one.page.closed_round.isVisible()
    assert one.window.lock.on is locks
    one.window.lock.set_on(False)
    one.press("Ctrl+Z")
    assert not one.state.workshop.vote_closed
    assert one.session.next_undo() == before


def test_the_key_types_in_a_field_and_reveals_nothing(desk):
    one = desk(sample=True, page="list")
    one.press("Alt+R")
    one.page.focus_start()
    one.write("R")
    assert one.page.entry.text() == "R"
    assert one.state.workshop.shown_later


def test_with_nothing_to_show_the_key_says_so_while_locked(locked):
    one = locked(page="solve")
    one.press("R")
    assert said(one) == tr("audience.room.nothing_held")


def test_two_reveals_show_the_problems_first_and_then_their_order(desk):
    one = desk(sample=True, page="choose")
    one.press("Alt+X")
    one.go("list")
    one.press("Alt+R", "Ctrl+L")
    one.window.go("choose")
    one.press("R")
    assert not one.state.workshop.vote_closed
    one.press("R")
    assert one.state.workshop.vote_closed
