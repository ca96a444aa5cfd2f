"""Distributes groups of rows over pages, unsplit if they fit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ui.rows.pager import Measured, Pager, Position, Slot


@dataclass(frozen=True)
class GroupPart:
    """A group of rows, or the part of it that is on a page, ``height`` px high.

    ``begins`` is false if its first rows are on an earlier page.
    """

    group: int
    top: int
    height: int
    begins: bool
    slots: tuple[Slot, ...]

    @property
    def bottom(self) -> int:
        """Distance in px of its lower edge from the top of the page."""
        return self.top + self.height


class GroupPager(Pager):
    """Fills pages of ``height`` px with groups of rows, ``gap`` px apart.

    ``counts`` are the numbers of rows of the groups, none 0. ``layout`` is as in `Pager`.
    ``least(group, begins)`` is the height in px that the name of a group needs next to its rows. A
    group that does not fit goes to the next page, unless more than ``most_empty`` px would be left:
    then it begins here and is split between rows. A group that is higher than a page is always
    split, a row higher than a page between lines.
    """

    def __init__(
        self,
        counts: Sequence[int],
        height: int,
        layout: Callable[[int], Measured],
        *,
        gap: int,
        least: Callable[[int, bool], int],
        most_empty: int | None = None,
    ) -> None:
        super().__init__(sum(counts), height, layout)
        self._gap = gap
        self._least = least
        self._most_empty = height if most_empty is None else most_empty
        self.pages: list[tuple[GroupPart, ...]] = []
        self._open: list[GroupPart] = []
        first = 0
        for group, count in enumerate(counts):
            self._add(group, range(first, first + count))
            first += count
        self._close_page()
        self._starts = [_start(page) for page in self.pages]

    @property
    def free(self) -> int:
        """Height in px that is left on the fullest page; negative if a page is overfull."""
        bottoms = [page[-1].bottom for page in self.pages]
        return self._height - max(bottoms, default=0)

    def page_of(self, position: Position) -> int:
        """Return the number of the page on which a position is, from 0."""
        return max(0, bisect_right(self._starts, position) - 1)

    def start_of(self, page: int) -> Position:
        """Return where a page begins."""
        return self._starts[page] if self._starts else Position()

    def fill(self, start: Position) -> tuple[Slot, ...]:
        if not self.pages:
            return ()
        return tuple(slot for part in self.pages[self.page_of(start)] for slot in part.slots)

    def after(self, start: Position) -> Position | None:
        following = self.page_of(start) + 1
        return self._starts[following] if following < len(self._starts) else None

    def before(self, end: Position) -> Position:
        page = self.page_of(end)
        here = self.start_of(page)
        return self.start_of(max(0, page - 1)) if here == end else here

    def _add(self, group: int, rows: range) -> None:
        layouts = [self._layout(row) for row in rows]
        heights = [layout.height(0, layout.lines) for layout in layouts]
        needed = max(sum(heights), self._least(group, True))
        if self._open and self._top() + needed > self._height:
            if self._begins_here(group, heights):
                self._divide(group, rows)
                return
            self._close_page()
        if needed > self._height and len(rows) + layouts[0].lines > 2:
            self._divide(group, rows)
            return
        top = self._top()
        slots: list[Slot] = []
        y = top
        for row, layout, height in zip(rows, layouts, heights, strict=True):
            slots.append(Slot(row, 0, layout.lines, y, height, True, True))
            y += height
        self._open.append(GroupPart(group, top, needed, True, tuple(slots)))

    def _begins_here(self, group: int, heights: Sequence[int]) -> bool:
        """Return whether a group begins on the open page."""
        left = self._height - self._top()
        least = max(heights[0], self._least(group, True))
        return len(heights) > 1 and left > self._most_empty and least <= left

    def _divide(self, group: int, rows: range) -> None:
        """Add a group in parts, from the open page on; its last part leaves the page open."""
        slots: list[Slot] = []
        y = self._top()
        begins = True
        for row in rows:
            layout = self._layout(row)
            total = layout.lines
            first = 0
            while first < total:
                last = _last_that_fits(layout, first, self._height - y)
                whole = layout.height(first, total) <= self._height
                if slots and (last == first or (last < total and whole)):
                    self._open.append(self._part(group, slots, begins))
                    self._close_page()
                    slots = []
                    y = 0
                    begins = False
                    continue
                last = max(last, first + 1)
                height = layout.height(first, last)
                slots.append(Slot(row, first, last, y, height, first == 0, last == total))
                y += height
                first = last
        self._open.append(self._part(group, slots, begins))

    def _part(self, group: int, slots: list[Slot], begins: bool) -> GroupPart:
        top = slots[0].top
        height = slots[-1].top + slots[-1].height - top
        return GroupPart(group, top, max(height, self._least(group, begins)), begins, tuple(slots))

    def _top(self) -> int:
        return self._open[-1].bottom + self._gap if self._open else 0

    def _close_page(self) -> None:
        if self._open:
            self.pages.append(tuple(self._open))
            self._open = []


def _last_that_fits(layout: Measured, first: int, room: int) -> int:
    last = first
    while last < layout.lines and layout.height(first, last + 1) <= room:
        last += 1
    return last


def _start(page: tuple[GroupPart, ...]) -> Position:
    first = page[0].slots[0]
    return Position(first.row, first.first)
