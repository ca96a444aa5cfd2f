"""Rows of answers keep their positions under the pointer."""

from operator import eq

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.solve_page import cards, control, open_row, titles, view
from ui.components.outcome_commands import solution_id
from ui.rows.cells import Label
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import DecideNotOurs

NETWORK = "内部のネットワーク機器の監視ができない"
ROUTERS = {"ja": NETWORK, "en": "Cannot monitor internal network devices"}
NOISE = {
    "ja": "夜間のアラートが多すぎて寝られない",
    "en": "The pager keeps me awake",
}
TRAPS = {"ja": "SNMPトラップを受け取りたい", "en": "Receive SNMP traps"}


def box(desk, place: int) -> QPoint:
    """The middle of the box of a row."""
    return control(desk, view(desk).rows[place].id)


def nearest(desk):
    """The row of the nearest answer of a known gap."""
    rows = view(desk).rows
    return next(row for row in rows if solution_id(row.id) and isinstance(row.before[0], Label))


def click(desk, point: QPoint) -> None:
    desk.tap(view(desk), point)


def leave(desk) -> None:
    """Move pointer and focus elsewhere."""
    desk.page.search.setFocus()
    QApplication.sendEvent(view(desk), QEvent(QEvent.Type.Leave))
    desk.settle()


@pytest.mark.parametrize("place", [0, 1])
def test_a_second_mouse_click_takes_back_what_the_first_chose(room, private, place):
    desk = room(NETWORK, private=private)
    before = titles(desk)
    point = box(desk, place)
    click(desk, point)
    assert [card.title for card in cards(desk)] == [before[place]]
    assert titles(desk)[:5] == before[:5]
    click(desk, point)
    assert cards(desk) == ()
    assert titles(desk)[:5] == before[:5]


@pytest.mark.parametrize("said", [ROUTERS, NOISE])
def test_no_row_moves_while_boxes_are_clicked(room, words, private, size, said):
    desk = room(said[words], "Backups", words=words, private=private, size=size)
    desk.do(DecideNotOurs(desk.ids[1], "x"))  # the introduction is gone
    for _ in range(2):
        places, names = view(desk).slots, titles(desk)
        boxes = [n for n, row in enumerate(view(desk).rows[: len(places)])
                 if row.checked is not None]  # fmt: skip
        for place in boxes * 2:
            click(desk, box(desk, place))
            assert all(map(eq, view(desk).slots, places))
            chosen = {row.text for row in view(desk).rows if row.checked}
            assert chosen == {card.title for card in cards(desk)}
        assert titles(desk) == names
        click(desk, box(desk, boxes[-1]))
        leave(desk)  # now a chosen one is open


def test_after_a_click_on_a_box_the_words_of_a_row_unfold_it_in_its_place(room):
    desk = room(NETWORK)
    point = box(desk, 1)
    names = titles(desk)
    click(desk, point)
    height = view(desk).slots[1].height
    click(desk, point + QPoint(200, 0))
    assert view(desk).slots[1].height > height
    assert titles(desk) == names
    click(desk, point)
    assert cards(desk) == ()


def test_the_details_offered_are_those_of_the_answer_ticked_last(room, private):
    desk = room(NETWORK, private=private)
    details = tr("solve.foot.details")
    for place in (1, 2, 0):
        click(desk, box(desk, place))
        offering = [
            slot.row for slot in view(desk).slots
            for placed in view(desk)._layout(slot.row).after[0]
            if getattr(placed.cell, "text", "") == details
        ]  # fmt: skip
        assert offering == [place]


def test_a_key_unfolds_what_was_ticked_by_mouse(room):
    desk = room(NETWORK)
    click(desk, box(desk, 2))
    heights = [slot.height for slot in view(desk).slots[:3]]
    desk.press("Up", "Down")
    assert open_row(desk).chosen
    assert view(desk).slots[2].height > heights[2]


def test_below_the_rows_the_mouse_has_left_them(room):
    desk = room(NETWORK, size=(1920, 1080), private=True)
    click(desk, box(desk, 1))
    desk.page.search.setFocus()
    desk.settle()
    last = view(desk).slots[-1]
    closed = view(desk).slots[0].height
    QTest.mouseMove(view(desk), QPoint(300, last.top + last.height + 20))
    desk.settle()
    assert open_row(desk).chosen
    assert view(desk).slots[0].height > closed


def test_when_the_mouse_has_left_chosen_answers_are_first_with_their_steps(room):
    desk = room(NETWORK)
    wanted = titles(desk)[1]
    click(desk, box(desk, 1))
    leave(desk)
    assert titles(desk)[0] == wanted
    row = open_row(desk)
    assert row is not None
    assert row.text == wanted
    assert row.opened[0].lead.text == "1"


def test_while_the_list_has_the_keyboard_rows_keep_their_order(room):
    desk = room(NETWORK)
    before = titles(desk)
    desk.press("Down")
    view(desk).setFocus()
    desk.press("Space")
    assert [card.title for card in cards(desk)] == [before[1]]
    assert titles(desk)[:4] == before[:4]
    desk.press("Space")
    assert cards(desk) == ()
    desk.press("Space", "Slash")
    assert titles(desk)[0] == before[1]


def test_mouse_the_nearest_answer_of_a_gap_is_chosen_and_taken_back_in_its_place(room, words, size):
    desk = room(TRAPS[words], words=words, size=size)
    point = control(desk, nearest(desk).id)
    click(desk, point)
    (card,) = cards(desk)
    assert abs(control(desk, card.id).y() - point.y()) < 2
    click(desk, point)
    assert cards(desk) == ()


def test_by_mouse_one_click_goes_on_right_after_an_answer_was_chosen(room, words):
    desk = room(TRAPS[words], NETWORK, words=words)
    answers = view(desk)
    press(desk, answers, control(desk, nearest(desk).id))
    assert len(cards(desk)) == 1
    assert desk.focus is answers
    primary = desk.window.foot.primary
    press(desk, primary, primary.rect().center())
    assert desk.page.audience_focus().record_id == desk.ids[1]


def press(desk, widget, point) -> None:
    """Click like the system: the focus moves before the widget receives the event."""
    window = desk.window
    QCursor.setPos(widget.mapToGlobal(point))
    desk.tap(window.windowHandle(), widget.mapTo(window, point))
