"""Sort by mouse only: problems dragged between themes, within them and onto each other."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.helpers import hostile
from tests.helpers.fitting import faults
from tests.helpers.painted import painted_texts
from tests.helpers.sorting import number_of, page_count, theme_box
from tests.helpers.visible import visible_widgets
from ui.actions.binding import BoundAction
from ui.pages.sort.drag import DragGhost, IntoNewTheme, IntoTheme, OntoProblem
from ui.pages.sort.theme_choice import NEW_THEME
from ui.pages.sort.themes_view import REST_MS, TURN_MS
from ui.theme.theme import theme
from ui.widgets.text_layout import text_width
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblems, EditProblem
from workshop_app.services.commands.sorting import AddTheme

LEFT = Qt.MouseButton.LeftButton
THREE = ("一つ目の課題", "二つ目の課題", "三つ目の課題")


class Hand:
    """Mouse events on the board: real presses, moves and releases."""

    def __init__(self, desk, clock):
        self.desk = desk
        self.clock = clock
        self.at = QPoint()

    @property
    def view(self):
        return self.desk.page.view

    def row(self, number, part=0.5, x=0.6):
        """A point on the row of the problem with this number, ``part`` of its height down."""
        for slot in self.view.slots:
            if number_of(self.desk.state, self.view.rows[slot.row]) == str(number):
                box = self.view.accessible_box(slot.row)
                return QPoint(int(box.width() * x), int(box.top() + box.height() * part))
        raise AssertionError(f"problem {number} is not on the page")

    def name(self, name):
        """A point on the name of a theme."""
        group = next(one for one in self.desk.page.selection.groups if one.name == name)
        return theme_box(self.view, group.id).center().toPoint()

    def number(self, number):
        """A point on the number of a problem."""
        return QPoint(theme().metrics.edge - 30, self.row(number).y())

    def target(self, theme_id=""):
        """The middle of the chip of a theme, by default that for a new theme."""
        chip = self.desk.page.themes.choices.shown()[theme_id or None]
        return self.view.mapFromGlobal(chip.mapToGlobal(chip.rect().center()))

    def press(self, point, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.mousePress(self.view, LEFT, modifiers, point)
        self.at = point
        self.desk.settle()

    def move(self, point):
        for part in (1, 2, 3, 4):
            here = self.at + (point - self.at) * part / 4
            where = QPointF(here)
            event = QMouseEvent(
                QEvent.Type.MouseMove, where, QPointF(self.view.mapToGlobal(here)),
                Qt.MouseButton.NoButton, LEFT, Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(self.view, event)
        self.at = point
        self.desk.settle()

    def release(self, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.mouseRelease(self.view, LEFT, modifiers, self.at)
        self.desk.settle()

    def click(self, point, modifiers=Qt.KeyboardModifier.NoModifier):
        self.press(point, modifiers)
        self.release(modifiers)

    def double(self, point):
        QTest.mouseDClick(self.view, LEFT, Qt.KeyboardModifier.NoModifier, point)
        self.desk.settle()

    def drag(self, start, to):
        """Press at a point and move to another one, without releasing."""
        self.press(start)
        self.move(to() if callable(to) else to)

    def drop(self, start, to):
        self.drag(start, to)
        self.release()

    def rest(self, milliseconds):
        self.clock.advance(milliseconds)
        self.desk.settle()

    def aim_at_merging(self, start, number):
        """Drag onto the middle of a problem's row, and rest there."""
        self.drag(start, self.row(number))
        self.rest(REST_MS)

    @property
    def ghost(self):
        ghosts = [g for g in self.desk.window.findChildren(DragGhost) if g.isVisible()]
        return ghosts[0] if ghosts else None


@pytest.fixture
def board(clock, desk):
    def opened(*said, themes=(), focus=True, **options):
        one = desk(page="", **options)
        if said:
            one.do(AddProblems(said))
        for name, numbers in themes:
            ids = tuple(problem.id for problem in one.state.problems if problem.number in numbers)
            one.do(AddTheme(name, ids))
        one.go("sort")
        if focus:
            one.page.focus_start()
        one.hand = Hand(one, clock)
        return one

    return opened


def numbers(desk):
    """The numbers of the problems by theme, in their order."""
    return {group.name: [p.number for p in group.problems] for group in desk.page.selection.groups}


UNSORTED = "未整理"


def click_words(desk, words):
    """Click the button with these words."""
    found = [one for one in visible_widgets(desk.window, QAbstractButton) if one.text() == words]
    QTest.mouseClick(found[-1], LEFT)
    desk.settle()


def test_with_the_mouse_a_problem_goes_into_a_theme_between_two_others(board, language, private):
    desk = board(*THREE, "d", themes=[("一", (1, 2)), ("二", (3,))], words=language,
                 private=private)  # fmt: skip
    none = tr("sort.unsorted")
    before = desk.state
    desk.hand.drag(desk.hand.row(4), desk.hand.row(2, part=0.1))
    target = desk.page.view.drag.target
    assert isinstance(target, IntoTheme)
    assert target.words == tr("sort.drag.into", name="一")
    assert [text.words for text in painted_texts(desk.hand.ghost)] == ["4", target.words]
    desk.hand.release()
    assert desk.hand.ghost is None
    assert numbers(desk) == {none: [], "一": [1, 4, 2], "二": [3]}
    assert tr("sort.put_one", number=4, name="一") in desk.seen()
    assert desk.page.selection.problem.number == 4
    assert faults(desk.window) == []
    desk.press("Ctrl+Z")
    assert desk.state == before


def test_with_the_mouse_the_order_within_a_theme_changes(board):
    desk = board(*THREE, themes=[("一", (1, 2, 3))])
    desk.hand.drop(desk.hand.row(3), desk.hand.row(1, part=0.1))
    assert numbers(desk)["一"] == [3, 1, 2]
    assert tr("sort.moved", n=1, numbers="3") in desk.seen()
    desk.hand.drop(desk.hand.row(3), desk.hand.row(2, part=0.9))
    assert numbers(desk)["一"] == [1, 2, 3]
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert numbers(desk)["一"] == [1, 2, 3]


def test_with_the_mouse_dropping_on_a_name_puts_it_last(board):
    desk = board(*THREE, themes=[("一", (1, 2)), ("二", ())])
    desk.hand.drop(desk.hand.row(1), desk.hand.name("二"))
    assert numbers(desk) == {UNSORTED: [3], "一": [2], "二": [1]}
    desk.hand.drop(desk.hand.row(2), desk.hand.name(UNSORTED))
    assert numbers(desk) == {UNSORTED: [3, 2], "一": [], "二": [1]}


def test_a_rest_on_the_middle_of_a_row_merges_and_can_be_undone(board):
    desk = board(*THREE, themes=[("一", (1, 2))])
    drag = desk.page.view.drag
    desk.hand.drag(desk.hand.row(3), desk.hand.row(2))
    assert isinstance(drag.target, IntoTheme)
    desk.hand.rest(REST_MS)
    target = drag.target
    assert isinstance(target, OntoProblem)
    assert target.words == tr("sort.drag.merge", number="2")
    desk.hand.release()
    assert numbers(desk) == {UNSORTED: [], "一": [1, 2]}
    assert desk.state.problems[2].merged_into == desk.state.problems[1].id
    assert tr("sort.merged_done", n=1, numbers="3", number=2) in desk.seen()
    desk.click(tr("frame.rail.undo"), desk.window.foot.toast)
    assert numbers(desk) == {UNSORTED: [3], "一": [1, 2]}


@pytest.mark.parametrize("x", [0.02, 0.4, 0.7, 0.97])
def test_only_a_rest_on_the_middle_of_a_row_merges(board, words, size, private, x):
    desk = board(
        "一つ目の課題", "夜間のアラートに気づけない店舗のルーターの監視" * 3, "三つ目の課題",
        themes=[("一", (1, 2))], words=words, size=size, private=private,
    )  # fmt: skip
    for number in (1, 2):
        for part, merges in ((0.2, False), (0.5, True), (0.9, False)):
            desk.hand.drag(desk.hand.row(3), desk.hand.row(number, part=part, x=x))
            desk.hand.rest(REST_MS)
            desk.hand.release()
            assert any(one.merged_into for one in desk.state.problems) is merges
            desk.press("Ctrl+Z")


def test_a_problem_is_dropped_on_a_theme_whose_problems_are_not_listed(board):
    desk = board(*(f"課題 {n}" for n in range(1, 42)), themes=[("一", ()), ("二", (41,))])
    desk.click_part("row", "二")
    slot = next(one for one in desk.page.view.slots if desk.page.view.rows[one.row].text == "一")
    desk.hand.drop(desk.hand.row(41), QPoint(400, round(slot.top + slot.height / 2)))
    assert numbers(desk)["一"] == [41]


def test_the_place_for_a_new_theme_is_not_aimed_at_by_moving_among_the_unsorted(board):
    desk = board(*THREE)
    desk.hand.drag(desk.hand.row(3), desk.hand.row(1, part=0.1))
    target = desk.page.view.drag.target
    assert isinstance(target, IntoTheme)
    assert target.words == tr("sort.drag.within")
    assert desk.page.themes.aimed is None
    desk.hand.move(desk.hand.target())
    assert desk.page.themes.aimed == ""


def test_moving_on_from_the_middle_of_a_row_merges_nothing(board):
    desk = board(*THREE, themes=[("一", (1, 2))])
    desk.hand.aim_at_merging(desk.hand.row(3), 2)
    desk.hand.move(desk.hand.row(2, part=0.95))
    assert isinstance(desk.page.view.drag.target, IntoTheme)
    desk.hand.release()
    assert numbers(desk) == {UNSORTED: [], "一": [1, 2, 3]}


@pytest.mark.parametrize("size", [(1024, 700), (1366, 768), (1920, 1080)])
def test_with_the_mouse_the_foot_makes_a_theme_and_asks_for_its_name(board, size, private):
    desk = board(*THREE, themes=[("一", (1,))], size=size, private=private)
    desk.hand.drag(desk.hand.row(2), desk.hand.row(2, part=0.9))
    assert desk.page.themes.isVisible()
    assert faults(desk.window) == []
    desk.hand.move(desk.hand.target())
    assert isinstance(desk.page.view.drag.target, IntoNewTheme)
    desk.hand.release()
    assert numbers(desk) == {UNSORTED: [2, 3], "一": [1]}, "a theme is made once it has a name"
    assert tr("sort.takes_one", number=2) in desk.seen()
    assert desk.focus is desk.page.line.entry.field
    assert faults(desk.window) == []
    desk.write("画面")
    desk.press("Return")
    assert numbers(desk) == {UNSORTED: [3], "一": [1], "画面": [2]}
    assert tr("sort.made", number=2) in desk.seen()
    assert desk.focus is desk.page.view
    assert number_of(desk.state, desk.page.view.current_row) == "2"
    desk.press("Ctrl+Z")
    assert numbers(desk) == {UNSORTED: [2, 3], "一": [1]}


def test_a_row_without_a_problem_is_not_counted(board):
    said = [f"とても長い課題のことばがここにあります {n}" * 2 for n in range(1, 10)]
    desk = board(*said, size=(1024, 700))
    ids = tuple(problem.id for problem in desk.state.problems)
    desk.do(AddTheme("一", ids[:4]))
    desk.do(AddTheme("二", ids[4:]))
    view = desk.page.view
    assert page_count(view) > 1
    assert number_of(desk.state, view.rows[0]) == ""
    assert view.span()[::2] == (1, 9)
    while view.turn(1):
        pass
    assert view.span()[1:] == (9, 9)


def test_a_new_theme_that_is_not_named_gets_a_provisional_name(board):
    desk = board(*THREE)
    for number in (1, 2):
        desk.hand.drag(desk.hand.row(number), desk.hand.row(3))
        desk.hand.move(desk.hand.target())
        desk.hand.release()
    desk.press("Return")
    names = [tr("sort.theme_line"), tr("sort.provisional", n=2)]
    assert numbers(desk) == {UNSORTED: [3], names[0]: [1], names[1]: [2]}


def test_a_new_theme_is_given_up_by_mouse_and_by_escape(board):
    desk = board(*THREE)
    before = desk.state
    for by_mouse in (True, False):
        desk.hand.drag(desk.hand.row(1), desk.hand.row(3))
        desk.hand.move(desk.hand.target())
        desk.hand.release()
        assert desk.page.line.isVisible()
        if by_mouse:
            click_words(desk, tr("sort.cancel"))
        else:
            desk.press("Escape")
        assert desk.state == before
        assert not desk.page.line.isVisible()
        assert desk.focus is desk.page.view


@pytest.mark.every_value
@pytest.mark.parametrize("by_key", [False, True])
def test_the_name_of_a_theme_that_is_there_uses_that_one(board, by_key):
    desk = board(*THREE, themes=[("Alerts", (1,))])
    if by_key:
        desk.page.show_record(desk.state.problems[1].id)
        desk.press("Alt+N")
    else:
        desk.hand.drag(desk.hand.row(2), desk.hand.row(3))
        desk.hand.move(desk.hand.target())
        desk.hand.release()
    desk.write("alerts")
    desk.press("Return")
    assert numbers(desk) == {UNSORTED: [3], "Alerts": [1, 2]}
    assert not desk.page.line.isVisible()


def test_with_the_mouse_ticked_problems_move_together_and_others_singly(board):
    desk = board(*THREE, "d", themes=[("一", ())])
    for number in (3, 1):
        desk.hand.click(desk.hand.number(number))
    ticked = [number_of(desk.state, row) for row in desk.page.view.rows if row.checked]
    assert ticked == ["1", "3"]
    desk.hand.drag(desk.hand.row(3), desk.hand.name("一"))
    assert desk.page.view.drag_label() == ("3", tr("sort.drag.more", n=1))
    desk.hand.release()
    assert numbers(desk) == {UNSORTED: [2, 4], "一": [1, 3]}
    assert not any(row.checked for row in desk.page.view.rows)
    assert tr("sort.put_many", n=2, name="一") in desk.seen()
    desk.hand.click(desk.hand.row(2), Qt.KeyboardModifier.ControlModifier)
    desk.hand.drop(desk.hand.row(4), desk.hand.row(1, part=0.1))
    assert numbers(desk) == {UNSORTED: [2], "一": [4, 1, 3]}


def test_a_plain_click_moves_nothing_and_a_small_move_is_a_click(board):
    desk = board(*THREE, themes=[("一", (2,))])
    before = desk.state
    for number in (1, 2, 3):
        desk.hand.click(desk.hand.row(number))
        assert desk.page.selection.problem.number == number
        desk.hand.press(desk.hand.row(number))
        desk.hand.move(desk.hand.at + QPoint(2, 3))
        assert desk.hand.ghost is None
        desk.hand.release()
    desk.hand.click(desk.hand.name("一"))
    assert desk.page.selection.problem.number == 2
    assert desk.state == before


@pytest.mark.parametrize("how", ["Escape", "elsewhere", "home", "hidden", "deactivated"])
def test_a_drag_that_is_given_up_changes_nothing(board, how):
    desk = board(*THREE, themes=[("一", (2,))])
    before = desk.state
    start = desk.hand.row(1)
    desk.hand.drag(start, desk.hand.row(2))
    if how == "Escape":
        desk.press("Escape")
    elif how == "elsewhere":
        desk.hand.move(QPoint(-60, 20))
    elif how == "home":
        desk.hand.move(start)
    elif how == "hidden":
        desk.go("list")
    else:
        QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowDeactivate))
    if how not in ("elsewhere", "home"):
        assert desk.page.NAME != "sort" or not desk.page.view.drag.active
    if how != "hidden":
        desk.hand.release()
        assert desk.hand.ghost is None
        assert desk.page.themes.aimed is None
        assert desk.page.panels.current is None
    assert desk.state == before


def test_keys_go_on_working_while_one_drags(board):
    desk = board(*THREE, themes=[("一", (2,))])
    desk.hand.drag(desk.hand.row(1), desk.hand.row(3, part=0.9))
    desk.press("Alt+1")
    assert numbers(desk) == {UNSORTED: [3], "一": [1, 2]}
    assert not desk.page.view.drag.active
    desk.hand.release()
    assert numbers(desk) == {UNSORTED: [3], "一": [1, 2]}


def test_at_the_edge_the_page_turns_while_one_drags_and_not_for_the_room(board):
    said = [f"課題 {n}" for n in range(1, 31)]
    desk = board(*said, themes=[("遠い", ())])
    view = desk.page.view
    assert page_count(view) > 1
    focused = desk.page.audience_focus()
    desk.hand.press(desk.hand.row(1))
    desk.hand.move(desk.hand.row(2))
    focused = desk.page.audience_focus()
    first = [slot.row for slot in view.slots]
    for _ in range(page_count(view) - 1):
        desk.hand.move(QPoint(desk.hand.at.x(), view.height() - 5))
        desk.hand.rest(TURN_MS)
        desk.hand.move(QPoint(desk.hand.at.x(), view.height() // 2))
    assert [slot.row for slot in view.slots] != first
    assert desk.page.audience_focus() == focused
    desk.hand.move(desk.hand.name("遠い"))
    desk.hand.release()
    assert numbers(desk)["遠い"] == [1]


def test_the_list_stays_while_the_hand_is_on_a_theme_of_the_foot_or_moves(board):
    desk = board(*(f"課題 {n}" for n in range(1, 31)), themes=[("遠い", ())])
    view = desk.page.view
    first = [slot.row for slot in view.slots]
    desk.hand.press(desk.hand.row(1))
    for x in range(0, 60, 10):
        desk.hand.move(QPoint(view.width() // 2 + x, view.height() - 5))
        desk.hand.rest(TURN_MS - 200)
    assert [slot.row for slot in view.slots] == first
    desk.hand.move(desk.hand.target(desk.state.themes[0].id))
    desk.hand.rest(3 * TURN_MS)
    assert [slot.row for slot in view.slots] == first
    desk.hand.release()
    assert numbers(desk)["遠い"] == [1]


def test_with_the_mouse_one_sorts_on_where_the_board_has_pages(board, language, size, private):
    said = [f"課題 {n}、夜間に気づけなかったこと" for n in range(1, 31)]
    desk = board(*said, themes=[("一", (29, 30))], words=language, size=size, private=private)
    view = desk.page.view
    assert page_count(view) > 1
    for name, number in (("二", 1), ("三", 2)):
        click_words(desk, tr("keys.sort.new"))
        desk.write(name)
        click_words(desk, tr("sort.add"))
        assert numbers(desk)[name] == [number]
        first = view.rows[view.slots[0].row]
        assert number_of(desk.state, first) == str(number + 1), "the unsorted ones stay"
        assert faults(desk.window) == []
    desk.hand.drag(desk.hand.row(4), desk.hand.row(5))
    desk.hand.move(desk.hand.target(desk.state.themes[1].id))
    desk.hand.release()
    assert numbers(desk)["二"] == [1, 4]
    desk.hand.click(desk.hand.row(5))
    click_words(desk, tr("sort.numbered", number=3, name="三"))
    assert numbers(desk)["三"] == [2, 5]
    assert number_of(desk.state, view.current_row) == "6"


def test_the_words_on_the_head_under_the_pointer_rename_the_theme(board):
    desk = board(*THREE, themes=[("一", (2,))])
    view = desk.page.view
    point = desk.hand.name("一")
    QTest.mouseMove(view, point)
    desk.settle()
    assert tr("sort.rename") in [one.words for one in painted_texts(view)]
    right = theme_box(view, desk.state.themes[0].id).right() - theme().metrics.margin
    count = text_width(tr("sort.count", n=1), theme().font("list"))
    desk.hand.click(QPoint(int(right) - count - 60, point.y()))
    assert desk.page.editor.record == desk.state.themes[0].id
    assert desk.focus is desk.page.editor.field
    assert faults(desk.window) == []
    click_words(desk, tr("widgets.editor.cancel"))
    assert desk.focus is view


def test_one_click_on_the_head_of_a_theme_makes_it_current_and_the_bar_renames_it(board, language):
    desk = board(*THREE, themes=[("一", (2,))], words=language)
    view = desk.page.view
    desk.hand.click(desk.hand.name("一"))
    assert view.head_pressed
    click_words(desk, tr("sort.rename"))
    assert desk.focus is desk.page.editor.field
    desk.write("つながり")
    desk.press("Return")
    assert [each.name for each in desk.state.themes] == ["つながり"]
    desk.hand.click(desk.hand.row(2))
    assert not view.head_pressed
    assert tr("sort.rename") not in desk.seen()


def test_with_the_mouse_a_double_click_opens_the_wording_and_renames(board):
    desk = board(*THREE, themes=[("一", (2,))])
    desk.hand.double(desk.hand.row(2))
    assert desk.page.panels.current.problem.number == 2
    desk.press("Escape")
    assert desk.page.panels.current is None
    desk.hand.double(desk.hand.name("一"))
    assert desk.focus is desk.page.editor.field
    desk.write("つながり")
    desk.press("Return")
    assert numbers(desk) == {UNSORTED: [1, 3], "つながり": [2]}


def test_the_menu_of_a_row_names_bound_actions(board):
    desk = board(*THREE, themes=[("一", (2,))])
    page = desk.page
    bound = {action.definition.id for action in page.sorting.actions() + page.actions()
             if hasattr(action, "definition")}  # fmt: skip
    desk.hand.click(desk.hand.row(2))
    of_row = page.actions_for_row(page.view)
    assert "sort.put" in of_row
    assert set(of_row) <= bound
    texts = [action.text() for action in page.sorting.findChildren(BoundAction, "sort.put")]
    assert texts == [tr("sort.drag.into", name="一"), *[""] * 8]
    assert page.actions_for_row(page) == ()


def test_by_the_menu_of_the_mouse_a_problem_goes_into_a_theme_and_a_theme_is_renamed(
    board, language
):
    desk = board(*THREE, themes=[("一", (2,)), ("二", ())], words=language)
    for point_of, words in (
        (lambda: desk.hand.row(3), tr("sort.drag.into", name="二")),
        (lambda: desk.hand.name("一"), tr("sort.rename")),
    ):
        point = point_of()
        where = desk.page.view.mapToGlobal(point)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
        QApplication.sendEvent(desk.page.view, event)
        desk.settle()
        item = next(one for one in desk.window.menus.menu.items if one.text() == words)
        QTest.mouseClick(item, LEFT)
        desk.settle()
    assert numbers(desk) == {tr("sort.unsorted"): [1], "一": [2], "二": [3]}
    assert desk.focus is desk.page.editor.field
    desk.write("つながり")
    desk.press("Return")
    assert [theme.name for theme in desk.state.themes] == ["つながり", "二"]


def test_nothing_private_is_said_while_one_drags(board):
    desk = board(*THREE, themes=[("一", (2,))])
    desk.do(EditProblem(desk.state.problems[0].id, "private_note", "カナリア"))
    desk.hand.drag(desk.hand.row(1), desk.hand.row(2))
    assert "カナリア" not in desk.everything()
    desk.hand.release()


@pytest.mark.parametrize("size", [(1024, 700), (1280, 720), (1920, 1080)])
def test_hostile_words_are_dragged_as_others(board, size, private):
    desk = board(*hostile.TEXTS, themes=[(words[:60], ()) for words in hostile.TEXTS[:9]],
                 size=size, private=private)  # fmt: skip
    view = desk.page.view
    desk.hand.press(desk.hand.row(1, part=0.2))
    desk.hand.move(desk.hand.at + QPoint(0, 20))
    assert view.drag.active
    assert faults(desk.window) == []
    ghost = desk.hand.ghost
    assert desk.window.rect().contains(ghost.geometry())
    desk.press("Escape")
    desk.hand.release()


def test_a_locked_window_begins_no_drag_and_locking_ends_one(board):
    desk = board(*THREE, themes=[("一", (2,))])
    before = desk.state
    desk.hand.drag(desk.hand.row(1), desk.hand.row(2))
    desk.press("Ctrl+L")
    assert not desk.page.view.drag.active
    desk.hand.release()
    desk.hand.drag(desk.hand.row(1), desk.hand.row(2))
    assert not desk.page.view.drag.active
    desk.hand.release()
    assert desk.state == before
    desk.press("Ctrl+L")


@pytest.mark.parametrize("key", ["F", "B"])
def test_freezing_or_blackening_ends_a_drag(board, key):
    desk = board(*THREE, themes=[("一", (2,))])
    before = desk.state
    desk.hand.drag(desk.hand.row(1), desk.hand.row(2))
    desk.press(key)
    assert not desk.page.view.drag.active
    assert desk.hand.ghost is None
    desk.hand.release()
    assert desk.state == before
    desk.press(key)


@pytest.mark.every_value
@pytest.mark.parametrize("count", [3, 9, 12])
def test_with_the_mouse_the_chips_have_room_for_many_themes(board, language, count):
    said = [f"{number} The alarm rang at night and nobody knew why it did" for number in range(20)]
    themes = [(f"{n} Screens and daily work", (n,)) for n in range(1, count + 1)]
    desk = board(*said, themes=themes, size=(1024, 700), words=language)
    desk.hand.drag(desk.hand.row(count + 1), desk.hand.row(count + 1, part=0.9))
    chips = desk.page.themes.choices.shown().values()
    assert len(chips) == 1 + count
    assert all(chip.width() > 20 for chip in chips)
    assert faults(desk.window) == []
    desk.hand.move(desk.hand.target(desk.state.themes[-1].id))
    desk.hand.release()
    assert count + 1 in numbers(desk)[themes[-1][0]]


def test_with_the_mouse_a_theme_on_another_page_is_reached_by_its_chip(board, language, private):
    count = 30 if private else 12  # desk sizes are smaller
    said = [f"{n} The alarm rang at night and nobody knew why it did" for n in range(count)]
    names = ("夜間と通知", "Devices in the shops, and everything else that has a plug")
    themes = [(names[0], (count - 1,)), (names[1], (count,))]
    desk = board(*said, themes=themes, size=(1024, 700), words=language, private=private)
    assert page_count(desk.page.view) > 1
    assert theme_box(desk.page.view, desk.state.themes[1].id) is None
    desk.hand.drag(desk.hand.row(1), desk.hand.row(1, part=0.9))
    assert faults(desk.window) == []
    desk.hand.move(desk.hand.target(desk.state.themes[1].id))
    assert desk.page.view.drag.target.words == tr("sort.drag.into", name=names[1])
    desk.hand.release()
    assert numbers(desk)[names[1]] == [count, 1]
    assert desk.page.selection.problem.number == 2, "one goes on with the next one, on its page"
    desk.hand.drag(desk.hand.row(2), desk.hand.row(2, part=0.9))
    desk.hand.move(desk.hand.target())
    desk.hand.release()
    desk.write("x")
    desk.press("Return")
    assert numbers(desk)["x"] == [2]
    assert desk.page.selection.problem.number == 3, "one goes on where there is more to sort"
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert numbers(desk) == {
        tr("sort.unsorted"): list(range(1, count - 1)), names[0]: [count - 1], names[1]: [count],
    }  # fmt: skip


@pytest.mark.parametrize("dragged", [2, 4])
def test_the_list_stays_where_one_sorts_while_a_theme_is_made(board, size, dragged):
    desk = board(*(f"課題 {n}" for n in range(1, 31)), size=size)
    view = desk.page.view
    shown = view.ids_on_page
    desk.hand.drag(desk.hand.row(dragged), desk.hand.row(dragged, part=0.9))
    desk.hand.move(desk.hand.target())
    desk.hand.release()
    assert desk.focus is desk.page.line.entry.field
    assert view.ids_on_page == shown[: len(view.ids_on_page)]
    desk.write("夜間")
    desk.press("Return")
    assert view.ids_on_page[0] == shown[0]
    assert numbers(desk)["夜間"] == [dragged]
    assert faults(desk.window) == []


def test_only_the_landing_and_the_targets_show_where_rows_go(board):
    desk = board(*THREE, themes=[("一", (1, 2))])
    view, targets = desk.page.view, desk.page.themes
    desk.hand.drag(desk.hand.row(3), desk.hand.row(1, part=0.9))
    head = next(head for head in view.heads if head.row.text == "一")
    assert view.head_colour(head) == "accent_soft"
    assert targets.aimed is None
    desk.hand.move(desk.hand.target(desk.state.themes[0].id))
    assert targets.aimed == desk.state.themes[0].id
    desk.hand.move(QPoint(400, -30))
    assert view.drag.target is None
    desk.press("Escape")


@pytest.mark.parametrize("part", [0.02, 0.5, 0.98])
def test_the_whole_place_below_the_list_makes_a_theme(board, part):
    desk = board(*THREE, themes=[("一", (1,))])
    desk.hand.drag(desk.hand.row(2), desk.hand.row(2, part=0.9))
    last, high = desk.page.view.slots[-1], desk.page.view.height()
    end = last.top + last.height
    desk.hand.move(QPoint(300, end + int((high - end) * part)))
    assert desk.page.themes.aimed == NEW_THEME
    desk.hand.release()
    desk.write("画面")
    desk.press("Return")
    assert numbers(desk) == {UNSORTED: [3], "一": [1], "画面": [2]}


def test_a_theme_made_without_problems_is_in_sight(board):
    said = [f"課題 {n}" for n in range(1, 31)]
    desk = board(*said, themes=[("一", tuple(range(1, 11))), ("二", tuple(range(11, 31)))])
    view = desk.page.view
    desk.press("Alt+N")
    desk.write("三")
    desk.press("Return")
    assert "三" in numbers(desk)
    assert [head.row.text for head in view.heads][-1] == "三"


def test_the_right_button_ends_a_drag_without_a_menu(board):
    desk = board(*THREE, themes=[("一", (2,))])
    before = desk.state
    desk.hand.drag(desk.hand.row(1), desk.hand.row(2))
    view = desk.page.view
    where = view.mapToGlobal(desk.hand.at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, desk.hand.at, where)
    QApplication.sendEvent(view, event)
    desk.settle()
    assert not view.drag.active
    assert not desk.window.menus.menu.isVisible()
    desk.hand.release()
    assert desk.state == before


def test_where_nothing_would_move_the_ghost_says_so(board, words):
    desk = board(*THREE, words=words)
    desk.hand.drag(desk.hand.row(1), QPoint(-60, 20))
    assert desk.page.view.drag.target is None
    assert desk.hand.ghost.words == tr("sort.drag.stays")
