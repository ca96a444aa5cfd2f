"""Moves keyboard focus back to the page when the focused widget is hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.window.page_stack import PageStack


class FocusRestorer(QObject):
    """Watches the parts of ``window`` that can be hidden, such as its banners.

    ``covered`` returns whether an overlay has the focus, which is not moved then.
    """

    def __init__(
        self,
        window: QWidget,
        page_stack: PageStack,
        parts: Iterable[QWidget],
        covered: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._page_stack = page_stack
        self._covered = covered
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        focus = QApplication.focusWidget()
        hidden = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if hidden and isinstance(watched, QWidget) and focus and watched.isAncestorOf(focus):
            self.restore()
        return False

    def restore_after(self, focus_before: QWidget | None) -> None:
        """Restore focus if the widget that had it before a refresh was deleted or hidden."""
        if focus_before is None:
            return
        if not isValid(focus_before) or not focus_before.isVisible():
            self.restore()

    def restore(self) -> None:
        """Set the initial focus of the current page."""
        page = self._page_stack.page
        if page is not None and self._window.isVisible() and not self._covered():
            self._page_stack.focus_front()
