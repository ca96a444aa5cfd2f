"""A text shown a few lines at a time when it is very long."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.widgets.deferred_layout import Refitted
from ui.widgets.text import Text
from ui.widgets.text_layout import TextLayout, in_role
from ui.widgets.tool_tip import plain_tip


class LongText(Refitted, Text):
    """Shows at most ``most_lines`` lines; ``turn`` shows the next ones.

    Before further lines there is a "…", and the tool tip has the whole text.
    ``pages`` and ``page`` are those at the current width. ``pages_changed`` is emitted once, after
    the event in which either of them changed.
    """

    pages_changed = Signal()

    def __init__(self, role: str, most_lines: int = 3) -> None:
        super().__init__(role)
        self.most_lines = most_lines
        self._page = 0
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Show another text from its beginning."""
        if text != self.text():
            self._page = 0
            self.setText(text)
            self.refit.invalidate()

    def set_most_lines(self, lines: int) -> None:
        """Show more or fewer lines at a time."""
        if lines != self.most_lines:
            self.most_lines = lines
            self.restyle()

    @property
    def pages(self) -> int:
        """The number of pages at the current width; at least 1."""
        return max(1, math.ceil(len(self._text_layout(self.width()).lines) / self.most_lines))

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return min(self._page, self.pages - 1)

    def turn(self) -> None:
        """Show the next page; after the last one the first."""
        self._page = (self.page + 1) % self.pages
        self.update()
        self.refit.invalidate()

    def fit_parts(self) -> None:
        self.pages_changed.emit()

    def sizeHint(self) -> QSize:
        width = 12 * theme().text_size(self.role)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * theme().text_size(self.role), theme().line_height(self.role))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(plain_tip(self.text()) if self.pages > 1 else "")
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        first = self.page * self.most_lines
        colour = ROLES[self.role].colour
        text_layout = self._text_layout(self.width())
        text_layout.draw_part(QPainter(self), 0, 0, colour, first, first + self.most_lines)

    def restyle(self) -> None:
        super().restyle()
        self.refit.invalidate()

    def _lay_out(self, width: int | None) -> TextLayout:
        return in_role(self.text(), self.role, width, self.most_lines)

    def _height_of(self, text_layout: TextLayout) -> int:
        return text_layout.line_height * max(1, min(self.most_lines, len(text_layout.lines)))
