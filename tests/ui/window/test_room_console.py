"""The side panel of a page while the audience has its own display: clock, room, next, and note."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.two_displays import LAPTOP, PROJECTOR
from tests.helpers.visible import visible_widgets
from ui.components.side_panel import SidePanel
from ui.theme.theme import theme
from ui.window.audience_preview import RoomPicture
from ui.window.room_console import RoomConsole
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language, tr

STEPS = [Step.CONTEXT, Step.LIST, Step.SORT, Step.CHOOSE, Step.SOLVE, Step.APPRAISE]


def console(one):
    found = visible_widgets(one.window, RoomConsole)
    return found[0] if found else None


def test_a_room_that_reads_the_window_sees_no_panel_and_a_display_of_its_own_brings_it(stage):
    one = stage(LAPTOP)
    for step in STEPS:
        one.go(step.value)
        assert one.window.findChildren(SidePanel) == [], step
        assert one.window.findChildren(RoomConsole) == [], step
    room = theme().metrics.room
    one.plug(LAPTOP, PROJECTOR)
    assert theme().metrics.room < room
    for step in STEPS:
        one.go(step.value)
        assert console(one) is not None, step
        assert not one.window.bar.timer.isVisible(), step
        assert visible_widgets(one.window.bar, RoomPicture) == [], step
    one.plug(LAPTOP)
    assert theme().metrics.room == room
    assert one.window.findChildren(SidePanel) == []
    assert one.window.findChildren(RoomConsole) == []


def test_only_private_mode_has_the_note_and_the_panel_leads_there(stage):
    one = stage()
    one.go("solve")
    assert one.desk.page.side is not None
    with pytest.raises(LookupError):
        assert one.desk.page.side.note
    one.desk.click(tr("widgets.problem_side.private"))
    assert one.window.private
    assert one.desk.page.side.note.isVisible()


def test_the_room_is_turned_frozen_and_made_black_with_the_mouse(stage):
    one = stage()
    one.go("list")
    one.window.page_stack.page.show_record(one.desk.state.listed[0].id)
    one.settle()
    assert one.audience.page == 0
    one.desk.click(tr("audience.room.next"))
    assert one.audience.page == 1
    one.desk.click(tr("audience.room.back"))
    assert one.audience.page == 0
    assert not one.desk.button(tr("audience.room.back")).isEnabled()
    one.desk.click(tr("audience.room.freeze"), console(one))
    assert one.window.audience.override == "frozen"
    one.desk.click(tr("audience.room.release"), console(one))
    assert one.window.audience.override == ""
    one.desk.click(tr("audience.room.black_on"), console(one))
    assert one.audience.black
    one.desk.click(tr("audience.room.black_off"), console(one))
    assert not one.audience.black


def test_the_panel_keeps_its_share_of_a_window_that_becomes_wider(stage):
    one = stage()
    one.go("solve")
    for width in (1420, 1580, 1400):
        one.desk.resize(width, 768)
        assert one.desk.page.side.width() / width == pytest.approx(374 / 1366, abs=0.001)


def test_in_a_narrow_window_clock_and_picture_are_in_the_top_bar(stage):
    one = stage()
    one.window.resize(1024, 700)
    one.go("solve")
    assert console(one) is None
    assert one.window.bar.timer.isVisible()
    assert len(visible_widgets(one.window.bar, RoomPicture)) == 1
    one.desk.resize(1366, 768)
    assert console(one) is not None
    assert not one.window.bar.timer.isVisible()


@pytest.mark.parametrize("name", ["prepare", "wrap_up", "catalogue", "settings"])
def test_a_page_without_a_panel_leaves_clock_and_picture_in_the_top_bar(stage, name):
    one = stage()
    one.go("solve")
    one.go(name)
    assert console(one) is None
    assert len(visible_widgets(one.window.bar, RoomPicture)) == 1


def test_the_keys_of_the_timer_work_wherever_it_is_shown(stage):
    one = stage()
    for name in ("solve", "wrap_up", "list"):
        one.go(name)
        running = one.window.timer.running
        one.press("F3")
        assert one.window.timer.running is not running, name


def test_a_held_key_shows_keys_in_the_window_alone(stage):
    one = stage()
    one.go("solve")
    before = one.audience.grab().toImage()
    one.window.key_caps.set_always(True)
    one.settle()
    assert one.window.key_caps.isVisible()
    assert one.window.key_caps.window() is one.window
    assert one.audience.grab().toImage() == before
    assert one.audience.focusWidget() is None
    assert QApplication.activeWindow() is one.window


@pytest.mark.parametrize("size", [(1024, 700), (1366, 700), (1366, 768), (1920, 1080)])
def test_everything_fits_while_the_room_is_live_and_frozen(stage, words, size, private):
    one = stage()
    set_language(words)
    one.window.resize(*size)
    one.window.set_private(private)
    one.window.timer.toggle()
    for step in STEPS:
        one.go(step.value)
        assert faults(one.window) == [], step
    one.window.audience.toggle_freeze()
    one.settle()
    assert faults(one.window) == []
