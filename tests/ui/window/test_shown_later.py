"""Problems that the room is to see later are hidden in every step and after restarts."""

import pytest

from tests.helpers.fitting import faults
from tests.helpers.played import played_session
from tests.helpers.sessions import reopened
from tests.helpers.two_displays import LAPTOP, PROJECTOR, Stage
from ui.pages.choose.page import ChoosePage
from ui.window.main_window import MainWindow
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.settings import Settings

PROBLEM_STEPS = ("list", "sort", "choose", "solve", "appraise", "wrap_up", "preview")


def words_of(stage):
    """The texts about a problem."""
    found = [(p.first_wording, p.wording) for p in stage.desk.state.listed]
    return {words for pair in found for words in pair if words}


def on_the_wall(stage):
    return stage.all_pages()


def how_many(stage):
    return tr("audience.list.count", n=len(stage.desk.state.listed))


def test_the_audience_display_shows_the_number_in_every_step_until_they_are_shown(stage):
    one = stage(LAPTOP, PROJECTOR)
    one.go("list")
    one.press("R")
    for step in list(Step)[2:7]:
        one.go(step.value)
        assert how_many(one) in on_the_wall(one), step
        assert not [words for words in words_of(one) if words in on_the_wall(one)], step
    one.go("sort")
    one.press("R")
    assert one.window.page_name == "sort"
    assert [words for words in words_of(one) if words in on_the_wall(one)]


def test_private_mode_works_with_problems_that_the_audience_display_does_not_show(stage):
    one = stage(LAPTOP, PROJECTOR)
    one.window.set_private(True)
    one.go("list")
    one.press("R")
    one.go("choose")
    assert isinstance(one.window.page_stack.page, ChoosePage)
    assert how_many(one) in on_the_wall(one)
    one.press("R")
    assert how_many(one) not in on_the_wall(one)
    assert one.window.private


@pytest.mark.parametrize("key", ["R", "Alt+R"])
def test_a_window_that_the_room_looks_at_has_no_word_of_them_in_any_step(stage, key):
    one = stage(LAPTOP)
    one.go("list")
    one.press(key)
    for place in PROBLEM_STEPS:
        one.go(place)
        assert tr("list.count", n=len(one.desk.state.listed)) in one.desk.seen(), place
        assert not [words for words in words_of(one) if words in one.desk.everything()], place
    one.go("sort")
    one.press("R")
    assert [words for words in words_of(one) if words in one.desk.everything()]


def test_the_current_problem_is_not_searched_for_while_the_audience_looks(stage):
    one = stage(LAPTOP)
    one.go("solve")
    one.go("list")
    one.press("R")
    one.go("solve")
    one.go("catalogue")
    assert not [words for words in words_of(one) if words in one.desk.everything()]


def test_a_clicker_that_walks_on_reveals_nothing(stage):
    one = stage(LAPTOP)
    one.go("list")
    one.press("R", "F5")
    while one.window.page_name != "sort":
        one.press("PageDown")
    assert not [words for words in words_of(one) if words in one.desk.everything()]
    one.press("R")
    assert [words for words in words_of(one) if words in one.desk.everything()]
    assert one.window.lock.on


def test_showing_later_is_no_step_of_undo(stage):
    one = stage(LAPTOP)
    one.go("list")
    before = one.window.session.next_undo()
    one.press("R")
    assert one.window.session.next_undo() == before


def test_showing_later_survives_a_restart(qtbot, tmp_path):
    session = played_session(tmp_path / "lasting.db", "ja")
    window = MainWindow(session, Settings())
    qtbot.addWidget(window)
    window.show()
    one = Stage(window, LAPTOP, PROJECTOR)
    one.window.set_private(True)
    one.go("list")
    one.press("Alt+R", "Alt+H")
    window.close()
    again = reopened(session)
    window = MainWindow(again, Settings())
    qtbot.addWidget(window)
    window.show()
    one = Stage(window, LAPTOP, PROJECTOR)
    one.window.set_private(True)
    one.go("list")
    assert how_many(one) in on_the_wall(one)
    assert window.page_stack.page.hold.isChecked()
    one.go("sort")
    assert how_many(one) in on_the_wall(one)
    window.close()


@pytest.mark.parametrize("place", ["start", "prepare", "context", "solve"])
def test_with_nothing_hidden_the_key_says_so(stage, place):
    one = stage(LAPTOP)
    one.go(place)
    one.press("R")
    assert one.window._toast.sentence == tr("audience.room.nothing_held")


@pytest.mark.parametrize("size", [(1024, 660), (1920, 1080)])
def test_the_text_is_complete_and_its_button_shows_the_page(desk, language, size):
    one = desk(language, sample=True, size=size)
    one.press("Alt+R")
    for percent in (100, 200):
        one.window.set_text_size(percent)
        one.go("sort")
        assert tr("list.shown_later") in one.seen()
        assert faults(one.window) == []
    one.window.set_text_size(100)
    one.page.foot().primary.click()
    assert one.state.workshop.shown_later is False
    assert one.page.NAME == "sort"
