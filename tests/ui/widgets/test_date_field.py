"""Days as people type them."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit

from ui.widgets.date_field import DateField, parse_day

TODAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-06-12", date(2026, 6, 12)),
        ("2026/6/12", date(2026, 6, 12)),
        ("２０２６／６／１２", date(2026, 6, 12)),
        ("2026年6月12日", date(2026, 6, 12)),
        ("2026年6月12日(金)", date(2026, 6, 12)),
        ("20260612", date(2026, 6, 12)),
        ("2026.6.12", date(2026, 6, 12)),
        (" 12/24 ", date(2026, 12, 24)),
        ("6/12", date(2027, 6, 12)),
    ],
)
def test_what_is_understood(text, day):
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["あした", "2026-13-01", "2026-02-30", "12", "6/12/2026", ""])
def test_what_is_not_a_day(text):
    assert parse_day(text, TODAY) is None


@pytest.fixture
def field(show):
    made = DateField("日付")
    made.elsewhere = QLineEdit()
    show(made, made.elsewhere)
    made.setFocus()
    made.told = []
    made.date_changed.connect(made.told.append)
    return made


def test_a_typed_day_is_told_and_shown_in_words(field):
    QTest.keyClicks(field.field, "2026/6/12")
    field.elsewhere.setFocus()
    assert field.told == ["2026-06-12"]
    assert field.text() == "2026年6月12日(金)"
    field.setFocus()
    assert field.text() == "2026-06-12"


def test_what_is_no_day_stays_and_is_said_in_words(field):
    QTest.keyClicks(field.field, "someday")
    field.elsewhere.setFocus()
    assert (field.told, field.text()) == ([], "someday")
    assert "日付として読めません" in field.error


def test_an_emptied_field_tells_no_day(field):
    field.elsewhere.setFocus()
    field.set_iso("2026-06-12")
    field.setFocus()
    field.field.selectAll()
    QTest.keyClick(field.field, Qt.Key.Key_Delete)
    field.elsewhere.setFocus()
    assert field.told == [""]
    assert field.iso() == ""


def test_a_day_can_be_picked(field, qtbot):
    qtbot.mouseClick(field._button, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    calendar = popup.findChild(QCalendarWidget)
    calendar.activated.emit(QDate(2026, 12, 24))
    assert field.told == ["2026-12-24"]
    assert field.text() == "2026年12月24日(木)"


def test_a_day_that_comes_from_elsewhere_is_shown_where_the_keyboard_is(field):
    field.setFocus()
    field.set_iso("2026-06-12")
    assert field.text() == "2026-06-12"
    QTest.keyClicks(field.field, "7/")
    typed = field.text()
    field.set_iso("2026-08-01")
    assert field.text() == typed
