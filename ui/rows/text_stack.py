"""Texts below each other, in different sizes, each wrapped and never cut."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from ui.rows.cells import Bar, Cell, Label, Number
from ui.rows.row import Line
from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.widgets.painting import rounded
from ui.widgets.text_layout import TextLayout, lettered

if TYPE_CHECKING:
    from ui.rows.style import Style

_GAP = 10
_TINT_SIDE = 5


class _Run(NamedTuple):
    """Line ``number`` of ``letters``, ``left`` px from the edge of the stack."""

    letters: TextLayout
    number: int
    left: int
    colour: str
    tint: str = ""
    lead: Cell | None = None
    label: Cell | None = None

    def draw(self, painter: QPainter, x: float, y: float, height: int, style: Style) -> None:
        left = x + self.left
        if self.label is not None:
            width = self.label.width(style)
            box = QRectF(x - style.gap - width, y, width, height)
            self.label.paint(painter, box, style, False)
        if self.tint:
            line = self.letters.lines[self.number]
            begin = x if self.lead is not None else left - _TINT_SIDE
            box = QRectF(begin, y + 1, left + line.width + _TINT_SIDE - begin, height - 2)
            rounded(painter, box, 4, self.tint)
        if self.lead is not None:
            width = self.lead.width(style)
            begin = x + _TINT_SIDE if self.tint else x
            self.lead.paint(painter, QRectF(begin, y, width, height), style, False)
        ink = self.colour
        self.letters.draw(painter, left, y, ink, self.number, self.number + 1)


class TextStack:
    """Texts at a width of ``width`` px; ``lead_gap`` px are after the cell that leads a text."""

    def __init__(self, width: int, style: Style) -> None:
        self._width = max(1, width)
        self._style = style
        self._lines: list[tuple[int, list[_Run]]] = []
        """Height in px of each line, and what is on it."""
        self.wrapped = False
        """Whether any text has several lines."""

    def add(self, line: Line) -> None:
        """Append a text; an empty one takes no space."""
        if not line.text:
            return
        if line.label and theme().stacked:
            self.add(Line(line.label, "meta"))
        role = line.role or self._style.role
        font, height = line_font(line, self._style), theme().line_height(role)
        colour = line.colour or ("digits" if line.tint else ROLES[role].colour)
        indent = 0
        if line.lead is not None:
            wide = 1.25 if isinstance(line.lead, Number) else 1
            indent = round(self._style.size * wide)
            if isinstance(line.lead, Bar):
                indent = line.lead.width(self._style) + self._style.gap
        if line.tint:
            indent += _TINT_SIDE
        if line.joins and self._joined(line.text, font, height, colour):
            return
        letters = lettered(line.text, font, height, max(1, self._width - indent))
        self.wrapped = self.wrapped or len(letters.lines) > 1
        for number in range(len(letters.lines)):
            lead = line.lead if number == 0 else None
            beside = line.label and number == 0 and not theme().stacked
            label = Label(line.label) if beside else None
            run = _Run(letters, number, indent, colour, line.tint, lead, label)
            self._lines.append((height, [run]))

    def _joined(self, text: str, font: QFont, height: int, colour: str) -> bool:
        """Put a text beside the last one if both fit on one line."""
        if not self._lines:
            return False
        last_height, runs = self._lines[-1]
        end = runs[-1]
        left = end.left + end.letters.width + _GAP + (_TINT_SIDE if end.tint else 0)
        letters = lettered(text, font, height, None)
        alone = len(end.letters.lines) == len(letters.lines) == 1
        if not alone or last_height != height or left + letters.width > self._width:
            return False
        runs.append(_Run(letters, 0, left, colour))
        return True

    @property
    def ends(self) -> tuple[int, ...]:
        """The right end in px of each line."""
        return tuple(
            max(run.left + math.ceil(run.letters.lines[run.number].width) for run in runs)
            for _, runs in self._lines
        )

    def __len__(self) -> int:
        return len(self._lines)

    def height(self, first: int = 0, last: int | None = None) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        return sum([height for height, _ in self._lines[first:last]])

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Paint the lines ``first`` up to ``last`` (exclusive), the first one's top at ``y``."""
        for height, runs in self._lines[first:last]:
            for run in runs:
                run.draw(painter, x, y, height, self._style)
            y += height


def line_font(line: Line, style: Style) -> QFont:
    """Return the font of a text."""
    role = line.role or style.role
    if line.typed:
        return theme().monospaced_font(theme().text_size(role))
    return theme().sized_font(theme().text_size(role), line.bold or ROLES[role].bold)
