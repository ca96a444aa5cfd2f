"""The layout of a row at a given width, and its painting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.rows.cells import Cell, Label, Number, Options, widest
from ui.rows.continuation import continuation_height, draw_continuation
from ui.rows.pager import Slot
from ui.rows.row import Aside, Line, Row
from ui.rows.style import Style
from ui.rows.text_stack import TextStack, line_font
from ui.theme.theme import theme
from ui.widgets.painting import fill
from ui.widgets.text_layout import lettered, text_width
from workshop_app.i18n import tr

_NARROW = 20  # letters; with less space the cells are below the text if that makes the row lower
_ASIDE_SHARE = 0.28  # of the width, at most
_ASIDE_LINES_SHARE = 0.32  # of the width, at most, if it is wrapped
_UNDER = 20  # px: height of the cell below the others
_REACH = 6  # px around a cell that belong to it for the mouse
_SIZE_OF_RULE = 24  # px of text for each px of a line above a row
_LEAST_LEFT = 4  # px: the bar of the current row


class Columns(NamedTuple):
    """Widths in px of the columns of cells that the rows of a list share."""

    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    below: bool = False
    """Whether the cells after the text are below it in all rows."""


def columns_of(rows: Sequence[Row], style: Style) -> Columns:
    """Return the columns that the cells of these rows need.

    Where they leave too little to the text, optional columns are left out, the last one first.
    """
    in_columns = rows if style.aligned else ()
    hangs = style.edge > 0
    aligned = [[cell for cell in row.before if hangs or cell.ALIGNED] for row in in_columns]
    before = _widths(aligned, style)
    if not style.columns:
        return Columns(tuple(before))
    after = _widths([row.after for row in rows], style)
    most = max(rows, key=lambda row: len(row.after), default=None)
    room = style.right - style.left
    room -= sum(width + style.gap for width in before) if not hangs else 0
    least = style.letters * style.size

    def beside() -> int:
        return room - sum(width + style.between for width in after if width >= 0)

    for index in reversed(range(len(after))):
        if beside() < least and most is not None and most.after[index].optional:
            after[index] = -1
    stays = most is not None and bool(most.after) and most.after[-1].STAYS
    return Columns(tuple(before), tuple(after), beside() < least and len(after) > stays)


def _widths(cells: Sequence[Sequence[Cell]], style: Style) -> list[int]:
    columns = zip_longest(*cells)
    return [widest([cell for cell in each if cell is not None], style) for each in columns]


class Placed(NamedTuple):
    """A cell ``left`` px from the edge of the list, ``width`` px wide."""

    cell: Cell
    left: int
    width: int

    def box(self, top: float, height: float) -> QRectF:
        """Return its box in a line; a cell that is narrower than its column stands at one side."""
        return QRectF(self.left, top, self.width, height)


class RowLayout:
    """The positions of the parts of ``row`` in a list; ``current`` shows what only it shows.

    The head of its group, ``head`` px high, is above a row that ``leads`` it, and above one with
    which a page begins.
    """

    def __init__(
        self,
        row: Row,
        columns: Columns,
        style: Style,
        current: bool,
        leads: bool = False,
        head: int = 0,
    ) -> None:
        self.row = row
        self.style = style
        self.before, self.text_left = self._place_before(columns, current)
        self.right = style.right
        staying, moving = self._sized = self._after_widths(columns)
        wide = sum(width + style.between for _, width in moving)
        self.right -= sum(width + style.between for _, width in staying)
        whole = max(1, self.right - self.text_left)
        beside = whole - wide
        self.below = bool(moving) and (
            columns.below if style.columns else self._goes_below(beside, whole)
        )
        self.mark(current)
        self.under = self._place_under()
        self.fits = wide - style.between <= whole
        """Whether the cells after the text are on one line, beside it or below it."""
        room = whole if self.below else beside
        self.asides, room = self._lay_asides(room, 0 if self.below else beside)
        self.stack = TextStack(room, style)
        colour = row.colour or ("ink2" if row.quiet else "")
        bold = row.chosen or row.bold
        for cell in row.before:
            if isinstance(cell, Label) and theme().stacked:
                self.stack.add(Line(cell.text, "meta"))
        self.stack.add(Line(row.text, row.role, colour, bold))
        for line in row.lines:
            self.stack.add(line)
        self.own_lines = max([len(self.stack), *(len(stack) for stack, *_ in self.asides)])
        self._own_height = self._texts(0, self.own_lines)
        self.opened = TextStack(whole, style)
        for line in row.opened if current else ():
            self.opened.add(line)
        self._gap = style.pad if style.edge and len(self.opened) else 0
        self.lines = self.own_lines + len(self.opened)
        """Number of lines: those of the text, then those of what is opened."""
        used = 2 * style.pad + self._texts(0, self.lines)
        self._above_whole = style.pad + max(0, style.least - used) / 2
        self.whole_height = self._height_of(0, self.lines)
        """The height in px of all lines, without a head."""
        self.led = head if leads else 0
        """The height in px of the head above its first line."""
        self.above = 0 if leads else head
        """The height in px of the head that is above it only if a page begins with it."""

    @property
    def words_right(self) -> int:
        """Where the space of the text ends, before the cells beside it."""
        beside = self.after[0]
        return beside[0].left - self.style.between if beside else self.right

    def mark(self, current: bool) -> None:
        """Show or hide the cells that only the current row shows, in the same places."""
        staying, moving = self._sized
        self.after = self._place_after(_shown(staying, current), _shown(moving, current))

    def begin_at_top(self) -> None:
        """Put the texts at the upper edge instead of the middle, such as those of an editor."""
        self._above_whole = self.style.pad

    # -- positions of the parts

    def _place_before(self, columns: Columns, current: bool) -> tuple[list[Placed], int]:
        style = self.style
        cells = [
            replace(cell, bold=True) if current and isinstance(cell, Number) else cell
            for cell in self.row.before
            if not (isinstance(cell, Label) and theme().stacked)
        ]
        if style.edge:
            return self._hang(cells, columns)
        left = style.side + self.row.depth * style.deep
        placed: list[Placed] = []
        aligned = list(columns.before)
        for cell in cells:
            width = aligned.pop(0) if cell.ALIGNED and aligned else cell.width(style)
            placed.append(Placed(cell, left, width))
            left += width + style.gap
        left += sum(width + style.gap for width in aligned if width)
        return placed, left

    def _hang(self, cells: Sequence[Cell], columns: Columns) -> tuple[list[Placed], int]:
        """Place cells in the margin, the last one next to the text.

        If the margin is too narrow for those of a row, the texts of all rows move to the right.
        ``Style.inside`` of them are in columns behind the margin.
        """
        style = self.style
        behind = len(cells) - style.inside
        sized = [(cell, cell.width(style)) for cell in cells[:behind]]
        wide = sum(width + style.hanging for _, width in sized)
        widest_row = max(wide, sum(width + style.hanging for width in columns.before[:behind]))
        text = max(style.edge, _LEAST_LEFT + widest_row - style.hanging + style.gap)
        left = text - style.gap + style.hanging - wide
        placed = _in_line(sized, left, style.hanging)
        for cell, width in zip(cells[behind:], columns.before[behind:], strict=False):
            placed.append(Placed(cell, text, width))
            text += width + style.gap
        return placed, text + self.row.depth * style.deep

    def _after_widths(
        self, columns: Columns
    ) -> tuple[list[tuple[Cell, int]], list[tuple[Cell, int]]]:
        """Return the cells that stay at the right, and those that can be below the text."""
        both = [
            (cell, columns.after[index] if columns.after else cell.width(self.style))
            for index, cell in enumerate(self.row.after)
        ]
        shown = [(cell, width) for cell, width in both if width >= 0]
        staying = [each for each in shown if each[0].STAYS]
        return staying, [each for each in shown if not each[0].STAYS]

    def _place_after(
        self, staying: Sequence[tuple[Cell, int]], moving: Sequence[tuple[Cell, int]]
    ) -> list[list[Placed]]:
        """Return the cells after the text: those beside it, then those in each line below it."""
        style = self.style
        beside = [*([] if self.below else moving), *staying]
        left = style.right + style.between
        left -= sum(width + style.between for _, width in beside)
        lines = [_in_line(beside, left, style.between)]
        if not self.below:
            return lines
        line: list[tuple[Cell, int]] = []
        wrapped: list[list[tuple[Cell, int]]] = []
        for each in moving:
            used = sum(width + style.between for _, width in (*line, each)) - style.between
            if line and used > self.right - self.text_left:
                wrapped.append(line)
                line = []
            line.append(each)
        for each in (*wrapped, line):
            used = sum(width + style.between for _, width in each) - style.between
            at_left = style.columns or style.flows
            start = self.text_left if at_left else max(style.side, self.right - used)
            lines.append(_in_line(each, start, style.between))
        return lines

    def _place_under(self) -> Placed | None:
        cells = self.after[-1]
        if self.row.under is None or not cells:
            return None
        left = cells[0].left
        return Placed(self.row.under, left, cells[-1].left + cells[-1].width - left)

    @property
    def _below_lines(self) -> int:
        """Number of lines of cells below the text."""
        return len(self.after) - 1 + (self.below and self.under is not None)

    def _goes_below(self, beside: int, whole: int) -> bool:
        """Return whether the row is lower with its cells below the text than next to it."""
        style = self.style
        font = line_font(Line("", bold=self.row.chosen or self.row.bold), style)
        several = style.flows and sum(not cell.STAYS for cell in self.row.after) > 1
        if text_width(self.row.text, font) <= beside and not several:
            return False
        if style.flows or beside < style.letters * style.size:
            return True
        if beside >= _NARROW * style.size:
            return False
        narrow, wide = (
            len(lettered(self.row.text, font, style.line, room).lines) for room in (beside, whole)
        )
        return (narrow - wide) * style.line > below_height()

    def _lay_asides(self, room: int, free: int) -> tuple[list[tuple[TextStack, int, Aside]], int]:
        """Lay out the columns of text at the right; return them and the space for the others."""
        style = self.style
        placed: list[tuple[TextStack, int, Aside]] = []
        for aside in reversed(self.row.asides):
            line = aside.line
            width = self._aside_width(aside, free)
            lead = round(style.size * 1.3) if aside.lead is not None else 0
            stack = TextStack(width, style)
            stack.add(line)
            own = self._text_width(line, width) if aside.kept else width
            placed.insert(0, (stack, self.text_left + room - own, aside))
            room -= width + (lead or style.between)
        return placed, room

    def _aside_width(self, aside: Aside, free: int) -> int:
        style = self.style
        line = aside.line
        if aside.share:
            return round(style.width * aside.share)

        def widest(text: str) -> int:
            return max(text_width(each, line_font(line, style)) for each in text.split("\n")) + 1

        kept = widest(aside.kept)
        own = text_width(self.row.text, line_font(Line("", bold=self.row.chosen), style))
        share = _ASIDE_LINES_SHARE if "\n" in line.text else _ASIDE_SHARE
        most = widest(line.text)
        width = min(most, max(round(style.width * share), free - own - style.between))
        width = min(most, self._text_width(line, width))
        return max(width, kept) if kept <= style.width * _ASIDE_SHARE else width

    def _text_width(self, line: Line, most: int) -> int:
        """Return the width of a text in px that is wrapped at `most` px."""
        style = self.style
        return lettered(line.text, line_font(line, style), style.line, most).width

    # -- heights

    def height(self, first: int, last: int) -> int:
        """Return the height in px of these lines (``last`` exclusive), with a head above them."""
        if first == 0 and last == self.lines:
            return self.led + self.whole_height
        return self._height_of(first, last) + (0 if first else self.led)

    def _height_of(self, first: int, last: int) -> int:
        whole = 2 * self.style.pad + self._texts(first, last)
        whole += continuation_height() * ((first > 0) + (last < self.lines))
        if last < self.lines:
            return whole
        least = max([self.style.least, *(each.cell.least for each in self.before)])
        if self.under is not None and not self.below:
            least = max(least, self.style.line + _UNDER + self.style.pad)
        return max(least, whole) + self._below_lines * below_height()

    def _texts(self, first: int, last: int) -> int:
        """Return the height in px of these lines alone."""
        own = self.own_lines
        tallest = self.stack.height(first, min(last, own))
        for stack, *_ in self.asides:
            tallest = max(tallest, stack.height(first, min(last, own)))
        if last <= own:
            return tallest
        tallest += self._gap if first < own else 0
        return tallest + self.opened.height(max(0, first - own), last - own)

    def titled(self, slot: Slot) -> float:
        """Return the height in px of a part of a row without what is opened below it."""
        if slot.last <= self.own_lines or not self._gap:
            return slot.height
        first = self.own_lines - slot.first
        return self._texts(slot.first, self.own_lines) + 2 * self.style.pad if first > 0 else 0

    # -- painting

    def cell_boxes(self, top: float, slot: Slot) -> list[tuple[Cell, QRectF]]:
        """Return the boxes of the cells of a row, or of those in a part of it, at ``top``."""
        boxes: list[tuple[Cell, QRectF]] = []
        line = self.style.line
        if slot.begins:
            text = top + self._above(slot)
            own = self._own_height if slot.ends else self._texts(0, min(slot.last, self.own_lines))
            centred = text + (own - line) / 2
            wrapped = self.stack.wrapped or any(len(stack) > 1 for stack, *_ in self.asides)
            first = text if wrapped or not slot.ends else centred
            boxes += [
                (
                    each.cell,
                    each.box(
                        centred
                        if each.cell.CENTRED
                        else min(text, centred)
                        if self.lines
                        else text,
                        line,
                    ),
                )
                for each in self.before
            ]
            if self.under is not None and not self.below:
                first = top + (slot.height - line - _UNDER) / 2
                boxes.append((self.under.cell, self.under.box(first + line, _UNDER)))
            boxes += [(each.cell, each.box(first, line)) for each in self.after[0]]
        if slot.ends:
            end = top + slot.height - self.style.pad - self._below_lines * below_height()
            for index, cells in enumerate(self.after[1:]):
                y = end + index * below_height() + (below_height() - line) / 2
                boxes += [(each.cell, each.box(y, line)) for each in cells]
            if self.under is not None and self.below:
                y = end + (self._below_lines - 1) * below_height()
                boxes.append((self.under.cell, self.under.box(y, _UNDER)))
        return boxes

    def part_at(self, top: float, slot: Slot, point: QPointF) -> str:
        """Return what a click at a point does, as ``Cell.part_at``; empty for nothing."""
        for cell, box in self.cell_boxes(top, slot):
            reach = slot.height if cell.STAYS else _REACH
            if cell.part and box.adjusted(-_REACH, -reach, _REACH, reach).contains(point):
                return cell.part_at((point.x() - box.left()) / max(1, box.width()))
        for _, left, aside in self.asides:
            if aside.opens and point.x() >= left:
                return "1" if point.x() < left + self._aside_width(aside, 0) else "2"
        return ""

    def paint(self, painter: QPainter, top: float, slot: Slot, part: str = "") -> None:
        """Paint the lines of ``slot`` with the row's top at ``top``; ``part`` is hovered."""
        x, y = self.text_left, top + self._above(slot)
        if self.row.ruled and slot.begins and slot.top > 0:
            left, right = self.style.left, self.style.right
            thick = max(1, self.style.size // _SIZE_OF_RULE)
            fill(painter, QRectF(left, top, right - left, thick), "line")
        if not slot.begins:
            words = tr("widgets.list.group_continued")
            draw_continuation(painter, words, x, y - continuation_height() - 2)
        own = self.own_lines
        first, last = slot.first, slot.last
        self.stack.draw(painter, x, y, first, min(last, own))
        for stack, left, aside in self.asides:
            free = self._texts(first, min(last, own)) - stack.height(first, min(last, own))
            line = self.stack.height(first, first + 1) - stack.height(first, first + 1)
            stack.draw(painter, left, y + min(free, max(0, line / 2)), first, min(last, own))
            if aside.lead is not None and slot.begins:
                width = aside.lead.width(self.style)
                icon = QRectF(left - round(self.style.size * 1.3), y, width, self.style.line)
                aside.lead.paint(painter, icon, self.style, False)
        if last > own:
            below = y + self._texts(first, own) + (self._gap if first < own else 0)
            self.opened.draw(painter, x, below, max(0, first - own), last - own)
        for cell, box in self.cell_boxes(top, slot):
            shown = cell
            if isinstance(cell, Options) and part.isdigit():
                shown = replace(cell, hovered=int(part))
            shown.paint(painter, box, self.style, part == "action" == cell.part)
        if not slot.ends:
            words = tr("widgets.list.continued")
            draw_continuation(painter, words, x, y + self._texts(first, last))

    def _above(self, slot: Slot) -> float:
        """Return the space in px above the first line of text."""
        style = self.style
        if not slot.begins:
            return style.pad + continuation_height()
        return self._above_whole if slot.ends else style.pad


def _shown(cells: Sequence[tuple[Cell, int]], current: bool) -> list[tuple[Cell, int]]:
    return [each for each in cells if current or not each[0].current]


def _in_line(cells: Sequence[tuple[Cell, int]], left: int, gap: int) -> list[Placed]:
    placed: list[Placed] = []
    for cell, width in cells:
        placed.append(Placed(cell, left, width))
        left += width + gap
    return placed


def below_height() -> int:
    """Return the height in px of a line of cells below a text."""
    return theme().metrics.target + 4
