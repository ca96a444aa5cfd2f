"""A break on the audience display: the facilitator continues working, with a banner."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.fitting import faults
from tests.helpers.two_displays import LAPTOP, PROJECTOR
from workshop_app.i18n import set_language, tr


@pytest.fixture
def private_list(stage):
    one = stage()
    one.window.set_private(True)
    one.go("list")
    one.window.page_stack.page.focus_start()
    return one


def begin(one):
    one.desk.press("Ctrl+B")
    one.settle()
    return one.window.break_overlay


def test_worksheets_are_typed_in_while_the_room_sees_the_break(private_list, words):
    one = private_list
    set_language(words)
    one.window.page_stack.page.focus_start()
    rest = begin(one)
    assert rest.until
    assert rest.until in one.seen()
    assert not one.window.covered
    before = len(one.desk.state.problems)
    one.desk.write("sheet 1, 2 and 3")
    one.desk.press("Return")
    assert len(one.desk.state.problems) == before + 1
    assert one.desk.state.listed[-1].first_wording == "sheet 1, 2 and 3"
    strip = one.window.break_banner
    assert strip.isVisible()
    assert strip.sentence == tr("time.break.strip.live", time=rest.until)
    assert tr("audience.break.until", time=rest.until) in one.seen()


def test_escape_stays_the_fields_and_the_break_goes_on(private_list):
    one = private_list
    rest = begin(one)
    one.desk.press("Escape")
    assert rest.until
    assert one.window.private
    one.desk.press("Ctrl+B")
    one.settle()
    assert rest.until == ""
    assert not one.window.break_banner.isVisible()
    assert tr("steps.name.list") in one.seen()


@pytest.mark.parametrize(("key", "state"), [("F", "frozen"), ("B", "black")])
def test_a_frozen_audience_display_stays_as_it_is_and_the_banner_says_so(stage, key, state):
    one = stage()
    one.go("solve")
    before = one.seen()
    one.press(key)
    rest = begin(one)
    assert one.seen() == ("" if key == "B" else before)
    assert one.window.audience.override == state
    assert one.window.break_banner.sentence == tr(f"time.break.strip.{state}", time=rest.until)
    one.press(key)
    assert rest.until in one.seen()
    assert one.window.break_banner.sentence == tr("time.break.strip.live", time=rest.until)


def test_its_length_and_its_end_are_one_click(stage):
    one = stage()
    one.go("list")
    rest = begin(one)
    strip = one.window.break_banner
    ten = rest.until
    QTest.mouseClick(strip.buttons[0], Qt.MouseButton.LeftButton)
    one.settle()
    assert rest.until != ten
    assert rest.until in strip.sentence
    assert rest.until in one.seen()
    QTest.mouseClick(strip.buttons[-1], Qt.MouseButton.LeftButton)
    assert rest.until == ""
    assert not strip.isVisible()


def test_the_time_of_the_step_stops_and_continues_afterwards(stage):
    one = stage()
    one.go("list")
    one.window.timer.toggle()
    rest = begin(one)
    assert not one.window.timer.running
    rest.end()
    assert one.window.timer.running


def test_when_it_is_over_the_strip_says_so(stage):
    one = stage()
    one.go("list")
    rest = begin(one)
    rest._now = lambda: rest._ends + timedelta(seconds=5)
    rest.ticked.emit()
    assert one.window.break_banner.sentence == tr("time.break.strip.over", time=rest.until)


def test_it_goes_on_over_a_change_of_displays(stage):
    one = stage(LAPTOP)
    one.go("list")
    rest = begin(one)
    assert rest.isVisible()
    until = rest.until
    one.plug(LAPTOP, PROJECTOR)
    assert not rest.isVisible()
    assert one.window.break_banner.isVisible()
    assert until in one.seen()
    one.window.page_stack.page.focus_start()
    one.desk.write("typed")
    assert one.window.page_stack.page.entry.text() == "typed"
    one.plug(LAPTOP)
    assert rest.isVisible()
    assert rest.until == until
    assert not one.window.break_banner.isVisible()
    QTest.keyClick(rest, Qt.Key.Key_Escape)
    assert not rest.isVisible()
    assert one.window.page_stack.page.entry.text() == "typed"


def test_black_over_a_break_stays_black_over_a_change_of_displays(stage):
    one = stage()
    one.go("list")
    rest = begin(one)
    one.press("B")
    one.plug(LAPTOP)
    assert one.window.black_overlay.isVisible()
    QTest.keyClicks(one.window.focusWidget(), "B")
    assert not one.window.black_overlay.isVisible()
    assert rest.isVisible()
    assert rest.hasFocus()


@pytest.mark.parametrize("size", [(1024, 660), (1366, 768), (1920, 1080)])
def test_nothing_is_cut(stage, words, size):
    one = stage()
    set_language(words)
    one.window.resize(*size)
    one.go("list")
    one.press("F")
    begin(one)
    assert faults(one.window.break_banner) == []
    for minutes, button in zip((5, 10, 15), one.window.break_banner.buttons[:-1], strict=True):
        assert button.text() == tr("time.minutes", n=minutes)
