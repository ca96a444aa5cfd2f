"""Small drawn marks: squares for hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.pdf.blocks.block import LineMark

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_HAND = 10.5
_LEAST_HAND = 4.0
_HAND_GAP = 2.0


class HandSquares(LineMark):
    """A square for each person, filled for each hand; a bar if the squares would be too small."""

    def __init__(self, hands: int, people: int, leading: float) -> None:
        super().__init__(leading)
        self._hands = hands
        self._people = max(people, hands, 1)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        side = min(_HAND, width / self._people - _HAND_GAP)
        if side < _LEAST_HAND:
            down = (self._leading - _HAND) / 2
            pen.plate(x, top + down, width, _HAND, black=False)
            if self._hands:
                pen.plate(x, top + down, width * self._hands / self._people, _HAND, black=True)
            return
        top += (self._leading - side) / 2
        for number in range(self._people):
            left = x + number * (side + _HAND_GAP)
            pen.plate(left, top, side, side, black=number < self._hands)
