"""The field for a time of day."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.widgets.time_field import TimeField


@pytest.fixture
def field(show):
    made = TimeField("開始")
    made.elsewhere = QLineEdit()
    show(made, made.elsewhere)
    made.show_value("", "one")
    made.setFocus()
    made.told = []
    made.edited.connect(made.told.append)
    return made


@pytest.mark.parametrize(
    ("typed", "time"), [("2pm", "14:00"), ("10 am", "10:00"), ("1400", "14:00"), ("9", "09:00")]
)
def test_a_typed_time_is_signalled_once_and_shown_in_digits(field, typed, time):
    QTest.keyClicks(field.field, typed)
    field.flush()
    field.show_value(time, "one")
    assert field.text() == typed
    field.elsewhere.setFocus()
    assert (field.told, field.text(), field.error) == ([time], time, "")


def test_what_is_no_time_stays_until_the_record_or_its_time_changes(field):
    QTest.keyClicks(field.field, "after lunch")
    field.elsewhere.setFocus()
    field.show_value("", "one")
    assert (field.told, field.text()) == ([], "after lunch")
    assert "時刻として読めません" in field.error
    field.show_value("", "two")
    assert (field.text(), field.error) == ("", "")


def test_a_wrong_time_can_be_corrected(field):
    field.show_value("14:00", "one")
    field.field.set_text("after lunch")
    field.elsewhere.setFocus()
    assert field.error
    field.setFocus()
    field.field.set_text("2:30 pm")
    field.elsewhere.setFocus()
    assert (field.told, field.text(), field.error) == (["14:30"], "14:30", "")


def test_an_emptied_field_signals_no_time(field):
    field.show_value("14:00", "one")
    field.field.set_text("")
    field.elsewhere.setFocus()
    assert (field.told, field.text()) == ([""], "")


def test_a_time_from_elsewhere_is_shown(field):
    field.elsewhere.setFocus()
    field.show_value("15:00", "one")
    assert field.text() == "15:00"
