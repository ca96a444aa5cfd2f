"""The page on which the room chooses by hands or dots, used as a facilitator uses it."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton

from tests.helpers.choosing import called, count, ranking, votes
from tests.helpers.list_rows import after, visible_ids
from tests.helpers.visible import visible_widgets
from tests.ui.pages.test_lists_mouse import wheel
from ui.theme.theme import theme
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Attendance
from workshop_app.i18n import tr
from workshop_app.services.commands.choosing import CountHands, EditVote
from workshop_app.services.commands.participants import EditParticipant
from workshop_app.services.commands.problems import AddProblem, AddProblems
from workshop_app.services.commands.sorting import MergeProblems

SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


def test_the_head_count_starts_from_attendance(room):
    desk = room("一つ目", people=4)
    desk.do(EditParticipant(desk.state.participants[0].id, "attendance", Attendance.ABSENT))
    assert desk.page.hand_count.people.value() == 3
    desk.page.hand_count.people.field.setFocus()
    desk.page.hand_count.people.field.selectAll()
    desk.write("７")
    desk.press("Return")
    assert desk.state.workshop.present == 7
    desk.press("Ctrl+Z")
    assert desk.state.votes.present == 3


@pytest.mark.parametrize("size", SIZES[1:])
def test_no_way_of_the_open_vote_is_where_it_was_reopened(desk, language, size):
    desk = desk(language, size=size, until=Step.CHOOSE, page="choose")
    desk.do(EditVote(desk.state.workshop.id, "vote_closed", value=True))
    where = place(desk.button(tr("choose.rank.reopen"), desk.window.foot))
    desk.click(tr("choose.rank.reopen"), desk.window.foot)
    assert not desk.state.workshop.vote_closed
    for button in visible_widgets(desk.window.foot, QAbstractButton):
        assert not place(button).intersects(where), button.text()


def place(button):
    return QRect(button.mapTo(button.window(), QPoint()), button.size())


def test_enter_takes_a_number_and_goes_on(room):
    desk = room("一つ目", "二つ目", "三つ目")
    assert desk.focus is desk.page.hand_count.hands.field
    assert called(desk) == tr("choose.count.hands", number=1)
    count(desk, 4, "２", 0)
    assert votes(desk) == [4, 2, 0]
    assert called(desk) == tr("choose.count.hands", number=3)
    assert tr("choose.count.all") in desk.seen()
    assert desk.focus is desk.page.hand_count.hands.field


def test_a_number_that_was_counted_is_not_said_to_be_unsaved(room):
    desk = room("一つ目", "二つ目")
    for hands in (4, 2):
        count(desk, hands)
        assert tr("frame.saved.brief") in desk.seen()
        assert tr("frame.saved.unentered", places=tr("steps.name.choose")) not in desk.seen()
    assert votes(desk) == [4, 2]


def test_a_number_can_be_put_right_and_taken_away(room):
    desk = room("一つ目", "二つ目")
    count(desk, 4)
    desk.press("Up")
    assert desk.page.hand_count.hands.text() == "4"
    count(desk, 3)
    assert votes(desk) == [3, None]
    desk.press("Up", "Ctrl+A", "Backspace", "Return")
    assert votes(desk) == [None, None]
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert votes(desk) == [4, None]


def test_moving_on_with_an_arrow_takes_the_number_too(room):
    desk = room("一つ目", "二つ目")
    desk.write("4")
    desk.press("Down")
    assert votes(desk) == [4, None]
    assert called(desk) == tr("choose.count.hands", number=2)


def test_after_a_click_of_the_mouse_on_next_the_following_digits_are_counted(room, language):
    desk = room("一つ目", "二つ目", words=language)
    for digit in ("4", "2"):
        desk.write(digit)
        desk.click(tr("choose.count.next"))
        assert desk.focus is desk.page.hand_count.hands.field
    assert votes(desk) == [4, 2]
    desk.write("3")  # the last one stays current: its number is replaced
    desk.click(tr("choose.count.next"))
    assert votes(desk) == [4, 3]


@pytest.mark.every_value
def test_all_rows_of_a_scrolling_list_are_counted_by_clicks_at_one_place(room, language):
    said = [f"{number} 番の困りごと " * (1 + number % 3) for number in range(14)]
    desk = room(*said, words=language, size=(1024, 700))
    save = next(
        one for one in visible_widgets(desk.window, QAbstractButton)
        if one.text() == tr("choose.count.next")
    )  # fmt: skip
    at = save.mapTo(desk.window, save.rect().center())
    for number in range(14):
        desk.write(str(number % 5))
        desk.tap(desk.window.childAt(at))
    assert votes(desk) == [number % 5 for number in range(14)]


def test_only_the_number_with_the_keyboard_looks_selected(room):
    desk = room("一つ目", "二つ目")
    counts = desk.page.hand_count
    count(desk, 3)
    desk.click_part("row", "一つ目")
    assert counts.hands.field.textCursor().selectedText() == "3"
    desk.tap(counts.people.field.viewport())
    assert counts.people.field.textCursor().selectedText() == "5"
    assert not counts.hands.field.textCursor().hasSelection()
    desk.click_part("row", "二つ目")
    assert not counts.people.field.textCursor().hasSelection()


def test_a_number_refused_after_a_click_of_the_mouse_is_put_right_at_once(room):
    desk = room("一つ目", "二つ目")
    desk.write("12")
    desk.click(tr("choose.count.next"))
    assert votes(desk) == [None, None]
    desk.write("3")
    desk.click(tr("choose.count.next"))
    assert votes(desk) == [3, None]


@pytest.mark.parametrize("size", SIZES)
def test_no_row_wraps_differently_when_its_hands_are_counted_by_mouse(room, language, size):
    said = ["あ" * length for length in range(18, 46)]
    desk = room(*said, words=language, size=size)
    view = desk.page.hand_count.rows.view

    def lines():
        return [view.lay_out(row, False).lines for row in view.rows]

    before = lines()
    for _ in said:
        desk.write("1")
        desk.click(tr("choose.count.next"))
    assert votes(desk) == [1] * len(said)
    assert lines() == before


def test_a_surplus_is_said_never_cut_and_kept_on_the_second_enter(room):
    desk = room("一つ目", "二つ目")
    desk.write("12")
    desk.press("Return")
    assert votes(desk) == [None, None]
    assert desk.page.hand_count.hands.text() == "12"
    assert tr("choose.count.surplus", n=7, present=5) in desk.seen()
    desk.press("Return")
    assert votes(desk) == [12, None]
    row = desk.page.hand_count.rows.rows()[0]
    assert after(row)[0] == tr("choose.count.too_many")


def test_closing_keeps_no_surplus_that_was_not_confirmed(room):
    desk = room("一つ目", "二つ目")
    desk.write("33")
    desk.press("Return")
    assert desk.page.hand_count.hands.field.textCursor().selectedText() == "33"
    desk.press("Ctrl+Return")
    assert votes(desk) == [None, None]
    assert not desk.state.workshop.vote_closed


@pytest.mark.parametrize("wrong", ["たくさん", "-1", "1.5", "99999"])
def test_what_is_no_number_stays_and_is_said(room, wrong):
    desk = room("一つ目", "二つ目")
    desk.write(wrong)
    desk.press("Return")
    assert votes(desk) == [None, None]
    assert desk.page.hand_count.hands.text() == wrong
    assert tr("choose.count.wrong", most=5) in desk.seen()
    desk.press("Down")
    assert called(desk) == tr("choose.count.hands", number=1)
    desk.press("Ctrl+Return")
    assert not desk.state.workshop.vote_closed


def test_order_and_numbers_are_hidden_until_closing(room, private):
    desk = room("一つ目", "二つ目", "三つ目", private=private)
    count(desk, 1, 5, 3)
    assert [row.text for row in desk.page.hand_count.rows.rows()] == ["一つ目", "二つ目", "三つ目"]
    marks = {words for row in desk.page.hand_count.rows.rows() for words in after(row)}
    assert marks - {""} == {tr("choose.count.counted")}
    assert desk.page.closed_round.view.rows == ()
    assert not desk.page.closed_round.isVisible()


@pytest.mark.parametrize("key", ["Ctrl+Return"])
def test_closing_shows_the_order_and_equal_votes_share_a_place(room, key):
    desk = room("一つ目", "二つ目", "三つ目", "四つ目", people=40)
    count(desk, 11, 20, 11)
    desk.write("10")
    desk.press(key)
    assert desk.state.workshop.vote_closed
    assert ranking(desk) == [
        ("1", "二つ目", 20),
        ("2=", "一つ目", 11),
        ("2=", "三つ目", 11),
        ("4", "四つ目", 10),
    ]
    assert desk.focus is desk.page.closed_round.view


def test_reopening_hides_it_again_and_both_are_undone(room):
    desk = room("一つ目", "二つ目")
    count(desk, 3, 5)
    desk.press("Ctrl+Return", "Alt+X")
    assert not desk.state.workshop.vote_closed
    assert desk.page.hand_count.isVisible()
    desk.press("Ctrl+Z")
    assert desk.state.workshop.vote_closed
    assert desk.page.closed_round.isVisible()
    desk.press("Ctrl+Z")
    assert not desk.state.workshop.vote_closed


def test_rows_are_marked_by_space_and_by_their_key(room):
    desk = room("一つ目", "二つ目", "三つ目")
    count(desk, 1, 5, 3)
    desk.press("Ctrl+Return", "Space", "Down", "Alt+Space")
    assert [problem.first_wording for problem in desk.state.chosen] == ["二つ目", "三つ目"]
    assert [row.checked for row in desk.page.closed_round.view.rows] == [True, True, False]
    assert tr("choose.rank.chosen", n=2) in desk.seen()
    desk.press("Space")
    assert [problem.first_wording for problem in desk.state.chosen] == ["二つ目"]
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert desk.state.chosen == ()


def test_the_first_ones_are_chosen_at_once(room):
    desk = room(*(f"課題 {number}" for number in range(12)))
    count(desk, *([5] * 2 + [3] * 2 + [2] * 2 + [1] * 6))
    desk.press("Ctrl+Return")
    assert desk.page.closed_round.top.value() == 4
    desk.press("Space", "Alt+Y")
    assert len(desk.state.chosen) == 4
    desk.page.closed_round.top.change_by(-2)
    desk.press("Alt+Y")
    assert [problem.first_wording for problem in desk.state.chosen] == ["課題 0", "課題 1"]
    desk.press("Ctrl+Z")
    assert len(desk.state.chosen) == 4


def test_without_hands_problems_can_be_chosen_all_the_same(room):
    desk = room("一つ目", "二つ目")
    desk.press("Ctrl+Return")
    assert ranking(desk) == [("", "一つ目", None), ("", "二つ目", None)]
    desk.press("Down", "Space", "Ctrl+Return")
    assert [problem.first_wording for problem in desk.state.chosen] == ["二つ目"]
    assert desk.window.page_name == "solve"


def test_without_any_problem_the_page_leads_to_the_list(desk):
    desk = desk(page="choose")
    assert tr("guide.choose.timed", n=10) in desk.seen()
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "list"


def test_undo_leads_to_the_problem_that_was_counted(room):
    desk = room("一つ目", "二つ目", "三つ目")
    count(desk, 4)
    desk.press("Down")
    assert called(desk) == tr("choose.count.hands", number=3)
    desk.press("Ctrl+Z")
    assert votes(desk) == [None, None, None]
    assert called(desk) == tr("choose.count.hands", number=1)


def test_a_change_elsewhere_does_not_change_the_typed_number(room):
    desk = room("一つ目", "二つ目")
    desk.write("4")
    desk.do(AddProblem("あとから来た課題"))
    assert desk.page.hand_count.hands.text() == "4"
    desk.press("Return")
    assert votes(desk)[0] == 4


def test_what_is_typed_is_taken_when_the_page_is_left(room):
    desk = room("一つ目", "二つ目")
    desk.write("4")
    desk.go("list")
    assert votes(desk) == [4, None]


def test_two_hundred_problems_are_counted_page_by_page(desk):
    desk = desk()
    desk.ids = desk.do(AddProblems(tuple(f"課題 {number}" for number in range(200))))
    desk.go("choose")
    page = visible_ids(desk.page.hand_count.rows)
    assert 5 <= len(page) <= 9
    count(desk, *([1] * len(page)))
    assert desk.page.hand_count.current_id() not in page
    assert desk.page.hand_count.current_id() in visible_ids(desk.page.hand_count.rows)


def test_hands_of_merged_problems_are_marked_as_a_minimum(room, language):
    desk = room("一つ目", "二つ目", words=language)
    first, second = desk.ids
    for one, hands in ((first, 5), (second, 3)):
        desk.do(CountHands(one, hands))
    desk.do(MergeProblems(first, (second,)))
    desk.do(EditVote(desk.state.workshop.id, "vote_closed", True))
    told = tr("choose.rank.at_least", numbers=str(desk.state.problem(first).number))
    assert told in desk.seen()
    desk.do(CountHands(first, 4))
    assert told not in desk.seen()


def test_leaving_a_problem_out_has_no_tick(room):
    desk = room("一つ目", "二つ目", "三つ目")
    count(desk, 3, 2, 1)
    desk.press("Ctrl+Return")
    button = desk.page.foot().left[0]
    assert button.icon_name == "check"
    desk.press("Space")
    assert button.text() == tr("choose.rank.unmark")
    assert button.icon_name == "close"


def test_the_names_of_the_columns_do_not_touch(room, words, private, size):
    desk = room("一つ目", "二つ目", words=words, private=private, size=size)
    count(desk, 5, 4)
    desk.press("Ctrl+Return")
    view = desk.page.closed_round.view
    layout = view.lay_out_names(view.names)
    cells = sorted((one.left, one.width) for one in (*layout.before, *layout.after[0]))
    assert len(cells) == 4
    for (left, width), (next_left, _) in itertools.pairwise(cells):
        assert left + width < next_left
    assert layout.before[-1].left + layout.before[-1].width < layout.text_left
    assert sum(cells[-1]) <= view.width()


def test_the_place_is_in_the_margin_and_the_number_at_the_text_edge(room, language, size):
    desk = room(*(f"困りごと {n}" for n in range(12)), words=language, size=size, people=20)
    count(desk, *range(20, 8, -1))
    desk.press("Ctrl+Return")
    view = desk.page.closed_round.view
    for row in view.rows:
        place, number = view.lay_out(row, False).before
        assert number.left - (place.left + place.width) == theme().metrics.hang
        assert number.left == theme().metrics.edge or theme().metrics.narrow


def test_the_field_stands_in_the_row_that_is_counted(room, language):
    desk = room("一つ目", "二つ目", "三つ目", words=language)
    for number in range(2):
        view = desk.page.hand_count.rows.view
        slot = next(one for one in view.slots if one.row == number)
        field = desk.page.hand_count.hands
        assert field.parentWidget() is view
        assert slot.top <= field.y() + field.height() // 2 <= slot.top + slot.height
        count(desk, 3)


def test_the_boxes_of_a_tie_to_decide_are_dashed_until_then(room):
    desk = room("一つ目", "二つ目", "三つ目", "四つ目", people=9)
    count(desk, 8, 2, 2, 1)
    desk.press("Ctrl+Return")
    closed = desk.page.closed_round
    closed.top.change_by(2 - closed.top.value())

    def dashed():
        return [cell.dashed for row in closed.view.rows for cell in row.after[-1:]]

    assert dashed() == [False, True, True, False]
    desk.press("Down", "Space")
    assert dashed() == [False] * 4


def test_only_a_tie_that_the_choice_cuts_through_is_said(room, words):
    desk = room("一つ目", "二つ目", "三つ目", "四つ目", people=9, words=words)
    count(desk, 9, 4, 4, 1)
    desk.press("Ctrl+Return")
    numbers = "2" + tr("choose.rank.last") + "3"
    equal = tr("choose.rank.even", numbers=numbers, n=1)
    top = desk.page.closed_round.top
    assert top.value() == 3
    for count_of_top, said in ((3, False), (2, True), (1, False)):
        top.change_by(count_of_top - top.value())
        assert (equal in desk.seen()) is said


def test_the_top_ones_end_before_a_tie_for_the_room_to_decide(room, words):
    texts = ("一つ目", "二つ目", "三つ目", "四つ目", "五つ目")
    desk = room(*texts, people=9, words=words)
    count(desk, 8, 5, 2, 2, 2)
    desk.press("Ctrl+Return")
    both = "3" + tr("choose.rank.comma") + "4" + tr("choose.rank.last") + "5"
    tie = tr("choose.rank.even", numbers=both, n=1)
    assert tie in desk.seen()
    desk.press("Alt+Y")
    assert [problem.number for problem in desk.state.chosen] == [1, 2]
    assert tie in desk.seen()
    assert desk.page.closed_round.current_id() == desk.state.listed[2].id
    desk.press("Down", "Space")
    assert [problem.number for problem in desk.state.chosen] == [1, 2, 4]
    assert tie not in desk.seen()
    desk.press("Ctrl+Z")
    assert tie in desk.seen()
    for by, kind in ((-1, "primary"), (1, "secondary")):
        desk.page.closed_round.top.change_by(by)
        assert desk.window.foot.primary.kind == kind
    desk.page.closed_round.top.change_by(2)
    desk.press("Alt+Y")
    assert len(desk.state.chosen) == 5


@pytest.mark.parametrize(("word", "numbers"), [("one", [1, 3]), ("both", [1, 2, 3])])
def test_a_word_settles_a_tie_of_two(room, word, numbers):
    desk = room("一つ目", "二つ目", "三つ目", "四つ目", people=9)
    count(desk, 9, 4, 4, 1)
    desk.press("Ctrl+Return")
    desk.page.closed_round.top.change_by(-1)
    words = {"one": tr("choose.rank.take", number=3), "both": tr("choose.rank.take_both")}
    desk.press("Alt+Y")
    assert desk.button(tr("choose.rank.go_on")).kind == "secondary"
    desk.click(words[word])
    assert desk.button(tr("choose.rank.go_on")).kind == "primary"
    assert [problem.number for problem in desk.state.chosen] == numbers
    assert words[word] not in desk.seen()
    desk.press("Ctrl+Z")
    assert [problem.number for problem in desk.state.chosen] == [1]
    assert words[word] in desk.seen()


def test_a_tie_of_several_is_taken_as_a_whole_or_left_out(room):
    desk = room("一つ目", "二つ目", "三つ目", "四つ目", people=9)
    count(desk, 9, 4, 4, 4)
    desk.press("Ctrl+Return", "Alt+Y")
    desk.click(tr("choose.rank.take_none"))
    assert [problem.number for problem in desk.state.chosen] == [1]
    assert tr("choose.rank.take_none") not in desk.seen()
    desk.page.closed_round.top.change_by(1)
    desk.press("Alt+1")
    assert len(desk.state.chosen) == 4


def test_nothing_is_chosen_from_a_tie_at_the_very_top(room):
    desk = room("一つ目", "二つ目", "三つ目", "四つ目", people=9)
    count(desk, 2, 2, 2, 2)
    desk.press("Ctrl+Return", "Alt+Y")
    assert desk.state.chosen == ()
    numbers = tr("choose.rank.comma").join("123") + tr("choose.rank.last") + "4"
    assert tr("choose.rank.even", numbers=numbers, n=3) in desk.seen()
    assert tr("choose.done.none") in desk.seen()


def test_digits_after_a_click_on_a_counted_row_replace_its_number(room, language):
    desk = room("Alpha", "Beta", "Gamma", "Delta", words=language)
    count(desk, 3, 2, 2, 1)
    desk.click_part("row", "Beta")
    desk.press("4")
    desk.click(tr("choose.count.next"))
    assert votes(desk) == [3, 4, 2, 1]
    desk.click_part("row", "Delta")
    desk.press("5", "Return")
    assert votes(desk) == [3, 4, 2, 5]
    desk.click_part("row", "Delta")  # it is the current one already
    desk.press("4", "Return")
    assert votes(desk) == [3, 4, 2, 4]


def test_a_correction_by_mouse_leads_on_to_the_next_problem_not_counted(room, language):
    desk = room("Alpha", "Beta", "Gamma", "Delta", words=language)
    count(desk, 3, 2, 4)
    desk.click_part("row", "Beta")
    assert desk.page.hand_count.hands.text() == "2"
    desk.press("5")
    desk.click(tr("choose.count.next"))
    assert votes(desk) == [3, 5, 4, None]
    assert called(desk) == tr("choose.count.hands", number=4)
    desk.press("1", "Return")
    assert votes(desk) == [3, 5, 4, 1]


def test_no_count_stays_visible_once_all_are_counted(room):
    desk = room("Alpha", "Beta", people=9)
    count(desk, 8, 7)
    assert desk.page.hand_count.hands.text() == ""
    for _ in range(2):  # neither by going on from nothing, nor by coming back to the page
        desk.press("Return")
        assert votes(desk) == [8, 7]
        assert desk.page.hand_count.hands.text() == ""
        desk.go("list")
        desk.go("choose")
    desk.click_part("row", "Beta")
    assert desk.page.hand_count.hands.text() == "7"
    desk.press("Return")
    assert desk.page.hand_count.hands.text() == ""


def test_a_click_on_another_row_takes_the_number_typed_before(room):
    desk = room("一つ目", "二つ目", "三つ目")
    desk.press("4")
    desk.click_part("row", "三つ目")
    desk.press("2", "Return")
    assert votes(desk) == [4, None, 2]


def test_a_click_on_another_row_questions_a_surplus_before_it_moves_on(room):
    desk = room("一つ目", "二つ目")
    desk.press("9")
    desk.click_part("row", "二つ目")
    assert tr("choose.count.surplus", n=4, present=5) in desk.seen()
    desk.press("3", "Return")
    assert votes(desk) == [3, None]


def test_closing_early_says_before_and_after_what_is_not_counted(desk, language):
    desk = desk(language)
    desk.ids = desk.do(AddProblems(tuple(f"No {number}" for number in range(200))))
    desk.go("choose")
    close = desk.button(tr("choose.count.close_early", n=200))
    assert close.kind == "secondary"
    count(desk, 0)
    assert close.text() == tr("choose.count.close_early", n=199)
    desk.press("Ctrl+Return")
    assert desk.state.workshop.vote_closed
    missing = tr("choose.rank.missing", n=199)
    assert tr("choose.done.closed_early", missing=missing) in desk.seen()
    assert missing in desk.seen().splitlines()
    desk.press("Ctrl+Z")
    assert not desk.state.workshop.vote_closed


def test_once_all_is_counted_the_button_that_closes_is_filled(room):
    desk = room("一つ目", "二つ目")
    count(desk, 3, 2)
    assert desk.button(tr("choose.count.close")).kind == "primary"
    desk.press("Ctrl+Return")
    assert tr("choose.done.closed") in desk.seen()
    assert tr("choose.rank.missing", n=0) not in desk.seen()


def test_closing_before_all_ballots_are_entered_says_how_many_are_missing(room, language):
    desk = room("一つ目", "二つ目", people=5, words=language)
    desk.press("Ctrl+Shift+D")
    desk.write("1 2")
    desk.press("Return")
    desk.click(tr("choose.dots.close_early", n=4))
    missing = tr("choose.rank.ballots_missing", n=4)
    assert tr("choose.done.closed_early", missing=missing) in desk.seen()


def test_a_count_closed_early_is_one_click_from_what_is_not_counted(room, private, by_mouse):
    desk = room("一つ目", "二つ目", "三つ目", private=private)
    desk.write("4")
    desk.press("Return")
    desk.click(tr("choose.count.close_early", n=2))
    assert tr("choose.rank.missing", n=2) in desk.seen()
    if by_mouse:
        desk.click(tr("frame.undo.button"), desk.window.foot)
    else:
        desk.press("Ctrl+Z")
    assert not desk.state.workshop.vote_closed
    desk.write("2")
    desk.press("Return")
    assert [desk.state.votes.of(one) for one in desk.ids] == [4, 2, None]


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_no_way_of_a_closed_round_moves_when_another_row_or_number_is_chosen(room, language, size):
    desk = room("一つ目", "二つ目", "三つ目", words=language, size=size)
    count(desk, 5, 2, 2)
    desk.press("Ctrl+Return")
    desk.window.foot.toast.hide()
    desk.settle()

    def places():
        return [each.geometry() for each in desk.page.foot().left if each.isVisible()]

    before = places()
    assert len(before) >= 3
    desk.press("Space")  # its word is now the other one
    assert places() == before
    desk.page.closed_round.top.set_value(2)
    desk.page.closed_round._count_top(2)
    desk.settle()
    assert places() == before
    desk.press("Down")
    assert places() == before


def test_the_wheel_shows_other_rows_but_neither_a_count_nor_another_marked_row(room):
    desk = room(*(f"No {number}" for number in range(30)), people=9, size=(1024, 700))
    count(desk, *(number % 4 for number in range(30)))
    assert called(desk) == tr("choose.count.hands", number=30)
    listing = desk.page.hand_count.rows
    while listing.view.rows_before():
        wheel(desk, listing, 120)
    assert desk.page.hand_count.hands.text() == ""
    assert desk.focus is desk.page.hand_count.hands.field
    desk.press("7")  # brings back the row that it is for
    assert listing.view.span()[1] == 30
    desk.press("Return")
    assert votes(desk)[-1] == 7


def test_a_reopened_vote_goes_on_with_the_row_that_was_marked(room):
    desk = room("Alpha", "Beta", "Gamma")
    count(desk, 3, 2, 1)
    desk.press("Ctrl+Return", "Down", "Alt+X")
    assert called(desk) == tr("choose.count.hands", number=2)
    assert desk.page.hand_count.hands.text() == ""


def test_choosing_the_top_ones_says_how_many_are_left_out(room, language):
    desk = room("Alpha", "Beta", "Gamma", "Delta", words=language, people=9)
    count(desk, 9, 4, 4, 4)
    desk.press("Ctrl+Return", "Alt+Y")
    desk.click(tr("choose.rank.take_all", n=3))
    desk.page.closed_round.top.set_value(2)
    desk.press("Alt+Y")
    left_out = tr("choose.done.left_out", n=3)
    assert tr("choose.done.top", n=1) + left_out in desk.seen()
