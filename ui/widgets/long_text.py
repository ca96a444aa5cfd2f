"""A text shown a few lines at a time when it is very long."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.text_layout import TextLayout, lettered_in_part
from ui.widgets.tool_tip import plain_tip


class LongText(QWidget):
    """Shows at most ``most_lines`` lines; ``turn`` shows the next ones.

    Before further lines there is a "…", and the tool tip has the whole text.
    ``pages`` and ``page`` are those at the current width. ``pages_changed`` is emitted once, after
    the event in which either of them changed.
    """

    pages_changed = Signal()

    def __init__(self, role: str, most_lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._most = most_lines
        self._text = ""
        self._page = 0
        self._pages_layout = DeferredLayout(self, self.pages_changed.emit)
        self._laid: tuple[int, int, TextLayout] | None = None
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._restyle)

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text from its beginning."""
        if text != self._text:
            self._text = text
            self._page = 0
            self.setAccessibleName(text)
            self._restyle()

    def set_most_lines(self, lines: int) -> None:
        """Show more or fewer lines at a time."""
        if lines != self._most:
            self._most = lines
            self._heights.clear()
            self.updateGeometry()
            self.update()

    @property
    def role(self) -> str:
        return self._role

    @property
    def pages(self) -> int:
        """The number of pages at the current width; at least 1."""
        return max(1, math.ceil(len(self._text_layout(self.width()).lines) / self._most))

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return min(self._page, self.pages - 1)

    def turn(self) -> None:
        """Show the next page; after the last one the first."""
        self._page = (self.page + 1) % self.pages
        self.update()
        self._pages_layout.invalidate()

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:  # layouts ask many times for the same few widths
            text_layout = self._text_layout(width)
            height = text_layout.line_height * max(1, min(self._most, len(text_layout.lines)))
            self._heights[width] = height
        return height

    def sizeHint(self) -> QSize:
        width = 12 * theme().text_size(self._role)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * theme().text_size(self._role), theme().line_height(self._role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
            self._pages_layout.invalidate()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(plain_tip(self._text) if self.pages > 1 else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        first = self.page * self._most
        colour = theme().colour(ROLES[self._role].colour)
        painter = QPainter(self)
        text_layout = self._text_layout(self.width())
        text_layout.draw_part(painter, 0, 0, colour, first, first + self._most)

    def _text_layout(self, width: int) -> TextLayout:
        if self._laid is None or self._laid[:2] != (width, self._most):
            font = theme().font(self._role)
            line = theme().line_height(self._role)
            text_layout = lettered_in_part(self._text, font, line, width, self._most)
            self._laid = (width, self._most, text_layout)
        return self._laid[2]

    def _restyle(self) -> None:
        self._laid = None
        self._heights.clear()
        self.updateGeometry()
        self.update()
        self._pages_layout.invalidate()
