"""A calendar month in which a day is picked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QTextCharFormat
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.icon_button import IconButton
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.i18n import language, texts, tr

_CELL = 40  # px at 100 %
_ROWS = 7  # of six weeks and the names of the weekdays
_PICKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MonthView(QWidget):
    """The days of a month, with the language's first weekday; ``picked`` carries the day.

    Arrows move by days and weeks, PgUp and PgDn and the wheel by months, Home to today, Enter
    picks. Letters are left to the widget around it.
    """

    picked = Signal(date)

    def __init__(self, label: str, day: date) -> None:
        super().__init__()
        self._label = label
        self.days = _Days()
        self.days.setSelectedDate(_date(day))
        self._month = Text("body-bold", "", wrap=False)
        head = row(None, (self._month, 1))
        for icon, name, turn in (
            ("chevron-left", "earlier", self.days.showPreviousMonth),
            ("chevron-right", "later", self.days.showNextMonth),
        ):
            button = IconButton(icon, tr(f"widgets.date.{name}"), size=18)
            button.clicked.connect(turn)
            head.addWidget(button)
        column(self, head, self.days, gap=4, around=(14, 8, 14, 14))
        self.setFocusProxy(self.days.view)
        self.days.view.installEventFilter(self)
        self.days.clicked.connect(self._pick)
        self.days.selectionChanged.connect(self._show_day)
        self.days.currentPageChanged.connect(self._show_day)
        self._show_day()

    @property
    def day(self) -> date:
        """The current day."""
        return _day(self.days.selectedDate())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _PICKING:
            self._pick()
        elif event.key() == Qt.Key.Key_Home:
            self.days.setSelectedDate(QDate.currentDate())
        elif event.text().strip() and event.text().isprintable():
            QApplication.sendEvent(self, event)
        else:
            return super().eventFilter(watched, event)
        return True

    def _pick(self) -> None:
        self.picked.emit(self.day)

    def _show_day(self) -> None:
        shown = date(self.days.yearShown(), self.days.monthShown(), 1)
        self._month.setText(texts().month(shown.isoformat()))
        self.days.view.setAccessibleName(f"{self._label} {texts().date(self.day.isoformat())}")


class _Days(QCalendarWidget):
    """The grid of days, painted in the colours of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.view = self.findChildren(QTableView)[0]
        japanese = language() == "ja"
        self.setLocale(QLocale(QLocale.Language.Japanese if japanese else QLocale.Language.English))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Sunday if japanese else Qt.DayOfWeek.Monday)
        self.setNavigationBarVisible(False)
        self.setDateEditEnabled(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setDateRange(_date(date.min), _date(date.max))
        self.setFont(theme().font("body"))
        names = self.headerTextFormat()
        names.setFont(theme().font("meta"))
        names.setForeground(theme().colour("ink2"))
        names.setBackground(theme().colour("surface"))
        self.setHeaderTextFormat(names)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, QTextCharFormat())
        side = round(_CELL * max(1.0, theme().text_scale))
        self.setFixedSize(QSize(7 * side, _ROWS * side))

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        painter.fillRect(rect, theme().colour("surface"))
        inner = QRectF(rect).adjusted(3, 3, -3, -3)
        current = date == self.selectedDate()
        today = date == QDate.currentDate()
        if current or today:
            accent = theme().colour("accent")
            rounded(painter, inner, 8, accent if current else None, accent)
        shown = date.month() == self.monthShown()
        colour = theme().colour("on_accent" if current else "ink" if shown else "ink3")
        font, words = theme().font("body-bold" if current else "body"), str(date.day())
        left = inner.center().x() - text_width(words, font) / 2
        draw_line(painter, words, font, colour, left, rect.top(), rect.height())


def _date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
