"""A field for a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.icon_button import IconButton
from ui.widgets.month_view import MonthView
from ui.widgets.painting import inset, rounded
from ui.widgets.parsed_field import ClickedLine, ParsedField
from ui.widgets.text_layout import text_width
from workshop_app.i18n import language, texts, tr
from workshop_app.typed_day import WithoutYear, parse_day

_EDGE = 8  # px between the calendar and the edges of the window


class DateField(ParsedField):
    """A date as ``YYYY-MM-DD``, typed in any form that `parse_day` accepts, or picked.

    Without the focus it shows the date in words, as long ones as fit on its only line. Up and
    Down open the calendar. ``without_year`` is the rule for dates without a year; by default they
    are in the future. ``near`` are days that are offered above the calendar, by their words.
    ``picked``: a day was picked.
    """

    picked = Signal()

    def __init__(self, label: str, *, role: str = "body", name: str = "") -> None:
        self._line = field = ClickedLine(role, most_lines=1)
        placeholder = "" if role == "room" else tr("widgets.date.example")  # it looks like a day
        super().__init__(label, field, placeholder=placeholder, name=name)
        self.without_year = WithoutYear.COMING
        self.today: date | None = None
        """The day from which days are counted; None is today."""
        self.near: Mapping[str, date] = {}
        self._calendar: _Popup | None = None
        """The last one that was opened, also once it is closed."""
        self._pick_words = tr("widgets.date.pick", label=label)
        self._add_calendar()
        field.installEventFilter(self)
        self._words_layout = DeferredLayout(self, self._fit_words)
        self._restyle()
        theme().changed.connect(self._restyle)
        field.clicked_into.connect(self._show_value)

    def parse(self, text: str) -> str:
        found = parse_day(text, self.today or date.today(), language(), self.without_year)
        if found is None:
            raise ValueError(text)
        return found.isoformat()

    def wrong(self) -> str:
        return tr("widgets.date.wrong")

    def words(self, value: str) -> str:
        """Return the longest form of a date that fits on the line."""
        font = self.field.role
        room = self.field.width() - self.field.cursorWidth()
        forms = self._forms(value)
        return next((form for form in forms if text_width(form, font) <= room), value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.Resize:
            self._words_layout.invalidate()
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self.field and pressed and not self.field.composing and _opens(event):
            self.open_calendar()
            return True
        return super().eventFilter(watched, event)

    def _restyle(self) -> None:
        """Keep enough width for every date without its weekday."""
        font = self.field.role
        days = (texts().day(f"2028-{month:02}-28") for month in range(1, 13))
        widest = max(text_width(day, font) for day in days)
        self.field.setMinimumWidth(widest + self.field.cursorWidth())
        self._words_layout.invalidate()

    def _forms(self, iso: str) -> tuple[str, ...]:
        """Return the forms of a date in words, the longest one first."""
        return texts().date(iso), texts().day(iso)

    def _add_calendar(self) -> None:
        """Add what opens the calendar."""
        self._button = IconButton("calendar", self._pick_words, size=18, less=4)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(self.open_calendar)
        self.box.add_trailing(self._button)

    def _fit_words(self) -> None:
        unsaved = self.error or self.field.hasFocus() or self.field.text() != self._saved_text
        if self._value and not unsaved:
            self.show_silently(self.words(self._value))

    def open_calendar(self) -> None:
        """Open the calendar; the day picked there is the value."""
        if self._calendar is not None:
            discard(self._calendar)
        self._calendar = popup = _Popup(self, self.field)
        popup.typed_over.connect(self._begin_typing)
        day = self.today or date.today()
        day = date.fromisoformat(self._value) if self._value else day
        month = MonthView(self._pick_words, day)
        month.picked.connect(lambda day: self._pick(day, popup))
        buttons = [ActionButton(words, kind="quiet", size="small") for words in self.near]
        for button, near in zip(buttons, self.near.values(), strict=True):
            button.clicked.connect(lambda _=False, near=near: self._pick(near, popup))
        popup.show_below(self.box, month, buttons)

    def _pick(self, day: date, popup: QWidget) -> None:
        popup.hide()
        iso = day.isoformat()
        self.show_error("")
        self.show_silently(self.words(iso))
        self.take(iso)
        self.field.setFocus()
        self.picked.emit()

    def _begin_typing(self) -> None:
        """Continue in the field with what is typed over the calendar."""
        self.field.setFocus()
        self._show_value()


def pick_day(label: str, day: date, beside: QWidget, picked: Callable[[date], None]) -> None:
    """Open a calendar beside a widget; `picked` gets the day that is chosen there."""
    popup = _Popup(beside, beside)
    month = MonthView(label, day)
    month.picked.connect(popup.hide)
    month.picked.connect(picked)
    popup.show_below(beside, month, ())


class DayWord(DateField):
    """A date that is a word of the page, at the right of the last column: without label and box.

    A click opens the calendar, too, and what is typed over it goes into the field.
    ``forms`` returns the forms of a date in words, the longest one first.
    """

    def __init__(self, label: str, forms: Callable[[str], tuple[str, ...]]) -> None:
        self._forms_of = forms
        super().__init__(label, role="room")
        self.set_placeholder(label)
        self.hide_frame()
        self.field.align(Qt.AlignmentFlag.AlignRight)
        self._line.ringed = True
        self._line.clicked_into.connect(self.open_calendar)

    def _forms(self, iso: str) -> tuple[str, ...]:
        return self._forms_of(iso)

    def _add_calendar(self) -> None:
        """Add nothing: the word itself opens the calendar."""

    def _restyle(self) -> None:
        self._words_layout.invalidate()


def _opens(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Popup(QWidget):
    """A popup window, closed by Esc, by a click elsewhere, and by letters, which ``field`` gets.

    It outlives being closed: keys that were on their way to it then are for the field, too.
    ``typed_over`` is emitted before the first letter.
    """

    typed_over = Signal()

    def __init__(self, parent: QWidget, field: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._field = field
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._column = column(self, around=(1, 1, 1, 1))
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def show_below(self, box: QWidget, content: QWidget, above: Sequence[QWidget]) -> None:
        """Show a widget, with others in a line above it, below the right end of a box.

        If there is no space below, it is shown above the box.
        """
        if above:
            self._column.addLayout(row(None, *above, STRETCH, gap=0, around=(6, 6, 6, 0)))
        self._column.addWidget(content)
        self.adjustSize()
        end = max(0, box.width() - self.width())
        below = box.mapToGlobal(QPoint(end, box.height() + 4))
        window = box.window()
        corner = window.mapToGlobal(QPoint(0, 0))
        around = box.screen().availableGeometry() & QRect(corner, window.size())
        around.adjust(_EDGE, 0, -_EDGE, 0)
        if below.y() + self.height() > around.bottom():
            below.setY(box.mapToGlobal(QPoint(0, 0)).y() - 4 - self.height())
        below.setX(max(around.left(), min(below.x(), around.right() - self.width())))
        self.move(below)
        self.show()
        content.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isVisible():
            typed = event.text().strip() and event.text().isprintable()
            if not (typed or event.matches(QKeySequence.StandardKey.Paste)):
                super().keyPressEvent(event)
                return
            self.hide()
            self.typed_over.emit()
        QApplication.sendEvent(self._field, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.setFocus()  # instead of the days, which have keys of their own
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, inset(self, 0.5), 10, "surface", "edge")
