"""Distributes rows over pages: only whole rows, measured no further than needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol


class Position(NamedTuple):
    """A position in the list: a row, and the line inside it at which a page starts."""

    row: int = 0
    line: int = 0


class Slot(NamedTuple):
    """Lines ``first`` up to ``last`` (exclusive) of a row, ``height`` px high, at ``top``."""

    row: int
    first: int
    last: int
    top: int
    height: int
    begins: bool
    ends: bool


class Measured(Protocol):
    """A row laid out at the width of the list."""

    @property
    def lines(self) -> int: ...

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        ...


class Pager:
    """Fills pages of ``height`` px from ``count`` rows.

    ``layout(row)`` returns a row laid out, ``above(row)`` the height in px of what is above it only
    if a page begins with it. A row higher than a page is split between lines.
    """

    def __init__(
        self,
        count: int,
        height: int,
        layout: Callable[[int], Measured],
        above: Callable[[int], int] = lambda _row: 0,
    ) -> None:
        self._count = count
        self._height = height
        self._layout = layout
        self._above = above

    def fill(self, start: Position) -> tuple[Slot, ...]:
        """Return what is on the page that begins at ``start``."""
        slots: list[Slot] = []
        row = start.row
        first = start.line
        top = self._above(row) if not first and row < self._count else 0
        while row < self._count:
            layout = self._layout(row)
            total = last = layout.lines
            height = layout.height(first, last)
            if top + height > self._height:
                if slots:
                    break
                last = self._part_end(row, first)
                height = layout.height(first, last)
            ends = last == total
            slots.append(Slot(row, first, last, top, height, first == 0, ends))
            if not ends:
                break
            top += height
            row += 1
            first = 0
        return tuple(slots)

    def after(self, start: Position) -> Position | None:
        """Return where the next page begins; None on the last page."""
        return self._following(self.fill(start))

    def all_pages(self) -> tuple[tuple[Slot, ...], ...]:
        """Return what is on each page, at least one even without rows."""
        pages = [self.fill(Position())]
        while (start := self._following(pages[-1])) is not None:
            pages.append(self.fill(start))
        return tuple(pages)

    def _following(self, slots: tuple[Slot, ...]) -> Position | None:
        if not slots:
            return None
        end = slots[-1]
        if not end.ends:
            return Position(end.row, end.last)
        return Position(end.row + 1) if end.row + 1 < self._count else None

    def before(self, end: Position) -> Position:
        """Return where the page begins that ends just before ``end``."""
        if end.line:
            return Position(end.row, self._part_before(end.row, end.line))
        row = end.row
        used = 0
        while row > 0:
            layout = self._layout(row - 1)
            height = layout.height(0, layout.lines)
            if used + height + self._above(row - 1) > self._height:
                break
            used += height
            row -= 1
        if row == end.row and row > 0:  # the previous row is higher than a page: show its end
            return self.last_part(row - 1)
        return Position(row)

    def last_part(self, row: int) -> Position:
        """Return where the last part of a row begins, if a page shows nothing before it."""
        return Position(row, self._part_before(row, self._layout(row).lines))

    def _part_end(self, row: int, first: int) -> int:
        layout = self._layout(row)
        last = first + 1
        room = self._height - (0 if first else self._above(row))
        while last < layout.lines and layout.height(first, last + 1) <= room:
            last += 1
        return last

    def _part_before(self, row: int, line: int) -> int:
        start = 0
        while (end := self._part_end(row, start)) < line:
            start = end
        return start
