"""Dialogs and dates of Qt are in the language of the settings."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt

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
def test_dates_of_qt_are_in_the_language_not_in_the_locale_of_the_system(
    qapp, language, month, first_day
):
    application()
    set_language(language)
    assert QLocale().monthName(6) == month
    assert QLocale().firstDayOfWeek() == first_day
