"""The keyboard comes back to the page when what had it goes away, and not to where Qt likes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.window.page_stack import PageStack


class Console(Protocol):
    """What is asked of the facilitator's window."""

    shelf: PageStack

    @property
    def covered(self) -> bool:
        """Whether black or a break lies over it."""
        ...

    def isVisible(self) -> bool:
        """Whether it is there."""
        ...


class FocusRestorer(QObject):
    """Watches ``strips`` of the frame that come and go."""

    def __init__(self, console: Console, strips: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        for strip in strips:
            strip.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        focus = QApplication.focusWidget()
        left = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if left and isinstance(watched, QWidget) and focus and watched.isAncestorOf(focus):
            self.lead()
        return False

    def lead_back(self, before: QWidget | None) -> None:
        """Lead it to where work begins if what had it ``before`` is no longer to be seen."""
        if before is not None and not (isValid(before) and before.isVisible()):
            self.lead()

    def lead(self) -> None:
        """Lead it to where work begins, unless something lies over the work."""
        console = self._console
        if console.shelf.page is not None and console.isVisible() and not console.covered:
            console.shelf.focus_front()
