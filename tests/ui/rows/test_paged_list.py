"""The paged list, used by keyboard and mouse, with none, one and a thousand rows."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.helpers.controls import spoken_rows
from tests.helpers.list_rows import visible_ids
from tests.helpers.painted import misplaced, painted_texts
from ui.rows.cells import Button, Fit, Number, Outcome, Tick, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, aside, detail
from ui.rows.style import grouped as in_groups
from ui.rows.style import table
from ui.rows.view import RowNames, RowsView
from ui.theme.theme import theme
from ui.widgets.deferred_layout import finish_layouts
from ui.widgets.discard import discard
from ui.widgets.entry_line import EntryLine
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import tr

TALL = "監視の困りごとを書いた長い文。" * 134  # 2,010 characters


def rows(count: int, *ticks: Tick, **fields) -> list[Row]:
    return [
        Row(f"p{n}", f"課題その {n}", before=(*ticks, Number(str(n))), **fields)
        for n in range(1, count + 1)
    ]


@pytest.fixture
def shown(show):
    def make(content, current=None, size=(1200, 560), **options) -> PagedList:
        listing = PagedList("課題", **options)
        window = show(listing, width=size[0], height=size[1])
        window.layout().setStretch(0, 1)
        window.layout().setStretch(1, 0)
        listing.set_rows(content, current)
        listing.setFocus()
        window.layout().activate()
        finish_layouts()
        return listing

    return make


def test_a_list_without_rows(shown):
    listing = shown([])
    assert visible_ids(listing) == []
    QTest.keyClick(listing.view, Qt.Key.Key_Down)
    QTest.keyClick(listing.view, Qt.Key.Key_Return)
    assert listing.current_id() is None
    assert "まだありません" in listing.view.accessibleName()


def test_a_list_with_one_row(shown):
    listing = shown(rows(1), "p1")
    assert (visible_ids(listing), listing.view.rows_before(), listing.view.rows_after()) == (
        ["p1"],
        0,
        0,
    )
    assert spoken_rows(listing.view) == ["1 課題その 1"]


def test_a_thousand_rows_are_all_reachable(shown):
    listing = shown(rows(1000), "p1")
    seen = list(visible_ids(listing))
    while listing.view.rows_after():
        QTest.keyClick(listing.view, Qt.Key.Key_PageDown)
        finish_layouts()
        seen += visible_ids(listing)
    assert seen == [f"p{n}" for n in range(1, 1001)]
    listing.set_rows(rows(1000), "p777")
    assert "p777" in visible_ids(listing)


def test_the_newest_rows_fill_the_page_and_the_others_are_named(shown):
    listing = shown(rows(12), "p12")
    assert visible_ids(listing)[-1] == "p12"
    before = listing.view.rows_before()
    assert before + len(visible_ids(listing)) == 12
    assert listing.view.span() == (before + 1, 12, 12)


def test_arrows_move_and_turn_the_page(shown, qtbot):
    listing = shown(rows(30), "p1")
    page = len(visible_ids(listing))
    for _ in range(page):
        QTest.keyClick(listing.view, Qt.Key.Key_Down)
    assert listing.current_id() == f"p{page + 1}"
    assert visible_ids(listing)[0] == f"p{page + 1}"
    QTest.keyClick(listing.view, Qt.Key.Key_Up)
    assert listing.current_id() == f"p{page}"
    assert f"p{page}" in visible_ids(listing)
    QTest.keyClick(listing.view, Qt.Key.Key_End)
    assert listing.current_id() == "p30"


def test_paging_keys_work_while_typing_elsewhere(show):
    entry = EntryLine("課題")
    listing = PagedList("課題")
    window = show(entry, listing, width=1200, height=560)
    window.layout().setStretch(1, 1)
    window.layout().setStretch(2, 0)
    listing.set_rows(rows(30), "p1")
    listing.take_keys_from(entry.field)
    entry.setFocus()
    finish_layouts()
    page = len(visible_ids(listing))
    QTest.keyClick(entry.field, Qt.Key.Key_PageDown)
    assert visible_ids(listing)[0] == f"p{page + 1}"
    QTest.keyClick(entry.field, Qt.Key.Key_Down)
    assert listing.current_id() == f"p{page + 2}"
    QTest.keyClicks(entry.field, "abc")
    assert entry.text() == "abc"


def test_a_row_higher_than_the_page_is_divided_between_lines_and_says_so(shown):
    listing = shown(
        [
            *rows(1),
            Row("tall", TALL, before=(Number("2"),)),
            Row("last", "おわり", before=(Number("3"),)),
        ],
        "p1",
    )
    view = listing.view
    parts = []
    for _ in range(60):
        parts += [slot for slot in view.slots if view.rows[slot.row].id == "tall"]
        if not view.turn(1):
            break
    assert len(parts) > 1
    assert parts[0].begins
    assert parts[-1].ends
    assert all(one.last == other.first for one, other in itertools.pairwise(parts))
    assert all(slot.height <= view.height() for slot in parts)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert "tall" in visible_ids(listing)


def test_arrows_walk_through_a_divided_row(shown):
    listing = shown(
        [Row("tall", TALL, before=(Number("1"),)), Row("last", "おわり", before=(Number("2"),))],
        "tall",
    )
    for _ in range(60):
        QTest.keyClick(listing.view, Qt.Key.Key_Down)
    assert listing.current_id() == "last"
    for _ in range(60):
        QTest.keyClick(listing.view, Qt.Key.Key_Up)
    assert listing.current_id() == "tall"
    assert listing.view.slots[0].begins


def test_the_detail_is_only_on_the_current_row(shown):
    listing = shown(rows(3, opened=detail("理由をここに書く")), "p1")
    heights = [slot.height for slot in listing.view.slots]
    assert heights[0] > heights[1] == heights[2]
    QTest.keyClick(listing.view, Qt.Key.Key_Down)
    heights = [slot.height for slot in listing.view.slots]
    assert heights[1] > heights[0] == heights[2]


def test_signals_of_keyboard_and_mouse(shown, qtbot):
    listing = shown(rows(4, Tick(False), after=(Button("選ぶ"),)), "p1")
    with qtbot.waitSignal(listing.activated) as got:
        QTest.keyClick(listing.view, Qt.Key.Key_Return)
    assert got.args == ["p1"]
    slot = listing.view.slots[2]
    middle = slot.top + slot.height // 2
    with qtbot.waitSignal(listing.current_changed) as got:
        click(listing, 400, middle)
    assert got.args == ["p3"]
    with qtbot.waitSignal(listing.ticked) as got:
        click(listing, 35, middle)
    assert got.args == ["p3"]
    with qtbot.waitSignal(listing.acted) as got:
        click(listing, listing.view.width() - 50, middle)
    assert got.args == ["p3"]


def click(listing: PagedList, x: int, y: int) -> None:
    QTest.mouseClick(listing.view, Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def test_a_row_s_own_key_works_while_the_row_is_on_the_page(shown, qtbot):
    content = rows(30)
    content[20] = Row("p21", "選ぶもの", before=(Number("21"),), after=(Button("選ぶ", "Alt+3"),))
    listing = shown(content, "p1")
    with qtbot.assertNotEmitted(listing.acted):
        QTest.keySequence(listing.view, "Alt+3")
    listing.set_current("p21")
    QApplication.processEvents()
    with qtbot.waitSignal(listing.acted) as got:
        QTest.keySequence(listing.view, "Alt+3")
    assert got.args == ["p21"]


def test_new_rows_keep_the_current_one(shown):
    listing = shown(rows(5), "p3")
    listing.set_rows(rows(6))
    assert listing.current_id() == "p3"
    listing.set_rows(rows(2))
    assert listing.current_id() is None


@pytest.mark.parametrize("size", [(900, 560), (1300, 560), (1700, 900)])
def test_text_does_not_overlap_the_marks(shown, size):
    marks = (Outcome(OutcomeKind.SOLUTION), Fit(3), Words("人", icon="person"))
    after = (*marks, Button("選ぶ", "Alt+1"))
    text = "とても長い課題の文がここに続いている" * 3
    content = [Row("a", text, before=(Number("1"),), after=after)]
    listing = shown(content, "a", size)
    assert misplaced(listing.window()) == []


def test_it_draws_in_every_theme(shown):
    numbers = (Number("1"), Number("2"))
    button = Button("選ぶ", "Alt+1")
    content = [
        Row("a", "課題", before=(Tick(True), numbers[0]), after=(Fit(2),), chosen=True),
        Row("b", TALL, before=(numbers[1],), after=(button,), opened=detail("x")),
    ]
    listing = shown(content, "a")
    pictures = []
    for name in ("light", "dark", "contrast"):
        theme().set_name(name)
        pictures.append(listing.view.grab().toImage())
    assert len({picture.pixel(600, 30) for picture in pictures}) == 3


def wheel(listing: PagedList, *deltas: int, phase=Qt.ScrollPhase.NoScrollPhase) -> list[bool]:
    """Turns the wheel over the list; returns for each event whether the list accepted it."""
    taken = []
    for delta in deltas:
        middle = QPointF(listing.view.rect().center())
        event = QWheelEvent(
            middle, listing.view.mapToGlobal(middle), QPoint(0, 0), QPoint(0, delta),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, phase, False,
        )  # fmt: skip
        listing.view.wheelEvent(event)
        taken.append(event.isAccepted())
    return taken


def test_the_mouse_wheel_moves_whole_rows_and_leaves_the_ends_to_what_is_around(shown):
    listing = shown(rows(20), "p1")
    page = len(visible_ids(listing))
    notch = max(1, min(QApplication.wheelScrollLines(), page // 2))
    assert wheel(listing, 120) == [False]
    assert wheel(listing, -120) == [True]
    assert visible_ids(listing)[0] == f"p{notch + 1}"
    assert listing.current_id() in visible_ids(listing)
    assert all(slot.begins and slot.ends for slot in listing.view.slots)
    assert wheel(listing, 120) == [True]
    assert visible_ids(listing)[0] == "p1"
    while wheel(listing, -120) == [True]:
        pass
    assert visible_ids(listing)[-1] == "p20"


def test_the_mouse_wheel_leaves_the_current_row_while_it_is_on_the_page(shown):
    listing = shown(rows(30), "p1")
    page = len(visible_ids(listing))
    listing.view.set_current(page - 1)
    wheel(listing, -120)
    assert listing.current_id() == f"p{page}"


def test_the_mouse_wheel_goes_through_a_row_higher_than_the_page(shown):
    listing = shown(
        [
            *rows(1),
            Row("tall", TALL, before=(Number("2"),)),
            Row("last", "おわり", before=(Number("3"),)),
        ],
        "p1",
    )
    seen = set()
    for _ in range(80):
        seen |= {(s.row, line) for s in listing.view.slots for line in range(s.first, s.last)}
        if wheel(listing, -120) != [True]:
            break
    assert visible_ids(listing)[-1] == "last"
    assert len([line for row, line in seen if row == 1]) == max(s[1] for s in seen) + 1
    for _ in range(80):
        if wheel(listing, 120) != [True]:
            break
    assert visible_ids(listing)[0] == "p1"


def test_a_touch_pad_moves_one_notch_a_swipe_and_not_one_more_by_momentum(shown):
    listing = shown(rows(30), "p1")
    notch = max(1, min(QApplication.wheelScrollLines(), len(visible_ids(listing)) // 2))
    wheel(listing, *([-15] * 7))
    assert visible_ids(listing)[0] == "p1"
    wheel(listing, -15)
    assert visible_ids(listing)[0] == f"p{notch + 1}"
    wheel(listing, *([-120] * 5), phase=Qt.ScrollPhase.ScrollMomentum)
    assert visible_ids(listing)[0] == f"p{notch + 1}"
    wheel(listing, -100, 100, -100)  # there and back again is not a whole notch
    assert visible_ids(listing)[0] == f"p{notch + 1}"


@pytest.fixture
def spoken(shown):
    """A list, and its accessible texts."""

    def make(content, current):
        listing = shown(content, current)
        return listing, QAccessible.queryAccessibleInterface(listing.view)

    return make


def test_each_row_has_a_name_a_role_a_place_and_a_state(spoken):
    content = rows(12, Tick(False), opened=detail("理由"), after=(Button("選ぶ"),))
    content[1] = content[1]._replace(before=(Tick(True), Number("2")), asides=aside("青木様"))
    _listing, told = spoken(content, "p2")
    assert told.role() == QAccessible.Role.List
    assert told.text(QAccessible.Text.Name) == "課題"
    assert told.childCount() == 12
    second = told.child(1)
    assert second.role() == QAccessible.Role.ListItem
    assert second.text(QAccessible.Text.Name) == "2 課題その 2 青木様"
    assert second.text(QAccessible.Text.Description) == "理由  選ぶ"
    state = second.state()
    assert (state.selected, state.focused, state.checkable, state.checked) == (1, 1, 1, 1)
    assert (told.child(0).state().selected, told.child(0).state().checked) == (0, 0)
    assert told.focusChild() == second
    assert told.indexOfChild(second) == 1
    assert second.parent() == told


def test_a_row_is_where_it_is_painted_and_off_the_page_it_is_nowhere(spoken):
    listing, told = spoken(rows(30), "p1")
    slot = listing.view.slots[1]
    place = told.child(1).rect()
    assert place.topLeft() == listing.view.mapToGlobal(QPoint(0, slot.top))
    assert (place.width(), place.height()) == (listing.view.width(), slot.height)
    assert told.childAt(place.center().x(), place.center().y()) == told.child(1)
    assert not told.child(1).state().offscreen
    assert told.child(29).state().offscreen
    assert told.child(29).rect().isEmpty()
    listing.view.turn(1)
    assert told.child(1).state().offscreen


def test_a_row_that_is_gone_says_nothing_and_the_others_go_on(spoken):
    listing, told = spoken(rows(5), "p1")
    first = told.child(0)
    last = told.child(4)
    listing.set_rows([*rows(5)[1:], Row("new", "新しい", before=(Number("6"),))])
    assert not first.isValid()
    assert first.text(QAccessible.Text.Name) == ""
    assert first.state().invalid
    assert told.indexOfChild(last) == 3
    assert spoken_rows(listing.view)[-1] == "6 新しい"
    assert told.child(99) is None


def test_a_list_that_is_thrown_away_takes_its_rows_along(spoken):
    listing, told = spoken(rows(5), "p1")
    row = told.child(2)
    discard(listing)
    QApplication.sendPostedEvents(listing, QEvent.Type.DeferredDelete)
    assert not isValid(row)


def grouped(count: int) -> list[Row]:
    heads = [Row("", f"見出し {n}", bold=True) for n in range(count)]
    return [Row(f"p{n}", f"課題その {n}", head=heads[n // 6]) for n in range(count)]


def test_the_head_of_a_group_is_above_its_first_row_and_at_the_top_of_each_page(shown):
    listing = shown(grouped(30), "p0", size=(900, 420))
    pages = 0
    while True:
        painted = [text.words for text in painted_texts(listing.window())]
        ids = visible_ids(listing)
        heads = [words for words in painted if words.startswith("見出し")]
        assert heads == sorted({f"見出し {int(row[1:]) // 6}" for row in ids})
        assert misplaced(listing.window()) == []
        pages += 1
        if not listing.view.rows_after():
            break
        QTest.keyClick(listing.view, Qt.Key.Key_PageDown)
        finish_layouts()
    assert pages > 1


@pytest.mark.parametrize("letters", range(18, 24))
def test_the_note_that_a_group_continues_is_above_its_rows(shown, letters):
    """Whether or not it leaves space for the name of the group on one line."""
    head = Row("", "長" * letters, bold=True)
    content = [Row(f"p{n}", f"課題その {n}", head=head) for n in range(20)]
    listing = shown(content, "p0", size=(900, 420), style=in_groups)
    listing.view.turn(1)
    finish_layouts()
    assert misplaced(listing.window()) == []
    boxes = {text.words: text.box for text in painted_texts(listing.window())}
    first = listing.rows()[listing.view.rows_before()].text
    assert boxes[tr("widgets.list.group_continued")].bottom() <= boxes[first].top()


def test_a_page_with_the_head_of_a_group_leads_back_to_the_page_before_it(shown):
    listing = shown(grouped(30), "p0", size=(900, 420))
    seen = [visible_ids(listing)]
    while listing.view.rows_after():
        QTest.keyClick(listing.view, Qt.Key.Key_PageDown)
        finish_layouts()
        seen.append(visible_ids(listing))
    while listing.view.rows_before():
        QTest.keyClick(listing.view, Qt.Key.Key_PageUp)
        finish_layouts()
    assert visible_ids(listing)[0] == "p0"
    assert {row for page in seen for row in page} == {f"p{n}" for n in range(30)}


def test_the_names_of_the_columns_stand_above_them(show):
    view = RowsView("body", table)
    view.names = Row("", "言葉", role="meta", after=(Words("件数", right=True),))
    listing = PagedList("課題", role="body", view=view)
    window = show(RowNames(view), listing, width=700, height=400)
    listing.set_rows([Row("a", "一つ目", after=(Number("12"),))], "a")
    finish_layouts()
    boxes = {text.words: text.box for text in painted_texts(window)}
    assert boxes["件数"].right() == pytest.approx(boxes["2"].right(), abs=2)
    assert boxes["言葉"].left() == pytest.approx(boxes["一つ目"].left(), abs=2)


def test_an_editor_opens_in_its_row_and_only_rows_below_it_move(shown):
    listing = shown(rows(5), "p2", size=(900, 560))
    boxes = {text.words: text.box for text in painted_texts(listing.window())}
    editor = EntryLine("言い方", "言い方", name="editor")
    listing.view.open_editor("p2", editor)
    finish_layouts()
    opened = {text.words: text.box for text in painted_texts(listing.window())}
    assert opened["課題その 1"] == boxes["課題その 1"]
    assert "課題その 2" not in opened
    assert opened["課題その 3"].top() >= boxes["課題その 3"].top()
    place = editor.geometry()
    assert editor.isVisible()
    assert opened["課題その 1"].bottom() < place.top() + 12
    assert place.left() < boxes["課題その 2"].left() + 12
    editor.field.setFocus()
    QTest.keyClicks(editor.field, "z")
    assert editor.text() == "z"
    listing.view.close_editor()
    finish_layouts()
    closed = {text.words: text.box for text in painted_texts(listing.window())}
    assert closed["課題その 2"] == boxes["課題その 2"]
    assert closed["課題その 3"] == boxes["課題その 3"]


def test_an_editor_is_hidden_while_its_row_is_on_another_page(shown):
    listing = shown(rows(40), "p1", size=(900, 420))
    editor = EntryLine("言い方", "言い方", name="editor")
    listing.view.open_editor("p1", editor)
    finish_layouts()
    assert editor.isVisible()
    QTest.keyClick(listing.view, Qt.Key.Key_PageDown)
    finish_layouts()
    assert not editor.isVisible()
    QTest.keyClick(listing.view, Qt.Key.Key_PageUp)
    finish_layouts()
    assert editor.isVisible()
