"""Blocks one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block
from exports.pdf.page_size import page_size
from exports.pdf.styles import BODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.pdf.pen import Pen

LEAST = 66.0
"""Minimum height at the end of a page into which a part of a row is put."""


class Stack(Block):
    """A column of blocks, split between two blocks or within one."""

    def __init__(self, *blocks: Block) -> None:
        self._blocks = blocks
        self._height: tuple[float, float] | None = None
        """A width, and the whole height at it."""
        self.above = blocks[0].above if blocks else 0
        self.below = blocks[-1].below if blocks else 0

    @property
    def anchors(self) -> tuple[str, ...]:
        return tuple(key for block in self._blocks for key in block.anchors)

    @property
    def is_silent(self) -> bool:
        return all(block.is_silent for block in self._blocks)

    @property
    def widest_word(self) -> float:
        return max((block.widest_word for block in self._blocks), default=0.0)

    def height(self, width: float, limit: float = float("inf")) -> float:
        if self._height is not None and self._height[0] == width:
            return self._height[1]
        total = 0.0
        for number, block in enumerate(self._blocks):
            total += self._gap(number) + block.height(width, limit - total)
            if total > limit:
                return total
        self._height = width, total
        return total

    def whole_within(self, width: float, height: float) -> int:
        """Return how many of its blocks are whole within a height."""
        total = 0.0
        for number, block in enumerate(self._blocks):
            total += self._gap(number) + block.height(width, height - total)
            if total > height:
                return number
        return len(self._blocks)

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        used = 0.0
        for number, block in enumerate(self._blocks):
            room = height - used - self._gap(number)
            height_of_block = block.height(width, room)
            if height_of_block <= room + 0.01:
                used += self._gap(number) + height_of_block
                continue
            heads = block.keep_next and height_of_block < LEAST
            parts = block.split(width, room) if room > 0 and not heads else None
            if parts:
                return self._parts(number, parts[0]), self._rest(number + 1, parts[1])
            cut = self._cut_before(number)
            if cut:
                return Stack(*self._blocks[:cut]), self._rest(cut)
            return self._split_before(number, width)
        return None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for number, block in enumerate(self._blocks):
            top += self._gap(number)
            block.draw(pen, x, top, width)
            top += block.height(width)

    def _cut_before(self, number: int) -> int:
        """Return the index of the block to begin the next page with, if `number` does not fit."""
        while number and self._blocks[number - 1].keep_next:
            number -= 1
        return number

    def _split_before(self, number: int, width: float) -> tuple[Block, Block] | None:
        """Part the text that is kept with the block `number`, so that its end is on that page."""
        if number == 0:
            return None
        kept = self._blocks[number - 1]
        parts = kept.split(width, kept.height(width) - 2 * BODY.leading)
        return (self._parts(number - 1, parts[0]), self._rest(number, parts[1])) if parts else None

    def _gap(self, number: int) -> float:
        if number == 0:
            return 0
        return max(self._blocks[number - 1].below, self._blocks[number].above)

    def _parts(self, number: int, last: Block) -> Stack:
        return Stack(*self._blocks[:number], last)

    def _rest(self, number: int, first: Block | None = None) -> Stack:
        return Stack(*((first,) if first else ()), *self._blocks[number:])


def is_one_page(blocks: Sequence[Block]) -> bool:
    """Return whether blocks are not higher than a page."""
    size = page_size()
    return Stack(*blocks).height(size.width, size.height) <= size.height
