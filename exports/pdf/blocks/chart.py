"""Bars of charts, distinguishable without colour; their numbers are printed beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.pdf.blocks.block import LineMark
from exports.pdf.ink import Fill
from exports.pdf.styles import BODY

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_THICK = 11.0


@dataclass(frozen=True, slots=True)
class BarPiece:
    """A piece of a bar; `share` of the full width is 0 to 1."""

    share: float
    fill: Fill = Fill.DARK


class Bar(LineMark):
    """Adjacent pieces, one line of text high; empty pieces are not drawn."""

    def __init__(self, *pieces: BarPiece) -> None:
        super().__init__(BODY.leading)
        self._pieces = pieces

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        top += (self._leading - _THICK) / 2
        for piece in self._pieces:
            wide = piece.share * width
            if wide > 0:
                pen.bar(x, top, wide, _THICK, piece.fill)
            x += wide


class Swatch(LineMark):
    """A small sample of a fill, for the legend of a chart."""

    WIDTH = 18.0

    def __init__(self, fill: Fill) -> None:
        super().__init__(BODY.leading)
        self._fill = fill

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.bar(x, top + (self._leading - _THICK) / 2, self.WIDTH, _THICK, self._fill)
