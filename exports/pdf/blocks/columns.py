"""Counts with their units, and cells of equal width with lines between them."""

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
    """A large number and its unit on the same baseline."""

    _GAP = 5.0

    def __init__(self, number: str, unit: str) -> None:
        self._number = number
        self._unit = unit

    def height(self, width: float, limit: float = float("inf")) -> float:
        return COUNT.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.runs(x, top, (TextRun(self._number),), COUNT.size, COUNT.leading)
        x += typeface().width(self._number, COUNT.size) + self._GAP
        down = (COUNT.size - BODY.size) * ASCENT
        down += (COUNT.leading - COUNT.size - BODY.leading + BODY.size) / 2
        pen.runs(x, top + down, (TextRun(self._unit),), BODY.size, BODY.leading)


class Columns(Block):
    """Cells side by side, separated by vertical lines."""

    def __init__(self, *cells: Block) -> None:
        self._cells = cells

    def height(self, width: float, limit: float = float("inf")) -> float:
        first, other = self._widths(width)
        return max(
            cell.height(other if number else first, limit)
            for number, cell in enumerate(self._cells)
        )

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        first, other = self._widths(width)
        below = top + self.height(width)
        for number, cell in enumerate(self._cells):
            if number:
                pen.line(x, top, x, below, pen.THREAD)
                x += _PAD
            cell.draw(pen, x, top, other if number else first)
            x += (other if number else first) + _PAD

    def _widths(self, width: float) -> tuple[float, float]:
        each = (width + _PAD) / len(self._cells)
        return each - _PAD, each - 2 * _PAD
