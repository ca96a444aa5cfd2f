"""Paints one row of the answer list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.pages.solve.answer_layout import (
    ELLIPSIS,
    MARK_GAP,
    MORE_PADDING,
    AnswerLayout,
    action_width,
    fit_mark,
    is_marked_limited,
    more_width,
    remark_width,
)
from ui.pages.solve.answer_row import AnswerRow
from ui.rows.cells import badge_font
from ui.rows.continuation import continuation_height, draw_continued, draw_continuing
from ui.rows.pager import Slot
from ui.theme.icons import paint_icon
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.badge import badge_size, draw_badge
from ui.widgets.digits import draw_digits
from ui.widgets.fit_bars import draw_fit, draw_limit, fit_width, limit_width
from ui.widgets.painting import draw_key, key_size, rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.domain.outcome import OutcomeKind

_BAR = 6


@dataclass(frozen=True)
class AnswerState:
    """State of a row; ``key`` is the shortcut of its button, or empty."""

    key: str = ""
    current: bool = False
    focused: bool = False
    hovered: str | None = None


def paint_answer(
    painter: QPainter, box: QRectF, slot: Slot, layout: AnswerLayout, state: AnswerState
) -> None:
    """Paint the lines of ``slot`` into ``box``, which excludes the gap above the row."""
    y = box.top()
    if not slot.begins:
        draw_continuing(painter, box.left() + layout.text_left, y + 2)
        y += continuation_height()
    titles = min(slot.last, layout.title_lines) - slot.first
    if titles > 0:
        height = _title_height(layout, titles)
        _paint_background(painter, QRectF(box.left(), y, box.width(), height), layout, state)
        _paint_lines(painter, box, layout, y + layout.padding, slot.first, slot.first + titles)
        if slot.begins:
            _paint_label(painter, box, layout, y)
            _paint_check_box(painter, box, layout, y)
            _paint_marks(painter, box, layout, y, state)
        y += height
    first = max(slot.first, layout.title_lines)
    if slot.last > first:
        y += layout.detail_padding
        _paint_lines(painter, box, layout, y, first, slot.last)
        if layout.badge and first == layout.title_lines:
            _paint_badge(painter, box, layout, y)
        y += (slot.last - first) * layout.line_height
    if has_more_box(slot, layout):
        _paint_more(painter, more_box(box, slot, layout), layout, state)
    if not slot.ends:
        draw_continued(painter, box.left() + layout.text_left, y)


def tick_box(box: QRectF, layout: AnswerLayout) -> QRectF:
    """Return the position of the check box or of the icon of the outcome."""
    side = max(20, round(layout.size * 0.86))
    top = box.top() + layout.padding + (layout.line_height - side) / 2
    return QRectF(box.left() + layout.pad_x, round(top), side, side)


def has_more_box(slot: Slot, layout: AnswerLayout) -> bool:
    """Return whether a part of a row has the button: each part that shows details."""
    return bool(layout.more) and slot.last > layout.title_lines


def more_box(box: QRectF, slot: Slot, layout: AnswerLayout) -> QRectF:
    """Return the position of the button beside the last line that shows or hides details."""
    width = more_width(layout) - MARK_GAP
    height = theme().metrics.target
    below = layout.detail_padding if slot.ends else continuation_height()
    centre = box.bottom() - below - layout.line_height / 2
    return QRectF(box.left() + layout.right - width, centre - height / 2, width, height)


def action_box(box: QRectF, layout: AnswerLayout) -> QRectF:
    """Return the position of the row's button, or of its key; empty if the row has neither."""
    row = layout.row
    height = theme().metrics.target
    if row.note:
        return QRectF()
    right = box.left() + layout.right
    width = key_size("Alt+4")[0]
    if row.kept:
        candidate = action_width(row)
        width = max(candidate, width + MARK_GAP + remark_width(row))
    elif row.action:
        width = action_width(row)
    elif row.remark:
        width += MARK_GAP + remark_width(row)
    return QRectF(right - width, _centre(layout, box.top()) - height / 2, width, height)


def _title_height(layout: AnswerLayout, titles: int) -> int:
    return layout.title_height - (layout.title_lines - titles) * layout.line_height


def _centre(layout: AnswerLayout, top: float) -> float:
    if layout.marks_below:
        return top + layout.title_height - layout.padding - theme().metrics.target / 2
    return top + layout.padding + layout.line_height / 2


def _paint_background(
    painter: QPainter, box: QRectF, layout: AnswerLayout, state: AnswerState
) -> None:
    row = layout.row
    if row.chosen:
        painter.fillRect(box, theme().colour("accent_soft"))
        if theme().palette.high_contrast:
            rounded(painter, box.adjusted(1, 1, -1, -1), 0, None, theme().colour("accent"), 2)
    elif state.hovered is not None and not row.note:
        painter.fillRect(box, theme().colour("hover"))
    if state.current and (row.outcome is None or row.kept) and not row.note:
        bar = QRectF(box.left(), box.top(), _BAR, box.height())
        painter.fillRect(bar, theme().colour("accent"))
    if state.current and state.focused:
        left = 8.5 if row.outcome and not row.kept else 2.5
        ring = box.adjusted(left, 2.5, -2.5, -2.5)
        rounded(painter, ring, 6, None, theme().colour("focus"), 3)


def _paint_lines(
    painter: QPainter, box: QRectF, layout: AnswerLayout, y: float, first: int, last: int
) -> None:
    for place, line in enumerate(layout.flow[first:last]):
        top = y + place * layout.line_height
        if line.mark:
            font = theme().sized_font(layout.size, True)
            right = box.left() + layout.pad_x + text_width("0" * len(line.mark), font)
            draw_digits(
                painter, line.mark, font, theme().colour("solution"), right, top,
                layout.line_height,
            )  # fmt: skip
        if line.icon:
            side = round(layout.size * 0.7)
            icon_top = round(top + (layout.line_height - side) / 2)
            place_of_icon = QRectF(box.left() + layout.pad_x, icon_top, side, side)
            paint_icon(painter, line.icon, "accent", place_of_icon)
        colour = theme().colour(line.colour)
        underline = theme().colour("accent")
        line.text_layout.draw(
            painter, box.left() + line.x, top, colour, line.number, line.number + 1, underline
        )
        if layout.is_cut(first + place):
            end = box.left() + line.x + line.text_layout.lines[line.number].width
            font = theme().font(layout.role)
            draw_line(painter, ELLIPSIS, font, colour, end, top, layout.line_height)


def _paint_label(painter: QPainter, box: QRectF, layout: AnswerLayout, y: float) -> None:
    """Paint the label on the baseline of the first line."""
    if layout.row.label:
        top = y + layout.padding + layout.size * 0.1
        font = theme().font("meta")
        left = box.left() + layout.pad_x
        draw_line(
            painter, layout.row.label, font, theme().colour("ink2"), left, top, layout.line_height
        )


def _paint_check_box(painter: QPainter, box: QRectF, layout: AnswerLayout, y: float) -> None:
    row = layout.row
    if row.note or row.statement:
        return
    place = tick_box(QRectF(box.left(), y, box.width(), 0), layout)
    if row.outcome is not None and not row.chosen:
        style = OUTCOMES[row.outcome]
        paint_icon(painter, style.icon, style.colour, place.adjusted(1, 1, -1, -1))
        return
    on = row.chosen
    edge = theme().colour("accent" if on else "edge")
    inner = place.adjusted(1, 1, -1, -1)
    rounded(painter, inner, 5, edge if on else theme().colour("surface"), edge, 2)
    if on:
        paint_icon(painter, "check", "on_accent", place.adjusted(4, 4, -4, -4))


def _paint_marks(
    painter: QPainter, box: QRectF, layout: AnswerLayout, y: float, state: AnswerState
) -> None:
    row = layout.row
    centre = _centre(layout, y)
    right = box.left() + layout.right
    if row.note:
        return
    if row.action and not row.kept:
        left = right - action_width(row)
        _paint_action(painter, layout, left, centre, state)
        right = left - MARK_GAP
    else:
        width = key_size("Alt+4")[0]
        if state.key:
            own = key_size(state.key)[0]
            draw_key(painter, state.key, round(right - own), centre, theme().colour("ink2"), True)
        right -= width + MARK_GAP
    if row.chosen:
        font = theme().sized_font(theme().metrics.meta, True)
        left = right - remark_width(row)
        draw_line(painter, row.remark, font, theme().colour("accent"), left, centre - 12, 24)
    elif row.outcome is not None:
        _paint_kind(painter, row.outcome, row.remark, right, centre)
    else:
        _paint_fit(painter, row, right, centre)


def _paint_fit(painter: QPainter, row: AnswerRow, right: float, centre: float) -> None:
    """Paint how well a candidate fits, or the matching words, right aligned at ``right``."""
    words, bars = fit_mark(row)
    font = theme().font("meta")
    left = right - (fit_width(words) if bars else text_width(words, font) if words else 0)
    if bars:
        draw_fit(painter, row.fit, words, left, centre)
    elif words:
        draw_line(painter, words, font, theme().colour("ink2"), left, centre - 10, 20)
    if is_marked_limited(row):
        worded = not row.brief
        x = left - MARK_GAP - limit_width(worded=worded)
        draw_limit(painter, x, centre, worded=worded)


def _paint_kind(
    painter: QPainter, outcome: OutcomeKind, word: str, right: float, centre: float
) -> None:
    width, height = badge_size(word, badge_font())
    place = QRectF(right - width, round(centre - height / 2), width, height)
    draw_badge(painter, outcome, word, badge_font(), place)


def _paint_action(
    painter: QPainter, layout: AnswerLayout, left: float, centre: float, state: AnswerState
) -> None:
    row = layout.row
    height = theme().metrics.target
    width = action_width(row)
    box = QRectF(left + 0.5, round(centre - height / 2) + 0.5, width - 1, height - 1)
    fill = theme().colour("hover" if state.hovered == "action" else "surface")
    rounded(painter, box, 8, fill, theme().colour("edge"))
    font = theme().font("body")
    draw_line(painter, row.action, font, theme().colour("ink"), left + 12, box.top(), box.height())
    if state.key and not row.keyless:
        x = left + 12 + text_width(row.action, font) + 10
        draw_key(painter, state.key, round(x), centre, theme().colour("ink2"), True)


def _paint_more(painter: QPainter, box: QRectF, layout: AnswerLayout, state: AnswerState) -> None:
    if state.hovered == "more":
        rounded(painter, box, 8, theme().colour("hover"))
    font = theme().font("body")
    left = box.left() + MORE_PADDING
    draw_line(painter, layout.more, font, theme().colour("accent"), left, box.top(), box.height())


def _paint_badge(painter: QPainter, box: QRectF, layout: AnswerLayout, y: float) -> None:
    centre = y + layout.line_height / 2
    right = box.left() + layout.right
    _paint_kind(painter, OutcomeKind.SOLUTION, layout.badge, right, centre)
