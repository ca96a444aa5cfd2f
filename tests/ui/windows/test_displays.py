"""Which window is where, and what the room sees, when displays come, go and change."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from tests.helpers.fitting import faults
from tests.helpers.played import played_session
from tests.helpers.two_displays import LAPTOP, PROJECTOR, Stage
from ui.theme.theme import theme
from ui.windows.awake import Awake
from ui.windows.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.i18n import language, set_language, tr
from workshop_app.services.commands.problems import AddProblems
from workshop_app.settings import Settings

STEPS = [step.value for step in Step]
BIG = replace(PROJECTOR, geometry=QRect(1366, 0, 1920, 1080))
SAME = replace(PROJECTOR, geometry=LAPTOP.geometry)
THIRD = replace(PROJECTOR, key="another", geometry=QRect(2646, 0, 1024, 768))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def stage(qtbot, store):
    before = language()
    made = []

    def make(*displays, settings=None):
        set_language("ja")
        session = played_session(store / f"{len(made)}.db", "ja")
        window = MainWindow(session, settings or Settings())
        qtbot.addWidget(window)
        window.setGeometry(20, 20, 1280, 700)
        window.show()
        window.activateWindow()
        one = Stage(window, *(displays or (LAPTOP, PROJECTOR)))
        made.append(one)
        return one

    yield make
    for one in made:
        one.window.close()
        one.window.session.store.close()
    theme().set_name("light")
    theme().resize(1366, 768, private=False)
    set_language(before)


# -- one display


def test_on_one_display_nothing_is_different(stage):
    one = stage(LAPTOP)
    assert not one.window.room.live
    assert one.window.room.audience is None
    one.go("list")
    assert one.window.bar.room.chip.isVisible()
    one.press("F")
    assert one.window.frozen
    one.press("F")
    one.window.set_private(True)
    assert one.window.band.isVisible()
    one.press("W", "S")
    assert not one.window.room.live


# -- two displays


def test_the_audience_window_opens_by_itself_on_the_further_display(stage):
    one = stage()
    assert (one.console_on, one.wall_on) == ("laptop", "projector")
    assert one.said == ""
    one.go("list")
    assert one.desk.state.listed[-1].first_wording in one.all_pages()


def test_the_facilitators_window_makes_room_when_it_stands_there(stage):
    one = stage(LAPTOP)
    one.window.setGeometry(PROJECTOR.geometry)
    one.plug(LAPTOP, PROJECTOR)
    assert (one.console_on, one.wall_on) == ("laptop", "projector")


def test_with_it_the_console_may_be_private_under_a_small_lock(stage):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    one.settle()
    assert not one.window.band.isVisible()
    assert one.window.bar.room.wall.lock.isVisible()
    one.window.set_private(False)
    assert not one.window.bar.room.wall.lock.isVisible()


def test_the_audience_window_never_takes_the_keyboard(stage):
    one = stage()
    one.go("list")
    assert QApplication.activeWindow() is one.window
    one.press("S")
    assert QApplication.focusWidget().window() is one.window


# -- every change, in every step


def expect_one_screen(one, why):
    assert not one.window.private
    assert not one.window.room.live
    assert one.said == tr(f"audience.said.{why}")
    assert one.window.bar.room.chip.isVisible()
    assert not one.window.band.isVisible()
    assert not one.displays._audience.isVisible()
    assert one.displays._audience.marks() == []


@pytest.mark.parametrize("step", STEPS)
def test_every_change_of_the_displays_in_every_step(stage, step):
    one = stage()
    one.go(step)
    for displays, why in (((LAPTOP,), "gone"), ((LAPTOP, SAME), "mirrored")):
        one.plug(LAPTOP, PROJECTOR)
        assert one.wall_on == "projector"
        one.window.set_private(True)
        one.plug(*displays)
        expect_one_screen(one, why)
        assert one.window.page_name == step
    one.plug(LAPTOP, PROJECTOR)
    shown = one.all_pages()
    assert tr(f"steps.name.{step}") in shown or step == "prepare"
    one.window.set_private(True)
    one.plug(LAPTOP, BIG)
    assert (one.wall_on, one.window.private) == ("projector", False)
    assert one.audience.size() == BIG.geometry.size()
    assert one.said == tr("audience.said.resized")
    assert one.seen() != ""


def test_the_room_goes_blank_before_anything_is_placed(stage, monkeypatch):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    order = []
    audience, window = one.audience, one.window
    black, private = audience.set_black, window.set_private
    monkeypatch.setattr(audience, "set_black", lambda on: (order.append(f"black {on}"), black(on)))
    monkeypatch.setattr(
        window, "set_private", lambda on: (order.append(f"private {on}"), private(on))
    )
    monkeypatch.setattr(
        audience, "setGeometry", lambda place: order.append(f"placed {place.width()}")
    )
    one.plug(LAPTOP, BIG)
    assert order == ["black True", "private False", "placed 1920", "black False"]


def test_another_display_takes_over_when_one_goes(stage):
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


def test_the_private_window_moved_onto_the_rooms_display_is_private_no_more(stage):
    one = stage()
    one.go("list")
    one.window.set_private(True)
    one.window.setGeometry(PROJECTOR.geometry)
    one.displays.follow_console()
    assert not one.window.private
    assert one.said == tr("audience.said.together")


# -- swap, off, and what is remembered


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


def test_off_is_remembered_and_on_again_by_the_same_key(stage):
    one = stage()
    one.go("list")
    one.press("W")
    expect_one_screen(one, "off")
    assert one.window.bar.room.switch.isVisible()
    one.plug(LAPTOP)
    one.plug(LAPTOP, PROJECTOR)
    assert not one.window.room.live
    one.press("W")
    assert one.wall_on == "projector"
    assert one.kept == [{"projector": "off"}, {"projector": "wall"}]


# -- freeze, black, paging


def test_frozen_the_room_keeps_its_picture_while_the_work_goes_on(stage):
    one = stage()
    one.go("list")
    before = one.seen()
    one.press("F")
    assert one.window.held.isVisible()
    assert not one.window.frozen
    one.go("solve")
    one.window.timer.ticked.emit()
    one.settle()
    assert one.seen() == before
    one.press("Escape")
    assert one.seen() != before
    assert not one.window.held.isVisible()


def test_black_is_for_the_room_alone(stage):
    one = stage()
    one.go("list")
    one.press("B")
    assert one.audience.black
    assert one.window.held.sentence
    assert not one.window._black.isVisible()
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


def test_page_down_turns_the_wall_and_brings_its_first_row_in_hand(stage):
    one = stage()
    one.go("list")
    one.window.shelf.page.show_record(one.desk.state.listed[0].id)
    one.settle()
    assert one.audience.page == 0
    seen = [one.seen()]
    while one.audience.page + 1 < one.audience.pages:
        one.desk.press("PageDown")
        one.settle()
        seen.append(one.seen())
    for problem in one.desk.state.listed:
        assert any(problem.said in page for page in seen), problem.number
    first = one.audience.wall.ids_on(one.audience.page)[0]
    assert one.window.shelf.page.rows.current_id() == first
    one.desk.press("PageUp")
    one.settle()
    assert one.audience.page == one.audience.pages - 2


def test_where_the_wall_has_no_further_page_the_key_is_the_pages_own(stage):
    one = stage()
    one.go("wrap_up")
    assert one.audience.pages == 1
    one.press("PageDown")
    assert one.window.shelf.page._section.NAME == "actions"


def test_the_list_can_be_shown_later(stage):
    one = stage()
    one.go("list")
    one.press("R")
    problems = one.desk.state.listed
    assert not any(problem.said in one.all_pages() for problem in problems)
    assert tr("audience.list.count", n=len(problems)) in one.seen()
    one.press("R")
    assert problems[-1].said in one.seen()


def test_a_break_is_on_both_displays(stage):
    one = stage()
    one.go("list")
    one.press("Ctrl+B")
    assert one.window.rest.until in one.seen()
    one.window.rest.end()
    one.settle()
    assert tr("steps.name.list") in one.seen()


def test_places_beside_the_steps_leave_the_wall_as_it_is(stage):
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


def test_closed_workshop_leaves_nothing_on_the_wall(stage):
    one = stage()
    one.go("solve")
    one.window.session.close()
    one.settle()
    assert one.seen().split("\n")[:2] == [tr("audience.waiting_head"), tr("audience.waiting")]


def test_the_sign_shows_a_true_small_picture(stage, qtbot):
    one = stage()
    one.go("list")
    thumb = one.window.bar.room.wall.thumb
    qtbot.waitUntil(lambda: not thumb.picture.isNull())
    assert thumb.picture.toImage().pixelColor(1, 1).name() == "#ffffff"
    one.press("B")
    qtbot.waitUntil(lambda: thumb.picture.toImage().pixelColor(1, 1).name() == "#000000")


def test_the_time_left_is_on_the_wall(stage):
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


@pytest.mark.parametrize("words", ["ja", "en"])
@pytest.mark.parametrize("size", [(1024, 660), (1024, 768), (1366, 768), (1920, 1080)])
def test_the_sign_fits_in_every_size_and_state(stage, words, size):
    one = stage()
    set_language(words)
    one.window.resize(*size)
    for private in (False, True):
        one.window.set_private(private)
        one.go("list")
        for key in ("F", "B"):
            assert faults(one.window) == []
            one.press(key)
            assert faults(one.window) == []
            one.press("Escape")
    one.press("W")
    assert faults(one.window) == []


def test_two_hundred_problems_are_paged_from_the_console_without_losing_one(stage):
    one = stage()
    lines = tuple(f"{n} 番目の課題は、少し長いことばで書いてあるので二行になる" for n in range(200))
    one.window.session.execute(AddProblems(lines))
    one.go("list")
    one.window.shelf.page.show_record(one.desk.state.listed[0].id)
    one.settle()
    seen = one.seen()
    for _ in range(one.audience.pages - 1):
        one.desk.press("PageDown")
        one.settle()
        seen += one.seen()
    assert one.audience.page == one.audience.pages - 1
    for problem in one.desk.state.listed:
        assert problem.said.replace(" ", "") in seen.replace("\n", "").replace(" ", "")


def test_the_display_stays_on_while_the_room_looks_at_one_of_them(stage):
    one = stage(LAPTOP)
    told = []
    one.window.awake = Awake(lambda _why: (told.append(True), lambda: told.append(False))[1])
    one.go("start")
    assert told == []
    one.go("list")
    assert told == [True]
    one.window.set_private(True)
    assert told == [True, False]
    one.plug(LAPTOP, PROJECTOR)
    assert told == [True, False, True]
    one.go("start")
    assert told == [True, False, True]
