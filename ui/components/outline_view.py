"""The painted list of the problem outline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.components.outline_row import (
    ICON,
    PAD,
    TAG_GAP,
    TAG_PAD,
    OutlineLayout,
    OutlineRow,
    PlacedTag,
    number_font,
)
from ui.rows.background import paint_background
from ui.rows.paged_view import PagedView
from ui.rows.pager import Slot
from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.painting import rounded
from workshop_app.domain.outcome import OutcomeKind


class OutlineView(PagedView[OutlineRow, OutlineLayout]):
    """The rows that fit, page by page."""

    def __init__(self) -> None:
        super().__init__("body")
        self._number_width = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def lay_out(self, row: OutlineRow, current: bool) -> OutlineLayout:
        return OutlineLayout(row, self.width(), self._number_width, current)

    def row_name(self, row: OutlineRow) -> str:
        return row.spoken

    def measure_all(self) -> None:
        longest = sorted({row.number for row in self._rows}, key=len)[-3:]
        widths = (digits_width(number, number_font()) for number in longest)
        self._number_width = max(widths, default=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for slot in self.slots:
            paint_background(painter, self._box(slot), self._state(slot))
            _paint_row(painter, slot, self._layout(slot.row))


def _paint_row(painter: QPainter, slot: Slot, layout: OutlineLayout) -> None:
    """Paint the lines of a row that are in ``slot``."""
    top = slot.top + PAD - layout.top_of(slot.first)
    row = layout.row
    text = layout.text
    if slot.begins:
        accent = theme().colour("accent")
        right = layout.number_right
        draw_digits(painter, row.number, number_font(), accent, right, top, text.line_height)
    if slot.first < len(text.lines):
        last = min(slot.last, len(text.lines))
        y = top + layout.top_of(slot.first)
        text.draw(painter, layout.left, y, theme().colour("ink"), slot.first, last)
    if layout.icons_only:
        _paint_icons(painter, slot, layout, top)
    for placed in layout.tags:
        if slot.first <= placed.line < slot.last:
            _paint_tag(painter, placed, layout.left, top + layout.top_of(placed.line) + 5)
    if row.remark and slot.first <= layout.remark_line < slot.last:
        y = top + layout.top_of(layout.remark_line)
        _paint_icon(painter, row.icon, row.colour, layout.left, y, layout.meta)
        left = layout.left + ICON + TAG_GAP
        layout.remark.draw(painter, left, y, theme().colour(row.colour))


def _paint_icons(painter: QPainter, slot: Slot, layout: OutlineLayout, top: float) -> None:
    left = layout.number_right - ICON
    for line, tag in enumerate(layout.row.tags, 1):
        if slot.first <= line < slot.last:
            style = OUTCOMES[tag.kind]
            y = top + layout.top_of(line)
            _paint_icon(painter, style.icon, style.colour, left, y, layout.text.line_height)


def _paint_tag(painter: QPainter, placed: PlacedTag, left: float, y: float) -> None:
    style = OUTCOMES[placed.tag.kind]
    letters = placed.letters
    box = QRectF(left + placed.x, y, placed.width, letters.height + 4)
    dashed = placed.tag.kind is OutcomeKind.OPEN
    framed = dashed or theme().palette.high_contrast
    border = theme().colour("edge" if dashed else style.colour) if framed else None
    frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
    rounded(painter, frame, 6, theme().colour(style.tint), border, dashed=dashed)
    inner = box.left() + TAG_PAD
    _paint_icon(painter, style.icon, style.colour, inner, y + 2, letters.line_height)
    letters.draw(painter, inner + ICON + TAG_GAP, y + 2, theme().colour(style.colour))


def _paint_icon(
    painter: QPainter, icon: str, colour: str, left: float, y: float, height: float
) -> None:
    top = round(y + (height - ICON) / 2)
    paint_icon(painter, icon, colour, QRectF(round(left), top, ICON, ICON))
