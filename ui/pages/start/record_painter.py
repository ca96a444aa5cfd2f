"""Draws one record of the list."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.pages.start.record_layout import CHEVRON, GAP, SIDE, RecordLayout
from ui.pages.start.record_row import paper_words
from ui.pages.start.step_bar import BAR_WIDTH, draw_steps
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.badge import draw_badge
from ui.widgets.lettering import draw_line
from ui.widgets.pager import Slot
from ui.widgets.row_layout import badge_font, continued_height
from ui.widgets.row_painter import RowState, paint_ground
from workshop_app.i18n import tr

_LINE = 24
_YEAR = 20


def paint_record(
    painter: QPainter, box: QRectF, slot: Slot, layout: RecordLayout, state: RowState
) -> None:
    """Draw the lines of ``slot`` into ``box``."""
    paint_ground(painter, box, state)
    x, y = box.left() + layout.text_left, box.top() + layout.padding
    if not slot.begins:
        _note(painter, tr("widgets.list.continuing"), x, y)
        y += continued_height()
    text = layout.stack.height(slot.first, slot.last)
    if slot.begins and slot.ends and not layout.below:
        y = box.top() + (box.height() - text) / 2
    layout.stack.draw(painter, x, y, slot.first, slot.last)
    if slot.begins:
        usual = _is_usual(layout, text)
        centre = box.center().y() if usual else y + theme().line_height("list") / 2
        _paint_day(painter, box.left() + SIDE, box.center().y() if usual else None, y, layout)
        paint_icon(painter, "chevron-right", "ink3", chevron_box(box, centre))
        if not layout.below:
            _paint_columns(painter, box.left() + layout.after_left, centre, layout)
    if slot.ends and layout.below:
        centre = y + text + layout.below_height / 2 + 2
        _paint_columns(painter, box.left() + layout.after_left, centre, layout)
    if not slot.ends:
        _note(painter, tr("widgets.list.continued"), x, y + text)


def chevron_box(box: QRectF, centre: float) -> QRectF:
    """Where the sign stands that opens the record."""
    return QRectF(box.right() - SIDE - CHEVRON + 4, round(centre - CHEVRON / 2), CHEVRON, CHEVRON)


def _is_usual(layout: RecordLayout, text: int) -> bool:
    """Tell whether the row is so low that its columns stand in its middle, not at its top."""
    return not layout.below and text <= theme().line_height("list") + theme().line_height("meta")


def _paint_day(
    painter: QPainter, x: float, centre: float | None, top: float, layout: RecordLayout
) -> None:
    row = layout.row
    height = _LINE + (_YEAR if row.year else 0)
    y = top if centre is None else centre - height / 2
    draw_line(painter, row.day, theme().font("body"), theme().colour("ink2"), x, y, _LINE)
    if row.year:
        font = theme().font("meta")
        draw_line(painter, row.year, font, theme().colour("ink3"), x, y + _LINE, _YEAR)


def _paint_columns(painter: QPainter, x: float, centre: float, layout: RecordLayout) -> None:
    draw_steps(painter, x, centre, layout.row.done)
    x += BAR_WIDTH + GAP
    for kind, width in layout.columns.cells:
        count = layout.row.outcomes.get(kind, 0)
        if count:
            cell = QRectF(x, round(centre - _LINE / 2), width, _LINE)
            draw_badge(painter, kind, str(count), badge_font(), cell, compact=True)
        x += width
    words, font = paper_words(layout.row.papers), theme().font("meta")
    draw_line(painter, words, font, theme().colour("ink2"), x, centre - _LINE / 2, _LINE)


def _note(painter: QPainter, words: str, x: float, top: float) -> None:
    font = theme().font("hint")
    draw_line(painter, words, font, theme().colour("ink2"), x, top, continued_height())
