"""The painted list of requests: title, four counts, state, day, and a timeline of the year."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.components.text_stack import TextStack
from ui.components.year_strip import draw_strip, spoken
from ui.theme.outcomes import DASHED_STATES, REQUEST_STATES
from ui.theme.theme import theme
from ui.widgets.badge import badge_size, draw_look
from ui.widgets.continuation import continuation_height, draw_continued, draw_continuing
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.pager import Slot
from ui.widgets.row_layout import badge_font
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView
from workshop_app.domain.ids import request_code
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.year_strip import NO_DAYS, MonthSpan, RequestDays
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import kind_name
from workshop_app.services.request_board import BoardRequest

COUNTED = ("customers", "people", "jobs", "ways")
_SIDE = 16
_GAP = 14
_LEAST_LETTERS = 11
"""Minimum width of a title next to the columns; with less space the columns are below it."""
_LINE = 28
_STRIP = 20
"""Height in px of the timeline below counts and state."""


@dataclass(frozen=True)
class RequestRow(Row):
    """One request; ``text`` is its title, ``number`` its code."""

    origin: str = ""
    """The customer and the contact, since the numbers of requests restart in each."""
    counts: tuple[str, ...] = ()
    state: RequestState = RequestState.NEW
    day: str = ""
    untold: bool = False
    year: MonthSpan | None = None
    """The months of the timeline; None if there is none."""
    dates: RequestDays = NO_DAYS


def request_row(each: BoardRequest, year: MonthSpan, *, named: bool) -> RequestRow:
    """Return the row of a request; its customer is a code unless ``named``."""
    counts = zip(COUNTED, each.counts, strict=True)
    return RequestRow(
        each.request.id,
        each.request.title,
        number=request_code(each.request.number),
        origin=origin_of(each, named=named),
        counts=tuple(tr(f"requests.count.{name}", n=count) for name, count in counts),
        state=each.state,
        day=texts().date(each.day, year=False, short=True),
        untold=each.untold,
        year=year,
        dates=each.dates,
    )


def origin_of(each: BoardRequest, *, named: bool) -> str:
    """Return the customer's code, or name if ``named``, with the contact's date and kind."""
    customer = each.customer.name if named else each.code
    day = texts().date(each.workshop.date, year=False, short=True)
    return "  ".join(part for part in (customer, day, kind_name(texts(), each.workshop)) if part)


def state_word(state: RequestState) -> str:
    """Return the text of a state in the current language."""
    return tr(f"request_news.state.{state}")


@dataclass(frozen=True)
class RequestColumns:
    """Widths in px that all rows share."""

    number: int = 0
    counts: tuple[int, ...] = ()
    state: int = 0
    day: int = 0

    @property
    def after_text(self) -> int:
        """Width of everything at the right of a title."""
        return sum(width + _GAP for width in (*self.counts, self.state, self.day))


class RequestLayout:
    """The measures of ``row`` in a list of ``width`` px."""

    def __init__(self, row: RequestRow, width: int, columns: RequestColumns) -> None:
        self.row = row
        self.columns = columns
        self.text_left = _SIDE + columns.number + _GAP
        beside = width - _SIDE - self.text_left - columns.after_text
        self.below = beside < _LEAST_LETTERS * theme().text_size("body")
        self.after_left = width - _SIDE - columns.after_text
        if self.below:  # below the text, or from the left edge if large text needs the width
            self.after_left = max(_SIDE - _GAP, min(self.text_left - _GAP, self.after_left))
        self.stack = TextStack(max(1, width - _SIDE - self.text_left if self.below else beside))
        self.stack.add(row.text, "body-bold" if row.untold else "body")
        self.stack.add(row.origin, "meta")
        self.padding = 7

    @property
    def lines(self) -> int:
        """Number of lines of title and origin."""
        return len(self.stack)

    @property
    def after_height(self) -> int:
        """Height in px of the columns with the timeline below them."""
        return _LINE + (_STRIP if self.row.year is not None else 0)

    @property
    def below_height(self) -> int:
        """Height in px of the columns below the text; 0 if they are next to it."""
        return self.after_height + 4 if self.below else 0

    @property
    def strip(self) -> tuple[int, int]:
        """The left edge of the timeline in px, and its width."""
        return self.after_left + _GAP, self.columns.after_text - _GAP

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        height = 2 * self.padding + self.stack.height(first, last)
        height += continuation_height() * ((first > 0) + (last < self.lines))
        least = 48 if self.below else max(48, self.after_height + self.padding)
        return max(least, height + (self.below_height if last == self.lines else 0))


class RequestBoardView(RowNames, SheetView[RequestRow, RequestLayout]):
    """Draws ``RequestRow`` in columns that are the same for all rows."""

    def __init__(self) -> None:
        super().__init__("body")
        self._columns = RequestColumns()

    def lay_out(self, row: RequestRow, current: bool) -> RequestLayout:
        return RequestLayout(row, self.width(), self._columns)

    def measure_all(self) -> None:
        meta = theme().font("meta")
        bold = theme().font("accent-bold")
        rows = self._rows
        self._columns = RequestColumns(
            number=max((text_width(row.number, bold) for row in rows), default=0),
            counts=tuple(
                max((text_width(row.counts[place], meta) for row in rows), default=0)
                for place in range(len(COUNTED))
            ),
            state=max(
                (badge_size(state_word(row.state), badge_font())[0] for row in rows), default=0
            ),
            day=max((text_width(row.day, meta) for row in rows), default=0),
        )

    def strip_place(self) -> tuple[int, int]:
        """Return the left edge of the timelines in px, and their width."""
        if not self._rows:
            return 0, 0
        return RequestLayout(self._rows[0], self.width(), self._columns).strip

    def row_name(self, row: Row) -> str:
        if not isinstance(row, RequestRow):
            return super().row_name(row)
        known = (row.number, row.text, row.origin, *row.counts, state_word(row.state), row.day)
        parts = (*known, spoken(row.dates))
        return "  ".join(part for part in parts if part)

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        box = self._box(slot)
        layout = self._layout(slot.row)
        paint_ground(painter, box, state)
        x = box.left() + layout.text_left
        y = box.top() + layout.padding
        if not slot.begins:
            draw_continuing(painter, x, y)
            y += continuation_height()
        height = layout.stack.height(slot.first, slot.last)
        if slot.begins and slot.ends and not layout.below:
            y = box.top() + (box.height() - height) / 2
        layout.stack.draw(painter, x, y, slot.first, slot.last)
        if slot.begins:
            font = theme().font("accent-bold")
            colour = theme().colour("accent")
            line = theme().line_height("body")
            draw_line(painter, layout.row.number, font, colour, box.left() + _SIDE, y, line)
            if not layout.below:
                _columns(painter, box, box.center().y() - layout.after_height / 2, layout)
        if slot.ends and layout.below:
            _columns(painter, box, y + height + 2, layout)
        if not slot.ends:
            draw_continued(painter, x, y + height)


def _columns(painter: QPainter, box: QRectF, top: float, layout: RequestLayout) -> None:
    """Paint counts, state and day from ``top`` on, and the timeline below them."""
    row = layout.row
    columns = layout.columns
    meta = theme().font("meta")
    colour = theme().colour("ink2")
    top = round(top)
    x = box.left() + layout.after_left + _GAP
    if row.year is not None:
        left, width = layout.strip
        draw_strip(
            painter, QRectF(box.left() + left, top + _LINE, width, _STRIP), row.year, row.dates
        )
    for words, width in zip(row.counts, columns.counts, strict=True):
        draw_line(painter, words, meta, colour, x + width - text_width(words, meta), top, _LINE)
        x += width + _GAP
    word = state_word(row.state)
    size = badge_size(word, badge_font())[0]
    look = REQUEST_STATES[row.state]
    dashed = row.state in DASHED_STATES
    draw_look(painter, look, word, badge_font(), QRectF(x, top, size, _LINE), dashed=dashed)
    draw_line(painter, row.day, meta, colour, x + columns.state + _GAP, top, _LINE)
