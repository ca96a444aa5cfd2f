"""Fields for numbers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.widgets.count_field import CountField, parse_count


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("１２", 12),
        (" 3 ", 3),
        ("0", 0),
        ("x", None),
        ("-1", None),
        ("1.5", None),
        ("", None),
    ],
)
def test_these_are_numbers(text, number):
    assert parse_count(text) == number


@pytest.fixture
def field(show):
    made = CountField("挙手", 9)
    made.elsewhere = QLineEdit()
    show(made, made.elsewhere)
    made.setFocus()
    made.told = []
    made.value_changed.connect(made.told.append)
    return made


def test_full_width_digits_count(field, compose):
    compose(field.field, commit="７")
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert field.told == [7]


@pytest.mark.parametrize("text", ["10", "many"])
def test_out_of_range_stays_and_is_said_in_words(field, text):
    QTest.keyClicks(field.field, text)
    field.elsewhere.setFocus()
    assert (field.told, field.text()) == ([], text)
    assert "0 から 9" in field.error


def test_empty_means_not_counted(field):
    field.elsewhere.setFocus()
    field.set_value(4)
    field.setFocus()
    field.field.selectAll()
    QTest.keyClick(field.field, Qt.Key.Key_Backspace)
    field.elsewhere.setFocus()
    assert field.told == [None]


def test_arrows_count_within_the_limits(field):
    for _ in range(3):
        QTest.keyClick(field.field, Qt.Key.Key_Up)
    QTest.keyClick(field.field, Qt.Key.Key_Down)
    assert field.told == [1, 2, 3, 2]
    field.change_by(100)
    assert field.value() == 9


def test_a_mouse_click_into_the_field_selects_the_number_and_the_next_one_places_the_cursor(field):
    field.set_value(4)
    field.elsewhere.setFocus()
    at = field.field.viewport()
    field.field.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(at, Qt.MouseButton.LeftButton)
    QTest.qWait(0)
    QTest.keyClicks(field.field, "7")
    assert field.text() == "7"
    QTest.mouseClick(at, Qt.MouseButton.LeftButton)
    QTest.qWait(0)
    assert not field.field.textCursor().hasSelection()
