"""Overlays restore the focus, even if the page was rebuilt meanwhile."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.widgets.plain_field import PlainField

COVERS = [("Ctrl+B", "Esc"), (".", "."), ("Ctrl+K", "Esc")]


@pytest.fixture(params=COVERS, ids=["break", "black", "palette"])
def keys(request, window):
    window.page_stack.page.setFocus()
    return request.param


def press(window, keys):
    QTest.keySequence(QApplication.focusWidget() or window, keys)
    QApplication.processEvents()


def test_focus_returns_to_the_widget_that_had_it(window, keys):
    for key in keys:
        press(window, key)
    assert QApplication.focusWidget() is window.page_stack.page


def test_focus_goes_where_work_starts_when_the_page_was_rebuilt(window, qtbot, keys):
    over, back = keys
    press(window, over)
    covering = QApplication.focusWidget()
    gone = window.page_stack.page
    window.retranslate()
    qtbot.waitUntil(lambda: not isValid(gone))
    assert QApplication.focusWidget() is covering
    press(window, back)
    focus = QApplication.focusWidget()
    assert isinstance(focus, PlainField)
    assert window.page_stack.page.isAncestorOf(focus)
