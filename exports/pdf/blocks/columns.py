"""Counts with their units, and cells with lines between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block
from exports.pdf.fonts import ASCENT, typeface
from exports.pdf.ink import TextRun
from exports.pdf.styles import BODY, COUNT

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_PAD = 9.0


class Count(Block):
    """A large number and its unit on the same baseline; without a number the unit alone."""

    def __init__(self, number: str, unit: str) -> None:
        self._number = number
        self._unit = unit
        self._gap = 5.0 if number else 0.0

    @property
    def widest_word(self) -> float:
        face = typeface()
        unit = face.width(self._unit, BODY.size)
        return face.width(self._number, COUNT.size) + self._gap + unit

    def height(self, width: float, limit: float = float("inf")) -> float:
        return COUNT.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.runs(x, top, (TextRun(self._number),), COUNT.size, COUNT.leading)
        x += typeface().width(self._number, COUNT.size) + self._gap
        down = (COUNT.size - BODY.size) * ASCENT
        down += (COUNT.leading - COUNT.size - BODY.leading + BODY.size) / 2
        pen.runs(x, top + down, (TextRun(self._unit),), BODY.size, BODY.leading)


class Columns(Block):
    """Cells side by side, separated by vertical lines."""

    def __init__(self, *cells: Block) -> None:
        self._cells = cells

    def height(self, width: float, limit: float = float("inf")) -> float:
        cells = zip(self._cells, self._widths(width), strict=True)
        return max(cell.height(wide, limit) for cell, wide in cells)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        below = top + self.height(width)
        for number, (cell, wide) in enumerate(zip(self._cells, self._widths(width), strict=True)):
            if number:
                pen.line(x, top, x, below, pen.THREAD)
                x += _PAD
            cell.draw(pen, x, top, wide)
            x += wide + _PAD

    def _widths(self, width: float) -> list[float]:
        """Return the widths: of the widest word of each cell, with an equal share of the rest."""
        count = len(self._cells)
        room = width - 2 * _PAD * (count - 1)
        words = [cell.widest_word for cell in self._cells]
        if sum(words) > room:
            return [room / count] * count
        return [each + (room - sum(words)) / count for each in words]
