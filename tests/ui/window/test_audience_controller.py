"""Freezing, black and paging of the audience display, while the facilitator works."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QRect

from tests.helpers.fitting import faults
from tests.helpers.two_displays import LAPTOP, PROJECTOR
from tests.helpers.visible import visible_widgets
from tests.helpers.wall_paint import shown_on
from ui.components import places
from ui.window.audience_preview import RoomPicture
from ui.window.awake import Awake
from workshop_app.domain.steps import Step
from workshop_app.i18n import set_language, tr
from workshop_app.services.commands.problems import AddProblems

BIG = replace(PROJECTOR, geometry=QRect(1366, 0, 1920, 1080))


def test_frozen_the_room_keeps_its_picture_while_the_work_goes_on(stage):
    one = stage()
    one.go("list")
    before = one.seen()
    one.press("F")
    assert tr("audience.room.frozen") in one.desk.seen()
    assert not one.window.frozen_banner.isVisible(), "the panel says it"
    assert not one.window.frozen
    one.go("prepare")
    assert one.window.frozen_banner.isVisible(), "a page without a panel"
    one.go("solve")
    one.window.timer.ticked.emit()
    assert one.seen() == before
    one.press("Escape")
    assert one.seen() != before
    assert not one.window.frozen_banner.isVisible()


def test_black_covers_only_the_audience_display(stage):
    one = stage()
    one.go("list")
    one.press("B")
    assert one.audience.black
    assert tr("audience.room.black") in one.desk.seen()
    assert not one.window.black_overlay.isVisible()
    one.go("sort")
    one.press("B")
    assert not one.audience.black
    assert tr("steps.name.sort") in one.seen()


def test_black_stays_when_the_display_changes_its_size(stage):
    one = stage()
    one.go("list")
    one.press("B")
    one.plug(LAPTOP, BIG)
    assert one.audience.black


def test_page_down_turns_the_audience_display_and_selects_its_first_row(stage):
    one = stage()
    one.go("list")
    one.window.page_stack.page.show_record(one.desk.state.listed[0].id)
    one.settle()
    assert one.audience.page == 0
    seen = [one.seen()]
    for _ in range(one.audience.pages - 1):
        one.desk.press("PageDown")
        one.settle()
        seen.append(one.seen())
    for problem in one.desk.state.listed:
        assert any(problem.said in page for page in seen), problem.number
    first = one.audience.view_layout.ids_on(one.audience.page)[0]
    assert one.window.page_stack.page.rows.current_id() == first
    one.desk.press("PageUp")
    one.settle()
    assert one.audience.page == one.audience.pages - 2


def test_if_the_audience_display_has_no_further_page_the_key_is_the_pages_own(stage):
    one = stage()
    one.go("wrap_up")
    assert one.audience.pages == 1
    one.press("PageDown")
    assert one.window.page_stack.page.section.NAME == "actions"


def test_the_list_can_be_shown_later(stage):
    one = stage()
    one.go("list")
    one.press("R")
    problems = one.desk.state.listed
    assert not any(problem.said in one.all_pages() for problem in problems)
    assert tr("audience.list.count", n=len(problems)) in one.seen()
    one.press("R")
    assert problems[-1].said in one.seen()


def test_a_break_is_on_the_audience_display(stage):
    one = stage()
    one.go("list")
    one.press("Ctrl+B")
    assert one.window.break_overlay.until in one.seen()
    left = shown_on(one.audience)
    assert any(text.digits and text.text[:2] in ("10", "9:") for text in left)
    one.window.break_overlay.end()
    assert tr("steps.name.list") in one.seen()


def test_a_break_that_is_over_counts_on(stage):
    one = stage()
    one.go("list")
    one.press("Ctrl+B")
    rest = one.window.break_overlay
    rest._now = lambda: rest._ends + timedelta(seconds=75)
    one.window.break_overlay.ticked.emit()
    assert tr("audience.over") in one.seen()
    assert "-1:15" in one.seen()


@pytest.mark.parametrize("step", [step.value for step in Step])
def test_a_step_of_an_empty_workshop_never_shows_the_step_before(stage, step):
    one = stage()
    one.go("list")
    one.window.new_workshop()
    one.press("B")
    one.go("list" if step == "solve" else "solve")
    one.go(step)
    head = "audience.waiting_head" if step == "prepare" else f"steps.name.{step}"
    assert one.seen().split("\n")[0] == tr(head)


def test_places_beside_the_steps_do_not_change_the_audience_display(stage):
    one = stage()
    one.go("solve")
    before = one.seen()
    for place in ("catalogue", "settings", "keys"):
        one.go(place)
        assert one.seen() == before


def test_another_workshop_is_black_until_it_is_asked_for(stage, qtbot):
    one = stage()
    one.go("list")
    one.window.new_workshop()
    one.settle()
    assert one.audience.black
    qtbot.waitUntil(lambda: one.said == tr("audience.said.other"))
    one.press("B")
    assert not one.audience.black


def test_the_audience_display_is_updated_at_its_next_poll_so_that_no_key_waits(stage, qtbot):
    one = stage()
    one.go("list")
    one.window.session.execute(AddProblems(("いま言われたこと",)))
    assert "いま言われたこと" not in one.all_pages()
    qtbot.waitUntil(lambda: "いま言われたこと" in one.all_pages())


def test_another_workshop_is_black_at_once(stage):
    one = stage()
    one.go("list")
    first = one.window.session.workshop_id
    one.window.new_workshop()
    one.press("B")
    assert not one.audience.black
    one.window.session.open(first)
    assert one.audience.black


def test_closing_a_workshop_leaves_nothing_on_the_audience_display(stage):
    one = stage()
    one.go("solve")
    one.window.session.close()
    assert one.seen().split("\n")[:2] == [tr("audience.waiting_head"), tr("audience.waiting")]


def test_the_sign_shows_a_true_small_picture(stage, qtbot):
    one = stage()
    one.go("list")
    thumb = visible_widgets(one.window, RoomPicture)[0]
    qtbot.waitUntil(lambda: not thumb.picture.isNull())
    assert thumb.picture.toImage().pixelColor(1, 1).name() == "#ffffff"
    one.press("B")
    qtbot.waitUntil(lambda: thumb.picture.toImage().pixelColor(1, 1).name() == "#000000")


def test_the_remaining_time_is_on_the_audience_display(stage):
    one = stage()
    one.go("solve")
    assert one.window.timer.planned
    one.window.timer.ticked.emit()
    assert tr("audience.left") in one.seen()


def test_closing_the_facilitators_window_closes_the_rooms(stage):
    one = stage()
    audience = one.audience
    one.window.close()
    assert not audience.isVisible()


@pytest.mark.every_value
@pytest.mark.parametrize("size", [(1024, 660), (1024, 768), (1366, 768), (1920, 1080)])
def test_the_sign_fits_in_every_size_and_state(stage, words, size):
    one = stage()
    set_language(words)
    one.window.resize(*size)
    for private in (False, True):
        one.window.set_private(private)
        one.go("list")
        for key in ("F", "B"):
            assert faults(one.window.bar) + faults(one.window.frozen_banner) == []
            one.press(key)
            assert faults(one.window.bar) + faults(one.window.frozen_banner) == []
            one.press("Escape")
    one.press("W")
    assert faults(one.window.bar) + faults(one.window.frozen_banner) == []


def test_two_hundred_problems_are_paged_from_the_console_without_losing_one(stage):
    one = stage()
    lines = tuple(f"{n} 番目の課題は、少し長いことばで書いてあるので二行になる" for n in range(200))
    one.window.session.execute(AddProblems(lines))
    one.go("list")
    one.window.page_stack.page.show_record(one.desk.state.listed[0].id)
    one.settle()
    seen = one.seen()
    for _ in range(one.audience.pages - 1):
        one.desk.press("PageDown")
        one.settle()
        seen += one.seen()
    assert one.audience.page == one.audience.pages - 1
    for problem in one.desk.state.listed:
        assert problem.said.replace(" ", "") in seen.replace("\n", "").replace(" ", "")


def watch_awake(one):
    """Record the calls to the system from now on."""
    told = []
    one.window.awake = Awake(lambda _why: (told.append(True), lambda: told.append(False))[1])
    return told


def test_the_display_stays_on_while_the_room_looks_at_one_of_them(stage):
    one = stage(LAPTOP)
    told = watch_awake(one)
    one.go("list")
    assert told == [True]
    one.window.set_private(True)
    assert told == [True, False]
    one.plug(LAPTOP, PROJECTOR)
    assert told == [True, False, True]
    one.plug(LAPTOP)
    assert not one.window.private
    assert told[-1]


@pytest.mark.parametrize("live", [False, True], ids=["projected", "on a wall"])
def test_no_page_lets_the_display_go_dark_in_an_open_workshop(stage, live):
    one = stage(LAPTOP, PROJECTOR) if live else stage(LAPTOP)
    told = watch_awake(one)
    for entry in (*places.steps(), *places.in_rail(private=False)):
        one.go(entry.name)
        assert (one.window.page_name, told) == (entry.name, [True])
    one.window.session.close()
    one.settle()
    assert told == ([True] if live else [True, False])


def test_without_a_workshop_the_system_decides_until_one_is_opened(stage):
    one = stage(LAPTOP)
    workshop_id = one.window.session.workshop_id
    one.window.session.close()
    one.settle()
    told = watch_awake(one)
    one.go("start")
    one.go("settings")
    assert told == []
    one.window.session.open(workshop_id)
    assert told == [True]


def test_in_private_mode_escape_leaves_a_field_first_where_the_room_has_its_own_display(stage):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    one.window.page_stack.page.focus_start()
    one.desk.press("Escape")
    assert one.window.private
    one.desk.press("F")
    assert one.window.audience.override == "frozen"
    one.desk.press("Escape")
    assert not one.window.audience.override
    assert one.window.private
    one.desk.press("Escape")
    assert not one.window.private


def test_where_the_room_sees_this_window_escape_ends_private_mode_from_a_field_at_once(stage):
    one = stage(LAPTOP)
    one.go("list")
    one.window.set_private(True)
    one.window.page_stack.page.focus_start()
    one.desk.press("Escape")
    assert not one.window.private


def test_letters_are_still_keys_after_a_key_that_rebuilds_the_page(stage, private):
    one = stage()
    one.go("list")
    one.window.set_private(private)
    one.press("R")
    assert one.window.audience.shown_later
    one.desk.press("R")
    assert not one.window.audience.shown_later
    one.desk.press("S", "S")
    one.settle()
    assert one.console_on == "laptop"
    assert one.window.page_stack.page.entry.text() == ""
    one.desk.press("B")
    assert one.audience.black


def test_what_is_typed_on_goes_on_where_the_list_is_shown_later(stage):
    one = stage()
    one.go("list")
    one.window.page_stack.page.focus_start()
    one.desk.press("Alt+R")
    one.desk.write("続き")
    assert one.window.page_stack.page.entry.text() == "続き"
