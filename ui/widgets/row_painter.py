"""Paints one row of a list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.badge import badge_size, draw_badge, outcome_word
from ui.widgets.continuation import continuation_height, draw_continued, draw_continuing
from ui.widgets.digits import draw_digits
from ui.widgets.fit_bars import draw_fit
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.pager import Slot
from ui.widgets.painting import draw_key, rounded
from ui.widgets.row_layout import (
    ICON_GAP,
    MARK_GAP,
    RowLayout,
    action_width,
    badge_font,
)
from ui.widgets.rows import Mark, RowAction

_BAR = 6


@dataclass(frozen=True)
class RowState:
    """The interaction state of a row."""

    current: bool = False
    focused: bool = False
    hovered: bool = False
    action_hovered: bool = False
    last_on_page: bool = False
    marked: bool = True
    """Whether the current row has the tint and the bar; else only a chosen one has them."""


def paint_row(
    painter: QPainter, box: QRectF, slot: Slot, layout: RowLayout, state: RowState
) -> None:
    """Paint the lines of ``slot`` into ``box``."""
    paint_ground(painter, box, state, chosen=layout.row.chosen)
    y = box.top() + layout.padding
    if not slot.begins:
        draw_continuing(painter, box.left() + layout.text_left, y - 6)
        y += continuation_height()
    lines = slot.last - slot.first
    if slot.begins and slot.ends:
        spare = box.height() - layout.height(slot.first, slot.last)
        y += max(0.0, spare / 2)
    _paint_lines(painter, box, slot, layout, y)
    if slot.begins:
        _paint_front(painter, box, layout, y)
        _paint_marks(painter, box, layout, y, state)
    if not slot.ends:
        bottom = y + lines * layout.line_height
        draw_continued(painter, box.left() + layout.text_left, bottom)


def action_box(box: QRectF, layout: RowLayout, slot: Slot) -> QRectF:
    """Return the position of the row's button, empty if it has none."""
    if layout.row.action is None or not slot.begins:
        return QRectF()
    centre = _marks_centre(box, layout, box.top() + layout.padding)
    width = action_width(layout.row.action)
    height = theme().metrics.target
    return QRectF(box.right() - layout.pad_x - width, centre - height / 2, width, height)


def tick_box(box: QRectF, layout: RowLayout, slot: Slot) -> QRectF:
    """Return the position of the row's check box, empty if it has none."""
    if layout.row.tick is None or not slot.begins:
        return QRectF()
    side = max(20, round(layout.size * 0.86))
    centre = box.top() + layout.padding + layout.line_height / 2
    return QRectF(box.left() + layout.tick_left, round(centre - side / 2), side, side)


def paint_ground(painter: QPainter, box: QRectF, state: RowState, *, chosen: bool = False) -> None:
    """Paint the background of a row: tint, bar of the current one, line below, focus ring."""
    barred = state.current if state.marked else chosen
    tinted = barred or chosen
    if tinted:
        painter.fillRect(box, theme().colour("accent_soft"))
    elif state.hovered:
        painter.fillRect(box, theme().colour("hover"))
    if theme().palette.high_contrast and tinted:
        rounded(painter, box.adjusted(1, 1, -1, -1), 0, None, theme().colour("accent"), 2)
    if barred:
        bar = QRectF(box.left(), box.top(), _BAR, box.height())
        painter.fillRect(bar, theme().colour("accent"))
    if not state.last_on_page:
        line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
        painter.fillRect(line, theme().colour("line"))
    if state.current and state.focused:
        ring = box.adjusted(2.5, 2.5, -2.5, -2.5)
        rounded(painter, ring, 6, None, theme().colour("focus"), 3)


def _paint_lines(painter: QPainter, box: QRectF, slot: Slot, layout: RowLayout, y: float) -> None:
    colour = theme().colour("ink2" if layout.row.quiet else "ink")
    own = layout.own_lines
    x = box.left() + layout.text_left
    last = min(slot.last, own)
    if slot.first < last:
        layout.text.draw(painter, x, y, colour, slot.first, last)
        if layout.aside is not None:
            quiet = theme().colour("ink2")
            layout.aside.draw(painter, layout.aside_left, y, quiet, slot.first, last)
        y += (last - slot.first) * layout.line_height
    if layout.detail is not None and slot.last > own:
        first = max(0, slot.first - own)
        if first == 0:
            side = round(layout.size * 0.66)
            top = y + (layout.line_height - side) / 2
            paint_icon(painter, layout.row.detail_icon, "accent", QRectF(x, top, side, side))
        left = box.left() + layout.detail_left
        layout.detail.draw(painter, left, y, theme().colour("ink"), first, slot.last - own)


def _paint_front(painter: QPainter, box: QRectF, layout: RowLayout, y: float) -> None:
    row = layout.row
    slot = Slot(0, 0, 1, 0, 0, True, True)
    if row.tick is not None:
        paint_tick(painter, tick_box(box, layout, slot), row.tick)
    if row.icon:
        side = max(18, round(layout.size * 0.8))
        top = y + (layout.line_height - side) / 2
        place = QRectF(box.left() + layout.tick_left, top, side, side)
        paint_icon(painter, row.icon, row.icon_colour, place)
    if row.number:
        font = theme().sized_font(layout.size, True)
        right = box.left() + layout.number_left + layout.number_width
        draw_digits(
            painter, row.number, font, theme().colour("accent"), right, y, layout.line_height
        )


def paint_tick(painter: QPainter, box: QRectF, on: bool) -> None:
    """Paint a check box."""
    edge = theme().colour("accent" if on else "edge")
    inner = box.adjusted(1, 1, -1, -1)
    rounded(painter, inner, 5, edge if on else theme().colour("surface"), edge, 2)
    if on:
        paint_icon(painter, "check", "on_accent", box.adjusted(4, 4, -4, -4))


def _marks_centre(box: QRectF, layout: RowLayout, y: float) -> float:
    if layout.marks_below:
        return box.bottom() - (layout.padding + layout.below) / 2
    return y + layout.line_height / 2


def _paint_marks(
    painter: QPainter, box: QRectF, layout: RowLayout, y: float, state: RowState
) -> None:
    centre = _marks_centre(box, layout, y)
    right = box.right() - layout.pad_x
    if layout.row.action is not None:
        left = right - action_width(layout.row.action)
        _paint_action(painter, layout.row.action, left, centre, state.action_hovered)
        right = left - MARK_GAP
    marks = zip(layout.row.marks, layout.mark_widths, strict=True)
    for mark, width in reversed(list(marks)):
        left = right - width
        _paint_mark(painter, mark, left, centre)
        right = left - MARK_GAP


def _paint_mark(painter: QPainter, mark: Mark, left: float, centre: float) -> None:
    if mark.outcome is not None:
        word = mark.text or outcome_word(mark.outcome)
        width, height = badge_size(word, badge_font())
        box = QRectF(left, round(centre - height / 2), width, height)
        draw_badge(painter, mark.outcome, word, badge_font(), box)
        return
    if mark.fit:
        draw_fit(painter, mark.fit, mark.words, left, centre)
        return
    if mark.icon:
        paint_icon(painter, mark.icon, mark.colour, QRectF(round(left), round(centre - 9), 18, 18))
        left += 18 + ICON_GAP
    font = theme().sized_font(theme().metrics.meta, mark.bold)
    words = mark.text or mark.words
    draw_line(painter, words, font, theme().colour(mark.colour), left, centre - 12, 24)


def _paint_action(
    painter: QPainter, action: RowAction, left: float, centre: float, hovered: bool
) -> None:
    height = theme().metrics.target
    box = QRectF(left + 0.5, round(centre - height / 2) + 0.5, action_width(action) - 1, height - 1)
    fill = theme().colour("hover" if hovered else "surface")
    rounded(painter, box, 8, fill, theme().colour("edge"))
    font = theme().font("body")
    draw_line(painter, action.text, font, theme().colour("ink"), left + 12, box.top(), box.height())
    if action.key:
        x = left + 12 + text_width(action.text, font) + 10
        draw_key(painter, action.key, round(x), centre, theme().colour("ink2"), True)
