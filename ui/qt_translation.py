"""Qt's own texts, such as those of calendars and file dialogs, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from workshop_app.i18n import language, on_language_changed, tr

_LOCALES = {"ja": "ja_JP", "en": "en_GB"}
"""The locale of each language; in the English one a week begins on Monday, like in the
program's date format (Thu 12 June).
"""
_SOURCE = "en"
"""The language of the texts in Qt's source."""
_PAGE_RANGES = (
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers "
    "separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."
)
_MISSING = {
    ("QFileDialog", "&Look in:"): "look_in",
    ("QFileDialog", "Files of &type:"): "file_type",
    ("QAbstractFileIconProvider", "Folder"): "folder",
    ("QAbstractFileIconProvider", "Drive"): "drive",
    ("QPrintSettingsOutput", "Pages"): "pages",
    ("QPrintSettingsOutput", "Page &Set:"): "page_set",
    ("QPrintSettingsOutput", "Double Sided Printing"): "double_sided",
    ("QPrintSettingsOutput", "Off"): "one_sided",
    ("QPrintSettingsOutput", "Long side binding"): "long_side",
    ("QPrintSettingsOutput", "Short side binding"): "short_side",
    ("QPrintSettingsOutput", _PAGE_RANGES): "page_ranges",
}
"""Texts of dialogs that Qt 6.11 leaves untranslated: context and source, and our key."""


class QtTranslation(QObject):
    """Keeps Qt's translation and default locale in the window's language, as long as it lives."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translator = QTranslator(self)
        self._missing = _Missing(self)
        self._follow()
        self.destroyed.connect(on_language_changed(self._follow))

    def _follow(self) -> None:
        locale = QLocale(_LOCALES[language()])
        QLocale.setDefault(locale)
        self._app.removeTranslator(self._translator)
        self._app.removeTranslator(self._missing)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language() != _SOURCE:
            self._app.installTranslator(self._missing)  # the last one is asked first
        if self._translator.load(locale, "qtbase", "_", folder):
            self._app.installTranslator(self._translator)


class _Missing(QTranslator):
    """The texts that Qt's translation lacks."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        key = _MISSING.get((context, sourceText))
        return tr(f"qt.{key}") if key else None
