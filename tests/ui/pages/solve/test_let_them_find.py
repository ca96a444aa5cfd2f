"""The answers are hidden while the room searches, and how it found one is recorded."""

import pytest

from tests.helpers.solve_page import cards, entry, open_row, titles
from ui.pages.solve.find_panel import FindPanel
from ui.pages.solve.search_area import is_answer
from ui.widgets.action_button import ActionButton
from workshop_app.domain.audience_view import RoomSearch, Solving
from workshop_app.domain.problem import FoundHow
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import EditVote
from workshop_app.services.commands.problems import EditProblem

NIGHT = "夜間バッチの時間帯だけ、アラートを止めたい"
SWITCHES = "内部のネットワーク機器の監視ができない"
SAID = {
    "ja": NIGHT,
    "en": "False alarms during every deployment",
}


def found(desk, place=0):
    return desk.state.problem(desk.ids[place]).found


def panel(desk) -> FindPanel:
    current = desk.page.panels.current
    assert isinstance(current, FindPanel)
    return current


def lines(desk):
    return [row.text for row in panel(desk).view.rows]


def wall_words(desk):
    picture = desk.picture
    assert isinstance(picture, RoomSearch)
    return " ".join((picture.words, picture.section, *picture.hint, picture.catalogue))


def test_one_key_leaves_only_the_problem_and_where_to_look(room, language):
    desk = room(SAID[language], words=language)
    answers = titles(desk)
    name = open_row(desk).text
    desk.press("Alt+H")
    assert not desk.page.search.isVisible()
    seen = "\n".join((desk.seen(), *lines(desk)))
    assert SAID[language] in seen
    assert not any(answer in seen for answer in answers)
    assert panel(desk).where.words
    assert name not in wall_words(desk)
    assert not desk.picture.hint


def test_the_audience_display_has_the_problem_in_its_wording(room):
    desk = room(NIGHT)
    desk.press("Alt+H")
    assert desk.picture.problem.words == NIGHT
    desk.press("Escape")
    assert isinstance(desk.picture, Solving)


@pytest.mark.parametrize("keys", [("Alt+H", "Alt+R"), ("Alt+H", "Alt+H")])
def test_a_hint_is_the_way_in_the_help(room, keys):
    desk = room(NIGHT)
    solution = desk.page.search.open_solution(desk.state)
    desk.press(*keys)
    assert solution.ja.help_path.split(" → ")[-1] in lines(desk)[-1]
    assert desk.picture.hint
    shown = lines(desk)
    desk.press("Alt+H")
    assert lines(desk) == shown


@pytest.mark.parametrize(("number", "how"), [*enumerate(FoundHow, 1)])
def test_how_it_was_found_is_recorded_by_a_key_and_taken_back_by_undo(room, number, how):
    desk = room(NIGHT)
    desk.press("Alt+H", f"Alt+{number}")
    assert found(desk) is how
    assert desk.page.search.isVisible()
    assert cards(desk) == ()
    desk.press("Ctrl+Z")
    assert found(desk) is None


@pytest.mark.parametrize("how", FoundHow)
def test_it_is_recorded_by_mouse(room, how):
    desk = room(NIGHT)
    desk.click(tr("solve.find.begin"))
    desk.click(tr("solve.find.give"))
    assert len(lines(desk)) == 3
    desk.click(tr(f"solve.find.{how}"))
    assert found(desk) is how
    assert desk.page.search.isVisible()


def test_the_answer_that_was_found_is_chosen_afterwards(room):
    desk = room(NIGHT)
    best = titles(desk)[0]
    desk.press("Alt+H", "Alt+1", "Alt+1")
    assert [card.title for card in cards(desk)] == [best]
    assert found(desk) is FoundHow.ALONE


def test_the_same_again_takes_the_record_back(room):
    desk = room(NIGHT)
    desk.press("Alt+H", "Alt+2", "Alt+H", "Alt+2")
    assert found(desk) is None
    assert panel(desk).isVisible()


def test_escape_shows_the_answers_and_records_nothing(room):
    desk = room(NIGHT)
    before = titles(desk)
    desk.press("Alt+H", "Escape")
    assert found(desk) is None
    assert titles(desk) == before
    assert desk.focus is entry(desk).field


def test_the_next_problem_shows_its_answers_unless_that_was_asked_for_it_too(room):
    desk = room(NIGHT, SWITCHES)
    desk.press("Alt+H", "Alt+1", "Alt+Down")
    assert desk.page.panels.current is None
    assert desk.page.search.isVisible()


@pytest.mark.parametrize("way", ["Alt+H", "click"])
def test_from_choose_no_answer_is_seen_before(room, way):
    desk = room(NIGHT, SWITCHES)
    desk.go("choose")
    desk.do(EditVote(desk.state.workshop.id, "vote_closed", value=True))
    if way == "click":
        desk.click(tr("choose.rank.find"))
    else:
        desk.press(way)
    assert panel(desk).problem.id == desk.ids[0]
    assert isinstance(desk.picture, RoomSearch)


def test_a_problem_that_was_recorded_shows_its_answers(room):
    desk = room(NIGHT, SWITCHES)
    desk.press("Alt+H", "Alt+1", "Alt+Down", "Alt+2", "Alt+Up")
    assert desk.page.search.isVisible()


def test_typed_words_are_shown_unless_they_name_the_answer(room):
    desk = room(NIGHT)
    desk.write("計画停止")
    desk.press("Alt+H")
    assert panel(desk).where.words == "計画停止"
    desk.press("Escape")
    entry(desk).clear()
    desk.page.search.setFocus()
    desk.write("ダウンタイム")
    desk.press("Alt+H")
    assert "ダウンタイム" not in wall_words(desk)


def test_without_an_answer_there_is_nothing_to_find(room):
    desk = room("うえおあ")
    assert open_row(desk) is None or not is_answer(open_row(desk))
    desk.press("Alt+H")
    assert desk.page.panels.current is None
    ways = desk.page.head.findChildren(ActionButton)
    assert not next(one for one in ways if one.text() == tr("solve.find.begin")).isEnabled()


def test_the_hint_outlasts_another_page_and_the_other_mode(room):
    desk = room(NIGHT)
    desk.press("Alt+H", "Alt+R")
    shown = lines(desk)
    desk.go("list")
    desk.go("solve")
    assert lines(desk) == shown
    desk.set_private(True)
    assert lines(desk)[: len(shown)] == shown


def test_only_private_mode_shows_which_answer_is_meant(room):
    desk = room(NIGHT)
    name = open_row(desk).text
    desk.press("Alt+H")
    assert name not in lines(desk)
    desk.set_private(True)
    assert lines(desk)[-1] == name
    assert name not in wall_words(desk)
    desk.set_private(False)
    assert name not in lines(desk)


def test_the_way_to_it_shows_how_it_was_found(room):
    desk = room(NIGHT)
    desk.press("Alt+H", "Alt+2", "Alt+V")
    assert tr("papers.solution.found.with_hint") in lines_of_trail(desk)


def lines_of_trail(desk):
    return [row.text for row in desk.page.panels.current.view.rows]


def test_the_rooms_own_display_follows(stage):
    one = stage()
    one.go("solve")
    answers = [row.text for row in one.desk.page.search.view.rows]
    one.press("Alt+H")
    assert isinstance(one.audience.view.picture, RoomSearch)
    shown = " ".join(one.all_pages())
    assert not any(answer in shown for answer in answers)
    one.press("Alt+R")
    assert one.audience.view.picture.hint
    one.press("Escape")
    assert isinstance(one.audience.view.picture, Solving)


def test_the_display_turns_to_the_hint(stage):
    one = stage()
    one.go("solve")
    problem = one.desk.page.audience_focus().record_id
    one.desk.do(EditProblem(problem, "wording", "とても長い言い方をする課題です。" * 20))
    one.press("Alt+H")
    assert one.audience.page == 0
    one.press("Alt+R")
    assert one.audience.page == one.audience.pages - 1 > 0


def test_a_locked_window_holds_no_answers_back(room):
    desk = room(NIGHT)
    desk.window.lock.set_on(True)
    desk.press("Alt+H")
    assert desk.page.panels.current is None
