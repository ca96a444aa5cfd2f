"""The rows of requests: title, four counts, state, day, and a timeline of the year."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.components.year_strip import draw_strip, spoken
from ui.rows.cells import Cell, Words, badge_font
from ui.rows.row import Line, Row
from ui.rows.style import Style
from ui.theme.outcomes import DASHED_STATES, REQUEST_STATES
from ui.widgets.badge import badge_size, draw_outcome
from ui.widgets.spaced import spaced
from workshop_app.domain.request_news import RequestState
from workshop_app.domain.year_strip import MonthSpan, RequestDays
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import kind_name
from workshop_app.services.request_board import BoardRequest

_COUNTED = ("customers", "people", "jobs", "ways")


@dataclass(frozen=True)
class State(Cell):
    """The state of a request, on its tint."""

    state: RequestState

    @property
    def words(self) -> str:
        return state_word(self.state)

    def width(self, style: Style) -> int:
        return badge_size(self.words, badge_font())[0]

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        width, height = badge_size(self.words, badge_font())
        badge = QRectF(box.left(), round(box.center().y() - height / 2), width, height)
        dashed = self.state in DASHED_STATES
        draw_outcome(
            painter, REQUEST_STATES[self.state], self.words, badge_font(), badge, dashed=dashed
        )


@dataclass(frozen=True)
class Year(Cell):
    """The timeline of the months in ``span``."""

    span: MonthSpan
    days: RequestDays

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        draw_strip(painter, box, self.span, self.days)


def request_row(each: BoardRequest, year: MonthSpan, *, named: bool) -> Row:
    """Return the row of a request; its customer is a code unless ``named``."""
    code = each.own_code
    origin = origin_of(each, named=named)
    counts = [
        tr(f"requests.count.{name}", n=count) if count else ""
        for name, count in zip(_COUNTED, each.counts, strict=True)
    ]
    day = texts().date(each.day, year=False, short=True)
    said = (code, each.request.title, origin, *counts, state_word(each.state), day)
    return Row(
        each.request.id,
        each.request.title,
        lines=(Line(f"{code}  {origin}", "meta"),),
        after=(*(Words(count, right=True) for count in counts), State(each.state), Words(day)),
        under=Year(year, each.dates),
        bold=each.untold,
        spoken=spaced(*said, spoken(each.dates)),
    )


def origin_of(each: BoardRequest, *, named: bool) -> str:
    """Return the customer's code, or name if ``named``, with the contact's date and kind."""
    customer = each.customer.name if named else each.code
    day = texts().date(each.workshop.date, year=False, short=True)
    return spaced(customer, day, kind_name(texts(), each.workshop))


def state_word(state: RequestState) -> str:
    """Return the text of a state in the current language."""
    return tr(f"request_news.state.{state}")
