"""Lines of several sizes one under the other, for rows that say more than one thing."""

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
    """One line of ``lettering``, ``left`` px from the edge; ``tint`` names what is behind it."""

    lettering: Lettering
    number: int
    colour: str
    left: int = 0
    tint: str = ""


class TextStack:
    """Texts of different roles, each wrapped at ``width`` px; nothing is ever cut."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[tuple[int, list[PlacedLine]]] = []

    def add(self, text: str, role: str, colour: str = "") -> None:
        """Put a text under what is there; an empty one takes no room."""
        if not text:
            return
        letters = self._letters(text, role)
        for number in range(len(letters.lines)):
            piece = PlacedLine(letters, number, colour or ROLES[role].colour)
            self._lines.append((letters.line_height, [piece]))

    def add_led(self, lead: str, tint: str, text: str, role: str) -> None:
        """Put ``lead``, on a tint if one is named, and after it ``text``, which may go on below."""
        colour = "digits" if tint else ROLES[role].colour
        if not lead:
            self.add(text, role)
            return
        first = self._letters(lead, role)
        rest = self._letters(text, role)
        left = first.width + _GAP + (2 * _TINT_SIDE if tint else 0)
        fits = len(first.lines) == len(rest.lines) == 1 and left + rest.width <= self._width
        offset = _TINT_SIDE if tint else 0
        pieces = [PlacedLine(first, 0, colour, offset, tint)]
        if fits and text:
            pieces.append(PlacedLine(rest, 0, ROLES[role].colour, left))
        self._lines.append((first.line_height, pieces))
        for number in range(1, len(first.lines)):
            self._lines.append(
                (first.line_height, [PlacedLine(first, number, colour, offset, tint)])
            )
        if not fits:
            self.add(text, role)

    def __len__(self) -> int:
        return len(self._lines)

    def height(self, first: int = 0, last: int | None = None) -> int:
        """Height in px of the lines ``first`` to before ``last``."""
        return sum(height for height, _ in self._lines[first:last])

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        """Draw the lines ``first`` to before ``last`` with the first one's top at ``y``."""
        for height, pieces in self._lines[first:last]:
            for piece in pieces:
                _draw(painter, piece, x, y, height)
            y += height

    def _letters(self, text: str, role: str) -> Lettering:
        return Lettering(text, theme().font(role), theme().line_height(role), self._width)


def _draw(painter: QPainter, piece: PlacedLine, x: float, y: float, height: int) -> None:
    left = x + piece.left
    if piece.tint:
        line = piece.lettering.lines[piece.number]
        box = QRectF(left - _TINT_SIDE, y + 1, line.width + 2 * _TINT_SIDE, height - 2)
        rounded(painter, box, 4, theme().colour(piece.tint))
    colour = theme().colour(piece.colour)
    piece.lettering.draw(painter, left, y, colour, piece.number, piece.number + 1)
