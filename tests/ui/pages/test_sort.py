"""The page on which problems are sorted into themes, used with the keyboard."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.helpers.controls import spoken_rows
from tests.helpers.fitting import faults
from tests.helpers.painted import misplaced, painted_texts
from tests.helpers.sorting import page_count, theme_of
from ui.actions.binding import BoundAction, live_action
from ui.actions.meanings import Meaning
from ui.rows.cells import Number
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from workshop_app.domain.appraisal import Criterion
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.steps import Step, is_left_out
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import AnswerCriterion
from workshop_app.services.commands.participants import AddParticipant
from workshop_app.services.commands.problems import (
    AddProblem,
    AddProblems,
    EditProblem,
    RemoveProblem,
)
from workshop_app.services.commands.solving import DecideNotOurs, PlayCard
from workshop_app.services.commands.sorting import AddTheme, MergeProblems

DOZEN = (
    "プロトコル（HTTP/HTTPS以外）を指定して外形監視ができない",
    "内部のネットワーク機器の監視ができない",
    "ダッシュボード上でグラフの表示期間の変更ができない",
    "夜間バッチが失敗しても、朝まで誰も気づかない",
    "通知が多すぎて、大事なアラートが埋もれてしまう",
    "回線が少し切れただけで死活監視が鳴る",
    "UPSやルーターのSNMPトラップを受け取れない",
    "サイト証明書の更新日を、表計算の一覧で管理している",
    "月例メンテのたびに監視を止めて、終わると戻し忘れる",
    "監視ルールのしきい値を、誰がいつ変えたのか追えない",
    "ディスクがあふれて、サイトが止まってから気づく",
    "全体的に画面がなんとなく使いにくい",
)
THEMES = (
    ("つながりの監視", (1, 2, 6)),
    ("アラートの質", (5, 9)),
    ("気づきの遅れ", (4, 8, 11)),
    ("画面と運用のしかた", (3, 10)),
)


@pytest.fixture
def page(desk):
    def opened(*said, themes=(), **options):
        one = desk(page="", **options)
        if said:
            one.do(AddProblems(said))
        one.themes = [one.do(AddTheme(name)) for name in themes]
        one.go("sort")
        if said:
            one.page.focus_start()
        return one

    return opened


MANY = tuple(f"課題 {n}" for n in range(1, 42))


def test_of_many_problems_the_themes_are_listed_and_one_is_opened(page):
    desk = page(*MANY, themes=("一", "二"))
    view = desk.page.view
    names = [tr("sort.unsorted"), "一", "二"]
    assert [row.text for row in view.rows] == names
    assert [row.after[0].words for row in view.rows] == [tr("sort.count", n=n) for n in (41, 0, 0)]
    desk.press("Return")
    assert in_hand(desk) == MANY[0]
    assert [row.text for row in view.rows] == [*MANY, "一", "二"]
    desk.press("Alt+2", "Down", "Alt+2")
    assert [len(group.problems) for group in desk.page.selection.groups] == [39, 0, 2]
    desk.press("Escape")
    assert [row.text for row in view.rows] == names
    desk.press("Down", "Down", "Return")
    assert [row.text for row in view.rows] == [*names[:2], MANY[0], MANY[2]]
    desk.click(tr("sort.overview"))
    assert [row.text for row in view.rows] == names
    desk.click_part("row", "二")
    assert in_hand(desk) == MANY[0]


@pytest.mark.parametrize("many", [MANY, MANY[:39]])
def test_a_number_that_is_typed_leads_to_its_problem(page, many):
    desk = page(*many, themes=("一",))
    desk.press("3", "7")
    assert in_hand(desk) == "課題 37"
    assert "課題 37" in desk.page.view.current_row.text
    merged = desk.state.listed[36].id
    desk.do(MergeProblems(desk.state.listed[0].id, (merged,)))
    desk.press("Home", "3", "7")
    assert in_hand(desk) == "課題 1"


def test_the_wheel_moves_the_page_and_not_the_selection(page):
    desk = page(*MANY[:30], themes=("一",))
    view = desk.page.view
    first = [slot.row for slot in view.slots]
    for _ in range(8):
        turn_wheel(view, -120)
        desk.settle()
    assert view.slots[0].row > first[-1]
    assert in_hand(desk) == MANY[0]
    desk.press("Down")
    assert in_hand(desk) == MANY[1]
    assert 1 in [slot.row for slot in view.slots]


def turn_wheel(view, angle):
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle, view.mapToGlobal(middle), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_a_closed_theme_is_renamed_where_it_stands(page):
    desk = page(*MANY, themes=("一", "二"))
    desk.press("Down", "Alt+E")
    desk.write("三")
    desk.press("Return")
    assert [theme.name for theme in desk.state.themes] == ["三", "二"]
    assert [row.text for row in desk.page.view.rows][1] == "三"


def sorted_as(desk):
    """First wordings by theme name; the unsorted ones under an empty name."""
    state = desk.state
    groups = {"": [p.first_wording for p in state.in_theme(None)]}
    return groups | {t.name: [p.first_wording for p in state.in_theme(t.id)] for t in state.themes}


def in_hand(desk):
    return desk.state.problem(desk.page.view.current_row.id).first_wording


def test_a_digit_sends_the_problem_in_hand_to_a_theme_and_the_next_one_is_in_hand(page):
    desk = page("a", "b", "c", themes=("一", "二"))
    desk.press("Alt+2", "Alt+1")
    assert sorted_as(desk) == {"": ["c"], "一": ["b"], "二": ["a"]}
    assert in_hand(desk) == "c"
    assert desk.focus is desk.page.view
    assert tr("sort.put_one", number=2, name="一") in desk.seen()
    desk.press("Ctrl+Z")
    assert sorted_as(desk) == {"": ["b", "c"], "一": [], "二": ["a"]}
    assert in_hand(desk) == "b"


def test_several_are_sent_together_and_zero_brings_back(page):
    desk = page("a", "b", "c", themes=("一",))
    desk.press("Space", "Down", "Down", "Alt+Space", "Alt+1")
    assert sorted_as(desk) == {"": ["b"], "一": ["a", "c"]}
    assert [bool(row.checked) for row in desk.page.view.rows] == [False] * 3
    desk.press("Alt+Down", "Alt+0")
    assert sorted_as(desk) == {"": ["a", "b"], "一": ["c"]}


def test_a_theme_that_is_not_there_is_said(page):
    desk = page("a", themes=("一",))
    desk.press("Alt+7")
    assert tr("sort.no_such_theme", number=7) in desk.seen()
    assert sorted_as(desk)[""] == ["a"]


def test_a_new_theme_takes_what_is_selected(page):
    desk = page("a", "b", "c")
    desk.press("Space", "Down", "Space", "Alt+N")
    assert tr("sort.takes_many", n=2) in desk.seen()
    desk.convert("つながり")
    desk.press("Return")
    assert desk.state.themes == ()
    desk.write("つながり")
    desk.press("Return")
    assert sorted_as(desk) == {"": ["c"], "つながり": ["a", "b"]}
    assert desk.focus is desk.page.view
    desk.press("Ctrl+Z")
    assert sorted_as(desk) == {"": ["a", "b", "c"]}


def test_a_new_theme_begins_with_the_unsorted_problem_in_hand(page):
    desk = page("a", "b")
    desk.press("Down", "Alt+N")
    assert tr("sort.takes_one", number=2) in desk.seen()
    desk.write("一")
    desk.press("Return")
    assert sorted_as(desk) == {"": ["a"], "一": ["b"]}


def test_a_theme_is_renamed_and_removed(page):
    desk = page("a", themes=("一",))
    desk.press("Alt+1", "Alt+Down", "Alt+E", "End")
    desk.write("つ目")
    desk.press("Return")
    assert sorted_as(desk) == {"": [], "一つ目": ["a"]}
    assert {theme_of(row) for row in desk.page.view.rows} == {tr("sort.unsorted"), "一つ目"}
    desk.press("Alt+Delete")
    assert sorted_as(desk) == {"": ["a"]}
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert sorted_as(desk) == {"": [], "一": ["a"]}


def test_a_name_too_long_stays_in_the_line(page):
    desk = page("a")
    desk.press("Alt+N")
    desk.write("あ" * 61)
    desk.press("Return")
    assert desk.state.themes == ()
    assert tr("errors.too_long", length=61, limit=60) in desk.seen()
    desk.press("Backspace", "Return")
    assert [theme.name for theme in desk.state.themes] == ["あ" * 60]


@pytest.mark.parametrize("rename", [False, True])
def test_the_line_is_left_by_mouse(page, rename):
    desk = page("a", themes=("一",))
    desk.press(*(["Alt+1", "Alt+Down", "Alt+E"] if rename else ["Alt+N"]))
    desk.write("二")
    desk.click_part("button", tr("widgets.editor.cancel" if rename else "sort.cancel"))
    assert [theme.name for theme in desk.state.themes] == ["一"]
    assert not desk.page.editor.record
    assert not desk.page.line.isVisible()
    assert desk.focus is desk.page.view


def test_escape_leaves_the_line_and_then_the_selection(page):
    desk = page("a", "b")
    desk.press("Space", "Alt+N", "Escape")
    assert desk.state.themes == ()
    assert [bool(row.checked) for row in desk.page.view.rows] == [True, False]
    desk.press("Escape")
    assert [bool(row.checked) for row in desk.page.view.rows] == [False, False]


def test_merging_keeps_all_wordings_and_speakers_and_unmerging_brings_all_back(page):
    desk = page(until=None)
    who = [desk.do(AddParticipant(name)) for name in ("青木", "井上")]
    ids = [desk.do(AddProblem(said, by)) for said, by in zip("ab", who, strict=True)]
    desk.do(AddProblem("c"))
    desk.page.focus_start()
    desk.press("Space", "Down", "Space", "Alt+M")
    first = desk.state.problem(ids[0])
    assert sorted_as(desk) == {"": ["a", "c"]}
    assert [p.id for p in desk.state.speakers_of(first)] == who
    assert tr("sort.merged_done", n=1, numbers="2", number=1) in desk.seen()
    desk.press("Alt+D")
    assert [row.text for row in desk.page.panels.current.list.rows()] == ["a", "b"]
    assert "青木" not in desk.everything()
    desk.press("Escape", "Alt+Shift+M")
    assert sorted_as(desk) == {"": ["a", "b", "c"]}
    desk.press("Ctrl+Z")
    assert sorted_as(desk) == {"": ["a", "c"]}


def test_a_merged_problem_shows_how_many_others_it_contains(page, language, private):
    desk = page("a", "b", "c", words=language, private=private)
    more = tr("sort.merged_more", n=1)
    view = desk.page.view
    assert more not in [one.words for one in painted_texts(view)]
    desk.press("Space", "Down", "Space", "M")
    assert [one.words for one in painted_texts(view)].count(more) == 1
    first = view.rows[0]
    assert view.row_description(first) == tr("sort.merged", n=2)
    assert misplaced(desk.window) == []
    desk.press("Ctrl+Z")
    assert more not in [one.words for one in painted_texts(view)]


def test_merging_says_what_waits_for_unmerging(page, language):
    desk = page("a", "b", "c", words=language)
    one, two, three = (problem.id for problem in desk.state.listed)
    for problem_id in (two, three):
        desk.do(AnswerCriterion(problem_id, Criterion.OURS, "yes"))
    desk.do(DecideNotOurs(three, "rules"))
    desk.do(PlayCard(one, CardKind.SUPPORT, "call"))
    desk.page.focus_start()
    desk.press("Space", "Down", "Space", "Down", "Space", "Alt+M")
    merged = tr("sort.between").join("23")
    done = tr("sort.merged_done", n=2, numbers=merged, number=1)
    note = tr("sort.merged_judged", number=2)
    assert tr("sort.merged_but", done=done, note=note) in desk.seen()


def test_merging_takes_only_the_ticked_ones_into_the_first(page):
    """The current row is excluded if several others are ticked."""
    desk = page("a", "b", "c", themes=("一",))
    desk.press("Down", "Space", "Down", "Space", "Up", "Up", "Alt+M")
    assert sorted_as(desk) == {"": ["a", "b"], "一": []}
    assert desk.state.problems[2].merged_into == desk.state.problems[1].id
    assert tr("sort.merged_done", n=1, numbers="3", number=2) in desk.seen()
    assert in_hand(desk) == "b"
    assert not any(bool(row.checked) for row in desk.page.view.rows)
    desk.press("Ctrl+Z")
    assert sorted_as(desk) == {"": ["a", "b", "c"], "一": []}


def test_the_one_ticked_first_stays_wherever_it_is(page):
    desk = page("a", "b", themes=("一",))
    desk.press("Alt+1", "Space", "Down", "Space", "M")
    assert sorted_as(desk) == {"": ["b"], "一": []}


def test_merging_waits_for_two_and_says_so(page):
    desk = page("a", "b")
    merge = live_action(desk.window, "sort.merge")
    assert merge is None
    bound = desk.page.findChildren(BoundAction, "sort.merge")[0]
    assert bound.reason == tr("sort.merge_what")
    buttons = desk.window.foot.findChildren(ActionButton)
    desk.tap(next(one for one in buttons if one.action is bound))
    assert desk.window.foot.toast.sentence == tr("sort.merge_what")
    assert desk.window.foot.toast.isVisible()
    desk.press("Alt+Shift+M")
    assert tr("sort.unmerge_nothing", number=1) in desk.seen()
    desk.press("Space", "Down")
    assert not bound.isEnabled()
    desk.press("Space")
    assert bound.isEnabled()
    assert bound.reason == ""


@pytest.mark.every_value
@pytest.mark.parametrize("by", ["key", "mouse", "tab"])
def test_each_problem_goes_to_a_theme_by_one_press_and_the_next_one_is_current(page, language, by):
    desk = page("a", "b", "c", themes=("一", "二"), words=language)
    chips = desk.page.themes.choices

    def press(number, name):
        if by == "key":
            desk.press(f"Alt+{number}")
        elif by == "mouse":
            desk.click(tr("sort.numbered", number=number, name=name))
        else:
            while desk.focus not in chips.buttons:
                desk.press("Tab")
            desk.press(*["Tab"] * (number - 1), "Return")

    for number, name, said in ((1, "一", "a"), (2, "二", "b")):
        assert in_hand(desk) == said
        press(number, name)
        assert desk.focus is desk.page.view
    assert sorted_as(desk) == {"": ["c"], "一": ["a"], "二": ["b"]}
    assert chips.checked == frozenset()
    desk.press("Down")
    assert chips.checked == {desk.state.themes[0].id}


def test_of_many_themes_those_without_space_are_in_a_list(page):
    desk = page("a", "b", "c", themes=[f"夜間の連絡と監視 {n}" for n in range(1, 12)])
    desk.click(tr("widgets.chips.others"))
    desk.press("End", "Return")
    assert sorted_as(desk)["夜間の連絡と監視 11"] == ["a"]
    assert in_hand(desk) == "b"


def test_several_go_to_a_theme_at_once_as_the_foot_says(page, language):
    desk = page("a", "b", "c", themes=["一"], words=language)
    assert tr("sort.drag.rest") in desk.seen()
    view = desk.page.view
    for place in (0, 2):
        slot = view.slots[place]
        y = slot.top + slot.height - 15  # below the head of the group
        x = next(x for x in range(view.width()) if view.part_at(slot, QPointF(x, y)))
        desk.tap(view, QPoint(x + 3, y))
    desk.click(tr("sort.numbered", number=1, name="一"))
    assert sorted_as(desk)["一"] == ["a", "c"]
    desk.press("Ctrl+Z")
    both = tr("sort.between").join("13")
    what = tr("undo.of_problem", what=tr("undo.kind.put_in_theme"), number=both)
    assert tr("undo.undone", what=what) in desk.seen()


def test_an_editor_closes_with_the_theme_that_it_renames(page):
    desk = page("a", "b")
    desk.press("Alt+N")
    desk.write("一")
    desk.press("Return", "Alt+Down", "Alt+E")
    desk.write("書きかけ")
    desk.window.undo()
    desk.settle()
    assert desk.state.themes == ()
    assert not desk.page.editor.record
    assert desk.focus is desk.page.view
    assert faults(desk.window) == []


def test_a_click_elsewhere_saves_the_name_of_a_theme(page):
    desk = page("a", "b", themes=("一",))
    desk.press("Alt+1", "Alt+Down", "Alt+E", "End")
    desk.write("つ目")
    desk.page.view.setFocus()
    desk.settle()
    assert [theme.name for theme in desk.state.themes] == ["一つ目"]


def test_the_concrete_wording_is_written_beside_the_first_one(page):
    desk = page("遅い", "b")
    desk.press("Alt+W")
    assert desk.page.panels.current.entries["wording"].text() == "遅い"
    desk.convert("、まいあさ")
    desk.press("Return")
    assert desk.state.listed[0].wording == ""
    desk.write("、毎朝")
    desk.press("Return")
    problem = desk.state.listed[0]
    assert (problem.first_wording, problem.wording) == ("遅い", "遅い、毎朝")
    assert desk.focus is desk.page.view
    desk.press("Ctrl+Z")
    assert desk.state.listed[0].wording == ""


def test_ctrl_enter_saves_and_rewords_the_next_one(page):
    desk = page("a", "b", "c", themes=("一",))
    desk.press("Down", "Down", "Alt+1", "Up", "Alt+W")
    for more, following in ("1", 2), ("2", 3):
        desk.write(more)
        desk.click(tr("sort.reword.do", number=following))
    desk.write("3")
    assert tr("sort.reword.last") in desk.seen()
    desk.press("Ctrl+Return")
    assert [p.wording for p in desk.state.listed] == ["a1", "b2", "c3"]
    assert desk.page.panels.current is None


def test_a_second_line_of_the_wording_moves_no_button(page, language, size):
    desk = page("a", words=language, size=size)
    desk.press("Alt+W")
    save = next(one for one in desk.page.panels.current.findChildren(ActionButton)
                if one.text() == tr("widgets.editor.save"))  # fmt: skip
    before = save.mapTo(desk.page, QPoint())
    desk.write(" and again" * 8)
    assert save.mapTo(desk.page, QPoint()) == before
    assert faults(desk.window) == []


def test_all_that_are_ticked_are_parked_in_one_step(page):
    desk = page("a", "b", "c", "d")
    desk.press("Space", "Down", "Down", "Space", Meaning.PARK)
    assert [one.title for one in desk.state.listed] == ["b", "d"]
    desk.press("Ctrl+Z")
    assert len(desk.state.listed) == 4


def test_the_chip_for_a_new_theme_keeps_its_place(page):
    desk = page("a", "b")
    chip = desk.page.themes.choices.shown()[None]
    before = chip.geometry()
    desk.do(AddTheme("とても長い名前のテーマ"))
    assert desk.page.themes.choices.shown()[None].geometry() == before


def test_the_first_words_again_are_no_concrete_wording(page):
    desk = page("a")
    desk.do(EditProblem(desk.state.listed[0].id, "wording", "ab"))
    desk.press("Alt+W", "Backspace", "Return")
    assert desk.state.listed[0].wording == ""


def test_splitting_makes_two_of_one(page):
    desk = page("遅いし高い", "b", themes=("一",))
    desk.press("Alt+1", "Alt+Down", "Alt+S")
    first, second = desk.page.panels.current.entries.values()
    assert [first.text(), second.text()] == ["遅いし高い"] * 2
    desk.press("Return", "Return")
    assert tr("sort.split.equal") in desk.seen()
    second.set_text("高い")
    first.set_text("遅い")
    first.setFocus()
    desk.press("Return")
    assert desk.focus is second.field
    desk.press("Return")
    assert [(p.first_wording, p.wording) for p in desk.state.in_theme(desk.themes[0])] == [
        ("遅いし高い", "遅い"),
        ("遅いし高い", "高い"),
    ]
    assert tr("sort.split.done", number=1) in desk.seen()
    desk.press("Ctrl+Z")
    assert [p.wording for p in desk.state.listed] == ["", ""]


def test_the_step_is_left_out_on_purpose_and_taken_up_again(page):
    desk = page("a")
    desk.press("Alt+K")
    assert is_left_out(desk.state, Step.SORT)
    assert desk.window.page_name == "choose"
    desk.go("sort")
    desk.press("Alt+K")
    assert not is_left_out(desk.state, Step.SORT)


def test_ctrl_enter_goes_on_to_choose(page):
    desk = page("a")
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "choose"


def test_private_mode_shows_all_themes_and_the_private_note(page):
    desk = page("a", "b", themes=("一", "二"), private=True)
    names = [tr("sort.unsorted"), "一", "二"]
    assert list(dict.fromkeys(theme_of(row) for row in desk.page.view.rows)) == names
    desk.press("Alt+2")
    assert sorted_as(desk) == {"": ["b"], "一": [], "二": ["a"]}
    desk.page.side.note.field.setFocus()
    desk.write("カナリア")
    desk.window.set_private(False)
    assert desk.state.listed[1].private_note == "カナリア"
    assert "カナリア" not in desk.everything()


def test_the_emptied_unsorted_line_stays_until_the_page_is_left(page, private):
    desk = page("a", "b", themes=("一", "二"), private=private, size=(1024, 768))
    desk.press("Alt+1", "Alt+1")
    assert sorted_as(desk)[""] == []
    said = [row.text for row in desk.page.view.rows]
    assert said == [tr("sort.all_sorted"), "a", "b", tr("sort.empty_theme")]
    desk.go("list")
    desk.go("sort")
    assert [row.text for row in desk.page.view.rows] == ["a", "b", tr("sort.empty_theme")]
    desk.press("Ctrl+Z")
    assert [row.text for row in desk.page.view.rows] == ["b", "a", tr("sort.empty_theme")]


def test_the_keyboard_on_the_way_out_of_private_mode_goes_to_the_problems(page):
    desk = page("a", "b", private=True)
    desk.window.private_banner._back.setFocus()
    desk.window.private_banner._back.click()
    desk.settle()
    assert not desk.window.private
    assert desk.focus is desk.page.view


def test_with_nothing_to_sort_one_button_leads_to_the_list(page, private):
    desk = page(private=private)
    assert desk.focus is desk.page.intro.begin_button
    assert tr("guide.sort.timed", n=15) in desk.seen()
    assert faults(desk.window) == []
    problem = desk.do(AddProblem("監視が足りない"))
    assert desk.focus is desk.page.view
    assert desk.page.selection.problem_id == problem
    desk.do(RemoveProblem(problem))
    desk.press("Ctrl+Return")
    assert desk.window.page_name == "list"


def test_speakers_are_shown_only_in_private_mode(page):
    desk = page(until=Step.SORT)
    names = [who.name for who in desk.state.participants]
    for problem in desk.state.listed:
        desk.page.show_record(problem.id)
        desk.press("Alt+D")
        assert not [name for name in names if name in desk.everything()], problem.number
        desk.press("Escape")
    desk.window.set_private(True)
    desk.page.focus_start()
    desk.settle()
    assert any(name in desk.everything() for name in names)


def test_each_row_is_spoken_with_its_theme(page, language, private):
    desk = page("a", "b", themes=("一",), words=language, private=private)
    desk.press("Alt+1", "Space")
    view = desk.page.view
    assert spoken_rows(view) == [
        tr("sort.row", number=2, text="b", theme=tr("sort.unsorted")),
        tr("sort.row", number=1, text="a", theme="一"),
    ]
    spoken = QAccessible.queryAccessibleInterface(view)
    states = [spoken.child(number).state() for number in range(2)]
    assert [bool(state.checked) for state in states] == [True, False]
    assert [bool(state.focused) for state in states] == [True, False]
    assert spoken.child(1).rect().height() > 0


def test_three_quarters_of_the_dozen_are_in_sight_with_the_names_of_their_themes(page):
    """At 1366 x 768, in room text; each theme has its name above its problems."""
    desk = page(*DOZEN)
    ids = [problem.id for problem in desk.state.listed]
    for name, numbers in THEMES:
        desk.do(AddTheme(name, tuple(ids[number - 1] for number in numbers)))
    view = desk.page.view
    view.turn_to_start()
    assert sum(slot.last - slot.first for slot in view.slots) == 9
    assert [head.row.text for head in view.heads] == [tr("sort.unsorted"), *(
        name for name, _ in THEMES[:3])]  # fmt: skip
    assert theme().text_size("room") >= 0.0444 * 768


def test_a_theme_cut_by_the_page_repeats_its_name(page):
    desk = page(*[f"課題 {n}" for n in range(1, 31)])
    view = desk.page.view
    view.turn(1)
    head = view.heads[0]
    assert (head.row.text, head.box.top()) == (tr("sort.unsorted"), 0)
    words = [one.words for one in painted_texts(view)]
    assert tr("widgets.list.group_continued") in words


@pytest.mark.parametrize("size", [(1024, 700), (1280, 720), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("scale", [100, 200])
def test_every_wording_is_whole_on_some_page(page, size, scale, private):
    desk = page(*DOZEN, "長い" * 150, themes=("一", "名前の長いテーマ" * 7), size=size,
                private=private)  # fmt: skip
    desk.window.set_text_size(scale)
    desk.settle()
    view = desk.page.view
    view.turn_to_start()
    seen = {}
    for _ in range(page_count(view)):
        for slot in view.slots:
            layout = view._layout(slot.row)
            assert max(layout.stack.ends, default=0) <= layout.right - layout.text_left
            seen.setdefault(slot.row, []).extend(range(slot.first, slot.last))
            assert slot.top + slot.height <= view.height()
        view.turn(1)
    assert seen == {row: list(range(view._layout(row).lines)) for row in range(len(view.rows))}
    assert faults(desk.window) == []


def test_the_order_in_a_theme_is_changed_by_keys_and_kept(page):
    desk = page("a", "b", "c", themes=("一",))
    desk.press("Space", "Down", "Space", "Down", "Space", "Alt+1", "Alt+Down")
    assert in_hand(desk) == "a"
    desk.press("Alt+Shift+Down")
    assert sorted_as(desk)["一"] == ["b", "a", "c"]
    assert in_hand(desk) == "a"
    desk.press("Alt+Shift+Down", "Alt+Shift+Down")
    assert sorted_as(desk)["一"] == ["b", "c", "a"]
    desk.press("Alt+Shift+Up")
    assert sorted_as(desk)["一"] == ["b", "a", "c"]
    desk.press("Ctrl+Z")
    assert sorted_as(desk)["一"] == ["b", "c", "a"]


def test_the_menu_of_a_problem_offers_nothing_that_would_change_nothing(page):
    desk = page("a", "b", "c", themes=("一",))
    offered = desk.page.actions_for_row(desk.page.view)
    assert not {"sort.unsorted", "sort.unmerge"} & set(offered)
    desk.press("Space", "Down", "Space", "M")
    assert "sort.unmerge" in desk.page.actions_for_row(desk.page.view)
    desk.press("Alt+1")
    desk.page.show_record(desk.state.problems[0].id)
    assert "sort.unsorted" in desk.page.actions_for_row(desk.page.view)


@pytest.mark.every_pair
@pytest.mark.parametrize("size", [(1024, 700), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("count", [20, 120])
def test_a_ticked_row_keeps_its_number_and_its_text_its_place(page, size, count):
    desk = page(*(f"No {number}" for number in range(count)), size=size)
    view = desk.page.view
    view.set_current(len(view.rows) - 1)
    desk.settle()
    before = [view._layout(slot.row).text_left for slot in view.slots]
    desk.press("Space")
    (row,) = [row for row in view.rows if row.checked]
    assert row.before == (Number(str(count), filled=True),)
    assert [view._layout(slot.row).text_left for slot in view.slots] == before


@pytest.mark.every_pair
@pytest.mark.parametrize(("size", "shown"), [((1024, 700), 7), ((1366, 768), 9)])
def test_themes_stand_on_two_lines_before_some_are_left_to_a_menu(page, words, size, shown):
    themes = [f"テーマの名前 {n}" for n in range(16)]
    one = page("a", themes=themes, size=size)
    chips = one.page.themes.choices
    assert [each.text() for each in chips.buttons if each.isVisible()][:shown] == [
        f"{n} {name}" for n, name in enumerate(themes[:shown], start=1)
    ]
    assert len({each.y() for each in chips.shown().values()}) == 2
    assert chips._others.isVisible()
    assert faults(one.window) == []


def test_tab_leads_over_all_themes_and_a_new_one_to_the_rail_and_back(page):
    one = page("障害", themes=("アラート", "ディスク"))
    view = one.focus
    chips = [tr("sort.theme_line"), "アラート", "ディスク"]
    seen = [one.press("Tab") or one.focus.accessibleName() for _ in chips]
    one.press("Tab")
    assert one.window.rail.isAncestorOf(one.focus)
    back = [one.press("Shift+Tab") or one.focus.accessibleName() for _ in chips]
    one.press("Shift+Tab")
    assert (seen, back, one.focus) == (chips, chips[::-1], view)
