"""Only the window itself is shown as a window: a widget without a parent would flash."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.rounds import PLACES


class _Shown(QObject):
    """Collects the types of widgets that are shown as windows."""

    def __init__(self, window):
        super().__init__()
        self.window = window
        self.types = set()

    def eventFilter(self, watched, event):
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and watched is not self.window:
            self.types.add(type(watched).__name__)
        return False


@pytest.fixture
def shown(desk):
    one = desk(sample=True, private=True, size=(1920, 1080))
    watch = _Shown(one.window)
    QApplication.instance().installEventFilter(watch)
    yield one, watch
    QApplication.instance().removeEventFilter(watch)


def test_pages_and_their_sections_open_no_window(shown):
    one, watch = shown
    for private in (True, False):
        one.window.set_private(private)
        for place in PLACES:
            one.go(place)
            for section in getattr(one.page, "sections", {}):
                one.show_section(section)
    assert watch.types == set()


def test_a_widget_without_a_parent_is_detected(shown):
    _, watch = shown
    part = QWidget()
    part.show()
    assert watch.types == {"QWidget"}
    part.close()
