"""The grid of papers: a column for labels next to the text, lines above, and unsplit groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.stack import LEAST, Stack
from exports.pdf.page_size import page_size
from exports.pdf.spacing import spaced
from exports.pdf.styles import LABEL_GAP, LABEL_WIDTH

if TYPE_CHECKING:
    from exports.pdf.pen import Pen


class Together(Stack):
    """A column of blocks that is not split if it is at most a sixth of a page.

    That includes the `head` above it, below which less than `LEAST` may follow.
    """

    def __init__(self, *blocks: Block, head: Block | None = None) -> None:
        super().__init__(*blocks)
        self._head = head

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        size = page_size()
        white = size.white - (self._head.height(size.width) if self._head else 0)
        if (height < LEAST and not self._head) or self.height(width, white) <= white:
            return None
        return super().split(width, height)


class Chapter(Stack):
    """A column of blocks; `again` is repeated above the part on the next page."""

    def __init__(self, *blocks: Block, again: Block) -> None:
        super().__init__(*blocks)
        self._again = again

    def _rest(self, number: int, first: Block | None = None) -> Stack:
        rest = super()._rest(number, first)
        if not rest.height(page_size().width, 0):
            return rest
        return Chapter(self._again, rest, again=self._again)


class Beside(Block):
    """A block with a label at its left, and another label at the foot of the same column.

    If it is split, `again` is printed next to the rest. A label that `follows` belongs to the end
    of the block, and is moved to the rest; others are not parted from less than `LEAST`.
    """

    def __init__(
        self,
        label: Block,
        main: Block,
        *,
        foot: Block | None = None,
        again: Block | None = None,
        follows: bool = False,
    ) -> None:
        self._follows = follows
        self._label = label
        self._main = main
        self._foot = foot
        self._again = again
        self.above = main.above
        self.below = main.below
        self.keep_next = main.keep_next

    @property
    def anchors(self) -> tuple[str, ...]:
        return self._main.anchors

    def height(self, width: float, limit: float = float("inf")) -> float:
        main = self._main.height(_text_width(width), limit)
        return max(main, self._label_height() + self._foot_height())

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        if self._follows:
            return self._split_before_label(width, height)
        if height < LEAST:
            return None
        labels: tuple[Block, Block] | None = (self._label, self._again or EmptyBlock())
        if self._label_height() > page_size().height:
            labels = self._label.split(LABEL_WIDTH, height)
        elif self._label_height() > height:
            return None
        parts: tuple[Block, Block] | None = (self._main, EmptyBlock())
        if self._main.height(_text_width(width), height) > height:
            parts = self._main.split(_text_width(width), height)
        if labels is None or parts is None:
            return None
        first = Beside(labels[0], parts[0])
        return first, Beside(labels[1], parts[1], foot=self._foot, again=self._again)

    def _split_before_label(self, width: float, height: float) -> tuple[Block, Block] | None:
        text_width = _text_width(width)
        parts = self._main.split(text_width, min(height, self._main.height(text_width) - 1))
        if parts is None:
            return None
        label = Stack(*([self._again] if self._again else []), self._label)
        rest = Beside(label, parts[1], foot=self._foot, again=self._again)
        return Beside(EmptyBlock(), parts[0]), rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        self._label.draw(pen, x, top, LABEL_WIDTH)
        self._main.draw(pen, x + LABEL_WIDTH + LABEL_GAP, top, _text_width(width))
        if self._foot:
            down = self.height(width) - self._foot_height()
            self._foot.draw(pen, x, top + down, LABEL_WIDTH)

    def _label_height(self) -> float:
        return self._label.height(LABEL_WIDTH)

    def _foot_height(self) -> float:
        return self._foot.height(LABEL_WIDTH) if self._foot else 0.0


class Ruled(Block):
    """A block below a line of a thickness, with space between and below."""

    def __init__(self, inner: Block, thickness: float, over: float = 0, under: float = 0) -> None:
        self._inner = inner
        self._thickness = thickness
        self._over = spaced(over)
        self._under = spaced(under)
        self.keep_next = inner.keep_next

    @property
    def anchors(self) -> tuple[str, ...]:
        return self._inner.anchors

    def _part(self, inner: Block, under: float = 0) -> Ruled:
        """Return a part of it after a split."""
        part = Ruled(inner, self._thickness)
        part._over = self._over
        part._under = under
        return part

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._over + self._inner.height(width, limit) + self._under

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        room = height - self._over
        if self._inner.height(width, room) <= room:
            return self._part(self._inner), EmptyBlock()
        parts = self._inner.split(width, room)
        if parts is None:
            return None
        return self._part(parts[0]), self._part(parts[1], self._under)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        if self._thickness:
            pen.line(x, top, x + width, top, self._thickness)
        self._inner.draw(pen, x, top + self._over, width)


def _text_width(width: float) -> float:
    return width - LABEL_WIDTH - LABEL_GAP
