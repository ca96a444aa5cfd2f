"""The page of questions before any problem, used with the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.helpers.fitting import faults
from tests.helpers.painted import misplaced
from tests.helpers.two_visits import second_visit
from tests.helpers.visible import visible_widgets
from ui.components.people import name_options
from ui.theme.theme import theme
from ui.widgets.check_button import CheckButton
from workshop_app.domain.context_questions import QUESTIONS, AnswerMark, questions_for
from workshop_app.domain.problem import Source
from workshop_app.domain.steps import Step, is_done, is_left_out
from workshop_app.i18n import tr
from workshop_app.services.commands.agenda import ApplyAgenda
from workshop_app.services.commands.context import AnswerQuestion
from workshop_app.services.commands.participants import (
    AddParticipant,
    EditParticipant,
    SetAnonymous,
    ShowSpeakers,
)

SIZES = [(1024, 720), (1024, 768), (1366, 768), (1920, 1080)]


@pytest.fixture
def page(desk):
    def opened(*names, **options):
        one = desk(page="", **options)
        one.ids = [one.do(AddParticipant(name)) for name in names]
        one.go("context")
        return one

    return opened


def answers(desk):
    return desk.state.answers


def question(desk):
    return desk.page.head.problem.text()


def test_an_answer_is_noted_with_its_speaker_and_mark(page):
    desk = page("青木", "井上")
    desk.press("Alt+2")
    desk.write("2か月前に見たきり")
    desk.press("Alt+B", "Return")
    answer = answers(desk)[0]
    assert answer.question == QUESTIONS[0]
    assert (answer.participant_id, answer.mark) == (desk.ids[1], AnswerMark.GIVEN_UP)
    assert desk.focus is desk.page.entry.field
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[0]}")


def test_the_mark_is_not_kept_for_the_next_answer_but_the_speaker_is(page):
    desk = page("青木")
    desk.press("Alt+1", "Alt+G")
    desk.write("一つ目")
    desk.press("Return")
    desk.write("二つ目")
    desk.press("Return")
    assert [a.mark for a in answers(desk)] == [AnswerMark.IN_USE, AnswerMark.NONE]
    assert [a.participant_id for a in answers(desk)] == [desk.ids[0]] * 2


def test_at_the_next_question_nobody_is_the_speaker_until_chosen(page):
    desk = page("大野", "村田")
    desk.press("Alt+1")
    desk.write("一つ目")
    desk.press("Return", "Alt+Down")
    desk.write("二つ目")
    desk.press("Return")
    assert [a.participant_id for a in answers(desk)] == [desk.ids[0], None]


def click_row(desk, answer, *, double=False):
    """Click the row of an answer with the mouse."""
    view = desk.page.rows.view
    ids = [row.id for row in view.rows]
    at = view.accessible_box(ids.index(answer.id)).toRect().topLeft() + QPoint(300, 12)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    if double:
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    desk.settle()


def test_the_names_are_for_the_answer_that_is_current_else_for_the_next_one(page, words):
    desk = page("大野", "村田", words=words)
    desk.do(AnswerQuestion(QUESTIONS[0], "一つ目", desk.ids[1]))
    first, second = (each.text for each in name_options(desk.state))
    click_row(desk, answers(desk)[0])
    assert tr("context.speaker_this") in desk.seen()
    desk.click(first, inside=desk.page.next.speakers)
    assert answers(desk)[0].participant_id == desk.ids[0]
    desk.press("Escape")
    desk.click(second, inside=desk.page.next.speakers)
    assert desk.focus is desk.page.entry.field
    desk.write("二つ目")
    desk.press("Return")
    assert [one.participant_id for one in answers(desk)] == desk.ids


def test_the_line_says_who_gives_the_answer_being_typed(page):
    desk = page("大野", "村田")
    name = name_options(desk.state)[1].text
    assert desk.seen().splitlines().count(name) == 1  # its chip
    desk.press("Alt+2")
    for said in ("一つ目", "二つ目"):
        desk.write(said)
        desk.press("Return")
        assert desk.seen().splitlines().count(name) == 2
    desk.press("Up")
    assert desk.seen().splitlines().count(name) == 2
    desk.press("Escape", "Alt+0")
    assert desk.seen().splitlines().count(name) == 1


def test_who_gave_an_answer_is_changed_in_its_editor(page):
    desk = page("大野", "村田")
    desk.do(AnswerQuestion(QUESTIONS[0], "一つ目", desk.ids[0]))
    click_row(desk, answers(desk)[0], double=True)
    desk.click(tr("context.change_said_by"))
    assert tr("context.speaker_this") in desk.seen()
    assert marked(desk) == []
    assert desk.page.editor.record == ""
    desk.click(name_options(desk.state)[1].text)
    assert answers(desk)[0].participant_id == desk.ids[1]
    assert tr("context.speaker_this") in desk.seen()


def test_an_answer_shows_its_speaker_only_where_names_may_be_shown_and_else_says_so(page):
    desk = page("大野", "村田")
    desk.do(AnswerQuestion(QUESTIONS[0], "一つ目", desk.ids[0]))
    name = name_options(desk.state)[0].text
    assert name not in str(desk.page.rows.rows()[0])
    click_row(desk, answers(desk)[0], double=True)
    desk.click(tr("context.change_said_by"))
    assert marked(desk) == []
    assert desk.window.foot.toast.sentence == tr("widgets.chips.hidden")
    desk.press("Return")
    assert desk.window.foot.toast.sentence == tr("context.said_by_changed")
    desk.press("Escape")
    desk.write("二つ目")
    desk.press("Alt+1", "Return")
    assert desk.window.foot.toast.sentence == tr("widgets.chips.recorded")
    desk.do(ShowSpeakers(True))
    assert name in str(desk.page.rows.rows()[0])
    click_row(desk, answers(desk)[0], double=True)
    desk.click(tr("context.change_said_by"))
    assert marked(desk) != []
    desk.press("Return")
    assert desk.window.foot.toast.sentence == tr("context.said_by", name=name)


def test_in_an_anonymous_workshop_nobody_is_asked_who_it_was(page):
    desk = page("大野", "村田")
    desk.do(SetAnonymous(True))
    desk.write("一つ目")
    desk.press("Alt+1", "Return", "Up", "F2")
    assert answers(desk)[0].participant_id is None
    assert name_options(desk.state)[0].text not in desk.seen()
    assert tr("context.change_said_by") not in desk.seen()


def test_an_answer_is_marked_later_by_one_key_in_its_row(page):
    desk = page()
    desk.write("書き込みは続かなかった")
    desk.press("Return", "Up", "Alt+B")
    assert answers(desk)[0].mark is AnswerMark.GIVEN_UP
    desk.press("Alt+B")
    assert answers(desk)[0].mark is AnswerMark.NONE


def test_a_mouse_marks_the_answer_that_is_current_else_the_next_one(page):
    desk = page()
    desk.do(AnswerQuestion(QUESTIONS[0], "書き込みは続かなかった"))
    desk.click(tr("context.mark.in_use"))
    click_row(desk, answers(desk)[0])
    desk.click(tr("context.mark.given_up"))
    assert answers(desk)[0].mark is AnswerMark.GIVEN_UP
    desk.press("Escape")
    desk.write("グラフは毎日見る")
    desk.press("Return")
    assert answers(desk)[1].mark is AnswerMark.IN_USE
    assert tr("context.mark.given_up") in desk.page.rows.rows()[0].description


def shown_answers(desk):
    """The ids of the answers under the current question, from above."""
    return [row.id for row in desk.page.rows.rows()]


def test_answers_are_under_their_question_without_names(page):
    desk = page("青木")
    for said in ("一つ目の答え", "二つ目の答え"):
        desk.press("Alt+1")
        desk.write(said)
        desk.press("Return")
    assert shown_answers(desk) == [one.id for one in answers(desk)]
    assert "青木" not in str(desk.page.rows.rows())
    desk.press("Alt+Down")
    assert shown_answers(desk) == []


def test_keys_act_on_the_answer_selected(page):
    desk = page("青木", "井上")
    for said in ("一つ目", "二つ目"):
        desk.write(said)
        desk.press("Return")
    desk.press("Up", "Up", "Alt+U")
    first, second = answers(desk)
    assert (first.mark, second.mark) == (AnswerMark.UNCLEAR, AnswerMark.NONE)
    desk.press("Alt+Shift+J", "Alt+2")
    assert [one.participant_id for one in answers(desk)] == [desk.ids[1], None]
    desk.press("F2", "End")
    desk.write("を直した")
    desk.press("Return")
    assert answers(desk)[0].text == "一つ目を直した"
    desk.press("Alt+Delete")
    assert [a.text for a in answers(desk)] == ["二つ目"]
    desk.press("Ctrl+Z")
    assert [a.text for a in answers(desk)] == ["一つ目を直した", "二つ目"]


def test_a_mouse_corrects_removes_and_makes_a_problem_of_an_answer(page):
    desk = page()
    for said in ("一つ目", "二つ目"):
        desk.do(AnswerQuestion(QUESTIONS[0], said))
    click_row(desk, answers(desk)[1])
    desk.click(tr("context.correct"))
    desk.write("！")
    desk.click(tr("widgets.editor.save"))
    assert answers(desk)[1].text.count("！") == 1
    click_row(desk, answers(desk)[1])
    desk.click(tr("context.remove"))
    assert [a.text for a in answers(desk)] == ["一つ目"]
    view = desk.page.rows.view
    (link,) = view.control_boxes(view.slots[-1])
    desk.tap(view, link.center().toPoint())
    assert desk.state.listed[0].first_wording == "一つ目"
    assert tr("context.became", number=1) in desk.page.rows.rows()[0].description


def test_typing_is_for_a_new_answer(page):
    desk = page("青木")
    desk.write("一つ目")
    desk.press("Return", "Up", "Escape")
    desk.write("二つ目")
    desk.press("Alt+1", "Alt+G", "Return")
    first, second = answers(desk)
    assert (first.participant_id, first.mark) == (None, AnswerMark.NONE)
    assert (second.participant_id, second.mark) == (desk.ids[0], AnswerMark.IN_USE)


def controls(desk):
    """Controls of the line for an answer, with their places in the window."""
    shown = visible_widgets(desk.page.next, QAbstractButton)
    return {one: one.mapTo(desk.window, QPoint()) for one in shown}


@pytest.mark.parametrize("asked", range(3))
def test_nothing_of_the_line_moves_when_answers_are_added_and_marked(page, language, size, asked):
    desk = page("青木", "井上", "上田", words=language, size=size)
    plan(desk, 10)
    desk.do(AnswerQuestion(QUESTIONS[0], "二週間前"))
    desk.press(*["Alt+Down"] * asked)
    before = controls(desk)
    add = next(one for one in before if one.text() == tr("context.add"))
    for number in range(4):
        desk.write(f"回答 {number}")
        desk.tap(add)
        assert {one: place.y() for one, place in controls(desk).items()} == {
            one: place.y() for one, place in before.items()
        }
        desk.press("Alt+G")
        chips = [one for one in before if one is not add]
        assert [controls(desk)[one] for one in chips] == [before[one] for one in chips]
    desk.press("Up")
    assert [controls(desk)[one] for one in chips] == [before[one] for one in chips]


def test_nothing_of_the_line_moves_from_one_question_to_the_next(page, language, size, private):
    desk = page("青木", "井上", words=language, size=size, private=private)
    plan(desk, 10)
    desk.do(AnswerQuestion(QUESTIONS[0], "二週間前"))
    desk.press("Alt+Down")
    before = controls(desk)
    count = len(desk.page.order.on_sheet)
    for key in (*["Alt+Down"] * (count - 2), *["Alt+Up"] * (count - 1)):
        desk.press(key)
        assert controls(desk) == before
    assert desk.page.order.beside(-1) is None


def test_a_double_click_with_the_mouse_on_add_adds_one_answer_and_no_problem(page, words):
    desk = page("青木", words=words)
    desk.write("一つ目")
    add = next(one for one in controls(desk) if one.text() == tr("context.add"))
    at = add.mapTo(desk.window, add.rect().center())
    for _ in range(2):
        desk.tap(desk.window.childAt(at))
    assert [one.text for one in answers(desk)] == ["一つ目"]
    assert desk.state.problems == ()


def test_the_answer_just_given_becomes_a_problem_by_one_key(page):
    desk = page("青木")
    desk.press("Alt+1")
    desk.write("倉庫のスイッチが落ちても分からない")
    desk.press("Return", "Alt+Return")
    problem = desk.state.listed[0]
    assert problem.first_wording == "倉庫のスイッチが落ちても分からない"
    assert (problem.source, problem.speaker_id) == (Source.CONTEXT, desk.ids[0])
    assert problem.answer_id == answers(desk)[0].id
    assert tr("context.made", number=1) in desk.seen()
    desk.press("Alt+Return")
    assert len(desk.state.listed) == 1
    desk.press("Ctrl+Z")
    assert desk.state.listed == ()


def test_the_answer_selected_becomes_a_problem(page):
    desk = page()
    for said in ("一つ目", "二つ目"):
        desk.write(said)
        desk.press("Return")
    desk.press("Up", "Up", "Alt+Return")
    assert desk.state.listed[0].first_wording == "一つ目"


def test_without_an_answer_the_key_says_so(page):
    desk = page()
    desk.press("Alt+Return")
    assert tr("context.no_answer", key="Alt+L") in desk.seen()


def test_other_questions_are_one_key_away_and_what_is_typed_is_recorded(page):
    desk = page()
    desk.write("書きかけ")
    desk.press("Alt+Down")
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[1]}")
    assert desk.page.entry.text() == ""
    assert [(one.question, one.text) for one in answers(desk)] == [(QUESTIONS[0], "書きかけ")]
    desk.press("Alt+Up", "Alt+Up")
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[0]}")


def next_by_button(desk):
    desk.click(tr("context.next"))


def click_question(desk, rows, place):
    """Click one of the questions of a list with the mouse."""
    box = rows.view.accessible_box(place)
    desk.tap(rows.view, box.center().toPoint())


def next_by_click(desk):
    click_question(desk, desk.page.waiting, 0)


def another_by_list(desk):
    desk.click(tr("context.open_others"))
    click_question(desk, desk.page.others, 0)


def to_list(desk):
    desk.click(tr("context.go_on"))


@pytest.mark.parametrize("leave", [next_by_button, next_by_click, another_by_list, to_list])
def test_text_is_recorded_with_its_own_question_when_one_moves_on(desk, language, leave):
    desk = desk(language, page="")
    desk.do(AnswerQuestion(QUESTIONS[0], "一つ目"))
    desk.go("context")
    desk.convert("きのう")  # not committed yet
    desk.write("昨日の夜")
    leave(desk)
    texts = {one.question: one.text for one in answers(desk)}
    assert texts == {QUESTIONS[0]: "一つ目", QUESTIONS[1]: "昨日の夜"}
    assert desk.window.page_name == ("list" if leave is to_list else "context")
    desk.go("context")
    assert desk.page.entry.text() == ""


def next_by_click_on_last(desk):
    click_question(desk, desk.page.waiting, 0)


def next_by_key(desk):
    desk.press("Ctrl+Return")


def next_by_focused_button(desk):
    """Press the primary button with the space bar after moving to it with Tab."""
    desk.window.foot.primary.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Space")


@pytest.mark.parametrize(
    "move", [next_by_button, next_by_click_on_last, next_by_key, next_by_focused_button]
)
@pytest.mark.parametrize("minutes", [10, 15])
def test_at_the_last_question_the_chips_are_for_the_answer_to_it(page, move, minutes):
    desk = page("佐藤", "田中", size=(1024, 768))
    plan(desk, minutes)
    others = questions_for(minutes) - 1
    for place in range(others):
        if place:
            next_by_button(desk)
        desk.write("答え")
        desk.click("田中", inside=desk.page.next.speakers)
        desk.click(tr("context.add"))
    move(desk)
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[others]}")
    assert desk.focus is desk.page.entry.field
    speakers = [one.participant_id for one in answers(desk)]
    desk.click("佐藤", inside=desk.page.next.speakers)
    assert [one.participant_id for one in answers(desk)] == speakers
    assert desk.focus is desk.page.entry.field
    desk.write("最後の答え")
    desk.click(tr("context.add"))
    assert [one.participant_id for one in answers(desk)] == [*speakers, desk.ids[0]]


@pytest.mark.every_value
@pytest.mark.parametrize("how", ["keys", "mouse"])
def test_no_answer_is_selected_after_the_list_of_other_questions_is_closed(page, how):
    desk = page("佐藤")
    for asked in QUESTIONS[:3]:
        desk.do(AnswerQuestion(asked, "答え"))
    for _ in range(2):
        words = tr("context.close_others" if desk.page.choosing else "context.open_others")
        desk.press("Alt+L") if how == "keys" else desk.click(words)
    assert desk.focus is desk.page.entry.field


def test_text_that_is_too_long_keeps_its_question(page):
    desk = page()
    desk.page.entry.bring_back("あ" * 20_001)
    next_by_button(desk)
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[0]}")
    assert len(desk.page.entry.text()) == 20_001
    assert answers(desk) == ()


def test_text_stays_with_its_question_where_undo_leads_to_another_one(page):
    desk = page()
    desk.write("一つ目")
    desk.press("Return", "Up", "Alt+B", "Alt+Down")
    desk.write("書きかけ")
    desk.window.undo()
    desk.settle()
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[0]}")
    assert desk.page.entry.text() == ""
    desk.press("Alt+Down")
    assert desk.page.entry.text() == "書きかけ"


def test_a_correction_is_saved_by_a_click_on_another_row(page):
    desk = page()
    for text in ("一つ目", "二つ目"):
        desk.write(text)
        desk.press("Return")
    first, second = answers(desk)
    click_row(desk, first, double=True)
    desk.write("の直し")
    click_row(desk, second)
    assert tr("context.saved") in desk.seen()
    click_row(desk, second, double=True)
    assert [one.text for one in answers(desk)] == ["一つ目の直し", "二つ目"]
    assert desk.page.editor.field.text() == "二つ目"


def numbers(desk):
    """The numbers of the questions on the sheet, in order."""
    return [one.number for one in desk.page.order.on_sheet]


def plan(desk, minutes):
    """Plan this many minutes for Context."""
    others = [item.minutes for item in desk.state.agenda]
    others[list(Step).index(Step.CONTEXT)] = minutes
    desk.do(ApplyAgenda(tuple(others)))


@pytest.mark.parametrize(("minutes", "count"), [(0, 3), (5, 3), (9, 3), (10, 3), (15, 5), (20, 6)])
def test_there_are_as_many_questions_as_there_is_time_for(page, minutes, count):
    assert questions_for(minutes) == count
    desk = page()
    plan(desk, minutes)
    assert numbers(desk) == list(range(1, count + 1))


def test_numbers_and_places_stay_whatever_is_answered(page):
    desk = page()
    before = numbers(desk)
    for _ in range(3):
        desk.write("答え")
        desk.press("Return", "Ctrl+Return")
        assert numbers(desk) == before
    assert desk.page.order.current.number == 4


def test_ctrl_enter_leads_through_the_unanswered_questions_of_the_sheet_and_on(page):
    desk = page()
    desk.do(AnswerQuestion(QUESTIONS[1], "答え"))
    desk.press("Ctrl+Return")
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[2]}")
    desk.press("Ctrl+Return", "Ctrl+Return")
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[4]}")
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "list"


def test_another_question_is_swapped_in_by_keys_and_keeps_its_number(page):
    desk = page()
    desk.press("Alt+Down", "Alt+L")
    assert len(desk.page.others.rows()) == len(QUESTIONS) - 5
    desk.press("Down", "Return")
    assert numbers(desk) == [1, 3, 4, 5, 7]
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[6]}")
    assert desk.focus is desk.page.entry.field
    desk.write("鳴りっぱなし")
    desk.press("Return", "Alt+L", "Escape")
    assert answers(desk)[0].question == QUESTIONS[6]
    assert desk.focus is desk.page.entry.field
    desk.window.set_private(True)
    desk.window.set_private(False)
    assert numbers(desk) == [1, 3, 4, 5, 7]


def test_another_question_is_swapped_in_by_mouse(page):
    desk = page()
    another_by_list(desk)
    assert numbers(desk) == [2, 3, 4, 5, 6]
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[5]}")


def test_a_mouse_goes_to_another_question_of_the_sheet(page):
    desk = page()
    desk.do(AnswerQuestion(QUESTIONS[0], "二週間前"))  # the introduction leaves less space
    for asked in QUESTIONS[1:3]:
        assert desk.page.waiting.isVisible()
        click_question(desk, desk.page.waiting, 0)
        assert question(desk) == tr(f"questions.ask.{asked}")
    assert desk.focus is desk.page.entry.field


def test_where_all_are_answered_a_question_comes_in_addition(page):
    desk = page()
    for asked in QUESTIONS[:5]:
        desk.do(AnswerQuestion(asked, "答え"))
    desk.press("Alt+L", "Return")
    assert numbers(desk) == [1, 2, 3, 4, 5, 6]


def test_a_question_of_ones_own(page):
    desk = page()
    desk.press("Alt+N")
    desk.convert("いつ")
    desk.press("Return")
    assert desk.page.writing_own
    before = numbers(desk)
    desk.write("いちばん困った夜は？")
    desk.press("Return")
    assert question(desk) == "いちばん困った夜は？"
    assert numbers(desk) == [*before, before[-1] + 1], "it comes in addition"
    desk.window.set_private(True)
    desk.window.set_private(False)
    assert question(desk) == "いちばん困った夜は？"
    desk.write("土曜の朝4時")
    desk.press("Return")
    assert answers(desk)[0].question == "いちばん困った夜は？"


@pytest.mark.every_value
@pytest.mark.parametrize("how", ["keys", "mouse"])
def test_a_question_of_ones_own_is_left(page, how):
    desk = page()
    desk.press("Alt+N")
    desk.write("書きかけ")
    desk.press("Escape") if how == "keys" else desk.click(tr("widgets.editor.cancel"))
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[0]}")
    assert desk.focus is desk.page.entry.field


def test_the_step_is_left_out_on_purpose_and_taken_up_again(page):
    desk = page()
    desk.press("Alt+K")
    assert is_left_out(desk.state, Step.CONTEXT)
    assert desk.window.page_name == "list"
    desk.go("context")
    desk.press("Alt+K")
    assert not is_left_out(desk.state, Step.CONTEXT)
    assert desk.window.page_name == "context"


@pytest.mark.parametrize("size", SIZES)
def test_with_an_answer_a_mouse_goes_on_and_nothing_is_skipped(desk, language, size):
    desk = desk(language, page="context", size=size)
    assert tr("context.skip") in desk.seen().splitlines()
    desk.write("先週の金曜")
    desk.press("Return")
    assert faults(desk.window) == []
    words = desk.seen().splitlines()
    assert tr("context.skip") not in words
    assert desk.window.foot.primary.text() == tr("context.next")
    desk.press("Alt+K")
    assert desk.window.page_name == "context"
    desk.click(tr("context.go_on"))
    assert desk.window.page_name == "list"
    assert is_done(desk.state, Step.CONTEXT)
    assert not is_left_out(desk.state, Step.CONTEXT)


@pytest.mark.every_value
def test_with_an_answer_selected_by_mouse_the_way_to_list_keeps_its_place(desk, language):
    desk = desk(language, page="context", size=(1024, 700))
    desk.write("先週の金曜")
    desk.press("Return")
    leave = next(
        one for one in visible_widgets(desk.window.foot, QAbstractButton)
        if one.text() == tr("context.go_on")
    )  # fmt: skip
    at = leave.mapTo(desk.window.foot, leave.rect().center())
    click_question(desk, desk.page.rows, 0)
    assert tr("context.correct") in desk.seen().splitlines()
    desk.tap(desk.window.foot.childAt(at))
    assert desk.window.page_name == "list"


def test_only_the_primary_button_goes_on_from_the_last_open_question_by_mouse(page):
    desk = page()
    for asked in QUESTIONS[:4]:
        desk.do(AnswerQuestion(asked, "答え"))
    desk.click(tr("context.next"))
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[4]}")
    assert desk.seen().splitlines().count(tr("context.go_on")) == 1
    assert desk.window.foot.primary.text() == tr("context.go_on")
    desk.press("Alt+Up")
    assert desk.window.foot.primary.text() == tr("context.next")
    desk.click(tr("context.go_on"))
    assert desk.window.page_name == "list"


def test_skipping_is_offered_again_when_the_only_answer_is_undone(page):
    desk = page()
    desk.write("答え")
    desk.press("Return", "Ctrl+Z")
    desk.click(tr("context.skip"))
    assert is_left_out(desk.state, Step.CONTEXT)


def test_private_mode_says_what_a_question_is_good_for_and_who_answered(page):
    desk = page("青木", until=None, private=True)
    why = tr(f"questions.why.{QUESTIONS[0]}")
    assert why in desk.seen()
    desk.write("一つ目")
    desk.press("Return", "Up", "Alt+G", "Alt+Shift+J", "Alt+1")
    assert (answers(desk)[0].participant_id, answers(desk)[0].mark) == (
        desk.ids[0],
        AnswerMark.IN_USE,
    )
    assert "青木" in desk.page.rows.rows()[0].description
    desk.press("Escape")
    assert desk.focus is desk.page.entry.field
    desk.press("Alt+Down")
    assert question(desk) == tr(f"questions.ask.{QUESTIONS[1]}")
    desk.press("Escape")
    assert not desk.window.private
    assert why not in desk.everything()


def test_nothing_private_is_in_projected_mode(page):
    desk = page(until=Step.CONTEXT)
    for who in desk.state.participants:
        desk.do(EditParticipant(who.id, "private_note", "カナリア"))
    everything = desk.everything()
    assert "カナリア" not in everything
    for asked in QUESTIONS:
        assert tr(f"questions.why.{asked}") not in everything


@pytest.mark.every_value
@pytest.mark.parametrize("percent", [100, 200])
def test_question_answers_and_line_are_whole_in_a_small_window(page, language, percent):
    desk = page(words=language, until=Step.CONTEXT, size=(1024, 700), percent=percent)
    for asked in desk.page.order.on_sheet:
        desk.show_record(asked.answers[-1].id)
        assert faults(desk.window) == [], asked.words
        assert misplaced(desk.window) == [], asked.words
        desk.press("Up", "F2")
        assert faults(desk.window) == [], asked.words
        assert misplaced(desk.window) == [], asked.words
        assert tr("widgets.editor.cancel") in desk.seen()
        desk.press("Escape", "Escape")


def test_the_head_says_where_more_was_answered_than_there_is_time_for(page, language):
    desk = page(words=language)
    plan(desk, 10)
    assert tr("context.each", n=3, each=3) in desk.seen()
    for asked in QUESTIONS[:6]:
        desk.do(AnswerQuestion(asked, "回答"))
    assert tr("context.more_than_fit", n=6, fitting=3, minutes=10) in desk.seen()


@pytest.mark.every_value
def test_every_question_is_whole_in_the_smallest_window(page, language):
    desk = page(words=language, size=(1024, 768))
    for asked in QUESTIONS:
        desk.page._go(asked)
        desk.settle()
        assert desk.page.head.problem.pages == 1, asked


def marked(desk):
    """The names of participants, or "No name", that are marked."""
    names = {tr("widgets.chips.nobody"), *(each.text for each in name_options(desk.state))}
    chips = visible_widgets(desk.window, CheckButton)
    return [chip.text() for chip in chips if chip.isChecked() and chip.text() in names]


def test_selecting_an_answer_does_not_tell_the_room_who_gave_it(page):
    desk = page("青木", "井上")
    desk.do(AnswerQuestion(QUESTIONS[0], "答え", desk.ids[1]))
    click_row(desk, answers(desk)[0])
    assert marked(desk) == []
    desk.press("Alt+Shift+J")
    assert marked(desk) == []


def test_in_private_mode_the_editor_of_an_answer_marks_who_gave_it(page):
    desk = page("青木", "井上", private=True)
    desk.do(AnswerQuestion(QUESTIONS[0], "答え", desk.ids[1]))
    click_row(desk, answers(desk)[0])
    desk.press("Alt+Shift+J")
    assert marked(desk) == [name_options(desk.state)[1].text]


def test_at_a_second_visit_what_was_answered_last_time_is_asked_last(desk, language):
    one = desk(language, filled=second_visit, page="context", size=(1366, 768))
    heard = {answer.question for answer in one.state.before.answers}
    assert heard
    asked = [each.id for each in one.page.order.on_sheet]
    assert not heard.intersection(asked)
    assert question(one) == tr(f"questions.ask.{asked[0]}")
    assert heard < {each.id for each in one.page.order.others}
    numbers = [str(each.number) for each in one.page.order.others if each.id in heard]
    said = tr("context.left_out", numbers=tr("sort.between").join(numbers))
    assert said in one.seen()


def test_answers_begin_below_the_question_in_the_size_of_the_room(page, size):
    desk = page("佐藤", size=size)
    desk.write("きのうの夜")
    desk.press("Return")
    view = desk.page.rows.view
    assert view.slots[0].top == 0
    least = 0.0444 * desk.window.height()
    assert theme().text_size(view.role) >= least
    assert theme().text_size(desk.page.entry.field.role) >= least
