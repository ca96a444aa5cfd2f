"""The contacts over time as lanes: one for each kind of contact, and the expectation as steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painting import rounded

_ICON = 18
_DOT = 6.5  # px, radius
_REACH = 14  # px around a dot in which it can be clicked
_RING_AIR = 3.5  # px between a dot and the focus ring
_LABEL_GAP = 10  # px between a dot and its text; the focus ring fits into it
_CORNER = 12
_AIR = 6
_LANES = (26, 60)  # px, minimum and maximum height of a lane


class DotKind(StrEnum):
    """The result of a contact."""

    ANSWERED = "answered"
    SILENT = "silent"
    PLANNED = "planned"


@dataclass(frozen=True)
class LaneDot:
    """A contact on a lane; ``tip`` is its complete text."""

    id: str
    lane: int
    day: date
    kind: DotKind
    words: str
    tip: str


@dataclass(frozen=True)
class LaneThread:
    """A rule recommended the contact ``after``, based on the contact ``before``."""

    before: str
    after: str
    words: str


@dataclass(frozen=True)
class LaneStep:
    """From this day on the expectation has this level."""

    day: date
    level: int
    words: str


@dataclass(frozen=True)
class LaneChartContent:
    """The content of the chart; the first element of a lane is the name of its icon."""

    lanes: tuple[tuple[str, str], ...]
    dots: tuple[LaneDot, ...]
    threads: tuple[LaneThread, ...]
    steps: tuple[LaneStep, ...]
    silence: tuple[date, date, str] | None
    today: date
    today_words: str
    expectation_words: str
    months: tuple[str, ...]
    """The short names of the twelve months."""
    spoken: str


class LaneChart(QWidget):
    """Paints contacts, and emits ``picked(id)`` when one is clicked, or with Enter.

    Left and Right move between them in the order of time. Texts next to a dot are omitted if they
    would overlap others: they are in its tool tip, and all of them in the accessible name.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Graphic

    picked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._content: LaneChartContent | None = None
        self._current = -1
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._restyle)

    @property
    def content(self) -> LaneChartContent | None:
        """The content that is shown."""
        return self._content

    def show_content(self, content: LaneChartContent) -> None:
        """Show another content."""
        self._content = content
        self._current = min(self._current, len(content.dots) - 1)
        self.setAccessibleDescription(content.spoken)
        self._restyle()

    def dot_at(self, point: QPointF) -> LaneDot | None:
        """Return the contact at a point, or None."""
        content = self._content
        if content is None:
            return None
        frame = _Frame(content, self.width(), self.height())
        near = [((frame.point(dot) - point).manhattanLength(), dot.id, dot) for dot in content.dots]
        best = min(near, default=None, key=lambda each: each[:2])
        return best[2] if best is not None and best[0] <= _REACH else None

    def sizeHint(self) -> QSize:
        return QSize(600, self._height(_LANES[1]))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self._height(_LANES[0]))

    @property
    def current(self) -> LaneDot | None:
        """The contact that Enter picks; initially the latest one."""
        dots = self._content.dots if self._content is not None else ()
        return dots[self._current] if dots else None

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return a circle around the current contact, or the whole chart if there is none."""
        content = self._content
        current = self.current
        if content is None or current is None:
            return QRectF(self.rect()), _CORNER
        reach = _DOT + _RING_AIR
        centre = _Frame(content, self.width(), self.height()).point(current)
        return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach), reach

    def keyPressEvent(self, event: QKeyEvent) -> None:
        dots = self._content.dots if self._content is not None else ()
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if by and dots and not event.modifiers():
            at = self._current % len(dots)
            self._current = min(max(0, at + by), len(dots) - 1)
            self.setAccessibleName(f"{self._name}  {dots[self._current].tip}")
            self.updateGeometry()  # a layout request also moves the focus ring
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.picked.emit(self.current.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        dot = self.dot_at(event.position())
        if dot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(dot.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.dot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            dot = self.dot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), dot.tip if dot is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._content is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = _Frame(self._content, self.width(), self.height())
        rounded(
            painter,
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5),
            _CORNER,
            theme().colour("surface"),
            theme().colour("line"),
        )
        frame.paint_axis(painter)
        frame.paint_lanes(painter)
        frame.paint_threads(painter)
        frame.paint_dots(painter)
        frame.paint_steps(painter)

    def _height(self, lane: int) -> int:
        lanes = len(self._content.lanes) if self._content is not None else 3
        line = theme().line_height("meta")
        return 2 * line + 2 * _AIR + max(lane, line + 4) * lanes + _steps_height() + line + 16

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _steps_height() -> int:
    """Return the height in px of the lane of the expectation: three levels of text."""
    return 3 * theme().line_height("meta")


class _Frame:
    """The positions of everything at one size of the chart, and its painting."""

    def __init__(self, content: LaneChartContent, width: int, height: int) -> None:
        self.content = content
        self.font = theme().font("meta")
        self.bold = theme().font("meta-bold")
        self.line = theme().line_height("meta")
        names = [name for _, name in content.lanes] + [content.expectation_words]
        widest = max(text_width(name, self.font) for name in names)
        self.left = 14 + _ICON + 8 + widest + 14
        self.right = width - 22
        self.axis = 2 * self.line + _AIR + 4
        room = height - self.axis - _steps_height() - self.line - 16
        wanted = room / max(1, len(content.lanes))
        self.lane = min(max(wanted, _LANES[0], self.line + 4), _LANES[1])
        self.lanes_end = self.axis + self.lane * len(content.lanes)
        self.first, self.last = _span(content)
        self.taken: list[QRectF] = []

    def x(self, day: date) -> float:
        whole = max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * (day - self.first).days / whole

    def y(self, lane: int) -> float:
        return self.axis + self.lane * (lane + 0.5)

    def point(self, dot: LaneDot) -> QPointF:
        return QPointF(self.x(dot.day), self.y(dot.lane))

    def paint_axis(self, painter: QPainter) -> None:
        """Paint the months, as many names as fit, and the years above them."""
        ink2 = theme().colour("ink2")
        free = -1.0
        free_year = -1.0
        shown = 0
        for day in _months(self.first, self.last):
            x = self.x(day)
            painter.fillRect(
                QRectF(round(x), self.axis - 4, 1, self.lanes_end - self.axis + 8),
                theme().colour("line"),
            )
            words = self.content.months[day.month - 1]
            if x >= free and x + 4 + text_width(words, self.font) <= self.right + 10:
                draw_line(painter, words, self.font, ink2, x + 4, _AIR + self.line, self.line)
                free = x + text_width(words, self.font) + 14
            year = str(day.year)
            if day.year != shown and x >= free_year:
                shown = day.year
                draw_line(painter, year, self.bold, theme().colour("ink"), x + 4, _AIR, self.line)
                free_year = x + text_width(year, self.bold) + 14
        self._paint_silence(painter)

    def _paint_silence(self, painter: QPainter) -> None:
        if self.content.silence is None:
            return
        begin, end, _words = self.content.silence
        box = QRectF(
            self.x(begin), self.axis, self.x(end) - self.x(begin), self.lanes_end - self.axis
        )
        brush = QBrush(theme().colour("line"), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(box, brush)

    def paint_lanes(self, painter: QPainter) -> None:
        """Paint names and lines, and the line of today."""
        ink = theme().colour("ink")
        for number, (icon, name) in enumerate(self.content.lanes):
            y = self.y(number)
            paint_icon(painter, icon, "ink2", QRectF(14, y - _ICON / 2, _ICON, _ICON))
            top = y - self.line / 2
            draw_line(painter, name, self.font, ink, 14 + _ICON + 8, top, self.line)
            painter.fillRect(
                QRectF(self.left - 6, round(y), self.right - self.left + 6, 1),
                theme().colour("edge"),
            )
        x = round(self.x(self.content.today))
        bottom = self.lanes_end + 8 + _steps_height()
        painter.fillRect(QRectF(x, self.axis - 4, 1.5, bottom - self.axis + 4), ink)
        words = self.content.today_words
        width = text_width(words, self.bold)
        left = min(max(self.left, x - width / 2), self.right + 10 - width)
        draw_line(painter, words, self.bold, ink, left, bottom, self.line)

    def paint_threads(self, painter: QPainter) -> None:
        """Paint a line between the two contacts of each thread, with the rule's number."""
        accent = theme().colour("accent")
        dots = {dot.id: dot for dot in self.content.dots}
        for dot in self.content.dots:  # texts must not overlap dots
            point = self.point(dot)
            self.taken.append(
                QRectF(point.x() - _DOT - 2, point.y() - _DOT - 2, 2 * _DOT + 4, 2 * _DOT + 4)
            )
        for thread in self.content.threads:
            if thread.before not in dots:
                continue
            begin = self.point(dots[thread.before])
            end = self.point(dots[thread.after])
            painter.setPen(QPen(accent, 2))
            corner = QPointF(begin.x(), end.y())
            painter.drawLine(begin, corner)
            painter.drawLine(corner, end)
            width = text_width(thread.words, self.bold)
            self._write(painter, thread.words, corner.x() - width - 8, end.y(), bold=True)

    def paint_dots(self, painter: QPainter) -> None:
        """Paint all contacts, then the texts that fit."""
        for dot in self.content.dots:
            self._paint_dot(painter, dot)
        for dot in self.content.dots:
            point = self.point(dot)
            width = text_width(dot.words, self.font)
            places = (point.x() + _DOT + _LABEL_GAP, point.x() - _DOT - _LABEL_GAP - width)
            for left in places:
                if self._write(painter, dot.words, left, point.y()):
                    break
        if self.content.silence is not None:
            begin, end, words = self.content.silence
            middle = (self.x(begin) + self.x(end) - text_width(words, self.bold)) / 2
            inside = self.x(end) - self.x(begin) > text_width(words, self.bold) + 8
            for lane in reversed(range(len(self.content.lanes))):
                if not inside or self._write(painter, words, middle, self.y(lane), bold=True):
                    break

    def _paint_dot(self, painter: QPainter, dot: LaneDot) -> None:
        accent = theme().colour("accent")
        pen = QPen(accent if dot.kind is not DotKind.SILENT else theme().colour("ink"), 2)
        if dot.kind is DotKind.PLANNED:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        filled = accent if dot.kind is DotKind.ANSWERED else theme().colour("surface")
        painter.setBrush(filled)
        painter.drawEllipse(self.point(dot), _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _write(
        self, painter: QPainter, words: str, left: float, middle: float, *, bold: bool = False
    ) -> bool:
        """Paint a text unless it overlaps anything; return whether it was painted."""
        font = self.bold if bold else self.font
        box = QRectF(left, middle - self.line / 2, text_width(words, font), self.line)
        inside = self.left - 4 <= box.left() and box.right() <= self.right + 10
        if not words or not inside or any(box.intersects(other) for other in self.taken):
            return False
        self.taken.append(box.adjusted(-6, 0, 6, 0))
        painter.fillRect(box.adjusted(-3, 2, 3, -2), theme().colour("surface"))
        colour = theme().colour("accent" if bold else "ink")
        draw_line(painter, words, font, colour, box.left(), box.top(), self.line)
        return True

    def paint_steps(self, painter: QPainter) -> None:
        """Paint the expectation as a line of steps, with the texts that fit."""
        top = self.lanes_end + 8
        painter.fillRect(QRectF(14, round(top), self.right - 8, 1), theme().colour("line"))
        middle = top + _steps_height() / 2
        paint_icon(painter, "lock", "ink2", QRectF(14, middle - _ICON / 2, _ICON, _ICON))
        ink = theme().colour("ink")
        name = self.content.expectation_words
        at = middle - self.line / 2
        draw_line(painter, name, self.font, ink, 14 + _ICON + 8, at, self.line)
        steps = self.content.steps
        if not steps:
            return
        levels = [step.level for step in steps]
        low = min(levels)
        high = max(levels)

        def height(level: int) -> float:
            share = (high - level) / (high - low) if high > low else 0.5
            return top + self.line + 2 + share * (_steps_height() - self.line - 8)

        end = max(self.x(self.content.today), self.x(steps[-1].day) + 24)
        painter.setPen(QPen(ink, 2))
        for number, step in enumerate(steps):
            x = self.x(step.day)
            y = height(step.level)
            following = steps[number + 1] if number + 1 < len(steps) else None
            until = self.x(following.day) if following is not None else end
            painter.drawLine(QPointF(x, y), QPointF(until, y))
            if following is not None:
                painter.drawLine(QPointF(until, y), QPointF(until, height(following.level)))
        for number, step in enumerate(steps):
            x = self.x(step.day)
            y = height(step.level)
            until = self.x(steps[number + 1].day) if number + 1 < len(steps) else self.right + 10
            if x + 6 + text_width(step.words, self.font) <= until - 4:
                left = x + 6
                above = y - self.line - 1
                draw_line(painter, step.words, self.font, ink, left, above, self.line)


def _span(content: LaneChartContent) -> tuple[date, date]:
    """Return the first and the last day of the axis: at least three whole months."""
    days = [dot.day for dot in content.dots] + [content.today]
    first = min(days).replace(day=1)
    last = _next_month(max(days))
    while (last - first).days < 89:
        first = (first - timedelta(days=1)).replace(day=1)
    return first, last


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _months(first: date, last: date) -> list[date]:
    found = []
    day = first
    while day < last:
        found.append(day)
        day = _next_month(day)
    return found
