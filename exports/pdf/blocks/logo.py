"""The facilitator's logo on the first page of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.branding import logo_size
from exports.pdf.blocks.block import Block

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_MAX_HEIGHT = 34.0
_MAX_WIDTH = 190.0


class Logo(Block):
    """A picture at the left, scaled to at most `_MAX_WIDTH` by `_MAX_HEIGHT` points."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        width, height = logo_size(data) or (1, 1)
        scale = min(_MAX_WIDTH / width, _MAX_HEIGHT / height)
        self._size = width * scale, height * scale

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._size[1] + 6

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.figure(pen.names.logo, x, top, *self._size):
            pen.picture(self._data, x, top, *self._size)
