"""What every block can do, and the simplest ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from exports.pdf.pen import Pen


class Block:
    """A piece of a page. Sizes are in points; `above` and `below` are the space it asks for.

    Between two blocks the larger of the two spaces is kept.
    """

    above: float = 0
    below: float = 0
    keep_next: bool = False
    """Never the last thing on a page: what follows must begin on the same one."""

    def height(self, width: float, limit: float = float("inf")) -> float:
        """Return its height at `width`; it may stop counting as soon as `limit` is passed."""
        raise NotImplementedError

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return what fits into `height` and the rest; None when nothing may be put there."""
        return None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at (`x`, `top`), counted from the top of the page."""
        raise NotImplementedError


class Nothing(Block):
    """An empty cell, or the part of a cell that is used up."""

    def height(self, width: float, limit: float = float("inf")) -> float:
        return 0

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing to draw."""


class NewPage(Nothing):
    """What follows begins on a new page."""


class Anchor(Nothing):
    """Names the page on which the next block begins, for an index."""

    def __init__(self, key: str) -> None:
        self.key = key


class PageOf(Block):
    """The number of the page of an anchor, at the right."""

    def __init__(self, key: str, size: float, leading: float) -> None:
        self._key = key
        self._size = size
        self._leading = leading

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        number = str(pen.page_of(self._key))
        pen.text_right(x + width, top, number, self._size, self._leading)


class RuledLines(Block):
    """Lines to write on by hand."""

    PITCH: ClassVar[float] = 28.4
    """10 mm: enough for handwriting."""

    def __init__(self, count: int, pitch: float = PITCH) -> None:
        self._count = count
        self._pitch = pitch

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._count * self._pitch

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for number in range(1, self._count + 1):
            pen.hairline(x, top + number * self._pitch, width)


class WritingLines(Block):
    """A title and ruled lines for notes by hand, down to the foot of the page.

    When `optional`, they begin no page of their own and are left out where they do not fit.
    """

    def __init__(
        self, title: Block, least: int, count: int | None = None, *, optional: bool = False
    ) -> None:
        self.optional = optional
        self._title = title
        self._least = least
        self._count = least if count is None else count
        self.above = title.above

    def filling(self, width: float, height: float) -> WritingLines:
        """Return as many lines as fit into `height`, never fewer than the least."""
        count = int((height - self._title.height(width)) // RuledLines.PITCH)
        count = max(self._least, count)
        return WritingLines(self._title, self._least, count, optional=self.optional)

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._title.height(width) + RuledLines(self._count).height(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        self._title.draw(pen, x, top, width)
        RuledLines(self._count).draw(pen, x, top + self._title.height(width), width)
