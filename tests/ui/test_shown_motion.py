"""What changed is painted as coming there, within 120 ms: a new row, rows below an editor, a tint.

All of it is done at once: motion is painting alone, and the next input ends it.
"""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from ui.app import application
from ui.theme.theme import theme

HALF, WHOLE = 60, 130  # ms of a motion
_BAR = 30  # px at the right, where the scroll bar shows how many rows fit
EDITORS = {"list": "Return", "sort": "Alt+E"}
START = {"list": ("Up", "Up"), "sort": ("Down",) * 5}


@pytest.fixture
def mover(desk, clock, monkeypatch):
    """Opens a page with motion, in virtual time."""
    application()
    blink = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    monkeypatch.setattr(theme(), "moving", False)  # which windows set: it is as before afterwards

    def made(page, **options):
        one = desk(page=page, sample=True, **options)
        clock.advance(2_000)
        painted(one)
        theme().moving = True
        return one

    yield made
    QApplication.setCursorFlashTime(blink)


def painted(one, top=0, bottom=None):
    """Return the picture of the page, or of a part of it."""
    one.settle()
    whole = one.page.grab().toImage()
    bottom = whole.height() if bottom is None else bottom
    return whole.copy(QRect(0, top, whole.width() - _BAR, bottom - top))


def rows_of(one):
    return one.page.rows.view if one.page.NAME == "list" else one.page.view


def shown(one, clock, *keys, cut=(0, None)):
    """Press keys; return the pictures at once, half way, and at the end."""
    one.press(*keys)
    pictures = [painted(one, *cut)]
    for wait in (HALF, WHOLE):
        clock.advance(wait)
        pictures.append(painted(one, *cut))
    return pictures


@pytest.mark.parametrize("act", ["new row", "editor", "current row"])
@pytest.mark.every_value
def test_a_change_comes_within_its_time_to_what_is_there_at_once_without_motion(mover, clock, act):
    one = mover("list")
    if act == "new row":
        one.write("もう一つの困りごと")
        keys = ("Return",)
    else:
        shown(one, clock, "Up", "Up")
        keys = ("Return",) if act == "editor" else ("Up",)
    at_once, half, end = shown(one, clock, *keys)
    assert at_once != half != end
    theme().moving = False
    assert painted(one) == end


@pytest.mark.parametrize("page", list(EDITORS))
@pytest.mark.every_value
def test_only_the_rows_below_an_editor_move_and_come_back(mover, clock, page):
    one = mover(page)
    view = rows_of(one)
    shown(one, clock, *START[page])
    group = [row for row in view.rows if row.head is not None and row.head == view.current_row.head]
    first = view.rows.index(group[0]) if group else view.current
    slot = next(slot for slot in view.slots if slot.row == first)
    top = view.mapTo(one.page, view.rect().topLeft()).y()
    above = (top, top + slot.top)
    before = painted(one, *above)
    for key in (EDITORS[page], "Escape"):
        assert all(each == before for each in shown(one, clock, key, cut=above))


def test_a_key_ends_the_motion_and_does_what_it_does(mover, clock):
    one = mover("list")
    one.write("もう一つ")
    one.press("Return")
    began = painted(one)
    one.write("a")
    one.press("Backspace")
    ended = painted(one)
    assert ended != began
    clock.advance(WHOLE)
    assert painted(one) == ended


def test_the_message_fades_in_and_out(mover, clock):
    one = mover("list")

    def seen():
        one.settle()
        return one.window.foot.grab().toImage()

    one.window.toast("できました", undo=False)
    began = seen()
    clock.advance(WHOLE)
    there = seen()
    assert began != there
    clock.advance(5_900)
    assert seen() != there
    clock.advance(200)
    assert not one.window.foot.toast.isVisible() or seen() != there


def test_who_wants_no_motion_gets_none(mover, clock):
    one = mover("settings")
    one.page.motion.setFocus()
    one.press("Space")
    assert one.window.settings.motion == "off"
    assert not theme().moving
    one.go("list")
    one.press("Up")
    at_once, _half, end = shown(one, clock, "Up")
    assert at_once == end
