"""A calendar month in which a day is picked."""

from __future__ import annotations

from calendar import MONDAY, SUNDAY, monthrange
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import FIXED_SIZE, column, row
from ui.widgets.icon_button import IconButton
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.i18n import language, texts, tr

_CELL = 40  # px at 100 %
_WEEKS = 6
_MONTHS = 12


class MonthView(QWidget):
    """The days of a month, with the language's first weekday; ``picked`` carries the day.

    Arrows move by days and weeks, PgUp and PgDn and the wheel by months, Home to today, Enter
    picks.
    """

    picked = Signal(date)

    def __init__(self, label: str, day: date) -> None:
        super().__init__()
        self.days = _Days(label, day)
        self.days.picked.connect(self.picked)
        self.days.month_changed.connect(self._show_month)
        self._month = Text("body-bold", wrap=False)
        head = row(None, (self._month, 1))
        for icon, name, by in (("chevron-left", "earlier", -1), ("chevron-right", "later", 1)):
            button = IconButton(icon, tr(f"widgets.date.{name}"), size=18)
            button.clicked.connect(lambda _on=False, by=by: self.days.turn(by))
            head.addWidget(button)
        column(self, head, self.days, gap=4, around=(14, 8, 14, 14))
        self.setFocusProxy(self.days)
        self._show_month()

    def _show_month(self) -> None:
        self._month.setText(texts().month(self.days.day.isoformat()))


class _Days(Painted):
    """The grid of days; ``day`` is the current one."""

    SPOKEN_ROLE = QAccessible.Role.Table

    picked = Signal(date)
    month_changed = Signal()

    def __init__(self, label: str, day: date) -> None:
        super().__init__()
        self._label = label
        self.day = day
        first = SUNDAY if language() == "ja" else MONDAY
        self._first = first
        self._names = [texts().weekdays[(first + n) % 7] for n in range(7)]
        self._hovered: date | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(*FIXED_SIZE)
        self._name_day()

    def sizeHint(self) -> QSize:
        side = self._side()
        return QSize(7 * side, (_WEEKS + 1) * side)

    def turn(self, months: int) -> None:
        """Move by months, to the same day or the last one of a shorter month."""
        count = self.day.year * _MONTHS + self.day.month - 1 + months
        year = count // _MONTHS
        month = count % _MONTHS + 1
        if not date.min.year <= year <= date.max.year:
            return
        self._go(date(year, month, min(self.day.day, monthrange(year, month)[1])))

    def box_of(self, day: date) -> QRectF | None:
        """Return the box of a day; None if it is not shown."""
        shown = self._shown()
        if day not in shown:
            return None
        offset = (shown[0].weekday() - self._first) % 7
        week, offset = divmod(shown.index(day) + offset, 7)
        side = self._side()
        return QRectF(offset * side, (week + 1) * side, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in days:
            self._move(days[key])
        elif key in months:
            self.turn(months[key])
        elif key == Qt.Key.Key_Home:
            self._go(date.today())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y()
        if delta:
            self.turn(-1 if delta > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(day)
            self.picked.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._day_at(event.position())
        self.update()

    def focus_shape(self) -> tuple[QRectF, float] | None:
        """Return the box of the current day and its radius."""
        box = self.box_of(self.day)
        return (box.adjusted(3, 3, -3, -3), 8) if box is not None else None

    def paint(self, painter: QPainter) -> None:
        side = self._side()
        for number, name in enumerate(self._names):
            _draw(painter, QRectF(number * side, 0, side, side), name, "meta", "ink2")
        for day in self._shown():
            self._paint_day(painter, day)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        box = self.box_of(day)
        if box is None:
            return
        inner = box.adjusted(3, 3, -3, -3)
        current = day == self.day
        if current:
            rounded(painter, inner, 8, theme().colour("accent"))
        elif day == self._hovered:
            rounded(painter, inner, 8, theme().colour("hover"))
        if day == date.today() and not current:
            rounded(painter, inner, 8, None, theme().colour("accent"))
        colour = "ink" if day.month == self.day.month else "ink3"
        _draw(painter, box, str(day.day), "body-bold" if current else "body",
              "on_accent" if current else colour)  # fmt: skip

    def _side(self) -> int:
        return round(_CELL * max(1.0, theme().text_scale))

    def _shown(self) -> list[date]:
        """Return the days shown: always six weeks, so that the height does not change."""
        first = date(self.day.year, self.day.month, 1)
        before = (first.weekday() - self._first) % 7
        start = first.toordinal() - before
        last = date.max.toordinal()
        ordinals = range(max(1, start), min(start + 7 * _WEEKS, last + 1))
        return [date.fromordinal(ordinal) for ordinal in ordinals]

    def _day_at(self, point: QPointF) -> date | None:
        found = (day for day in self._shown() if (self.box_of(day) or QRectF()).contains(point))
        return next(found, None)

    def _move(self, days: int) -> None:
        ordinal = self.day.toordinal() + days
        if 1 <= ordinal <= date.max.toordinal():
            self._go(self.day + timedelta(days))

    def _go(self, day: date) -> None:
        self.day = day
        self._name_day()
        self.month_changed.emit()
        self.update()

    def _name_day(self) -> None:
        self.setAccessibleName(f"{self._label} {texts().date(self.day.isoformat())}")


def _draw(painter: QPainter, box: QRectF, words: str, role: str, colour: str) -> None:
    font = theme().font(role)
    left = box.center().x() - text_width(words, font) / 2
    draw_line(painter, words, font, theme().colour(colour), left, box.top(), box.height())
