"""The page on which problems are listed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from tests.helpers.controls import spoken_current
from tests.helpers.fitting import faults
from tests.helpers.list_rows import visible_ids
from tests.helpers.painted import misplaced
from tests.helpers.visible import visible_widgets
from ui.components.people import name_options
from ui.rows.row import Row
from ui.widgets.check_button import CHIP, CheckButton
from ui.widgets.ruled_line import RuledLine
from workshop_app.domain.problem import Source
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import AddParticipant, ShowSpeakers
from workshop_app.services.commands.problems import AddProblem, AddProblems, EditProblem
from workshop_app.services.commands.sorting import MergeProblems

SIZES = [(1024, 720), (1024, 768), (1366, 768), (1920, 1080)]


def _aside(row: Row) -> str:
    """The text at the right of a row."""
    return "".join(each.line.text for each in row.asides)


def words(desk):
    return [problem.first_wording for problem in desk.state.listed]


def typed(desk):
    return desk.page.entry.text()


@pytest.fixture
def people(desk):
    def seated(*names, **options):
        one = desk(**options)
        one.ids = [one.do(AddParticipant(name)) for name in names]
        return one

    return seated


def test_enter_adds_and_the_cursor_stays_for_the_next_one(desk):
    desk = desk()
    for said in ("内部の機器を監視できない", "通知が多すぎる"):
        desk.write(said)
        desk.press("Return")
    assert words(desk) == ["内部の機器を監視できない", "通知が多すぎる"]
    assert typed(desk) == ""
    assert desk.focus is desk.page.entry.field
    assert desk.state.listed[0].heard_at[:2] == "20"
    assert tr("list.count", n=2) in desk.seen()


def test_the_speaker_stays_until_another_key(people):
    desk = people("青木 健", "井上 美咲")
    desk.press("Alt+2")
    for said in ("一つ目", "二つ目"):
        desk.write(said)
        desk.press("Return")
    desk.press("Alt+0")
    desk.write("三つ目")
    desk.press("Return")
    assert [p.speaker_id for p in desk.state.listed] == [desk.ids[1], desk.ids[1], None]


@pytest.mark.parametrize("shown", [False, True])
def test_the_foot_says_that_the_speaker_was_recorded(people, shown):
    desk = people("青木 健", "井上 美咲")
    desk.do(ShowSpeakers(shown))
    name = name_options(desk.state)[1].text
    desk.write("名前のない課題")
    desk.press("Return")
    assert not desk.window.foot.toast.sentence
    desk.write("井上さんの課題")
    desk.press("Alt+2", "Return")
    said = tr("list.said_by", number=2, name=name) if shown else tr("widgets.chips.recorded")
    assert desk.window.foot.toast.sentence == said
    assert (name in desk.window.foot.toast.sentence) == shown


def test_the_speaker_outlasts_private_mode_and_language(people):
    desk = people("青木", "井上")
    desk.press("Alt+2")
    desk.window.set_private(True)
    desk.window.set_private(False)
    desk.write("まだ井上さん")
    desk.press("Return")
    assert desk.state.listed[0].speaker_id == desk.ids[1]


def test_a_received_line_gets_its_speaker_by_one_key(people):
    desk = people("青木", "井上")
    desk.do(AddProblems(("一つ目", "二つ目"), Source.ADVANCE))
    desk.press("Alt+J", "Alt+1", "Alt+J", "Alt+2")
    assert [p.speaker_id for p in desk.state.listed] == desk.ids
    assert tr("list.nameless", n=1) not in desk.seen()
    desk.press("Escape")
    assert desk.focus is desk.page.entry.field


def test_the_next_problem_without_a_speaker_is_asked_for_in_its_row(people):
    desk = people("青木", "井上")
    desk.do(AddProblems(("一つ目", "二つ目")))
    desk.press("Up", "Up", "Escape")
    assert desk.page.rows.current_id() == desk.state.listed[0].id
    desk.click(tr("list.nameless", n=2))
    assert desk.page.rows.current_id() == desk.state.listed[0].id
    assert tr("list.speaker_of", number=1) in desk.seen()
    desk.press("Alt+J")
    assert desk.page.rows.current_id() == desk.state.listed[1].id
    assert tr("list.speaker_of", number=2) in desk.seen()


def test_the_key_to_the_next_one_does_not_skip_the_one_that_was_just_reached(people):
    desk = people("青木", "井上")
    desk.do(AddProblems(("一つ目", "二つ目", "三つ目", "四つ目")))
    desk.press("Alt+J", "Alt+1", "Alt+J", "Alt+2", "Alt+J", "Alt+1", "Alt+J")
    assert [p.speaker_id for p in desk.state.listed] == [*desk.ids, desk.ids[0], None]
    assert desk.page.rows.current_id() == desk.state.listed[3].id
    desk.do(AddProblem("五つ目"))
    desk.press("Alt+J")
    assert desk.page.rows.current_id() == desk.state.listed[4].id


@pytest.mark.parametrize("size", SIZES)
def test_with_the_mouse_each_further_problem_gets_its_speaker_by_one_click(people, size):
    desk = people("青木", "井上", size=size)
    desk.do(AddProblems(tuple(f"課題 {n}" for n in range(1, 9))))
    names = [each.text for each in name_options(desk.state)]
    desk.click(tr("list.nameless", n=8))
    assert desk.page.rows.current_id() == desk.state.listed[0].id
    for number, name in enumerate(names * 4, 1):
        desk.click(name)
        assert tr("list.said_by_changed", number=number) in desk.seen()
    assert [p.speaker_id for p in desk.state.listed] == desk.ids * 4
    assert not any(row.after for row in desk.page.rows.rows())
    desk.press("Alt+V")
    assert [_aside(row) for row in desk.page.rows.rows()] == names * 4
    assert not any(row.after for row in desk.page.rows.rows())
    desk.press("Alt+V")
    assert not any(row.asides for row in desk.page.rows.rows())


def test_another_speaker_for_a_problem_that_has_one_stays_at_it(people):
    desk = people("青木", "井上")
    desk.do(AddProblems(("一つ目", "二つ目")))
    desk.press("Alt+J", "Alt+1", "Escape", "Up", "Up", "Alt+Shift+J", "Alt+2")
    first, second = desk.state.listed
    assert (first.speaker_id, second.speaker_id) == (desk.ids[1], None)
    assert desk.page.rows.current_id() == first.id
    assert not desk.page.editor.record


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["key", "mouse"])
def test_a_name_is_for_the_row_that_is_current_else_for_the_next_problem(people, words, by):
    desk = people("青木", "井上", words=words)
    desk.do(AddProblems(("一つ目", "二つ目")))
    first, second = (each.text for each in name_options(desk.state))

    def choose(number):
        if by == "key":
            desk.press(f"Alt+{number}")
        else:
            desk.click((first, second)[number - 1])

    choose(1)
    desk.click_part("row", "一つ目")
    foot = desk.page.foot()
    choose(2)
    assert [p.speaker_id for p in desk.state.listed] == [desk.ids[1], None]
    assert desk.page.rows.current_id() == desk.state.listed[0].id
    assert desk.page.foot() == foot
    assert tr("list.speaker_of", number=1) in desk.seen()
    desk.press("Escape")
    assert tr("list.speaker_of", number=1) not in desk.seen()
    assert desk.focus is desk.page.entry.field
    desk.write("三つ目")
    desk.press("Return")
    assert [p.speaker_id for p in desk.state.listed] == [desk.ids[1], None, desk.ids[0]]
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert [p.speaker_id for p in desk.state.listed] == [None, None]


def test_the_foot_is_about_the_row_that_is_current(people):
    desk = people("青木")
    desk.do(AddProblems(("一つ目", "二つ目")))
    assert tr("list.writing.open") in desk.seen()
    desk.click_part("row", "一つ目")
    seen = desk.seen()
    assert tr("list.panel", number=1) in seen
    assert tr("list.writing.open") not in seen
    desk.click(tr("list.remove"))
    assert words(desk) == ["二つ目"]


@pytest.mark.parametrize("page", ["list", "actions", "context"])
def test_the_word_that_adds_stays_while_the_text_wraps(desk, language, page):
    one = desk(language, page="list" if page == "actions" else page)
    if page == "actions":
        one.go("wrap_up").show_section("actions")
        one.settle()
    line = next(each for each in visible_widgets(one.window, RuledLine))
    place = line.button.mapTo(one.window, QPoint(0, 0))
    low = line.height()
    line.setFocus()
    one.write("more than one line has room for " * 5)
    assert line.height() > low
    assert line.button.mapTo(one.window, QPoint(0, 0)) == place


def test_after_undo_by_mouse_the_foot_is_about_the_row_that_came_back(people):
    desk = people("青木")
    desk.do(AddProblems(("一つ目", "二つ目")))
    desk.click_part("row", "二つ目")
    desk.click(tr("list.remove"))
    assert tr("list.panel", number=1) in desk.seen()
    desk.click(tr("frame.rail.undo"), desk.window.foot.toast)
    assert tr("list.panel", number=2) in desk.seen()
    assert tr("list.panel", number=1) not in desk.seen()


def test_a_click_elsewhere_saves_what_is_edited_and_says_so(desk, language):
    one = desk(language)
    one.do(AddProblems(("一つ目", "二つ目")))
    one.click_part("row", "一つ目")
    one.press("F2", "End")
    one.write("！")
    one.click_part("row", "二つ目")
    assert words(one) == ["一つ目！", "二つ目"]
    assert tr("list.saved", number=1) in one.seen()
    assert not one.page.editor.record
    one.press("Ctrl+Z")
    assert words(one) == ["一つ目", "二つ目"]


def test_both_buttons_of_the_editor_work_with_the_mouse(desk, language):
    one = desk(language)
    one.do(AddProblem("一つ目"))
    for button, said in (("cancel", "一つ目"), ("save", "一つ目！")):
        one.click_part("row", "一つ目")
        one.press("F2", "End")
        one.write("！")
        one.click(tr(f"widgets.editor.{button}"))
        assert words(one) == [said]
        assert not one.page.editor.record


def test_what_is_edited_stands_where_the_row_was(desk):
    desk = desk(until=Step.LIST)
    view = desk.page.rows.view
    desk.press("Up", "Up", "Up", "Up")
    slot = next(one for one in view.slots if one.row == view.current)
    before = [(one.row, one.top) for one in view.slots if one.row <= slot.row]
    desk.press("F2")
    assert [(one.row, one.top) for one in view.slots if one.row <= slot.row] == before


def test_a_typing_error_is_corrected_marked_and_undone(desk):
    desk = desk()
    desk.write("監使ができない")
    desk.press("Return", "F2", "Home", "Delete", "Delete")
    desk.write("監視")
    desk.press("Return")
    problem = desk.state.listed[0]
    assert (problem.first_wording, problem.first_wording_corrected) == ("監視ができない", True)
    assert desk.page.rows.rows()[0].after[0].words == tr("list.corrected")
    assert desk.focus is desk.page.entry.field
    desk.press("Ctrl+Z")
    assert words(desk) == ["監使ができない"]
    assert not desk.state.listed[0].first_wording_corrected


def test_escape_leaves_a_correction_and_what_was_being_typed_is_still_there(desk):
    desk = desk()
    desk.do(AddProblem("一つ目"))
    desk.write("書きかけ")
    desk.press("F2")
    desk.write("だめ")
    desk.press("Escape")
    assert words(desk) == ["一つ目"]
    assert typed(desk) == "書きかけ"


def test_a_correction_stays_with_its_problem_and_leads_back_to_its_row(desk):
    desk = desk()
    desk.do(AddProblems(("一つ目", "二つ目")))
    desk.press("Up", "Up", "F2", "End")
    desk.write("！")
    desk.page.rows.set_current(desk.state.listed[1].id)
    desk.press("Return")
    assert words(desk) == ["一つ目！", "二つ目"]
    assert desk.focus is desk.page.rows.view


def test_delete_removes_the_row_in_hand_and_undo_brings_it_back(desk):
    desk = desk()
    desk.do(AddProblems(("一つ目", "二つ目", "三つ目")))
    desk.press("Up", "Up", "Delete")
    assert words(desk) == ["一つ目", "三つ目"]
    assert tr("list.removed", number=2) in desk.seen()
    desk.press("Ctrl+Z")
    assert words(desk) == ["一つ目", "二つ目", "三つ目"]
    assert desk.page.rows.current_id() == desk.state.listed[1].id


def test_delete_in_the_entry_deletes_only_characters(desk):
    desk = desk()
    desk.do(AddProblem("一つ目"))
    desk.write("ab")
    desk.press("Home", "Delete")
    assert (words(desk), typed(desk)) == (["一つ目"], "b")


def test_exact_repeats_are_said_and_not_blocked(desk):
    desk = desk()
    desk.do(AddProblem("HTTP の監視"))
    desk.write("ｈｔｔｐの監視")
    assert tr("list.repeat", number=1) in desk.seen()
    desk.press("Return")
    assert len(words(desk)) == 2
    assert desk.page.rows.rows()[1].after[0].words == tr("list.same_as", number=1)
    assert tr("list.repeat", number=1) not in desk.seen()


def test_too_long_stays_in_the_field_and_is_said(desk):
    desk = desk()
    desk.write("あ" * 2001)
    desk.press("Return")
    assert words(desk) == []
    assert len(typed(desk)) == 2001
    assert tr("errors.too_long", length=2001, limit=2000) in desk.seen()
    desk.press("Backspace", "Return")
    assert words(desk) == ["あ" * 2000]


PASTED = "1. 一つ目\n・二つ目\n\n二つ目\n- 既にある"


def test_a_pasted_list_is_shown_first_and_is_one_step_of_undo(people):
    desk = people("青木")
    desk.do(AddProblem("既にある"))
    QGuiApplication.clipboard().setText(PASTED)
    desk.press("Alt+1", "Ctrl+Shift+V")
    assert len(words(desk)) == 1
    marks = [[mark.words for mark in row.after] for row in desk.page.preview.list.rows()]
    assert marks == [
        [],
        [],
        [tr("paste.same_as_line", number=2)],
        [tr("paste.same_as_problem", number=1)],
    ]
    desk.press("Return")
    assert words(desk) == ["既にある", "一つ目", "二つ目"]
    assert desk.state.listed[2].speaker_id == desk.ids[0]
    assert desk.focus is desk.page.entry.field
    desk.press("Ctrl+Z")
    assert words(desk) == ["既にある"]


def test_pasting_lines_into_the_entry_opens_the_preview_and_escape_leaves_it(desk):
    desk = desk()
    QGuiApplication.clipboard().setText("一つ目\n二つ目")
    desk.write("書きかけ")
    desk.press("Ctrl+V")
    assert desk.page.preview.isVisible()
    desk.press("Escape")
    assert not desk.page.preview.isVisible()
    assert (words(desk), typed(desk)) == ([], "書きかけ")


def test_the_greeting_of_a_mail_is_shown_and_becomes_no_problem_unless_it_is_ticked(desk):
    desk = desk()
    QGuiApplication.clipboard().setText("お世話になります。\n1. 一つ目\n2. 二つ目\n3. 三つ目")
    desk.press("Ctrl+Shift+V")
    assert desk.page.preview.list.rows()[0].text == "お世話になります。"
    desk.press("Return")
    assert words(desk) == ["一つ目", "二つ目", "三つ目"]


def test_space_takes_a_line_out_of_the_paste(desk):
    desk = desk()
    QGuiApplication.clipboard().setText("一つ目\n二つ目\n三つ目")
    desk.press("Ctrl+Shift+V", "Down", "Space", "Return")
    assert words(desk) == ["一つ目", "三つ目"]


def test_a_line_too_long_to_paste_is_kept_until_it_is_divided(desk):
    desk = desk()
    QGuiApplication.clipboard().setText("一つ目\n" + "長い文です。" * 500)
    desk.press("Ctrl+Shift+V", "Return")
    assert words(desk) == ["一つ目"]
    assert desk.page.preview.isVisible()
    desk.press("Alt+S", "Return")
    assert "".join(words(desk)[1:]) == "長い文です。" * 500
    assert not desk.page.preview.isVisible()


def test_an_empty_clipboard_is_said(desk):
    desk = desk()
    QGuiApplication.clipboard().setText("・\n  \n")
    desk.press("Ctrl+Shift+V")
    assert tr("paste.nothing") in desk.seen()
    assert not desk.page.preview.isVisible()


def test_ctrl_enter_goes_on_to_sort(desk):
    desk = desk()
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "sort"


@pytest.mark.every_value
def test_the_panel_of_a_small_window_has_room_for_a_long_problem_and_note(desk, language):
    one = desk(language, private=True, size=(1024, 700))
    someone = one.do(AddParticipant("Featherstonehaugh-Cholmondeley " * 2))
    said = tr("questions.ask.given_up") * 4
    problem = one.do(AddProblem(said, someone))
    one.page.show_record(problem)
    for note in ("", "\n".join("123456789")):
        one.do(EditProblem(problem, "private_note", note))
        assert faults(one.window) == []
        assert misplaced(one.window) == []


def test_a_note_typed_for_one_problem_never_lands_on_another(desk):
    desk = desk(private=True)
    first, second = (desk.do(AddProblem(said)) for said in ("一つ目", "二つ目"))
    desk.page.show_record(first)
    desk.page.side.note.field.setFocus()
    desk.write("一つ目のメモ")
    desk.page.show_record(second)
    assert desk.state.problem(first).private_note == "一つ目のメモ"
    assert desk.state.problem(second).private_note == ""


def test_no_speaker_is_on_a_row_that_the_audience_sees(desk):
    desk = desk(until=Step.LIST)
    marks = [mark.words for row in desk.page.rows.rows() for mark in row.after]
    assert not {"青木", "井上", "上田", "江藤", "小川"} & set(marks)


@pytest.mark.every_value
@pytest.mark.parametrize("size", SIZES)
def test_names_for_the_room_are_as_large_as_the_words_and_never_cut(desk, language, size):
    desk = desk(language, until=Step.LIST, size=size)
    who = desk.do(AddParticipant("Wolfeschlegelsteinhausenbergerdorff" * 2))
    desk.do(ShowSpeakers(True))
    desk.do(AddProblem("長い名前の人が言ったこと" * 6, who))
    assert faults(desk.window) == []
    view = desk.page.rows.view
    assert any(view.rows[slot.row].asides for slot in view.slots)
    assert _aside(view.current_row) in spoken_current(view)


def test_of_several_speakers_one_is_named_and_the_current_row_names_all(people, private):
    desk = people("青木 健", "井上 真", "上田 亮", private=private)
    desk.do(ShowSpeakers(True))
    into, *others = (desk.do(AddProblem(f"通知が多い {who}", who)) for who in desk.ids)
    desk.do(MergeProblems(into, tuple(others)))
    (row,) = desk.page.rows.rows()
    shown = row.after[-1].words if private else _aside(row)
    assert shown == "青木様 +2"
    assert "青木様、井上様、上田様" in spoken_current(
        desk.page.rows.view, QAccessible.Text.Description
    )


def test_two_hundred_problems_are_paged_and_the_newest_is_in_sight(desk):
    desk = desk()
    desk.do(AddProblems(tuple(f"課題 {n}" for n in range(200))))
    desk.write("いちばん新しい")
    desk.press("Return")
    assert visible_ids(desk.page.rows)[-1] == desk.state.listed[-1].id
    desk.press("PageUp")
    assert desk.page.rows.view.rows_after() > 0
    desk.write("次の")
    assert desk.page.rows.view.rows_after() == 0


def test_the_field_stays_where_it_is_when_the_first_problem_is_entered(
    people, size, words, private
):
    desk = people("青木", "小川", "森", size=size, words=words, private=private)
    field = desk.page.entry.field
    place = field.mapTo(desk.window, QPoint(0, 0))
    middle = field.mapTo(desk.window, field.rect().center())
    for said in ("内部の機器を監視できない", "通知が多すぎる"):
        desk.write(said)
        desk.press("Return")
        assert field.mapTo(desk.window, QPoint(0, 0)) == place
    desk.page.rows.setFocus()
    target = desk.window.childAt(middle)
    desk.tap(target, target.mapFrom(desk.window, middle))
    desk.write("F")
    assert typed(desk) == "F"


def test_a_typed_problem_is_listed_when_one_moves_on(desk, language):
    one = desk(language)
    one.page.entry.setFocus()
    one.write("夜に鳴る")
    one.click(tr("list.next", step=tr("steps.name.sort")))
    assert one.window.page_name == "sort"
    assert [problem.first_wording for problem in one.state.listed] == ["夜に鳴る"]
    one.go("list")
    assert one.page.entry.text() == ""


@pytest.mark.parametrize("in_room", [False, True])
def test_the_last_problems_are_in_sight_above_the_next_one(desk, language, in_room):
    one = desk(language, page="prepare", size=(1024, 700))
    one.do(AddProblems(tuple(f"届いた課題 {number}" for number in range(1, 13)), Source.ADVANCE))
    if in_room:
        one.do(AddProblem("会場で出た課題"))
    one.go("list")
    assert one.page.rows.view.rows_before() > 0
    assert one.page.rows.view.rows_after() == 0


def marked(desk):
    """The names, or "No name", that are marked for the room."""
    return [
        chip.text()
        for chip in visible_widgets(desk.window, CheckButton)
        if chip.shape is CHIP and chip.isChecked()
    ]


def test_a_click_on_a_row_does_not_tell_the_room_who_said_it(people, language):
    desk = people("青木 健", "佐藤 美咲", words=language)
    first, second = desk.ids
    said = desk.do(AddProblem("Alpha", second))
    desk.do(AddProblem("Beta", None))
    before = desk.everything()
    for row in ("Alpha", "Beta"):
        desk.click_part("row", row)
        assert marked(desk) == []
    assert {line for line in desk.everything().splitlines() if "佐藤" in line} <= set(
        before.splitlines()
    )
    desk.click_part("row", "Alpha")
    desk.press("Alt+Shift+J")
    assert marked(desk) == []
    assert desk.focus.text() == name_options(desk.state)[0].text
    desk.press("Return")
    assert desk.state.problem(said).speaker_id == first
    assert tr("list.said_by_changed", number=1) in desk.seen()
    desk.click_part("row", "Alpha")
    assert marked(desk) == []


def test_who_said_the_current_row_is_marked_where_names_are_shown(people, private):
    desk = people("青木 健", "佐藤 美咲", private=private)
    desk.do(AddProblem("Alpha", desk.ids[1]))
    if not private:
        desk.do(ShowSpeakers(True))
    desk.click_part("row", "1 Alpha")
    assert marked(desk) == [name_options(desk.state)[1].text]
    desk.press("F2", "Alt+1")
    assert desk.state.listed[0].speaker_id == desk.ids[0]
    assert desk.page.editor.record


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_a_click_on_a_name_leaves_the_caret_in_the_words_being_typed(desk, button):
    one = desk(page="")
    for name in ("佐藤", "鈴木"):
        one.do(AddParticipant(name))
    one.go("list")
    one.write("夜に誰も")
    QTest.mouseClick(one.button("鈴木"), button)
    one.settle()
    assert one.focus is one.page.entry.field
    one.write("気づかない")
    assert one.page.entry.text() == "夜に誰も気づかない"
    one.press("Return", "Up")
    QTest.mouseClick(one.button("佐藤"), button)
    one.settle()
    assert one.focus is one.page.rows.view
