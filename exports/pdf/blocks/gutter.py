"""Blocks with a mark in the gutter, optionally connected by a line, and blocks in a border."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.ink import TextRun
from exports.pdf.page_size import page_size
from exports.pdf.styles import BODY, GUTTER
from exports.pdf.tagging import Tag

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_ICON = 15.0
_TICK_BOX = 12.5
_SHORTEST_LINE = 2.0
"""Minimum length of a line between two marks; a shorter one would look like a speck."""


class GutterMark(NamedTuple):
    """The mark before a block: an icon, a box to tick, or the label of a list item.

    `size` is that of a box; `leading` is the height of the first line of the block. `alt` is read
    out instead of an icon.
    """

    icon: str = ""
    alt: str = ""
    word: str = ""
    bold: bool = True
    box: bool = False
    size: float = _TICK_BOX
    leading: float = BODY.leading


class Gutter(Block):
    """An indented block with a mark before it; `thread` draws a line to the next mark.

    With a text as the mark it is a list item, and the next such block is the next item.
    """

    def __init__(
        self,
        inner: Block,
        mark: GutterMark | None = None,
        *,
        thread: bool = False,
        pad: float = 0,
        indent: float = GUTTER,
    ) -> None:
        self._inner = inner
        self._mark = mark
        self._thread = thread
        self._pad = pad
        self._indent = indent
        self._item = (Tag("LI"), Tag("Lbl"), Tag("LBody")) if mark and mark.word else None
        self.above = 0 if thread else inner.above
        self.below = 0 if thread else inner.below
        self.keep_next = inner.keep_next

    @property
    def is_silent(self) -> bool:
        return self._item is None and self._inner.is_silent

    @property
    def widest_word(self) -> float:
        return self._indent + self._inner.widest_word

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._inner.height(width - self._indent, limit) + self._pad

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        if not self.keep_next and self._inner.height(width - self._indent, height) <= height:
            unpadded = Gutter(self._inner, self._mark, thread=self._thread, indent=self._indent)
            return self._same_item(unpadded), EmptyBlock()
        parts = self._inner.split(width - self._indent, height)
        if parts is None:
            return None
        first = Gutter(parts[0], self._mark, thread=self._thread, indent=self._indent)
        rest = Gutter(parts[1], thread=self._thread, pad=self._pad, indent=self._indent)
        return self._same_item(first), self._same_item(rest)

    def _same_item(self, part: Gutter) -> Gutter:
        """Return a part of this block as a part of the same item."""
        part._item = self._item
        return part

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        if self._item is None:
            self._draw_mark(pen, x, top)
            self._draw_inner(pen, x, top, width)
        else:
            item, label, body = self._item
            with pen.list_item(item, self._mark.word if self._mark else ""):
                with pen.tagged(label):
                    self._draw_mark(pen, x, top)
                with pen.tagged(body):
                    self._draw_inner(pen, x, top, width)
        if self._thread:
            middle = x + _ICON / 2
            begin = top + (self._mark.leading + _ICON) / 2 + 2 if self._mark else top
            end = top + self.height(width) - 1
            if end - begin >= _SHORTEST_LINE:
                pen.line(middle, begin, middle, end, pen.THREAD)

    def _draw_inner(self, pen: Pen, x: float, top: float, width: float) -> None:
        self._inner.draw(pen, x + self._indent, top, width - self._indent)

    def _draw_mark(self, pen: Pen, x: float, top: float) -> None:
        mark = self._mark
        if mark and mark.icon:
            top += (mark.leading - _ICON) / 2
            with pen.figure(mark.alt, x, top, _ICON, _ICON):
                pen.icon(mark.icon, x, top, _ICON)
        elif mark and mark.box:
            top += (mark.leading - mark.size) / 2
            with pen.figure(pen.names.box, x, top, mark.size, mark.size):
                pen.box(x, top, mark.size, mark.size, radius=0, thickness=1)
        elif mark:
            pen.runs(x, top, (TextRun(mark.word, mark.bold),), BODY.size, mark.leading)


class Box(Block):
    """A block within a border; if it is split, the border is closed on both pages.

    A box of at most a sixth of a page is not split.
    """

    def __init__(
        self,
        inner: Block,
        *,
        pad: tuple[float, float] = (14, 9),
        radius: float = 5,
        thickness: float = 1.2,
    ) -> None:
        self._inner = inner
        self._pad = pad
        self._radius = radius
        self._thickness = thickness
        self.above = 10
        self.below = 10

    @property
    def is_silent(self) -> bool:
        return self._inner.is_silent

    def height(self, width: float, limit: float = float("inf")) -> float:
        across, down = self._pad
        return self._inner.height(width - 2 * across, limit) + 2 * down

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        across, down = self._pad
        white = page_size().white
        if self.height(width, white) <= white:
            return None
        parts = self._inner.split(width - 2 * across, height - 2 * down)
        return (self._around(parts[0]), self._around(parts[1])) if parts else None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        across, down = self._pad
        pen.box(x, top, width, self.height(width), radius=self._radius, thickness=self._thickness)
        self._inner.draw(pen, x + across, top + down, width - 2 * across)

    def _around(self, inner: Block) -> Box:
        return Box(inner, pad=self._pad, radius=self._radius, thickness=self._thickness)
