"""Where dragged problems would go, and the ghost beside the pointer that says so."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width

_LEAST_HEIGHT = 36  # px of the ghost


@dataclass(frozen=True)
class DropTarget:
    """Where the dragged rows would go; ``words`` describes it next to the pointer."""

    words: str


@dataclass(frozen=True)
class IntoTheme(DropTarget):
    """Into a theme, before a problem of it; at the end if ``before_id`` is empty."""

    group_id: str
    before_id: str


@dataclass(frozen=True)
class OntoProblem(DropTarget):
    """Merged into another problem."""

    problem_id: str


@dataclass(frozen=True)
class IntoNewTheme(DropTarget):
    """Into a new theme for them."""


class DragGhost(Painted):
    """The number of the dragged row next to the pointer, and where it would go."""

    _PADDING = 14
    _AWAY = QPoint(14, 8)

    def __init__(self, window: QWidget, number: str, more: str) -> None:
        super().__init__(window)
        self._number = number
        self._more = more
        self.words = ""
        """The text about where the rows would go."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_target(self, words: str) -> None:
        """Show where the rows would go."""
        self.words = words
        self.resize(self.sizeHint())
        self.show()
        self.raise_()
        self.update()

    def move_beside(self, point: QPoint) -> None:
        """Move above a point of the window, to its left near the right edge."""
        left, top = point.x() + self._AWAY.x(), point.y() - self._AWAY.y() - self.height()
        over = self.parentWidget()
        if over is not None and left + self.width() > over.width():
            left = max(0, point.x() - self._AWAY.x() - self.width())
        if top < 0:
            top = point.y() + self._AWAY.y()
        self.move(left, top)

    def sizeHint(self) -> QSize:
        width = self._PADDING + digits_width(self._number, self._digits)
        for words in (self._more, self.words):
            width += text_width(words, "body") + self._PADDING if words else 0
        return QSize(width + self._PADDING, max(_LEAST_HEIGHT, theme().line_height("room")))

    @property
    def _digits(self) -> QFont:
        return theme().sized_font(theme().text_size("room"), True)

    def paint(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        rounded(painter, box, 8, "surface", "accent", 2)
        x = self._PADDING + digits_width(self._number, self._digits)
        draw_digits(painter, self._number, self._digits, "accent", x, 0, self.height())
        for words in filter(None, (self._more, self.words)):
            x += self._PADDING
            draw_line(painter, words, "body", "ink", x, 0, self.height())
            x += text_width(words, "body")
