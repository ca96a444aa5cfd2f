"""A page in large text: what has no room above each other is reached by scrolling down."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.components.page import Page

_ABOVE = 24


class ScrolledPage(QScrollArea):
    """Holds one page as wide as there is room, and follows the keyboard."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(self._grown)

    def _grown(self) -> None:
        """What came above the keyboard has pushed it down; the layout is not at rest yet."""
        QTimer.singleShot(0, self, lambda: self._follow(None, QApplication.focusWidget()))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and self.isAncestorOf(now):
            if now.height() > self.viewport().height():
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + now.mapTo(self, QPoint(0, 0)).y() - _ABOVE)
            else:
                self.ensureWidgetVisible(now, 0, _ABOVE)
