"""A field for a date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget

from ui.widgets.icon_button import IconButton
from ui.widgets.labelled_field import LabelledField
from ui.widgets.plain_field import PlainField
from workshop_app.i18n import ENGLISH_MONTHS, language, texts, tr

_DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*\(.\))?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{4}))?")
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_NAMED = re.compile(
    rf"(?:{_WEEKDAY}[\s,.]+)?"
    rf"(?:{_DAY_NUMBER}[\s,.-]*([a-z]{{3,}})|([a-z]{{3,}})[\s,.-]*{_DAY_NUMBER})"
    r"(?:[\s,.-]+(\d{4}))?[,.]?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_LEAP_GAP = 8
"""The most years from one 29 February to the next."""


class DateField(LabelledField):
    """A day, typed in any form that `parse_day` reads, or picked.

    ``date_changed`` carries it as ``YYYY-MM-DD``, or empty. While it does not have the keyboard it
    shows the day in words. A text that is not a day stays in the field, with an error.
    """

    date_changed = Signal(str)

    def __init__(self, label: str, *, role: str = "body", label_width: int = 0) -> None:
        field = PlainField(role, most_lines=1)
        super().__init__(
            label,
            field,
            placeholder=tr("widgets.date.example"),
            limit=40,
            label_width=label_width,
        )
        self._day = ""
        self._day_record_id = ""
        self._button = IconButton("calendar", tr("widgets.date.pick", label=label), size=18)
        self._button.clicked.connect(self._open_calendar)
        self.box.add_trailing(self._button)
        self.edited.connect(self._read)
        field.focus_entered.connect(self._show_digits)

    def iso(self) -> str:
        """The day as ``YYYY-MM-DD``, or empty."""
        return self._day

    def set_iso(self, day: str, record_id: str = "") -> None:
        """Show a day given as ``YYYY-MM-DD``; empty shows none. What is being typed stays.

        With the id of the record that has the day, a text that is not a day stays too, until the
        record or its day changes.
        """
        another = day != self._day
        if self.error and record_id and record_id == self._day_record_id and not another:
            return
        self._day_record_id = record_id
        self._day = day
        if not self.field.hasFocus():
            self.show_error("")
            self.set_text(texts().date(day))
        elif another and self.field.text() == self._saved_text and not self.field.composing:
            self.show_error("")
            self.set_text_silently(day)

    def _show_digits(self) -> None:
        if self._day and not self.error:
            self.set_text_silently(self._day)
            self.field.selectAll()

    def set_text_silently(self, text: str) -> None:
        """Show a text that does not count as typed."""
        self._saved_text = text
        self.field.set_text(text)

    def _left(self) -> None:
        super()._left()
        if self._day and not self.error:
            self.set_text_silently(texts().date(self._day))

    def _read(self, text: str) -> None:
        if not text.strip():
            self._take("")
            return
        found = parse_day(text, date.today(), language())
        if found is None:
            self.show_error(tr("widgets.date.wrong"))
            return
        self._take(found.isoformat())

    def _take(self, iso: str) -> None:
        if iso != self._day:
            self._day = iso
            self.date_changed.emit(iso)

    def _open_calendar(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        popup.setProperty("role", "surface")
        layout = QVBoxLayout(popup)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self._button.text())
        calendar.setFirstDayOfWeek(
            Qt.DayOfWeek.Sunday if language() == "ja" else Qt.DayOfWeek.Monday
        )
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self._day:
            calendar.setSelectedDate(QDate.fromString(self._day, Qt.DateFormat.ISODate))
        layout.addWidget(calendar)
        calendar.activated.connect(lambda day: self._pick(day, popup))
        calendar.clicked.connect(lambda day: self._pick(day, popup))
        popup.move(self.box.mapToGlobal(QPoint(0, self.box.height() + 4)))
        popup.show()
        calendar.setFocus()

    def _pick(self, day: QDate, popup: QWidget) -> None:
        popup.close()
        iso = day.toString(Qt.DateFormat.ISODate)
        self.show_error("")
        self.set_text_silently(texts().date(iso))
        self._take(iso)


def parse_day(text: str, today: date, language: str) -> date | None:
    """Return the date written in a text; without a year the next such date from ``today`` on.

    In every language: ``2026-12-04``, ``2026/12/4``, ``20261204`` and ``12月4日``. ``12/4`` is
    month and day in Japanese. In English ``4/12`` is day and month, and ``4 Dec``,
    ``December 4, 2026`` and ``Fri 4 December 2026`` are read too; the weekday is not checked.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    parts = _english_parts(plain) if language == "en" else None
    if parts is None:
        found = _COMPACT.fullmatch(plain) or _DAY.fullmatch(plain)
        if found is None:
            return None
        year, month, day = (int(part) if part else 0 for part in found.groups())
    else:
        year, month, day = parts
    if year:
        return _date(year, month, day)
    coming = (_date(today.year + years, month, day) for years in range(_LEAP_GAP + 1))
    return next((each for each in coming if each is not None and each >= today), None)


def _english_parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a date with the day first or a month's name.

    The year is 0 where none is written; the month is 0 for a word that is no month.
    """
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
        return int(year or 0), int(month), int(day)
    if found := _NAMED.fullmatch(text):
        day = found[1] or found[4]
        return int(found[5] or 0), _month(found[2] or found[3]), int(day)
    return None


def _month(word: str) -> int:
    """Return the number of an English month, given by its first three letters or more, or 0."""
    numbered = enumerate(ENGLISH_MONTHS, start=1)
    return next((number for number, name in numbered if name.lower().startswith(word.lower())), 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
