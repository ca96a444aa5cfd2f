"""Texts of several sizes below each other, for rows that show several values."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.roles import ROLES
from ui.theme.theme import theme
from ui.widgets.lettering import Lettering
from ui.widgets.painting import rounded

_GAP = 10
_TINT_SIDE = 5


@dataclass(frozen=True)
class PlacedLine:
    """Line ``number`` of ``lettering``, ``left`` px from the edge, in one colour.

    ``tint`` is its background colour; empty means none.
    """

    lettering: Lettering
    number: int
    colour: str
    left: int = 0
    tint: str = ""

    def draw(self, painter: QPainter, x: float, y: float, height: int) -> None:
        """Paint the line into ``height`` px below ``y``, with the stack's left edge at ``x``."""
        left = x + self.left
        if self.tint:
            line = self.lettering.lines[self.number]
            box = QRectF(left - _TINT_SIDE, y + 1, line.width + 2 * _TINT_SIDE, height - 2)
            rounded(painter, box, 4, theme().colour(self.tint))
        self.lettering.draw(
            painter, left, y, theme().colour(self.colour), self.number, self.number + 1
        )


class TextStack:
    """Texts of different roles, each wrapped at ``width`` px and never cut."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[tuple[int, list[PlacedLine]]] = []
        """Height in px of each line, and what is on it."""

    def add(self, text: str, role: str, colour: str = "") -> None:
        """Append a text; an empty one takes no space."""
        if not text:
            return
        letters = self._letters(text, role)
        for number in range(len(letters.lines)):
            run = PlacedLine(letters, number, colour or ROLES[role].colour)
            self._lines.append((letters.line_height, [run]))

    def add_labelled(self, label: str, tint: str, text: str, role: str) -> None:
        """Append a label and, on the same line if there is space, a text.

        With ``tint`` the label has that background. Without a label only the text is added.
        """
        if not label:
            self.add(text, role)
            return
        colour = "digits" if tint else ROLES[role].colour
        first = self._letters(label, role)
        rest = self._letters(text, role)
        left = first.width + _GAP + (2 * _TINT_SIDE if tint else 0)
        fits = len(first.lines) == len(rest.lines) == 1 and left + rest.width <= self._width
        offset = _TINT_SIDE if tint else 0
        runs = [PlacedLine(first, 0, colour, offset, tint)]
        if fits and text:
            runs.append(PlacedLine(rest, 0, ROLES[role].colour, left))
        self._lines.append((first.line_height, runs))
        for number in range(1, len(first.lines)):
            run = PlacedLine(first, number, colour, offset, tint)
            self._lines.append((first.line_height, [run]))
        if not fits:
            self.add(text, role)

    def __len__(self) -> int:
        return len(self._lines)

    def height(self, first: int = 0, last: int | None = None) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        return sum(height for height, _ in self._lines[first:last])

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Paint the lines ``first`` up to ``last`` (exclusive), the first one's top at ``y``."""
        for height, runs in self._lines[first:last]:
            for run in runs:
                run.draw(painter, x, y, height)
            y += height

    def _letters(self, text: str, role: str) -> Lettering:
        return Lettering(text, theme().font(role), theme().line_height(role), self._width)
