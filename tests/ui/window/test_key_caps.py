"""Keys stand over the controls while Alt or Ctrl is held, and only then."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtTest import QTest

from tests.helpers.fitting import faults
from tests.helpers.painting import paint_now
from tests.helpers.visible import visible_widgets
from ui.widgets.key_caps import HELD_MS, SILENCE_MS
from ui.widgets.painted_button import PaintedButton
from workshop_app.domain.steps import Step

ALT, CTRL = Qt.Key.Key_Alt, Qt.Key.Key_Control


@pytest.fixture
def listed(desk, clock):
    """List with some problems; `hold` and `let_go` press and release a key of the window."""
    one = desk(until=Step.LIST, page="list", size=(1366, 768))
    one.window.activateWindow()
    one.page.focus_start()
    one.settle()

    def hold(key=ALT, milliseconds=HELD_MS + 50):
        QTest.keyPress(one.window.windowHandle(), key)
        clock.advance(milliseconds)
        one.settle()

    def let_go(key=ALT):
        QTest.keyRelease(one.window.windowHandle(), key)
        one.settle()

    one.hold, one.let_go = hold, let_go
    return one


def keys(one):
    return one.window.key_caps.keys


def places(one):
    return [(each, each.geometry()) for each in visible_widgets(one.window, PaintedButton)]


@pytest.mark.parametrize("key", [ALT, CTRL])
def test_all_keys_are_shown_while_one_is_held_and_nothing_moves(listed, key):
    before = places(listed)
    assert keys(listed) == ()
    listed.hold(key)
    assert {"Ctrl+1", "Ctrl+E", "Ctrl+Shift+K", "Ctrl+Shift+V", "F3", "F12"} <= set(keys(listed))
    assert places(listed) == before
    assert faults(listed.window) == []
    listed.let_go(key)
    assert keys(listed) == ()


def test_a_short_press_shows_none(listed):
    listed.hold(milliseconds=HELD_MS - 50)
    listed.let_go()
    assert keys(listed) == ()
    listed.hold(milliseconds=0)
    listed.let_go()
    listed.hold(milliseconds=HELD_MS - 50)
    assert keys(listed) == ()


@pytest.mark.parametrize("other", [Qt.Key.Key_Shift, CTRL, Qt.Key.Key_X])
def test_another_key_before_or_after_ends_it(listed, other):
    listed.hold()
    assert keys(listed)
    QTest.keyPress(listed.window.windowHandle(), other)
    listed.settle()
    assert keys(listed) == ()
    listed.let_go(other)
    listed.let_go()
    QTest.keyPress(listed.window.windowHandle(), other)
    listed.hold()
    assert keys(listed) == ()


def test_a_key_whose_release_did_not_arrive_is_forgotten(listed, clock):
    QTest.keyPress(listed.window.windowHandle(), Qt.Key.Key_Exclam)
    QTest.keyRelease(listed.window.windowHandle(), Qt.Key.Key_1)  # Shift was released before
    clock.advance(SILENCE_MS + 50)
    for _ in range(2):
        listed.hold()
        assert keys(listed)
        listed.let_go()
        assert keys(listed) == ()


def test_altgr_shows_none(listed):
    listed.hold(CTRL, milliseconds=0)  # how Windows reports it
    listed.hold(ALT)
    assert keys(listed) == ()


def test_a_click_ends_it(listed):
    listed.hold()
    QTest.mouseClick(listed.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(700, 690))
    listed.settle()
    assert keys(listed) == ()


def test_the_loss_of_the_focus_ends_it(listed):
    listed.hold()
    assert keys(listed)
    out = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QGuiApplication.sendEvent(listed.window.windowHandle(), out)
    listed.settle()
    assert keys(listed) == ()


def test_none_are_shown_during_a_conversion(listed):
    listed.convert("かん")
    listed.hold()
    assert keys(listed) == ()


@pytest.mark.parametrize("state", ["black", "frozen", "locked", "menu", "palette"])
def test_none_are_shown_where_the_room_sees_something_else(listed, state):
    window = listed.window
    {
        "black": window.set_black,
        "frozen": lambda: window.set_frozen(True),
        "locked": lambda: window.lock.set_on(True),
        "menu": window.menus.open_all,
        "palette": window.open_palette,
    }[state]()
    listed.settle()
    listed.hold()
    assert keys(listed) == ()


def test_at_rest_the_primary_button_and_the_field_alone_paint_their_keys(listed):
    buttons = visible_widgets(listed.window, PaintedButton)
    painted = {button.painted()[1] for button in buttons} - {""}
    assert painted in ({"Enter", "Ctrl+Return"}, {"Enter", "Ctrl+Enter"})
    for button in buttons:
        if button.key and not button.painted()[1]:
            assert button.toolTip(), button.text()


def test_the_setting_shows_them_always_except_where_the_room_sees_something_else(listed):
    paint_now(listed.window)  # they follow what is painted
    listed.window.save_setting(show_keys="on")
    listed.settle()
    assert "Ctrl+1" in keys(listed)
    listed.go("sort")
    assert "Ctrl+2" in keys(listed)
    listed.window.set_black()
    listed.settle()
    assert keys(listed) == ()
    listed.press("Escape", "B")
    listed.window.save_setting(show_keys="off")
    listed.settle()
    assert keys(listed) == ()


def test_the_setting_is_in_the_settings(desk):
    one = desk(until=Step.LIST, page="settings")
    one.page.show_keys.setFocus()
    one.press("Space")
    assert one.window.settings.show_keys == "on"
