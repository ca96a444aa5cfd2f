"""Counts as rows with bars: text, bar and number, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from ui.theme.theme import theme
from ui.widgets.continuation import continuation_height, draw_continued, draw_continuing
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.lettering import Lettering
from ui.widgets.pager import Slot
from ui.widgets.painting import rounded
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView

_LEAST_BAR = 3  # px; a count of one is visible next to thousands


@dataclass(frozen=True)
class BarRow(Row):
    """``share`` is the length of the bar, 0 to 1; ``amount`` the number next to it, as text.

    ``heading`` is above the first row of a group.
    """

    amount: str = ""
    share: float = 0
    heading: str = ""


@dataclass(frozen=True)
class BarColumns:
    """Widths in px that all rows of a list share; ``width`` is that of the list."""

    width: int = 0
    bar: int = 0
    amount: int = 0


class BarLayout:
    """The measures of ``row``, with text of ``role``."""

    def __init__(self, row: BarRow, columns: BarColumns, role: str) -> None:
        self.row = row
        self.size = theme().text_size(role)
        self.line_height = theme().line_height(role)
        self.pad_x = round(self.size * 0.6)
        gap = round(self.size * 0.5)
        self.amount_right = columns.width - self.pad_x
        self.bar_width = columns.bar
        self.bar_left = self.amount_right - columns.amount - gap - columns.bar
        self.text_left = self.pad_x + row.indent * round(self.size * 0.6)
        room = self.bar_left - gap - self.text_left
        self.letters = Lettering(row.text, theme().font(role), self.line_height, room)
        across = self.amount_right - self.pad_x
        self.heading = Lettering(row.heading, self.heading_font, self.line_height, across)
        self._least = round(self.line_height * (1.15 if role.startswith("room") else 1.45))
        self.padding = max(0, (self._least - self.line_height) // 2)

    @property
    def heading_font(self) -> QFont:
        """The font of the heading."""
        return theme().sized_font(self.size, True)

    @property
    def heading_height(self) -> int:
        """Height in px of the heading with the space around it."""
        return self.heading.height + 2 * self.padding if self.row.heading else 0

    @property
    def lines(self) -> int:
        """Number of lines of the words."""
        return len(self.letters.lines)

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        parts = (first > 0) + (last < self.lines)
        height = 2 * self.padding + (last - first) * self.line_height
        above = 0 if first else self.heading_height
        return above + max(self._least, height) + parts * continuation_height()


class BarView(RowNames, SheetView[BarRow, BarLayout]):
    """Draws ``BarRow`` for a ``PagedList``: words, a bar, and the number as text."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self._columns = BarColumns()

    def row_name(self, row: Row) -> str:
        amount = row.amount if isinstance(row, BarRow) else ""
        return f"{super().row_name(row)} {amount}".strip()

    def measure_all(self) -> None:
        size = theme().text_size(self._role)
        font = theme().sized_font(size, True)
        amounts = {row.amount for row in self.rows}
        self._columns = BarColumns(
            width=self.width(),
            bar=round(self.width() * (0.24 if theme().metrics.compact else 0.34)),
            amount=max((digits_width(amount, font) for amount in amounts), default=0),
        )

    def lay_out(self, row: BarRow, current: bool) -> BarLayout:
        if self._columns.width != self.width():
            self.measure_all()
        return BarLayout(row, self._columns, self._role)

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        layout = self._layout(slot.row)
        box = self._box(slot)
        if slot.begins and layout.row.heading:
            self._paint_heading(painter, layout, box.top())
            box.setTop(box.top() + layout.heading_height)
        paint_ground(painter, box, state)
        y = box.top() + layout.padding
        if not slot.begins:
            draw_continuing(painter, layout.text_left, y - 4)
            y += continuation_height()
        ink = theme().colour("ink")
        layout.letters.draw(painter, layout.text_left, y, ink, slot.first, slot.last)
        if slot.begins:
            self._paint_amount(painter, layout, y)
        if not slot.ends:
            bottom = y + (slot.last - slot.first) * layout.line_height
            draw_continued(painter, layout.text_left, bottom)

    @staticmethod
    def _paint_heading(painter: QPainter, layout: BarLayout, top: float) -> None:
        colour = theme().colour("ink2")
        layout.heading.draw(painter, layout.pad_x, top + layout.padding, colour)

    @staticmethod
    def _paint_amount(painter: QPainter, layout: BarLayout, y: float) -> None:
        row = layout.row
        font = theme().sized_font(layout.size, True)
        height = layout.line_height
        draw_digits(
            painter, row.amount, font, theme().colour("ink"), layout.amount_right, y, height
        )
        width = layout.bar_width * row.share
        if width:
            thick = round(layout.size * 0.5)
            top = y + (height - thick) / 2
            bar = QRectF(layout.bar_left, top, max(_LEAST_BAR, width), thick)
            rounded(painter, bar, 3, theme().colour("accent"))
