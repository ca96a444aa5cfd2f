"""Frozen and black survive every change of the displays, until they are ended."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from tests.helpers.two_displays import LAPTOP, PROJECTOR
from workshop_app.i18n import set_language, tr

BOTH = (LAPTOP, PROJECTOR)
MIRRORED = (LAPTOP, replace(PROJECTOR, geometry=LAPTOP.geometry))
THIRD = replace(PROJECTOR, key="another")


def test_black_on_one_display_becomes_black_for_the_audience_and_work_continues(stage):
    one = stage(LAPTOP)
    one.go("solve")
    one.press("B")
    one.plug(*BOTH)
    assert one.audience.black
    assert tr("audience.room.black") in one.desk.seen()
    assert not one.window.covered
    one.press("B")
    assert one.window.page_stack.page.audience_focus().record_id
    assert tr("steps.name.solve") in one.seen()


def test_a_frozen_picture_of_the_console_becomes_black_for_the_audience(stage, words):
    one = stage(LAPTOP)
    set_language(words)
    one.go("solve")
    one.press("F")
    one.plug(*BOTH)
    assert one.audience.black
    assert (one.window.audience.override, one.window.frozen) == ("black", False)
    assert one.said == tr("audience.said.no_still")


@pytest.mark.parametrize("after", [(LAPTOP,), MIRRORED], ids=["gone", "mirrored"])
@pytest.mark.parametrize(("key", "why"), [("B", "still_black"), ("F", "no_picture")])
def test_content_frozen_on_the_audience_display_is_black_where_the_audience_may_look(
    stage, after, key, why, words
):
    one = stage()
    set_language(words)
    one.go("solve")
    one.window.set_private(True)
    one.press(key)
    one.plug(*after)
    black = one.window.black_overlay
    assert black.isVisible()
    assert black.geometry() == one.window.rect()
    assert tr(f"audience.said.{why}") in black.sentence
    assert tr("frame.room.black_back", key="F12 / B") in black.sentence
    change = tr("audience.said.gone" if after == (LAPTOP,) else "audience.said.mirrored")
    between = "" if words == "ja" else " "
    assert one.said == f"{change}{between}{tr(f'audience.said.{why}')}"
    assert not one.window.private
    QTest.keyClicks(black, "B")
    assert not one.window.covered
    one.plug(*BOTH)
    assert one.window.audience.override == ""
    assert tr("steps.name.solve") in one.seen()


@pytest.mark.parametrize("key", ["B", "F"])
def test_a_short_change_to_mirroring_brings_the_picture_back_as_it_was(stage, key):
    one = stage()
    one.go("list")
    before = one.seen()
    one.press(key)
    one.plug(LAPTOP)
    one.plug(*MIRRORED)
    assert one.window.black_overlay.isVisible()
    one.plug(*BOTH)
    assert not one.window.covered
    assert one.seen() == ("" if key == "B" else before)
    one.press(key)
    assert tr("steps.name.list") in one.seen()


def test_a_display_that_takes_over_shows_the_frozen_picture_and_work_continues(stage):
    one = stage()
    one.go("list")
    one.press("B")
    one.plug(LAPTOP, THIRD)
    assert one.wall_on == "another"
    assert one.audience.black
    assert not one.window.covered


def test_switched_off_the_console_goes_on_and_on_again_it_is_held_still(stage):
    one = stage()
    one.go("list")
    one.press("B")
    one.press("W")
    assert not one.window.covered
    one.press("W")
    assert one.audience.black


def test_switched_off_and_then_mirrored_it_is_black_here(stage):
    one = stage()
    one.go("list")
    one.press("B")
    one.press("W")
    one.plug(*MIRRORED)
    assert one.window.black_overlay.isVisible()


def test_nothing_is_frozen_without_being_requested(stage):
    one = stage()
    one.go("list")
    one.press("B", "B")
    one.plug(LAPTOP)
    assert not one.window.covered
    one.plug(*BOTH)
    assert one.window.audience.override == ""


def test_a_frozen_picture_returns_after_black(stage):
    one = stage()
    one.go("list")
    before = one.seen()
    one.press("F")
    one.go("solve")
    one.press("B")
    assert one.audience.black
    one.press("B")
    assert one.window.audience.override == "frozen"
    assert one.seen() == before
    one.press("B")
    one.press("Escape")
    assert one.seen() == before
    one.press("Escape")
    assert tr("steps.name.solve") in one.seen()


def test_another_workshop_is_black_and_shown_by_the_same_key_also_where_it_was_frozen(stage):
    one = stage()
    one.go("list")
    before = one.seen()
    one.press("F")
    one.window.new_workshop()
    one.settle()
    assert one.audience.black
    one.press("B")
    assert one.window.audience.override == ""
    assert one.seen() != before
