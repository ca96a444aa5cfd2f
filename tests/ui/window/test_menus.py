"""Context menus and the menu of all actions: made of declared actions, never over an overlay."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.controls import wrong
from ui.actions.binding import BoundAction
from ui.actions.table import ACTIONS, find
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.painted_button import PaintedButton
from workshop_app.domain.agenda import step_times
from workshop_app.domain.appraisal import ANSWERS
from workshop_app.domain.context_questions import AnswerMark
from workshop_app.domain.facts.verdicts import appraisal_of
from workshop_app.domain.steps import Step
from workshop_app.i18n import texts, tr


def right_click(desk, view, number):
    """A click with the right button on the row at that position, as Qt passes it on."""
    box = view.accessible_box(number).center()
    point = box.toPoint()
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=point)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse,
        point,
        view.mapToGlobal(point),
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)
    desk.settle()


def click(desk, words):
    item = next(one for one in desk.window.menus.menu.items if one.text() == words)
    desk.tap(item)


@pytest.fixture(params=["ja", "en"])
def listed(request, desk):
    return desk(request.param, until=Step.LIST, page="list")


def test_a_right_click_with_the_mouse_offers_what_can_be_done_with_that_row(listed):
    view = listed.page.rows.view
    number = next(slot.row for slot in view.slots if slot.row != view.current)
    row = view.rows[number]
    right_click(listed, view, number)
    assert view.current_row.id == row.id
    words = [item.text() for item in listed.window.menus.menu.items]
    offered = [find(each) for each in listed.page.actions_for_row(listed.page.rows)]
    assert words == [tr(each.short_words) for each in offered if not each.private_only]
    click(listed, tr("list.park"))
    assert row.id in {one.id for one in listed.state.parking_lot}
    assert not listed.window.menus.menu.isVisible()


def test_the_menu_key_offers_the_same_while_one_types(listed):
    view = listed.page.rows.view
    listed.press("Menu")
    menu = listed.window.menus.menu
    assert menu.isVisible()
    assert menu.items[0].hasFocus()
    current = view.current_row.id
    park = [one.text() for one in menu.items].index(tr("list.park"))
    listed.press(*["Down"] * park)
    assert menu.items[park].hasFocus()
    listed.press("Return")
    assert current in {one.id for one in listed.state.parking_lot}


def test_escape_closes_it_and_the_keyboard_is_back_in_the_field(listed):
    field = listed.focus
    listed.press("Shift+F10", "Escape")
    assert not listed.window.menus.menu.isVisible()
    assert listed.focus is field


def test_a_click_beside_a_menu_only_closes_it(listed):
    view = listed.page.rows.view
    right_click(listed, view, view.slots[0].row)
    before = view.current
    QTest.mouseClick(listed.window.menus.menu, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    listed.settle()
    assert not listed.window.menus.menu.isVisible()
    assert view.current == before


def test_a_click_between_the_entries_of_the_menu_closes_it_but_not_one_on_a_disabled_entry(listed):
    listed.window.menus.open_all()
    menu = listed.window.menus.menu
    inner = menu.items[0].parentWidget()
    for disabled in (one for one in menu.items if not one.isEnabled()):
        QTest.mouseClick(inner, Qt.MouseButton.LeftButton, pos=disabled.geometry().center())
        assert menu.isVisible()
    shortest = min(menu._sheet.columns, key=len)[-1]
    below = shortest.geometry().center() + QPoint(0, 2 * shortest.height())
    QTest.mouseClick(inner, Qt.MouseButton.LeftButton, pos=below)
    listed.settle()
    assert not menu.isVisible()


ROWS = {
    "sort": Step.LIST,
    "choose": Step.CHOOSE,
    "solve": Step.CHOOSE,
    "appraise": Step.SOLVE,
    "wrap_up": None,
    "catalogue": Step.LIST,
}
"""How far the sample is completed."""


@pytest.mark.parametrize("page", ROWS)
def test_the_menu_key_opens_a_menu_of_rows_on_every_page_with_a_list(desk, page):
    one = desk(until=ROWS[page], page=page, sample=True)
    if page == "wrap_up":
        one.show_section("actions")
    one.press("Menu")
    offered = {
        action_id
        for view in one.page.findChildren(QWidget)
        if view.isVisible()
        for action_id in one.page.actions_for_row(view)
    }
    bound = one.page.findChildren(BoundAction)
    words = {action.text() for action in bound if action.definition.id in offered}
    items = {item.text() for item in one.window.menus.menu.items}
    assert items
    assert items <= words
    one.press("Escape")
    assert not one.window.menus.menu.isVisible()


def test_answers_of_a_criterion_are_in_its_menu_by_their_words(desk):
    one = desk(until=Step.SOLVE, page="appraise")
    criterion = one.page.criteria.criterion
    one.press("Menu")
    words = [item.text() for item in one.window.menus.menu.items]
    options = [tr(f"appraisal.answer.{criterion.value}.{answer}") for answer in ANSWERS[criterion]]
    assert words[: len(options)] == options
    click(one, options[1])
    problem = one.page._problem
    assert appraisal_of(one.state, problem).answer(criterion) == ANSWERS[criterion][1]


def test_everything_is_in_the_menu_of_the_rail_by_mouse(listed):
    field = listed.focus
    listed.click(tr("frame.rail.menu"), listed.window.rail)
    words = [item.text() for item in listed.window.menus.menu.items]
    for text in ("list.paste", "list.park", "menu.freeze", "menu.palette", "keys.everywhere.undo"):
        assert tr(text) in words
    click(listed, tr("menu.palette"))
    assert listed.window._palette.isVisible()
    listed.press("Escape")
    assert listed.focus is field


def test_arrows_cross_the_columns_and_letters_lead_to_entries(desk):
    one = desk("en", until=Step.LIST, page="list")
    one.press("Ctrl+Shift+K")
    menu = one.window.menus.menu
    first = menu.items[0]
    one.press("Right")
    other = next(item for item in menu.items if item.hasFocus())
    assert other.mapTo(menu, QPoint(0, 0)).x() > first.mapTo(menu, QPoint(0, 0)).x()
    one.press("F")
    assert next(item for item in menu.items if item.hasFocus()).text().startswith("F")
    one.press("End", "Home")
    assert first.hasFocus()


def test_a_key_of_another_action_closes_the_menu_and_triggers_it(listed):
    listed.press("Menu", "F12")
    assert listed.window.black_overlay.isVisible()
    assert not listed.window.menus.menu.isVisible()
    listed.press("F12")
    assert not listed.window.menus.menu.isVisible()


@pytest.mark.parametrize("state", ["F11", "Ctrl+L", "F12", "Ctrl+B"])
def test_no_menu_opens_over_a_frozen_locked_or_covered_window(listed, state):
    window = listed.window
    listed.press(state)
    window.menus.open_all()
    window.menus.open_room(window.bar.audience_status.chip)
    assert not window.menus.open_row(listed.page.rows, QPoint(500, 500))
    window_menu(window).open_at([MenuGroup((MenuEntry("x", lambda: None),))], QPoint(5, 5))
    assert not window_menu(window).isVisible()


def test_an_open_menu_closes_when_the_window_is_frozen_locked_or_black(listed):
    for begin in (
        lambda: listed.window.set_frozen(True),
        lambda: listed.window.lock.set_on(True),
        listed.window.set_black,
        lambda: listed.window.go("sort"),
    ):
        listed.go("list")
        listed.window.menus.open_all()
        assert listed.window.menus.menu.isVisible()
        begin()
        listed.settle()
        assert not listed.window.menus.menu.isVisible()
        listed.window.set_frozen(False)
        listed.window.lock.set_on(False)
        if listed.window.covered:
            listed.window.black_overlay.uncover()


def test_the_mode_is_a_button_of_the_mouse_that_leads_into_private_mode_and_back(listed):
    status = listed.window.bar.audience_status
    QTest.mouseClick(status.chip, Qt.MouseButton.LeftButton)
    click(listed, tr("menu.private"))
    assert not listed.window.private
    for words in ("private.black", "private.leave.on"):
        buttons = listed.window.findChildren(PaintedButton)
        (button,) = [one for one in buttons if one.isVisible() and one.text() == tr(words)]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        listed.settle()
    assert listed.window.private
    QTest.mouseClick(status._none, Qt.MouseButton.LeftButton)
    click(listed, tr("menu.projected"))
    assert not listed.window.private


def test_a_click_of_the_mouse_on_the_frozen_sign_releases_it(listed):
    listed.press("F11")
    assert listed.window.frozen
    QTest.mouseClick(listed.window.bar.audience_status.chip, Qt.MouseButton.LeftButton)
    assert not listed.window.frozen


def test_the_timer_is_a_button_of_the_mouse_with_a_menu(listed):
    block = listed.window.bar.timer
    QTest.mouseClick(block._time, Qt.MouseButton.LeftButton)
    before = listed.window.timer.planned
    click(listed, tr("frame.timer.add", n=5))
    assert listed.window.timer.planned == before + 5


def test_in_projected_mode_no_menu_has_an_action_of_private_mode(desk):
    for page in ("list", "prepare", "hand_outs", "settings", "start"):
        one = desk(until=Step.LIST, page=page)
        one.window.menus.open_all()
        private = {
            tr(definition.label or definition.words)
            for definitions in ACTIONS.values()
            for definition in definitions
            if definition.private_only
        }
        assert not private & {item.text() for item in one.window.menus.menu.items}, page


@pytest.mark.every_value
@pytest.mark.parametrize("scale", [100, 200])
def test_menus_are_whole_in_every_size(desk, words, size, scale):
    one = desk(words, until=Step.LIST, page="list", size=size)
    one.window.set_text_size(scale)
    one.settle()
    for name in ("list", "solve", "start"):
        one.go(name)
        one.window.menus.open_all()
        one.settle()
        menu = one.window.menus.menu
        (sheet,) = menu.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert menu.rect().contains(sheet.geometry())
        for item in menu.items:
            place = QRect(item.mapTo(sheet, QPoint(0, 0)), item.size())
            assert 0 <= place.left() <= place.right() <= sheet.width()
        assert wrong(menu) == []


def test_a_click_of_the_mouse_on_the_sign_of_the_lock_unlocks(listed):
    listed.press("Ctrl+L")
    assert listed.window.lock.on
    QTest.mouseClick(listed.window.bar.lock, Qt.MouseButton.LeftButton)
    listed.settle()
    assert not listed.window.lock.on


def test_unavailable_entries_say_why(desk):
    one = desk("ja", until=Step.LIST, page="sort")
    one.window.menus.open_all()
    item = next(i for i in one.window.menus.menu.items if i.entry.reason)
    assert item.entry.reason == tr("menu.nothing_parked")
    assert not item.isEnabled()
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert one.window.menus.menu.isVisible()


def test_what_is_held_back_is_shown_by_mouse_at_any_step(desk):
    one = desk("ja", until=Step.LIST, page="list")
    one.press("Alt+R")
    one.go("context")
    one.window.menus.open_all()
    click(one, tr("menu.reveal"))
    assert not one.state.workshop.shown_later


def test_an_answer_of_context_has_its_menu_by_mouse(desk):
    one = desk("ja", until=Step.CONTEXT, page="context")
    answer = one.state.answers[0]
    one.show_record(answer.id)
    view = one.page.rows.view
    right_click(one, view, [row.id for row in view.rows].index(answer.id))
    words = [item.text() for item in one.window.menus.menu.items]
    marks = [tr(f"context.mark.{mark.value}") for mark in AnswerMark if mark]
    labels = [tr(f"context.{name}") for name in ("make_problem", "correct", "change_said_by")]
    assert words == [*labels, *marks, tr("context.remove")]
    before = len(one.state.answers)
    click(one, tr("context.remove"))
    assert len(one.state.answers) == before - 1


@pytest.mark.parametrize("by", ["mouse", "menu key"])
def test_a_step_of_the_agenda_has_a_menu_by_mouse_and_by_key(desk, words, by):
    one = desk(page="prepare", words=words)
    blocks = one.page.lines.minutes.blocks
    item = one.state.agenda[1]
    name = tr(f"steps.name.{item.step}")
    before = [part.minutes for part in one.state.agenda]
    place = [part.step for part in step_times(one.state.agenda)].index(item.step)
    if by == "mouse":
        point = blocks.boxes()[place].topLeft().toPoint() + QPoint(2, 10)
        QApplication.sendEvent(blocks, QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, point, blocks.mapToGlobal(point)))  # fmt: skip
    else:
        blocks.fields[place].setFocus()
        one.press("Menu")
    one.settle()
    offered = {entry.text(): entry for entry in one.window.menus.menu.items}
    assert tr("time.templates") in offered
    offered[tr("prepare.agenda_more", step=name, n=5)].click()
    one.settle()
    after = [part.minutes for part in one.state.agenda]
    assert after == [before[0], before[1] + 5, *before[2:]]
    blocks.fields[place].setFocus()
    one.press("Alt+Down", "Alt+Down")
    assert one.state.agenda[1].minutes == before[1] - 5
    one.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert [part.minutes for part in one.state.agenda] == before


def test_who_comes_late_is_added_from_the_menu_of_any_step(desk, private):
    one = desk(until=Step.LIST, page="list", private=private)
    one.window.menus.open_all()
    click(one, tr("menu.participant"))
    assert one.page.NAME == "prepare"
    one.write("遅刻 太郎")
    one.press("Return")
    assert one.state.participants[-1].name == "遅刻 太郎"
    one.show_section("people")
    one.click(tr("menu.participant"))
    one.write("もう一人")
    one.press("Return")
    assert one.state.participants[-1].name == "もう一人"


def test_who_arrives_or_leaves_is_named_by_two_clicks_from_any_step(desk, words, private):
    one = desk(words, until=Step.LIST, page="sort", private=private)
    person = one.state.participants[1]
    for here in (False, True):
        present = one.state.votes.present
        one.window.menus.open_all()
        click(one, tr("menu.presence"))
        click(one, texts().addressed(person))
        assert one.state.participant(person.id).here is here
        assert one.state.votes.present == present + (1 if here else -1)
        said = tr(f"prepare.{'arrived' if here else 'left'}", name=texts().addressed(person),
                  n=one.state.votes.present)  # fmt: skip
        assert said in one.window.foot.toast.sentence
        assert one.page.NAME == "sort"
    one.press("Ctrl+Z", "Ctrl+Z")
    assert one.state.participant(person.id) == person
