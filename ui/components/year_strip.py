"""A timeline of one year: marks for when a request was said, handed over and answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from ui.theme.theme import theme
from ui.widgets.boxes import FULL_WIDTH
from ui.widgets.painted import Painted
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.year_strip import MARK_OF_WAY, MonthSpan, RequestDays, WayMark
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import way_name

_RADIUS = 4.5  # px, of a mark
_BAR = 7  # px: half the height of the bar of an answer
_GAP = 18
_NEAR = 6


def spoken(dates: RequestDays) -> str:
    """Return the days of a timeline in words."""
    parts = {
        "said": [day for day, _ in dates.said],
        "handed_over": list(dates.handed_over),
        "answered": list(dates.answered),
    }
    return "  ".join(
        tr(f"requests.strip.spoken.{name}", days=tr("requests.strip.and").join(map(_day, days)))
        for name, days in parts.items()
        if days
    )


def _day(day: date) -> str:
    return texts().date(day.isoformat(), year=False, short=True)


def draw_strip(painter: QPainter, box: QRectF, span: MonthSpan, dates: RequestDays) -> None:
    """Paint the year in a box: a line with its months, voices on it, hand-over and answers."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = box.center().y()
    painter.setPen(QPen(theme().colour("line"), 2))
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    painter.setPen(QPen(theme().colour("line"), 1))
    for start in span.starts:
        x = _x(box, span, start)
        painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))
    for day in dates.answered:
        draw_answer(painter, QPointF(_x(box, span, day), y))
    for day in dates.handed_over:
        draw_hand_over(painter, QPointF(_x(box, span, day), y))
    for day, method in dates.said:
        if span.is_before(day):
            _draw_earlier(painter, QPointF(box.left(), y))
        else:
            draw_mark(painter, MARK_OF_WAY[method], QPointF(_x(box, span, day), y))


def draw_mark(painter: QPainter, mark: WayMark, centre: QPointF) -> None:
    """Paint the mark of a voice around a point."""
    accent = theme().colour("accent")
    surface = theme().colour("surface")
    filled = mark in (WayMark.DISC, WayMark.DIAMOND, WayMark.BLOCK)
    painter.setPen(QPen(accent, 1.6))
    painter.setBrush(QBrush(accent if filled else surface))
    r = _RADIUS
    if mark in (WayMark.DISC, WayMark.RING):
        painter.drawEllipse(centre, r, r)
    elif mark in (WayMark.SQUARE, WayMark.BLOCK):
        painter.drawRect(QRectF(centre.x() - r + 0.5, centre.y() - r + 0.5, 2 * r - 1, 2 * r - 1))
    elif mark is WayMark.CROSS:
        for sign in (1, -1):
            end = QPointF(r - 1, sign * (r - 1))
            painter.drawLine(centre - end, centre + end)
    else:
        shape = (
            [(0, -r - 0.5), (r + 0.5, 0), (0, r + 0.5), (-r - 0.5, 0)]
            if mark is WayMark.DIAMOND
            else [(0, -r - 0.5), (r + 0.5, r), (-r - 0.5, r)]
        )
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in shape]))


def draw_hand_over(painter: QPainter, centre: QPointF) -> None:
    """Draw when a request was handed over: an arrow head in the colour of requests."""
    colour = theme().colour("request")
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = [centre + QPointF(x, y) for x, y in ((-3, -_BAR), (3.5, 0), (-3, _BAR))]
    painter.drawPolyline(QPolygonF(points))


def draw_answer(painter: QPainter, centre: QPointF) -> None:
    """Paint when a request was answered: a bar across the line."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("ink"))
    painter.drawRect(QRectF(centre.x() - 1.5, centre.y() - _BAR, 3, 2 * _BAR))


def _draw_earlier(painter: QPainter, left: QPointF) -> None:
    """Paint a method at the left end for events before the year."""
    colour = theme().colour("accent")
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for shift in (0, 4):
        points = [left + QPointF(x + shift, y) for x, y in ((4, -4), (0, 0), (4, 4))]
        painter.drawPolyline(QPolygonF(points))


def _x(box: QRectF, span: MonthSpan, day: date) -> float:
    return box.left() + span.share(day) * box.width()


@dataclass(frozen=True)
class _Key:
    """A part of the legend: ``mark`` None draws the symbol of ``name``."""

    words: str
    mark: WayMark | None = None
    name: str = ""


class StripHead(Painted):
    """The legend at the left, and the months above the timelines, at the right.

    ``extent`` returns the left edge of the timelines in px, and their width; called in
    painting.
    """

    SPANS_PAGE: ClassVar[bool] = True

    def __init__(self, extent: Callable[[], tuple[int, int]]) -> None:
        super().__init__()
        self._span: MonthSpan | None = None
        self._keys: tuple[_Key, ...] = ()
        self._extent = extent
        self.setSizePolicy(*FULL_WIDTH)

    def show_year(self, span: MonthSpan, requests: Sequence[RequestDays]) -> None:
        """Explain the marks that occur in the strips of these requests."""
        self._span = span
        methods = {method for dates in requests for _, method in dates.said}
        keys = [
            _Key(way_name(texts(), method), MARK_OF_WAY[method])
            for method in ContactKind
            if method in methods
        ]
        keys += [
            _Key(tr(f"requests.strip.{name}"), name=name)
            for name in ("handed_over", "answered")
            if any(getattr(dates, name) for dates in requests)
        ]
        self._keys = tuple(keys)
        said = (tr("requests.strip.name"), *(key.words for key in keys))
        self.setAccessibleName("  ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().line_height("hint") * 2 + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        if self._span is None:
            return
        line = theme().line_height("hint")
        self._paint_keys(painter, line)
        self._paint_months(painter, self._span, self.height() - line)

    def _paint_keys(self, painter: QPainter, line: int) -> None:
        x = float(theme().metrics.edge)
        for key in self._keys:
            centre = QPointF(x + _NEAR, line / 2)
            if key.mark is not None:
                draw_mark(painter, key.mark, centre)
            elif key.name == "answered":
                draw_answer(painter, centre)
            else:
                draw_hand_over(painter, centre)
            x += 2 * _NEAR + 4
            draw_line(painter, key.words, "hint", "ink2", x, 0, line)
            x += text_width(key.words, "hint") + _GAP

    def _paint_months(self, painter: QPainter, span: MonthSpan, top: int) -> None:
        left, width = self._extent()
        line = theme().line_height("hint")
        free = float(left)
        for start in span.starts:
            words = texts().month(start.isoformat(), year=False, short=True)
            x = left + span.share(start) * width
            wide = text_width(words, "hint")
            if x >= free and x + wide <= left + width:
                draw_line(painter, words, "hint", "ink2", x, top, line)
                free = x + wide + 10
