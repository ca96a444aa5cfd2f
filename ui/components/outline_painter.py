"""Draws one row of the list at the left."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.components.outline_row import (
    ICON,
    PAD,
    SIGN_GAP,
    SIGN_PAD,
    OutlineLayout,
    PlacedSign,
    number_font,
)
from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.digits import draw_digits
from ui.widgets.pager import Slot
from ui.widgets.painting import left_bar, rounded
from workshop_app.domain.outcome import OutcomeKind

_RADIUS = 10


def paint_ground(painter: QPainter, box: QRectF, current: bool, focused: bool, over: bool) -> None:
    """Draw what stands behind a row: the current one lies on a sheet with a bar."""
    if current:
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, frame, _RADIUS, theme().colour("surface"), theme().colour("line"))
        left_bar(painter, box, _RADIUS, 4, theme().colour("accent"))
        if focused:
            ring = box.adjusted(2.5, 2.5, -2.5, -2.5)
            rounded(painter, ring, 8, None, theme().colour("focus"), 3)
    elif over:
        rounded(painter, box, _RADIUS, theme().colour("hover"))


def paint_row(painter: QPainter, slot: Slot, layout: OutlineLayout) -> None:
    """Draw the lines of ``slot``."""
    top = slot.top + PAD - layout.top_of(slot.first)
    row, text = layout.row, layout.text
    if slot.begins:
        accent, right = theme().colour("accent"), layout.number_right
        draw_digits(painter, row.number, number_font(), accent, right, top, text.line_height)
    if slot.first < len(text.lines):
        last = min(slot.last, len(text.lines))
        y = top + layout.top_of(slot.first)
        text.draw(painter, layout.left, y, theme().colour("ink"), slot.first, last)
    if layout.shapes:
        _paint_shapes(painter, slot, layout, top)
    for placed in layout.signs:
        if slot.first <= placed.line < slot.last:
            _paint_sign(painter, placed, layout.left, top + layout.top_of(placed.line) + 5)
    if row.remark and slot.first <= layout.remark_line < slot.last:
        y = top + layout.top_of(layout.remark_line)
        _paint_icon(painter, row.icon, row.colour, layout.left, y, layout.meta)
        left = layout.left + ICON + SIGN_GAP
        layout.remark.draw(painter, left, y, theme().colour(row.colour))


def _paint_shapes(painter: QPainter, slot: Slot, layout: OutlineLayout, top: float) -> None:
    left = layout.number_right - ICON
    for line, sign in enumerate(layout.row.signs, 1):
        if slot.first <= line < slot.last:
            look, y = OUTCOMES[sign.kind], top + layout.top_of(line)
            _paint_icon(painter, look.icon, look.colour, left, y, layout.text.line_height)


def _paint_sign(painter: QPainter, placed: PlacedSign, left: float, y: float) -> None:
    look, letters = OUTCOMES[placed.sign.kind], placed.letters
    box = QRectF(left + placed.x, y, placed.width, letters.height + 4)
    dashed = placed.sign.kind is OutcomeKind.OPEN
    framed = dashed or theme().palette.high_contrast
    border = theme().colour("edge" if dashed else look.colour) if framed else None
    frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
    rounded(painter, frame, 6, theme().colour(look.tint), border, dashed=dashed)
    inner = box.left() + SIGN_PAD
    _paint_icon(painter, look.icon, look.colour, inner, y + 2, letters.line_height)
    letters.draw(painter, inner + ICON + SIGN_GAP, y + 2, theme().colour(look.colour))


def _paint_icon(
    painter: QPainter, icon: str, colour: str, left: float, y: float, height: float
) -> None:
    top = round(y + (height - ICON) / 2)
    paint_icon(painter, icon, colour, QRectF(round(left), top, ICON, ICON))
