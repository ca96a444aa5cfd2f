"""A break: the whole window tells the room until when, and counts down to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painting import rounded
from ui.widgets.timer_display import clock_text
from ui.window.focus_loan import FocusLoan
from ui.window.overlays import BLACK_KEYS
from ui.window.step_timer import StepTimer
from workshop_app.i18n import tr

LENGTHS = (5, 10, 15)
"""Minutes; the keys 1, 2 and 3."""
_FIRST = 10
_END_SHARE = 0.17  # of the window's height: what all of the room look for
_TITLE_SHARE = 0.075
_FOOT = 76


class BreakOverlay(QWidget):
    """Lies over the window that the room sees; where the room has a display of its own, not here.

    The step's time stands still. A break never ends by itself.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane

    changed = Signal()
    beat = Signal()
    """A few times a second: there is less time left."""
    keyboard_free = Signal()
    """It went, and nobody is left who had the keyboard before."""
    black_wanted = Signal()

    def __init__(
        self, window: QWidget, timer: StepTimer, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(window)
        self._over = window
        self._timer = timer
        self._now = now
        self._ends = now()
        self._keyboard = FocusLoan()
        self._time_ran = False
        self._on = self._elsewhere = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._second = QTimer(self, interval=250)
        self._second.timeout.connect(self.update)
        self._second.timeout.connect(self.beat)
        self._arrange()
        self.hide()
        window.installEventFilter(self)

    @property
    def until(self) -> str:
        """The time of day at which the break ends, such as ``15:20``; empty when there is none."""
        return self._ends.strftime("%H:%M") if self._on else ""

    def seconds_left(self) -> int:
        """Whole seconds to the end; negative once it is over."""
        return round((self._ends - self._now()).total_seconds())

    def toggle(self) -> None:
        """Start a break of ten minutes, or end it."""
        if self._on:
            self.end()
            return
        self._time_ran = self._timer.running
        if self._time_ran:
            self._timer.pause()
        self._on = True
        if not self._elsewhere:
            self._cover()
        self._second.start()
        self.set_length(_FIRST)

    def set_elsewhere(self, elsewhere: bool) -> None:
        """Whether the room has a display of its own, where it sees the break."""
        if elsewhere == self._elsewhere:
            return
        self._elsewhere = elsewhere
        if self._on and elsewhere:
            self._uncover()
        elif self._on:
            self._cover()

    def set_length(self, minutes: int) -> None:
        """Let the break end so many minutes from now, on a full minute of the clock."""
        end = self._now() + timedelta(minutes=minutes, seconds=30)
        self._ends = end.replace(second=0, microsecond=0)
        self.setAccessibleName(tr("time.break.spoken", time=self.until))
        self.update()
        self.changed.emit()

    def end(self) -> None:
        """Go on with the work; the step's time runs again if it ran before."""
        self._on = False
        self._second.stop()
        if self._time_ran and not self._timer.running:
            self._timer.toggle()
        if self.isVisibleTo(self._over):
            self._uncover()
        self.changed.emit()

    def _cover(self) -> None:
        self._retranslate()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._keyboard.take(self)

    def _uncover(self) -> None:
        self.hide()
        if not self._keyboard.give_back():
            self.keyboard_free.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no key of the window acts under it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        digit = key - Qt.Key.Key_1
        if key == Qt.Key.Key_Escape or (control and key == Qt.Key.Key_B):
            self.end()
        elif key in BLACK_KEYS and not event.modifiers():
            self.black_wanted.emit()
        elif 0 <= digit < len(LENGTHS) and not control:
            self.set_length(LENGTHS[digit])
        event.accept()

    def focusNextPrevChild(self, _next: bool) -> bool:
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        height, left = self.height() - _FOOT, self.seconds_left()
        title = theme().sized_font(round(self.height() * _TITLE_SHARE), True)
        self._write(painter, tr("time.break.title"), title, "ink2", height * 0.14)
        end = theme().sized_font(self._fitting(tr("time.break.until", time=self.until)), True)
        self._write(painter, tr("time.break.until", time=self.until), end, "ink", height * 0.32)
        self._paint_left(painter, left, height * 0.68)

    def _paint_left(self, painter: QPainter, left: int, top: float) -> None:
        font = theme().sized_font(round(self.height() * _TITLE_SHARE), True)
        if left <= 0:
            words = tr("time.break.over")
            width, high = text_width(words, font) + 60, font.pixelSize() * 1.7
            area = QRectF((self.width() - width) / 2, top - high * 0.15, width, high)
            rounded(painter, area, 12, theme().colour("late"))
            x = area.left() + 30
            draw_line(painter, words, font, theme().colour("digits"), x, area.top(), high)
            return
        digits = clock_text(left)
        before, after = tr("time.break.left", digits="\0").split("\0")
        widths = [text_width(before, font), digits_width(digits, font), text_width(after, font)]
        x, line = (self.width() - sum(widths)) / 2, font.pixelSize() * 1.4
        draw_line(painter, before, font, theme().colour("ink2"), x, top, line)
        end = x + widths[0] + widths[1]
        draw_digits(painter, digits, font, theme().colour("ink2"), end, top, line)
        draw_line(painter, after, font, theme().colour("ink2"), end, top, line)

    def _fitting(self, words: str) -> int:
        """The size in px at which the end fits on one line."""
        size = round(self.height() * _END_SHARE)
        width = text_width(words, theme().sized_font(size, True))
        return min(size, int(size * 0.9 * self.width() / max(1, width)))

    def _write(self, painter: QPainter, words: str, font: QFont, colour: str, top: float) -> None:
        x = (self.width() - text_width(words, font)) / 2
        draw_line(painter, words, font, theme().colour(colour), x, top, font.pixelSize() * 1.4)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        self.lengths = [ActionButton("", key=str(n + 1), keyless=True) for n in range(len(LENGTHS))]
        self.end_button = ActionButton("", key="Esc", keyless=True)
        for minutes, button in zip(LENGTHS, self.lengths, strict=True):
            button.clicked.connect(lambda _=False, minutes=minutes: self.set_length(minutes))
        self.end_button.clicked.connect(self.end)
        for button in (*self.lengths, self.end_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.setContentsMargins(0, 0, 0, 18)

    def _retranslate(self) -> None:
        for minutes, button in zip(LENGTHS, self.lengths, strict=True):
            button.setText(tr("time.break.minutes", n=minutes))
        self.end_button.setText(tr("time.break.end"))
