"""Fields of a record save while typing, and never replace text being typed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.helpers.fitting import faults
from ui.widgets.labelled_field import SAVE_AFTER_MS, LabelledField
from ui.widgets.plain_field import PlainField


@pytest.fixture
def other():
    return QLineEdit()


@pytest.fixture
def line(show, other):
    field = LabelledField("顧客", "会社の名前")
    show(field, other)
    field.setFocus()
    field.saved = []
    field.edited.connect(field.saved.append)
    return field


def test_it_saves_when_it_loses_the_keyboard(line, other):
    QTest.keyClicks(line.field, "Sample")
    assert line.saved == []
    other.setFocus()
    assert line.saved == ["Sample"]


def test_it_saves_on_enter_and_not_twice(line, other):
    QTest.keyClicks(line.field, "Sample")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    other.setFocus()
    assert line.saved == ["Sample"]


def test_it_saves_within_two_seconds_of_the_last_key(line, qtbot):
    assert SAVE_AFTER_MS <= 2000
    with qtbot.waitSignal(line.edited, timeout=3000) as saved:
        QTest.keyClicks(line.field, "abc")
    assert saved.args == ["abc"]


def test_it_does_not_save_during_a_conversion(line, compose, qtbot):
    QTest.keyClicks(line.field, "a")
    compose(line.field, preedit="かいしゃ")
    qtbot.wait(SAVE_AFTER_MS + 200)
    assert line.saved == []
    compose(line.field, commit="会社")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.saved == ["a会社"]


def test_nothing_is_saved_when_nothing_changed(line, other):
    line.set_text("株式会社サンプル")
    other.setFocus()
    assert line.saved == []


def test_a_refresh_does_not_disturb_typing(line, other):
    line.set_text("old")
    QTest.keyClicks(line.field, " and new")
    line.set_text("from elsewhere")
    assert line.text() == "old and new"
    other.setFocus()
    assert line.saved == ["old and new"]


def test_a_space_just_typed_is_not_taken_away_by_the_saved_text(line):
    QTest.keyClicks(line.field, "two ")
    line.flush()
    line.set_text("two")
    assert line.text() == "two "
    QTest.keyClicks(line.field, "words")
    assert line.text() == "two words"


def test_a_refresh_shows_at_once_while_nobody_types(line, other):
    line.set_text("old")
    line.set_text("new")
    assert line.text() == "new"
    other.setFocus()
    line.set_text("newer")
    assert line.text() == "newer"
    assert line.saved == []


def test_too_long_a_text_stays_and_is_said_in_words(show):
    field = LabelledField("題名", limit=5)
    show(field)
    told = []
    field.edited.connect(told.append)
    QTest.keyClicks(field.field, "1234567")
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert (told, field.text()) == ([], "1234567")
    assert "2 文字多い" in field.error
    QTest.keyClick(field.field, Qt.Key.Key_Backspace)
    QTest.keyClick(field.field, Qt.Key.Key_Backspace)
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert (told, field.error) == (["12345"], "")


def test_an_area_takes_line_breaks(show, other):
    area = LabelledField("背景", lines=(3, 8))
    show(area, other)
    area.setFocus()
    told = []
    area.edited.connect(told.append)
    QTest.keyClicks(area.field, "one")
    QTest.keyClick(area.field, Qt.Key.Key_Return)
    QTest.keyClicks(area.field, "two")
    other.setFocus()
    assert told == ["one\ntwo"]


@pytest.mark.parametrize("beside", [False, True])
def test_label_and_field_belong_together(show, private, beside):
    field = LabelledField("場所", private=private)
    if beside:
        field.set_label_beside(96)
    window = show(field)
    assert field.field.accessibleName() == "場所"
    assert faults(window) == []


def test_what_was_too_long_for_one_record_waits_for_it_and_never_gets_into_another(show, other):
    area = LabelledField("メモ", lines=(2, 8), limit=5, private=True)
    show(area, other)
    told = []
    area.edited.connect(told.append)
    area.set_text("", "problem 1")
    area.setFocus()
    QTest.keyClicks(area.field, "1234567")
    area.flush()
    area.set_text("note", "problem 2")
    assert (area.text(), area.error) == ("note", "")
    other.setFocus()
    area.set_text("", "problem 1")
    assert area.text() == "1234567"
    assert "2 文字多い" in area.error
    assert told == []


def test_a_field_with_too_much_room_keeps_its_label_above_it(show):
    field = LabelledField("メモ", lines=(2, 8), private=True)
    show(field, height=600)
    field.resize(300, 500)
    gap = field.box.y() - field._label.geometry().bottom()
    assert field._label.y() < 12
    assert 0 < gap < 12


def test_dragging_over_selected_text_selects_again(qtbot):
    field = PlainField()
    qtbot.addWidget(field)
    field.resize(300, 30)
    field.set_text("ネットワーク担当")
    field.show()
    field.setFocus()
    field.selectAll()
    view = field.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=QPoint(1, 10))
    QTest.mouseMove(view, QPoint(30, 10))
    QTest.mouseMove(view, QPoint(50, 10))
    QTest.mouseRelease(view, left, pos=QPoint(50, 10))
    selected = field.textCursor().selectedText()
    assert selected
    assert field.text().startswith(selected)
    assert selected != field.text()
