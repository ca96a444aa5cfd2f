"""A break on the projected window: its end, what still works, and how to end it."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.painted import misplaced, painted_texts
from tests.helpers.visible import visible_widgets
from ui.widgets.action_button import ActionButton
from workshop_app.i18n import set_language, tr


@pytest.fixture
def wall_clock(window):
    """The time of day, which the test sets."""

    class Day:
        now = datetime(2026, 12, 3, 15, 3, 20)  # noqa: DTZ001 - the wall clock of the room

    window.break_overlay._now = lambda: Day.now
    return Day


def take_a_break(window):
    QTest.keySequence(QApplication.focusWidget(), "Ctrl+B")
    QApplication.processEvents()
    return window.break_overlay


def test_it_shows_when_it_ends_and_counts_down(window, wall_clock):
    rest = take_a_break(window)
    assert rest.isVisible()
    assert rest.geometry() == window.rect()
    assert (rest.until, rest.accessibleName()) == ("15:13", "休憩、15:13 まで")
    assert rest.seconds_left() == 580
    wall_clock.now += timedelta(seconds=700)
    assert rest.seconds_left() == -120
    assert rest.isVisible()


@pytest.mark.parametrize(("key", "until"), [("1", "15:08"), ("2", "15:13"), ("3", "15:18")])
def test_its_length_is_one_key(window, wall_clock, key, until):
    rest = take_a_break(window)
    QTest.keyClicks(rest, key)
    assert rest.until == until


@pytest.mark.parametrize("back", ["Esc", "Ctrl+B"])
def test_the_time_of_the_step_stops_and_continues_afterwards(window, wall_clock, moment, back):
    window.timer.toggle()
    moment.seconds += 60
    rest = take_a_break(window)
    moment.seconds += 600
    QTest.keySequence(rest, back)
    assert not rest.isVisible()
    assert rest.until == ""
    moment.seconds += 30
    assert window.timer.seconds_used() == 90
    assert window.timer.running


def test_time_that_was_stopped_before_is_still_stopped_afterwards(window, wall_clock):
    QTest.keySequence(take_a_break(window), "Esc")
    assert not window.timer.running


def test_only_its_own_keys_act_and_the_cursor_is_back_after(window, wall_clock):
    field = window.page_stack.page.entry.field
    field.setFocus()
    QTest.keyClicks(field, "half")
    rest = take_a_break(window)
    for keys in ("Ctrl+Shift+P", "Ctrl+PgDown", "Ctrl+8", "Ctrl+Return", "Tab", "F", "T"):
        QTest.keySequence(rest, keys)
    assert (window.private, window.page_name, window.frozen) == (False, "list", False)
    assert not window.timer.running
    QTest.keySequence(rest, "Esc")
    assert QApplication.focusWidget() is field
    assert field.text() == "half"


@pytest.mark.parametrize("key", ["B", "."])
def test_the_window_can_be_black_in_it(window, wall_clock, key):
    rest = take_a_break(window)
    QTest.keyClicks(rest, key)
    assert window.black_overlay.isVisible()
    QTest.keyClicks(window.black_overlay, key)
    assert not window.black_overlay.isVisible()
    assert rest.isVisible()
    assert QApplication.focusWidget() is rest


def test_the_mouse_can_do_all_of_it(window, wall_clock):
    rest = take_a_break(window)
    QTest.mouseClick(rest.lengths[2], Qt.MouseButton.LeftButton)
    assert rest.until == "15:18"
    QTest.mouseClick(rest.end_button, Qt.MouseButton.LeftButton)
    assert not rest.isVisible()


@pytest.mark.parametrize("size", [(1024, 660), (1366, 768), (1920, 1080)])
def test_nothing_is_cut(window, wall_clock, size, language):
    set_language(language)
    window.resize(*size)
    rest = take_a_break(window)
    assert faults(rest) == []
    assert misplaced(window) == []
    (shown,) = [text for text in painted_texts(window) if rest.until in text.words]
    assert shown.words == tr("audience.break.until", time=rest.until)
    assert shown.px >= 0.07 * window.height()


@pytest.mark.every_value
def test_the_buttons_stand_below_the_picture_in_large_text(desk, language):
    one = desk(language, page="list", size=(1024, 700))
    one.window.set_text_size(200)
    one.settle()
    one.press("Ctrl+B")
    (button,) = [each for each in visible_widgets(one.window, ActionButton)
                 if each.text() == tr("time.break.end")]  # fmt: skip
    top = button.mapTo(one.window, button.rect().topLeft()).y()
    words = [text for text in painted_texts(one.window) if tr("audience.left") in text.words]
    assert all(text.box.bottom() <= top for text in words)
    assert misplaced(one.window) == []
