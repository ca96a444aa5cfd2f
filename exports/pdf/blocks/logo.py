"""The facilitator's logo at the head of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.branding import logo_size
from exports.pdf.blocks.block import Block

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_TALL = 34.0
_WIDE = 190.0


class Logo(Block):
    """A picture at the left, as large as fits without being distorted."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        width, height = logo_size(data) or (1, 1)
        scale = min(_WIDE / width, _TALL / height)
        self._size = width * scale, height * scale

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._size[1] + 6

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        pen.picture(self._data, x, top, *self._size)
