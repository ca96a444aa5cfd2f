"""Menus of rows and of everything: made of declared actions, never over what the room is to see."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workshop_app.domain.steps import Step
from workshop_app.i18n import tr


def right_click(desk, view, number):
    """A click with the right button on the row of that place, as Qt passes it on."""
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
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    desk.settle()


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
    assert words == [tr("list.correct"), tr("list.park"), tr("list.remove")]
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
    listed.press("Down")
    assert menu.items[1].hasFocus()
    listed.press("Return")
    assert current in {one.id for one in listed.state.parking_lot}


def test_escape_closes_it_and_the_keyboard_is_back_in_the_field(listed):
    field = listed.focus
    listed.press("Shift+F10", "Escape")
    assert not listed.window.menus.menu.isVisible()
    assert listed.focus is field


def test_a_click_of_the_mouse_beside_it_closes_it_and_does_nothing_else(listed):
    view = listed.page.rows.view
    right_click(listed, view, view.slots[0].row)
    before = view.current
    QTest.mouseClick(listed.window.menus.menu, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    listed.settle()
    assert not listed.window.menus.menu.isVisible()
    assert view.current == before
