"""A calendar month in which a day is picked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.icon_button import IconButton
from ui.widgets.text import Text
from workshop_app.i18n import language, texts, tr

_CELL = 40  # px at 100 %


class MonthView(QWidget):
    """The days of a month, with the language's first weekday; ``picked`` carries the day.

    Arrows move by days and weeks, PgUp and PgDn and the wheel by months, Home to today, Enter
    picks. What is typed goes to the parent.
    """

    picked = Signal(date)

    def __init__(self, label: str, day: date) -> None:
        super().__init__()
        self._label = label
        self.days = days = QCalendarWidget()
        days.setLocale(QLocale(language()))
        first = Qt.DayOfWeek.Sunday if language() == "ja" else Qt.DayOfWeek.Monday
        days.setFirstDayOfWeek(first)
        days.setNavigationBarVisible(False)
        days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # red without a format
            days.setWeekdayTextFormat(weekday, QTextCharFormat())
        heads, today = QTextCharFormat(), QTextCharFormat()
        heads.setFont(theme().font("meta"))
        heads.setForeground(theme().colour("ink2"))
        days.setHeaderTextFormat(heads)
        today.setFont(theme().font("accent-bold"))
        today.setForeground(theme().colour("accent"))
        days.setDateTextFormat(QDate.currentDate(), today)
        days.setDateRange(QDate(1, 1, 1), QDate(9999, 12, 31))
        side = 7 * round(_CELL * max(1.0, theme().text_scale))
        days.setFixedSize(side, side)
        days.selectionChanged.connect(self._show_day)
        days.currentPageChanged.connect(self._show_month)
        for signal in (days.clicked, days.activated):
            signal.connect(lambda found: self.picked.emit(found.toPython()))
        self._month = Text("body-bold", wrap=False)
        head = row(None, (self._month, 1))
        for icon, name, by in (("chevron-left", "earlier", -1), ("chevron-right", "later", 1)):
            button = IconButton(icon, tr(f"widgets.date.{name}"), size=18)
            button.clicked.connect(lambda _on=False, by=by: self._turn(by))
            head.addWidget(button)
        column(self, head, days, gap=4, around=(14, 8, 14, 14))
        self.setFocusProxy(days)
        days.setSelectedDate(QDate(day.year, day.month, day.day))
        self._show_day()
        (days.focusProxy() or days).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Home:
            self.days.setSelectedDate(QDate.currentDate())
        elif event.key() == Qt.Key.Key_Space:
            self.days.activated.emit(self.days.selectedDate())
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            return super().eventFilter(watched, event)
        return True

    def _turn(self, months: int) -> None:
        """Move by months, to the same day or the last one of a shorter month."""
        self.days.setSelectedDate(self.days.selectedDate().addMonths(months))

    def _show_day(self) -> None:
        day = self.days.selectedDate().toString(Qt.DateFormat.ISODate)
        self.days.setAccessibleName(f"{self._label} {texts().date(day)}")
        self._show_month(self.days.yearShown(), self.days.monthShown())

    def _show_month(self, year: int, month: int) -> None:
        self._month.setText(texts().month(f"{year:04}-{month:02}-01"))
