"""Painting of the windows under test.

Painting takes about half of the time of a test of pages, and few tests look at what is painted in
between. A window therefore ignores Qt's requests to paint until the end of its test and is then
painted once, so that an error in painting fails the test. Code that renders a widget into an image
works all the same. With ``--exhaustive`` each window paints whenever Qt asks it to, as it does for
a user.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from tests.helpers import options


class _NoPainting(QObject):
    """Takes the requests to paint from a window."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.UpdateRequest


def paint_at_end(window: QWidget) -> None:
    """Do not paint a window until `paint_now`; call it before the window is shown."""
    if not options.paint_always:
        window.installEventFilter(_NoPainting(window))


def paint_now(window: QWidget) -> None:
    """Paint a window as it is; it paints like in the program from then on."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for watch in window.findChildren(_NoPainting, options=direct):
        window.removeEventFilter(watch)
    window.repaint()
