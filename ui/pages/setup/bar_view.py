"""Counts as rows with bars: words, bar and number, page by page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.pages.setup.bar_row import BarLayout, BarRow, Columns
from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.lettering import draw_line
from ui.widgets.pager import Slot
from ui.widgets.painting import rounded
from ui.widgets.row_layout import continued_height
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView
from workshop_app.i18n import tr

_LEAST_BAR = 3  # px; a count of one is seen beside thousands


class BarView(RowNames, SheetView[BarRow, BarLayout]):
    """Rows of ``BarRow`` for a ``PagedList``; the number is always written, the bar repeats it."""

    def __init__(self, role: str) -> None:
        super().__init__(role)
        self._columns = Columns()

    def row_name(self, row: Row) -> str:
        amount = row.amount if isinstance(row, BarRow) else ""
        return f"{super().row_name(row)} {amount}".strip()

    def measure_all(self) -> None:
        size = theme().text_size(self._role)
        font = theme().sized_font(size, True)
        amounts = {row.amount for row in self.rows}
        self._columns = Columns(
            width=self.width(),
            bar=round(self.width() * (0.24 if theme().metrics.compact else 0.34)),
            amount=max((digits_width(amount, font) for amount in amounts), default=0),
        )

    def lay_out(self, row: BarRow, current: bool) -> BarLayout:
        if self._columns.width != self.width():
            self.measure_all()
        return BarLayout(row, self._columns, self._role)

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        layout, box = self._layout(slot.row), self._box(slot)
        if slot.begins and layout.row.heading:
            self._paint_heading(painter, layout, box.top())
            box.setTop(box.top() + layout.heading_height)
        paint_ground(painter, box, state)
        y = box.top() + layout.padding
        if not slot.begins:
            self._paint_note(painter, "continuing", layout, y - 4)
            y += continued_height()
        ink = theme().colour("ink")
        layout.letters.draw(painter, layout.text_left, y, ink, slot.first, slot.last)
        if slot.begins:
            self._paint_amount(painter, layout, y)
        if not slot.ends:
            bottom = y + (slot.last - slot.first) * layout.line_height
            self._paint_note(painter, "continued", layout, bottom)

    @staticmethod
    def _paint_heading(painter: QPainter, layout: BarLayout, top: float) -> None:
        colour = theme().colour("ink2")
        layout.heading.draw(painter, layout.pad_x, top + layout.padding, colour)

    @staticmethod
    def _paint_amount(painter: QPainter, layout: BarLayout, y: float) -> None:
        row, font = layout.row, theme().sized_font(layout.size, True)
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

    @staticmethod
    def _paint_note(painter: QPainter, which: str, layout: BarLayout, top: float) -> None:
        words, font = tr(f"widgets.list.{which}"), theme().font("hint")
        height = continued_height()
        draw_line(painter, words, font, theme().colour("ink2"), layout.text_left, top, height)
