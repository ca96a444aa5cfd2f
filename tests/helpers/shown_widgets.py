"""A light theme at 1366 × 768 for every widget, and functions that show them and type."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme.theme import theme
from workshop_app.i18n import language, set_language


@pytest.fixture(autouse=True)
def light(qapp):
    theme().set_name("light")
    theme().resize(1366, 768, desk=False)
    words = language()
    yield theme()
    theme().set_text_scale(1.0)
    set_language(words)


@pytest.fixture
def show(qtbot):
    """Shows widgets in an active window of a size and returns the window."""
    kept = []

    def shown(*widgets: QWidget, width: int = 900, height: int = 500) -> QWidget:
        window = QWidget()
        kept.append(window)
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        window.resize(width, height)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        QApplication.processEvents()
        return window

    return shown


@pytest.fixture
def compose():
    """Posts the event of an input method: text in conversion, or the committed text."""

    def post(field: QWidget, preedit: str = "", commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(field, event)

    return post
