"""The keyboard comes back to the page when what had it goes away, and not to where Qt likes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.windows.presenter import PresenterWindow


class KeyboardHome(QObject):
    """Watches ``strips`` of the frame that come and go."""

    def __init__(self, window: PresenterWindow, strips: Iterable[QWidget]) -> None:
        super().__init__(window)
        self._window = window
        for strip in strips:
            strip.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        focus = QApplication.focusWidget()
        left = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if left and isinstance(watched, QWidget) and focus and watched.isAncestorOf(focus):
            self._lead()
        return False

    def lead_back(self, before: QWidget | None) -> None:
        """Lead it to where work begins if what had it ``before`` is no longer to be seen."""
        if before is not None and not (isValid(before) and before.isVisible()):
            self._lead()

    def _lead(self) -> None:
        window = self._window
        if window.shelf.page is not None and window.isVisible() and not window.covered:
            window.shelf.page.focus_start()
