"""The texts of cards and of the room's own answers are edited in place: by key, menu and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.solve_page import cards, open_row, view
from workshop_app.domain.outcome import CardKind
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import PlayCard


@pytest.fixture(params=[False, True], ids=["projected", "private"])
def private(request):
    return request.param


@pytest.fixture
def played(private, room):
    """Makes a desk at Solve with cards of these kinds for the current problem."""

    def make(*kinds, words="ja", **options):
        desk = room("困っている", words=words, private=private, **options)
        for number, kind in enumerate(kinds):
            desk.do(PlayCard(desk.ids[0], kind, f"題名 {number}", f"説明 {number}"))
        return desk

    return make


def words_of(desk):
    return [(card.title, card.text) for card in cards(desk)]


@pytest.mark.parametrize("kind", [CardKind.ANSWER, CardKind.HANDS_ON, CardKind.OWN])
def test_a_key_edits_title_and_text_as_one_step(played, kind):
    desk = played(kind)
    desk.press("F2")
    entries = desk.page.panels.current.entries
    assert (entries["title"].text(), entries["text"].text()) == ("題名 0", "説明 0")
    desk.press("Ctrl+A")
    desk.write("直した題名")
    desk.press("Return", "Ctrl+A")
    desk.write("直した説明")
    desk.press("Ctrl+Return")
    assert words_of(desk) == [("直した題名", "直した説明")]
    assert cards(desk)[0].kind is kind
    assert desk.page.panels.current is None
    assert "直した題名" in [row.text for row in view(desk).rows]
    desk.press("Ctrl+Z")
    assert words_of(desk) == [("題名 0", "説明 0")]
    desk.press("Ctrl+Y")
    assert words_of(desk) == [("直した題名", "直した説明")]


def test_the_menu_of_a_row_edits_that_card_with_the_mouse(played):
    desk = played(CardKind.SUPPORT, CardKind.OWN)
    rows = view(desk)
    number = next(n for n, row in enumerate(rows.rows) if row.text == "題名 1")
    point = rows.accessible_box(number).center().toPoint()
    QTest.mouseClick(rows, Qt.MouseButton.RightButton, pos=point)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(rows, QContextMenuEvent(reason, point, rows.mapToGlobal(point)))
    desk.settle()
    items = desk.window.menus.menu.items
    item = next(one for one in items if one.text() == tr("solve.edit_card.heading"))
    desk.tap(item, QPoint(8, 8))
    desk.press("Ctrl+A")
    desk.write("二枚目を直す")
    desk.tap(desk.page.foot().primary)
    assert words_of(desk) == [("題名 0", "説明 0"), ("二枚目を直す", "説明 1")]


def test_a_double_click_on_an_own_answer_edits_it_and_keeps_it(played):
    desk = played(CardKind.ANSWER)
    rows = view(desk)
    point = rows.accessible_box(0).center().toPoint()
    for click in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseClick):
        click(rows, Qt.MouseButton.LeftButton, pos=point)
        desk.settle()
    assert words_of(desk) == [("題名 0", "説明 0")]
    assert desk.page.panels.current.entries["title"].text() == "題名 0"


def test_of_several_cards_that_in_the_current_row_is_edited(played):
    desk = played(CardKind.SUPPORT, CardKind.OWN)
    while open_row(desk).text != "題名 1":
        desk.press("Up" if view(desk).current else "Down")
    desk.press("F2")
    assert desk.page.panels.current.entries["title"].text() == "題名 1"


def test_nothing_written_leaves_nothing_to_edit(room):
    desk = room("内部のネットワーク機器の監視ができない")
    desk.press("F2")
    assert desk.page.panels.current is None
    desk.press("Alt+1", "F2")
    assert [card.kind for card in cards(desk)] == [CardKind.SOLUTION]
    assert desk.page.panels.current is None


def test_an_empty_title_is_refused_and_the_card_is_kept(played):
    desk = played(CardKind.ANSWER)
    desk.press("F2", "Ctrl+A", "Delete", "Ctrl+Return")
    assert desk.page.panels.current.error.sentence == tr("solve.answer.needs_title")
    assert words_of(desk) == [("題名 0", "説明 0")]
    desk.press("Escape")
    assert desk.page.panels.current is None


def test_an_open_panel_that_changed_nothing_follows_undo(played):
    desk = played(CardKind.OWN)
    desk.press("F2")
    desk.window.undo()
    desk.settle()
    assert cards(desk) == ()
    assert desk.page.panels.current is None
