"""Blocks beside each other: a single row, and a table whose header row comes again on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block, Nothing

if TYPE_CHECKING:
    from exports.pdf.pen import Pen


_WHOLE = 170.0
"""A table not taller than this stands on one page."""
_TOGETHER = 2
"""At the end or beginning of a page stand at least so many rows of a longer one."""
_HOLE = 200.0
"""They may stand alone where moving them would leave a greater hole."""


class CellRow(Block):
    """Cells beside each other with `gap` between; `widths` are in points, None takes the rest.

    A row is split only when it is taller than `whole`: moving it would leave a great hole.
    """

    def __init__(
        self,
        cells: tuple[Block, ...],
        widths: tuple[float | None, ...],
        gap: float = 10,
        whole: float = 220,
    ) -> None:
        self._whole = whole
        self._cells = cells
        self._widths = widths
        self._gap = gap

    def height(self, width: float, limit: float = float("inf")) -> float:
        return max(cell.height(each, limit) for cell, each in self._measured(width))

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        if self.height(width, self._whole) <= self._whole:
            return None
        firsts: list[Block] = []
        rests: list[Block] = []
        for cell, each in self._measured(width):
            parts: tuple[Block, Block] | None = (cell, Nothing())
            if cell.height(each, height) > height + 0.01:
                parts = cell.split(each, height)
            if parts is None:
                return None
            firsts.append(parts[0])
            rests.append(parts[1])
        first = self._with(firsts)
        first.above = self.above
        return first, self._with(rests)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        for cell, each in self._measured(width):
            cell.draw(pen, x, top, each)
            x += each + self._gap

    def _with(self, cells: list[Block]) -> CellRow:
        return CellRow(tuple(cells), self._widths, self._gap, self._whole)

    def _measured(self, width: float) -> list[tuple[Block, float]]:
        fixed = sum(each for each in self._widths if each is not None)
        flexible = self._widths.count(None)
        rest = width - fixed - self._gap * (len(self._cells) - 1)
        each = rest / flexible if flexible else 0
        return [
            (cell, each if wanted is None else wanted)
            for cell, wanted in zip(self._cells, self._widths, strict=True)
        ]


class Grid(Block):
    """Rows with a hairline below each; `header` comes first and again on each page it reaches."""

    _PAD = 4.5

    def __init__(self, header: CellRow | None, rows: tuple[CellRow, ...]) -> None:
        self._header = header
        self._rows = rows

    def height(self, width: float, limit: float = float("inf")) -> float:
        total = self._tall(self._header, width) if self._header else 0.0
        for row in self._rows:
            total += self._tall(row, width, limit - total)
            if total > limit:
                break
        return total

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        if self.height(width, _WHOLE) <= _WHOLE:
            return None
        used = self._tall(self._header, width) if self._header else 0.0
        for number, row in enumerate(self._rows):
            room = height - used
            tall = self._tall(row, width, room)
            if tall <= room + 0.01:
                used += tall
                continue
            parts = row.split(width, room - 2 * self._PAD)
            if parts:
                return self._cut(number, number + 1, parts)
            cut = self._end_of_page(number)
            return self._cut(cut, cut) if cut >= _TOGETHER or used > _HOLE else None
        return None

    def _end_of_page(self, number: int) -> int:
        """Return where a page ends that has room for `number` rows: no row stands there alone."""
        left = len(self._rows) - number
        return number - 1 if left == 1 and number > _TOGETHER else number

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        rows = (self._header, *self._rows) if self._header else self._rows
        for row in rows:
            row.draw(pen, x, top + self._PAD, width)
            top += self._tall(row, width)
            pen.hairline(x, top, width)

    def _tall(self, row: CellRow, width: float, limit: float = float("inf")) -> float:
        return row.height(width, limit) + 2 * self._PAD

    def _cut(
        self, first: int, rest: int, parts: tuple[Block, Block] | None = None
    ) -> tuple[Block, Block]:
        head, tail = ((parts[0],), (parts[1],)) if parts else ((), ())
        above = Grid(self._header, (*self._rows[:first], *head))  # type: ignore[arg-type]
        return above, Grid(self._header, (*tail, *self._rows[rest:]))  # type: ignore[arg-type]
