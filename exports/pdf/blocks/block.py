"""The base class of blocks, and the simplest blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.pdf.pen import Pen


class Block:
    """A piece of a page. Sizes are in points; `above` and `below` are the space around it.

    Between two blocks, the larger of the two spaces is used.
    """

    above: float = 0
    below: float = 0
    keep_next: bool = False
    """Whether the next block must begin on the same page."""
    optional: bool = False
    """Whether it is omitted if it does not fit, instead of starting a page."""
    may_wait: bool = False
    """Whether another such block that fits on the page may be placed before it."""
    anchor: str = ""
    """The anchor of the page on which it begins, for a `PageNumber`; empty for none."""

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors within it."""
        return ()

    @property
    def is_silent(self) -> bool:
        """Whether screen readers skip it, such as a bar whose number is printed next to it."""
        return False

    @property
    def widest_word(self) -> float:
        """The width in points below which a word of it is split; 0 if it has no words."""
        return 0.0

    def height(self, width: float, limit: float = float("inf")) -> float:
        """Return the height at `width`, or any value above `limit` if it is higher than that."""
        raise NotImplementedError

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        """Return the part that fits into `height` and the rest, or None if it cannot be split."""
        return None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it with its top left corner at (`x`, `top`), from the top left of the page."""
        raise NotImplementedError


class EmptyBlock(Block):
    """An empty cell, or the empty rest of a cell."""

    @property
    def is_silent(self) -> bool:
        return True

    def height(self, width: float, limit: float = float("inf")) -> float:
        return 0

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class LineMark(Block):
    """A drawn mark in a line of text of height `leading`; `alt` is read out instead of it."""

    def __init__(self, leading: float, alt: str = "") -> None:
        self._leading = leading
        self._alt = alt

    @property
    def is_silent(self) -> bool:
        return not self._alt

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._leading


class Space(EmptyBlock):
    """Empty space of a height."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._height


class NewPage(EmptyBlock):
    """Starts a new page, unless more than `room` points are left on this one."""

    def __init__(self, room: float = float("inf")) -> None:
        self.room = room


class Anchor(EmptyBlock):
    """Defines an anchor on the page of the next block, for a `PageNumber`."""

    keep_next = True

    def __init__(self, key: str) -> None:
        self.key = key

    @property
    def anchors(self) -> tuple[str, ...]:
        return (self.key,)


class PageNumber(Block):
    """The page number of an anchor, right aligned."""

    def __init__(self, key: str, size: float, leading: float) -> None:
        self._key = key
        self._size = size
        self._leading = leading

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        number = str(pen.page_of(self._key))
        pen.text_right(x + width, top, number, self._size, self._leading)


class PageText(Block):
    """A text with the page number of an anchor; `make` returns it for a page number.

    On the page of the anchor itself `here` is printed instead, if it is given, and `missing` where
    no page has it.
    """

    _ANY = 88

    def __init__(
        self,
        key: str,
        make: Callable[[int], Block],
        *,
        here: Block | None = None,
        missing: Block | None = None,
    ) -> None:
        self._key = key
        self._make = make
        self._here = here
        self._missing = missing
        self.above = make(self._ANY).above

    def height(self, width: float, limit: float = float("inf")) -> float:
        said = (self._make(self._ANY), self._here, self._missing)
        return max(text.height(width) for text in said if text is not None)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        page = pen.page_of(self._key)
        instead = self._here if page == pen.page else None if page else self._missing
        (instead or self._make(page)).draw(pen, x, top, width)


class RuledLines(Block):
    """Ruled lines for handwriting."""

    PITCH: ClassVar[float] = 28.4
    """10 mm, for handwriting."""

    def __init__(self, count: int, pitch: float = PITCH) -> None:
        self._count = count
        self._pitch = pitch

    @property
    def is_silent(self) -> bool:
        return True

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._count * self._pitch

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for number in range(1, self._count + 1):
            pen.hairline(x, top + number * self._pitch, width)


class WritingLines(Block):
    """A title, and ruled lines for handwritten notes down to the foot of the page.

    If `optional`, they are omitted if they do not fit, instead of starting a page.
    """

    MOST: ClassVar[int] = 9
    """More lines would make an almost empty page."""
    CLEAR: ClassVar[float] = 10.0

    def __init__(
        self, title: Block, least: int, count: int | None = None, *, optional: bool = False
    ) -> None:
        self.optional = optional
        self._title = title
        self._least = least
        self._count = least if count is None else count
        self.above = title.above

    def filling(self, width: float, height: float) -> WritingLines:
        """Return a block with as many lines as fit into `height`, but not fewer than the least."""
        room = height - self._title.height(width) - self.CLEAR
        count = int(room // RuledLines.PITCH)
        count = max(self._least, min(count, self.MOST))
        return WritingLines(self._title, self._least, count, optional=self.optional)

    def height(self, width: float, limit: float = float("inf")) -> float:
        """Return the height, with which the last line keeps clear of the one above the footer."""
        return self._title.height(width) + RuledLines(self._count).height(width) + self.CLEAR

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        self._title.draw(pen, x, top, width)
        RuledLines(self._count).draw(pen, x, top + self._title.height(width), width)
