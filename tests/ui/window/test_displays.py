"""Placement of the windows, and the audience's view, when displays are changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from tests.helpers.two_displays import LAPTOP, PROJECTOR
from tests.helpers.wall_paint import shown_on
from workshop_app.i18n import set_language, tr
from workshop_app.settings import Settings

BIG = replace(PROJECTOR, geometry=QRect(1366, 0, 1920, 1080))
SAME = replace(PROJECTOR, geometry=LAPTOP.geometry)
THIRD = replace(PROJECTOR, key="another", geometry=QRect(2646, 0, 1024, 768))


# -- one display


def test_with_one_display_nothing_changes(stage):
    one = stage(LAPTOP)
    assert not one.window.audience.live
    assert one.window.audience.audience_window is None
    one.go("list")
    assert one.window.bar.audience_status.chip.isVisible()
    one.press("F")
    assert one.window.frozen
    one.press("F")
    one.window.set_private(True)
    assert one.window.private_banner.isVisible()
    one.press("W", "S")
    assert not one.window.audience.live


# -- two displays


def test_the_audience_window_opens_by_itself_on_the_further_display(stage):
    one = stage()
    assert (one.console_on, one.wall_on) == ("laptop", "projector")
    assert one.said == ""
    one.go("list")
    assert one.desk.state.listed[-1].first_wording in one.all_pages()


def test_the_facilitators_window_moves_away_from_the_audiences_display(stage):
    one = stage(LAPTOP)
    one.window.setGeometry(PROJECTOR.geometry)
    one.plug(LAPTOP, PROJECTOR)
    assert (one.console_on, one.wall_on) == ("laptop", "projector")


def test_with_an_audience_display_the_window_may_be_private_with_a_small_lock(stage):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    one.settle()
    assert not one.window.private_banner.isVisible()
    assert one.window.bar.audience_status.lock.isVisible()
    one.window.set_private(False)
    assert not one.window.bar.audience_status.lock.isVisible()


def test_the_audience_window_never_takes_the_keyboard(stage):
    one = stage()
    one.go("list")
    assert QApplication.activeWindow() is one.window
    one.press("S")
    assert QApplication.focusWidget().window() is one.window


# -- changes: all of them in every step are in test_display_changes


def expect_one_screen(one, why):
    assert not one.window.private
    assert not one.window.audience.live
    assert one.said == tr(f"audience.said.{why}")
    assert one.window.bar.audience_status.chip.isVisible()
    assert not one.window.private_banner.isVisible()
    assert not one.displays._audience_window.isVisible()
    assert shown_on(one.displays._audience_window) == []


def test_the_audience_display_is_black_before_any_window_is_placed(stage, monkeypatch):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    order = []
    audience = one.audience
    window = one.window
    black = audience.set_black
    private = window.set_private
    monkeypatch.setattr(audience, "set_black", lambda on: (order.append(f"black {on}"), black(on)))
    monkeypatch.setattr(
        window, "set_private", lambda on: (order.append(f"private {on}"), private(on))
    )
    monkeypatch.setattr(
        audience, "setGeometry", lambda place: order.append(f"placed {place.width()}")
    )
    one.plug(LAPTOP, BIG)
    assert order == ["black True", "private False", "placed 1920", "black False"]


def test_another_display_takes_over_when_one_is_removed(stage):
    one = stage(LAPTOP, PROJECTOR, THIRD)
    assert one.wall_on == "projector"
    one.plug(LAPTOP, THIRD)
    assert one.wall_on == "another"
    assert not one.window.private


def test_mirroring_found_while_private_on_one_display_closes_what_is_private(stage):
    one = stage(LAPTOP)
    one.go("list")
    one.window.set_private(True)
    one.plug(LAPTOP, SAME)
    assert not one.window.private
    assert one.said == tr("audience.said.mirrored")


def test_moving_the_private_window_onto_the_audiences_display_ends_private_mode(stage):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    one.window.setGeometry(PROJECTOR.geometry)
    assert not one.window.private
    assert one.said == tr("audience.said.together")


@pytest.mark.parametrize(
    "place",
    [QRect(760, 20, 1180, 700), QRect(340, 20, 1030, 700), QRect(1366, 20, 1280, 700)],
    ids=["half", "a strip", "whole"],
)
def test_a_private_window_that_reaches_onto_the_audiences_display_leaves_private_mode(
    stage, place, words
):
    one = stage()
    set_language(words)
    one.go("list")
    one.window.set_private(True)
    one.window.setGeometry(place)  # like the mouse: only the window itself reports it
    one.settle()
    assert not one.window.private
    assert one.window.geometry() == place
    assert one.said == tr("audience.said.together")


def test_widening_a_private_window_onto_the_audiences_display_ends_private_mode(stage):
    one = stage()
    one.go("list")
    one.window.setGeometry(200, 20, 1100, 700)
    one.window.set_private(True)
    one.window.resize(1165, 700)
    one.settle()
    assert one.window.private
    one.window.resize(1167, 700)
    one.settle()
    assert not one.window.private


def test_private_mode_is_entered_only_on_its_own_display(stage, monkeypatch):
    one = stage()
    one.go("list")
    one.window.setGeometry(760, 20, 1180, 700)
    one.settle()
    assert one.window.geometry().x() == 760
    built = []
    show_page = one.window.page_stack.show_page
    monkeypatch.setattr(
        one.window.page_stack,
        "show_page",
        lambda *what: (built.append(one.window.geometry()), show_page(*what)),
    )
    one.window.set_private(True)
    one.settle()
    assert one.window.private
    assert [LAPTOP.geometry.contains(place) for place in built] == [True]
    assert one.window.size().width() == 1180


def test_a_window_that_is_moved_about_on_its_own_display_stays_private(stage):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    for x in (0, 40, 80, -200):
        one.window.move(x, 10)
        one.settle()
    assert one.window.private
    assert one.said == ""


def test_a_window_half_on_the_audiences_new_display_is_moved_away(stage):
    one = stage(LAPTOP)
    one.go("list")
    one.window.setGeometry(400, 20, 1180, 700)
    one.window.set_private(True)
    one.plug(LAPTOP, PROJECTOR)
    assert not one.window.private
    assert LAPTOP.geometry.contains(one.window.geometry())
    assert one.said == tr("audience.said.together")


# -- swapping, switching off, and saved roles


def test_swap_changes_places_closes_what_is_private_and_is_remembered(stage):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    one.settle()
    one.press("S")
    assert (one.console_on, one.wall_on) == ("projector", "laptop")
    assert not one.window.private
    assert one.kept[-1] == {"projector": "console"}
    one.plug(LAPTOP)
    one.plug(LAPTOP, PROJECTOR)
    assert one.wall_on == "laptop"
    one.press("S")
    assert (one.console_on, one.wall_on) == ("laptop", "projector")


def test_a_swap_with_one_projector_says_nothing_about_another(stage):
    one = stage(settings=Settings(displays={"projector": "console"}))
    assert one.wall_on == "laptop"
    one.plug(LAPTOP, replace(PROJECTOR, key="another"))
    assert one.wall_on == "another"


def test_swapped_a_third_display_becomes_the_rooms_and_the_sentence_is_true(stage, words):
    one = stage()
    set_language(words)
    one.go("list")
    one.press("S")
    one.window.set_private(True)
    one.plug(LAPTOP, PROJECTOR, THIRD)
    assert one.wall_on == "another"
    assert not one.window.private
    assert one.said == tr("audience.said.moved")


def test_off_is_remembered_and_on_again_by_the_same_key(stage):
    one = stage()
    one.go("list")
    one.press("W")
    expect_one_screen(one, "off")
    assert one.window.bar.audience_status.switch.isVisible()
    one.plug(LAPTOP)
    one.plug(LAPTOP, PROJECTOR)
    assert not one.window.audience.live
    one.press("W")
    assert one.wall_on == "projector"
    assert one.kept == [{"projector": "off"}, {"projector": "wall"}]
