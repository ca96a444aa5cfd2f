"""Lays out and paints plain text in lines; used for all text of the window and the audience."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.theme.theme import Face, Ink, theme
from ui.widgets.line_ends import LineLayout, TextLine, as_counted, tidied

_UNBOUNDED = 1_000_000.0
_ELLIPSIS = "…"
# Characters that would change the text direction of what follows or, at its beginning, swap the
# bytes of the whole text; they are invisible.
_UNSEEN_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe]")


class TextLayout(LineLayout):
    """A text broken into lines of at most ``width`` px (``None``: one line per paragraph).

    Breaks follow the rules for Japanese, and any character if a word is longer than the line, so
    that nothing is ever cut; if it costs no line they keep words together. Markup and direction
    marks have no effect.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        line_height: int,
        width: float | None,
    ) -> None:
        self.text = literal(text)
        self.line_height = line_height
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._layout = QTextLayout(self.text, font)
        self._layout.setCacheEnabled(True)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(
            QTextOption.WrapMode.NoWrap
            if width is None
            else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        )
        self._layout.setTextOption(option)
        self.lines = (
            self.fill((_UNBOUNDED,))
            if width is None
            else tidied(self.text, self, max(1.0, width), font)
        )

    @cached_property
    def width(self) -> int:
        """Width of the widest line in px."""
        return math.ceil(max([line.width for line in self.lines], default=0.0))

    @cached_property
    def height(self) -> int:
        """Height of all lines in px; an empty text is one line high."""
        return self.line_height * max(1, len(self.lines))

    def draw(
        self,
        painter: QPainter,
        x: float,
        y: float,
        colour: Ink,
        first: int = 0,
        last: int | None = None,
    ) -> None:
        """Paint the lines ``first`` up to ``last`` (exclusive), the first one's top at ``y``."""
        painter.setPen(theme().colour(colour))
        cap = self._metrics.capHeight()
        stop = len(self.lines) if last is None else last
        for index, number in enumerate(range(first, min(stop, len(self.lines)))):
            line = self._layout.lineAt(number)
            baseline = y + index * self.line_height + (self.line_height + cap) / 2
            offset = QPointF(
                x - line.position().x(), baseline - line.ascent() - line.position().y()
            )
            line.draw(painter, offset)

    def draw_part(
        self, painter: QPainter, x: float, y: float, colour: Ink, first: int, last: int
    ) -> None:
        """Paint some lines like ``draw``, with an ellipsis after the last one if more follow.

        Lay out such a text with ``in_role``, so that the ellipsis has space.
        """
        self.draw(painter, x, y, colour, first, last)
        if first < last < len(self.lines):
            end = x + self.lines[last - 1].width
            top = y + (last - 1 - first) * self.line_height
            draw_line(painter, _ELLIPSIS, self.font, colour, end, top, self.line_height)

    def fill(self, widths: Sequence[float]) -> tuple[TextLine, ...]:
        lines: list[TextLine] = []
        self._layout.beginLayout()
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(widths[min(len(lines), len(widths) - 1)])
            line.setPosition(QPointF(0, len(lines) * self.line_height))
            lines.append(TextLine(line.textStart(), line.textLength(), line.naturalTextWidth()))
        self._layout.endLayout()
        return tuple(lines)

    def measure(self) -> Callable[[int, int], float]:
        paragraphs = self.fill((_UNBOUNDED,))
        x: list[float] = []
        for number, paragraph in enumerate(paragraphs):
            line = self._layout.lineAt(number)
            first = paragraph.start
            x += [_x_of(line, index) for index in range(first, first + paragraph.length)]
        x.append(_x_of(self._layout.lineAt(len(paragraphs) - 1), len(x)))
        letters = as_counted(self.text)

        def width(first: int, last: int) -> float:
            while last > first and letters[last - 1] in " \u3000\u2028":
                last -= 1
            return x[last] - x[first]

        return width


_remembered: dict[tuple[object, ...], TextLayout] = {}
_MOST_REMEMBERED = 4_000
_SHORT = 60  # letters


def lettered(
    text: str,
    font: QFont,
    line_height: int,
    width: float | None,
) -> TextLayout:
    """Return a cached `TextLayout`, since lists are laid out again after each action.

    A short text that fits on one line is the same at each width.
    """
    key = (text, font, line_height, width)
    found = _remembered.get(key)
    if found is None:
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        if width is not None and len(text) <= _SHORT:
            whole = lettered(text, font, line_height, None)
            if len(whole.lines) <= 1 and whole.width < width:
                found = whole
        _remembered[key] = found = found or TextLayout(text, font, line_height, width)
    return found


def in_role(text: str, role: str, width: float | None, most_lines: int = 0) -> TextLayout:
    """Return a text in the font and line height of a role.

    If it has more than ``most_lines``, there is space at their ends for the ellipsis of
    ``TextLayout.draw_part``.
    """
    font, line = theme().font(role), theme().line_height(role)
    whole = lettered(text, font, line, width)
    if width is None or not most_lines or len(whole.lines) <= most_lines:
        return whole
    return lettered(text, font, line, width - text_width(_ELLIPSIS, font))


def _x_of(line: QTextLine, index: int) -> float:
    """Return the left edge of a character in a line, in px from the layout's left."""
    found: Any = line.cursorToX(index)  # PySide returns the position as well
    return float(found[0])


@lru_cache(maxsize=1024)
def literal(text: str) -> str:
    """Return the text as it is painted: with line ends, without direction and byte order marks."""
    text = _UNSEEN_MARKS.sub("", text.replace("\r\n", "\n").replace("\t", "    "))
    return text.replace("\n", "\u2028").replace("\r", "\u2028")


def text_width(text: str, font: Face) -> int:
    """Return the width of a one-line text in px; cached."""
    return _text_width(text, theme().font(font))


@lru_cache(maxsize=4096)
def _text_width(text: str, font: QFont) -> int:
    return TextLayout(text, font, 1, None).width


def draw_line(
    painter: QPainter, text: str, font: Face, colour: Ink, x: float, top: float, height: float
) -> None:
    """Paint one line, centred by cap height between ``top`` and ``top + height``."""
    painter.setFont(theme().font(font))
    painter.setPen(theme().colour(colour))
    cap = QFontMetricsF(painter.font()).capHeight()
    painter.drawText(QPointF(x, top + (height + cap) / 2), literal(text))
