"""A break: the whole window shows when it ends, and counts down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, bind_each
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width
from ui.widgets.timer_display import clock_text
from ui.window.overlays import Overlay
from ui.window.step_timer import StepTimer
from workshop_app.i18n import tr

LENGTHS = (5, 10, 15)
"""Minutes; the keys 1, 2 and 3."""
_FIRST = 10
_END_SHARE = 0.17  # of the window's height: text size of the time for the whole room
_TITLE_SHARE = 0.075
_FOOT = 76


class BreakOverlay(Overlay):
    """The break, and its overlay if the audience has no separate display.

    The step's timer pauses. A break does not end automatically.
    """

    changed = Signal()
    ticked = Signal()
    """Emitted four times a second during a break."""
    black_requested = Signal()

    def __init__(
        self, window: QWidget, timer: StepTimer, now: Callable[[], datetime] = datetime.now
    ) -> None:
        super().__init__(window)
        self._timer = timer
        self._now = now
        self._ends = now()
        self._timer_ran = False
        self._on = False
        self._elsewhere = False
        self._ticker = QTimer(self, interval=250)
        self._ticker.timeout.connect(self.update)
        self._ticker.timeout.connect(self.ticked)
        self._arrange()

    @property
    def until(self) -> str:
        """The time of day at which the break ends, such as ``15:20``; empty if there is none."""
        return self._ends.strftime("%H:%M") if self._on else ""

    def seconds_left(self) -> int:
        """The whole seconds left; negative once it is over."""
        return round((self._ends - self._now()).total_seconds())

    def toggle(self) -> None:
        """Start a break of ten minutes, or end it."""
        if self._on:
            self.end()
            return
        self._timer_ran = self._timer.running
        if self._timer_ran:
            self._timer.pause()
        self._on = True
        if not self._elsewhere:
            self._cover()
        self._ticker.start()
        self.set_length(_FIRST)

    def set_elsewhere(self, elsewhere: bool) -> None:
        """Set whether the audience has a separate display, which shows the break."""
        if elsewhere == self._elsewhere:
            return
        self._elsewhere = elsewhere
        if self._on and elsewhere:
            self.hide_from_window()
        elif self._on:
            self._cover()

    def set_length(self, minutes: int) -> None:
        """Set the end of the break in minutes from now, rounded to a full minute of the clock."""
        end = self._now() + timedelta(minutes=minutes, seconds=30)
        self._ends = end.replace(second=0, microsecond=0)
        self.setAccessibleName(tr("time.break.spoken", time=self.until))
        self.update()
        self.changed.emit()

    def end(self) -> None:
        """End the break; the step's timer runs again if it ran before."""
        self._on = False
        self._ticker.stop()
        if self._timer_ran and not self._timer.running:
            self._timer.toggle()
        if self.isVisibleTo(self._window):
            self.hide_from_window()
        self.changed.emit()

    def _cover(self) -> None:
        self._retranslate()
        self.show_over_window()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        height = self.height() - _FOOT
        left = self.seconds_left()
        title = theme().sized_font(round(self.height() * _TITLE_SHARE), True)
        self._write(painter, tr("time.break.title"), title, "ink2", height * 0.14)
        end = theme().sized_font(self._fitting(tr("time.break.until", time=self.until)), True)
        self._write(painter, tr("time.break.until", time=self.until), end, "ink", height * 0.32)
        self._paint_left(painter, left, height * 0.68)

    def _paint_left(self, painter: QPainter, left: int, top: float) -> None:
        font = theme().sized_font(round(self.height() * _TITLE_SHARE), True)
        if left <= 0:
            words = tr("time.break.over")
            width = text_width(words, font) + 60
            high = font.pixelSize() * 1.7
            area = QRectF((self.width() - width) / 2, top - high * 0.15, width, high)
            rounded(painter, area, 12, theme().colour("warn"))
            x = area.left() + 30
            draw_line(painter, words, font, theme().colour("digits"), x, area.top(), high)
            return
        digits = clock_text(left)
        before, after = tr("time.break.left", digits="\0").split("\0")
        widths = [text_width(before, font), digits_width(digits, font), text_width(after, font)]
        x = (self.width() - sum(widths)) / 2
        line = font.pixelSize() * 1.4
        draw_line(painter, before, font, theme().colour("ink2"), x, top, line)
        end = x + widths[0] + widths[1]
        draw_digits(painter, digits, font, theme().colour("ink2"), end, top, line)
        draw_line(painter, after, font, theme().colour("ink2"), end, top, line)

    def _fitting(self, words: str) -> int:
        """Return the size in px at which the end time fits on one line."""
        size = round(self.height() * _END_SHARE)
        width = text_width(words, theme().sized_font(size, True))
        return min(size, int(size * 0.9 * self.width() / max(1, width)))

    def _write(self, painter: QPainter, words: str, font: QFont, colour: str, top: float) -> None:
        x = (self.width() - text_width(words, font)) / 2
        draw_line(painter, words, font, theme().colour(colour), x, top, font.pixelSize() * 1.4)

    def _arrange(self) -> None:
        layout = row(None, STRETCH, gap=10)
        lengths = bind_each(
            self, "rest.minutes", lambda n: self.set_length(LENGTHS[n - 1]), listens=False
        )
        end = bind(self, "rest.end", self.end, listens=False)
        bind(self, "rest.black", self.black_requested.emit, listens=False)
        self.lengths = [ActionButton(action=length) for length in lengths]
        self.end_button = ActionButton(action=end)
        for button in (*self.lengths, self.end_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            layout.addWidget(button)
        layout.addStretch(1)
        column(self, STRETCH, layout, around=(0, 0, 0, 18))

    def _retranslate(self) -> None:
        for minutes, button in zip(LENGTHS, self.lengths, strict=True):
            if button.action is not None:
                button.action.setText(tr("time.minutes", n=minutes))
        if self.end_button.action is not None:
            self.end_button.action.setText(tr("time.break.end"))
