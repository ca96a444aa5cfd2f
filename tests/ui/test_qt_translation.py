"""Calendars and dialogs of Qt are in the language chosen in the settings."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget

from ui.app import application
from workshop_app.i18n import set_language


@pytest.fixture(autouse=True)
def language_restored():
    yield
    set_language("ja")


def cancel_button() -> str:
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_buttons_of_qt_follow_the_language(qapp):
    application()
    set_language("ja")
    assert cancel_button() == "キャンセル"
    set_language("en")
    assert cancel_button() == "Cancel"
    set_language("ja")
    assert cancel_button() == "キャンセル"


@pytest.mark.parametrize(
    ("language", "month", "first_day"),
    [("ja", "6月", Qt.DayOfWeek.Sunday), ("en", "June", Qt.DayOfWeek.Monday)],
)
def test_a_calendar_is_in_the_language_not_in_the_locale_of_the_system(
    qtbot, language, month, first_day
):
    application()
    set_language(language)
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    assert QLocale().monthName(6) == month
    assert calendar.locale().monthName(6) == month
    assert calendar.firstDayOfWeek() == first_day
