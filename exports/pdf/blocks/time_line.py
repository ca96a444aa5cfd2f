"""A stop of a timeline: its mark on a line that continues to the next one."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_HEIGHT = 18.0
_RADIUS = 4.4
_SIDE = 9.0
_LINE = 0.8


class Stop(Enum):
    """The kind of a stop of a timeline."""

    TODAY = "today"
    ACTION = "action"
    NEXT = "next"


class TimelineMark(Block):
    """The mark of a stop at the left of its cell; the line continues unless it is the `last`."""

    def __init__(self, stop: Stop, *, last: bool = False) -> None:
        self._stop = stop
        self._last = last

    def height(self, width: float, limit: float = float("inf")) -> float:
        return _HEIGHT

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        middle = top + _HEIGHT / 2
        centre = x + _SIDE / 2
        if not self._last:
            pen.line(centre, middle, centre + width, middle, _LINE)
        if self._stop is Stop.ACTION:
            pen.plate(x, middle - _SIDE / 2, _SIDE, _SIDE, black=False)
            return
        pen.dot(centre, middle, _RADIUS, filled=self._stop is Stop.TODAY)
        if self._stop is Stop.NEXT:
            pen.dot(centre, middle, 1.2, filled=True)
