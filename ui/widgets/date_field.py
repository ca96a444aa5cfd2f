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
from workshop_app.i18n import language, texts, tr

_DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s*\(.\))?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


class DateField(LabelledField):
    """A day, typed (``2026-06-12``, ``2026/6/12``, ``6/12``, full-width too) or picked.

    ``date_changed`` carries it as ``YYYY-MM-DD``, or empty. While it does not have the keyboard it
    shows the day in words. What is not a day stays in the field and is said in words.
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
        self._button = IconButton("calendar", tr("widgets.date.pick", label=label), size=18)
        self._button.clicked.connect(self._open_calendar)
        self.box.add_trailing(self._button)
        self.edited.connect(self._read)
        field.focus_entered.connect(self._show_digits)

    def iso(self) -> str:
        """The day as ``YYYY-MM-DD``, or empty."""
        return self._day

    def set_iso(self, day: str) -> None:
        """Show a day given as ``YYYY-MM-DD``; empty shows none. What is being typed stays."""
        another = day != self._day
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
        found = parse_day(text, date.today())
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


def parse_day(text: str, today: date) -> date | None:
    """Return the date written in a text; without a year the next such date from ``today`` on."""
    plain = unicodedata.normalize("NFKC", text).strip()
    compact = _COMPACT.fullmatch(plain)
    found = compact or _DAY.fullmatch(plain)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if year:
            return date(year, month, day)
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)
    except ValueError:
        return None
