"""A break: the whole window shows the slide of the room's display, and how to end it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, bind_each
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.painting import fill
from ui.widgets.timers import call_every
from ui.window.overlays import Overlay
from ui.window.step_timer import StepTimer
from workshop_app.i18n import tr

if TYPE_CHECKING:
    from workshop_app.domain.audience_view import StepClock

LENGTHS = (5, 10, 15)
"""Minutes; the keys 1, 2 and 3."""
_FIRST = 10
_AROUND = 18  # px above and below the buttons


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
        self._ticker = call_every(self, 250, self.update)
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

    @property
    def clock(self) -> StepClock | None:
        """What the slide's clock shows during a break."""
        from workshop_app.domain.audience_view import StepClock  # not on the start path

        left = self.seconds_left()
        return (
            StepClock(seconds_left=left, state="calm" if left > 0 else "late") if self._on else None
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        from ui.audience.sizes import AudienceSizes  # not on the start path
        from ui.audience.slide_layout import SlideLayout
        from workshop_app.domain.audience_view import AudienceView, Break

        painter = QPainter(self)
        fill(painter, self.rect(), "surface")
        view = AudienceView(picture=Break(until=self.until))
        sizes = AudienceSizes(self.width(), self.height() - self._foot)
        SlideLayout(view, sizes, theme().palette).paint(painter, 0, self.clock)

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
        column(self, STRETCH, layout, around=(0, 0, 0, _AROUND))

    @property
    def _foot(self) -> int:
        """The height in px below the slide, for the buttons."""
        return self.end_button.sizeHint().height() + 2 * _AROUND

    def _retranslate(self) -> None:
        for minutes, button in zip(LENGTHS, self.lengths, strict=True):
            if button.action is not None:
                button.action.setText(tr("time.minutes", n=minutes))
        if self.end_button.action is not None:
            self.end_button.action.setText(tr("time.break.end"))
