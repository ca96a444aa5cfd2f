"""Bars to be looked at rather than read, told apart without colour; their numbers stand beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block
from exports.pdf.ink import Fill
from exports.pdf.styles import BODY

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_THICK = 11.0


@dataclass(frozen=True, slots=True)
class Length:
    """A piece of a bar: `share` is 0 to 1 of the whole width."""

    share: float
    fill: Fill = Fill.DARK


class Bar(Block):
    """Pieces end to end on one line of text; a piece of no length is not drawn."""

    def __init__(self, *lengths: Length) -> None:
        self._lengths = lengths

    def height(self, width: float, limit: float = float("inf")) -> float:
        return BODY.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        top += (BODY.leading - _THICK) / 2
        pen.line(x, top - 3, x, top + _THICK + 3, 1)
        for length in self._lengths:
            wide = length.share * width
            if wide > 0:
                pen.bar(x, top, wide, _THICK, length.fill)
            x += wide


class Swatch(Block):
    """A small piece of a filling, for the legend of a chart."""

    WIDTH = 18.0

    def __init__(self, fill: Fill) -> None:
        self._fill = fill

    def height(self, width: float, limit: float = float("inf")) -> float:
        return BODY.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.bar(x, top + (BODY.leading - _THICK) / 2, self.WIDTH, _THICK, self._fill)
