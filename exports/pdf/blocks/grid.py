"""Blocks side by side: a row of cells, and a table whose header is repeated on each page."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.stack import LEAST
from exports.pdf.page_size import page_size
from exports.pdf.tagging import Tag, cell_tag

if TYPE_CHECKING:
    from exports.pdf.pen import Pen


_TOGETHER = 2
"""The fewest rows of a split table with a header at the end or beginning of a page.

A single row is left where the page would end in a large gap otherwise.
"""


class CellRow(Block):
    """Cells side by side with `gap` between; `widths` are in points, None shares the rest.

    A row of at most a sixth of a page is not split. Unless it is the row of a table (`join`), its
    cells are read out one after the other.
    """

    def __init__(
        self,
        cells: tuple[Block, ...],
        widths: tuple[float | None, ...],
        gap: float = 10,
        again: Block | None = None,
    ) -> None:
        self._again = again
        self._cells = cells
        self._widths = widths
        self._gap = gap
        self._at: tuple[float, list[tuple[Block, float]]] | None = None
        """A width, and the cells with theirs at it."""
        self._tags: tuple[Tag, Tag] | None = None
        self._cell_tags: tuple[Tag | None, ...] = (None,) * len(cells)

    @property
    def silent_columns(self) -> set[int]:
        """The indices of the cells that screen readers skip."""
        return {number for number, cell in enumerate(self._cells) if cell.is_silent}

    def join(
        self,
        table: Tag,
        silent: Collection[int] = (),
        *,
        header: bool = False,
        named: bool = False,
        span: int = 1,
    ) -> None:
        """Make it a row of `table`, whose columns `silent` are not read out.

        The cells of a `header` are column headers; the first cell of a `named` row is its row
        header. The last cell spans `span` columns.
        """
        last = len(self._cells) - 1
        tags: list[Tag | None] = []
        for number, cell in enumerate(self._cells):
            scope = "Column" if header else "Row" if named and number == 0 else ""
            tag = cell_tag("" if cell.is_silent else scope, span if number == last else 1)
            tags.append(None if number in silent else tag)
        self._tags = table, Tag("TR")
        self._cell_tags = tuple(tags)

    def height(self, width: float, limit: float = float("inf")) -> float:
        return max(cell.height(each, limit) for cell, each in self._measured(width))

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        whole = page_size().white * 2 / 3  # since a heading of two lines may be kept with it
        if height < LEAST or self.height(width, whole) <= whole:
            return None
        firsts: list[Block] = []
        rests: list[Block] = []
        for cell, each in self._measured(width):
            parts: tuple[Block, Block] | None = (cell, EmptyBlock())
            if cell.height(each, height) > height + 0.01:
                parts = cell.split(each, height)
            if parts is None:
                return None
            firsts.append(parts[0])
            rests.append(parts[1])
        first = self._with(firsts, self._cell_tags)
        first.above = self.above
        tags = self._cell_tags
        if self._again is not None and not rests[0].height(width, 0):
            rests[0] = _Repeated(self._again)
            tags = (None, *tags[1:])
        return first, self._with(rests, tags)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        if self._tags is None:
            self._draw_cells(pen, x, top, width)
            return
        table, row = self._tags
        with pen.tagged(table), pen.tagged(row):
            self._draw_cells(pen, x, top, width)

    def _draw_cells(self, pen: Pen, x: float, top: float, width: float) -> None:
        for tag, (cell, each) in zip(self._cell_tags, self._measured(width), strict=True):
            if tag is None:
                cell.draw(pen, x, top, each)
            else:
                with pen.tagged(tag):
                    cell.draw(pen, x, top, each)
            x += each + self._gap

    def _with(self, cells: list[Block], cell_tags: tuple[Tag | None, ...]) -> CellRow:
        """Return a part of this row: another row with the same tag."""
        part = CellRow(tuple(cells), self._widths, self._gap, self._again)
        part._tags = self._tags
        part._cell_tags = cell_tags
        return part

    def _measured(self, width: float) -> list[tuple[Block, float]]:
        if self._at is None or self._at[0] != width:
            self._at = width, self._divided(width)
        return self._at[1]

    def _divided(self, width: float) -> list[tuple[Block, float]]:
        fixed = sum(each for each in self._widths if each is not None)
        flexible = self._widths.count(None)
        rest = width - fixed - self._gap * (len(self._cells) - 1)
        each = rest / flexible if flexible else 0
        return [
            (cell, each if wanted is None else wanted)
            for cell, wanted in zip(self._cells, self._widths, strict=True)
        ]


class _Repeated(Block):
    """A block that was printed on an earlier page, and is not read out again."""

    def __init__(self, inner: Block) -> None:
        self._inner = inner

    @property
    def is_silent(self) -> bool:
        return True

    def height(self, width: float, limit: float = float("inf")) -> float:
        return self._inner.height(width, limit)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.repeated():
            self._inner.draw(pen, x, top, width)


class Grid(Block):
    """Rows with a line below each; `header` is repeated on each page.

    Without a header, the first cell of a row is its row header. A table of at most a sixth of a
    page is not split; `pad` is above and below each row.
    """

    def __init__(self, header: CellRow | None, rows: tuple[CellRow, ...], pad: float = 4.5) -> None:
        self._pad = pad
        self._header = header
        self._rows = rows
        self._goes_on = False
        table = Tag("Table")
        everything = (header, *rows) if header else rows
        columns = [row.silent_columns for row in everything]
        silent = set[int].intersection(*columns) if columns else set()
        for row in everything:
            row.join(table, silent, header=row is header, named=header is None)

    def height(self, width: float, limit: float = float("inf")) -> float:
        total = self._row_height(self._header, width) if self._header else 0.0
        for row in self._rows:
            total += self._row_height(row, width, limit - total)
            if total > limit:
                break
        return total

    def split(self, width: float, height: float) -> tuple[Block, Block] | None:
        white = page_size().white
        if self.height(width, white) <= white:
            return None
        used = self._row_height(self._header, width) if self._header else 0.0
        for number, row in enumerate(self._rows):
            room = height - used
            height_of_row = self._row_height(row, width, room)
            if height_of_row <= room + 0.01:
                used += height_of_row
                continue
            parts = row.split(width, room - 2 * self._pad)
            if parts:
                return self._cut(number, number + 1, parts)
            cut = self._end_of_page(number, room, width)
            least = _TOGETHER if self._header and height <= white else 1
            return self._cut(cut, cut) if cut >= least else None
        return None

    def _end_of_page(self, number: int, room: float, width: float) -> int:
        """Return the number of rows on a page that has space for `number` and `room` points more.

        A single row is left only if the page would otherwise end with a large empty space.
        """
        left = len(self._rows) - number
        if left != 1 or number <= _TOGETHER:
            return number
        white = room + self._row_height(self._rows[number - 1], width)
        return number - 1 if white <= page_size().white else number

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        rows = (self._header, *self._rows) if self._header else self._rows
        for row in rows:
            if self._goes_on and row is self._header:
                with pen.repeated():
                    row.draw(pen, x, top + self._pad, width)
            else:
                row.draw(pen, x, top + self._pad, width)
            top += self._row_height(row, width)
            pen.hairline(x, top, width)

    def _row_height(self, row: CellRow, width: float, limit: float = float("inf")) -> float:
        return row.height(width, limit) + 2 * self._pad

    def _cut(
        self, first: int, rest: int, parts: tuple[Block, Block] | None = None
    ) -> tuple[Block, Block]:
        head, tail = ((parts[0],), (parts[1],)) if parts else ((), ())
        above = self._with((*self._rows[:first], *head), self._goes_on)  # type: ignore[arg-type]
        return above, self._with((*tail, *self._rows[rest:]), goes_on=True)  # type: ignore[arg-type]

    def _with(self, rows: tuple[CellRow, ...], goes_on: bool) -> Grid:
        """Return a part of this table; its rows have joined the table already."""
        part = Grid(None, (), self._pad)
        part._header = self._header
        part._rows = rows
        part._goes_on = goes_on
        return part
