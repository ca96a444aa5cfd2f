"""Dialogs and dates of Qt are in the language of the settings."""

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo, QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QLabel

from ui.app import application
from ui.qt_translation import _MISSING as MISSING
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


def labels(dialog: QFileDialog) -> set[str]:
    return {each.text().partition("(")[0] for each in dialog.findChildren(QLabel)}


@pytest.mark.parametrize(
    "mode", [QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.Directory]
)
def test_qts_own_file_dialog_is_wholly_in_the_language(qapp, tmp_path, mode):
    (tmp_path / "中").mkdir()
    application()
    set_language("ja")
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    assert {"場所", "ファイルの種類"} <= labels(dialog)
    assert not any(text.strip(" :&").isascii() and text for text in labels(dialog))
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "フォルダー"
    dialog.deleteLater()
    set_language("en")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert {"&Look in:", "Files of &type:"} <= labels(dialog)
    dialog.deleteLater()


@pytest.mark.parametrize("source", MISSING)
def test_texts_missing_in_qts_translation_are_ours(qapp, source):
    application()
    set_language("ja")
    assert not QCoreApplication.translate(*source).isascii()
    set_language("en")
    assert QCoreApplication.translate(*source) == source[1]
