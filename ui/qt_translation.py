"""Qt's own texts, such as those of calendars and file dialogs, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from workshop_app.i18n import language, on_language_changed

_LOCALES = {"ja": "ja_JP", "en": "en_GB"}
"""The locale of each language; in the English one a week begins on Monday, like in the
program's date format (Thu 12 June).
"""


class QtTranslation(QObject):
    """Keeps Qt's translation and default locale in the window's language, as long as it lives."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translator = QTranslator(self)
        self._follow()
        self.destroyed.connect(on_language_changed(self._follow))

    def _follow(self) -> None:
        locale = QLocale(_LOCALES[language()])
        QLocale.setDefault(locale)
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(locale, "qtbase", "_", folder):
            self._app.installTranslator(self._translator)
