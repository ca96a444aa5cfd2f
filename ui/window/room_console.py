"""The clock and the room's own display, at the top of a page's side panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import BoundAction
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, row
from ui.widgets.deferred_layout import Refitted
from ui.widgets.line import Line
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from ui.widgets.timers import call_every
from ui.window.audience_controller import AudienceController, time_of_day
from ui.window.audience_preview import FRAME, RoomPicture, black_words, freeze_words, state_words
from ui.window.step_timer import StepTimer
from ui.window.timer_block import TimerBlock
from workshop_app.i18n import tr

_PICTURE_SHARE = 0.236  # of the window's height, at most
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_CLOCK_MS = 5000
"""Interval in ms for updating the time of day."""


class RoomConsole(Refitted, QWidget):
    """Shows the time left and what the room sees, and controls both.

    ``script`` returns what the facilitator may say; empty for nothing.
    """

    def __init__(
        self,
        timer: StepTimer,
        audience: AudienceController,
        actions: Mapping[str, BoundAction],
        script: Callable[[], str],
    ) -> None:
        super().__init__()
        self._audience = audience
        self._script = script
        self.clock = _Clock(timer, self)
        self.picture = RoomPicture(audience)
        self._state = Text("meta-bold", wrap=False)
        self._before = _tool("back", "chevron-left", "PgUp")
        self._after = _tool("next", "chevron-right", "PgDown")
        self._before.clicked.connect(lambda: audience.turn(-1))
        self._after.clicked.connect(lambda: audience.turn(1))
        self._freeze = ActionButton(
            tr("audience.room.freeze"), kind="tool", size="small", action=actions["freeze"]
        )
        self._black = ActionButton(
            tr("audience.room.black_on"), kind="tool", size="small", action=actions["black"]
        )
        for button in (self._before, self._after, self._freeze, self._black):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it to what is typed in
        self._say = Text("meta")
        column(
            self,
            self.clock,
            Line(),
            row(None, _Dot(audience), self._state, STRETCH, self._before, self._after, gap=2),
            self.picture,
            row(None, self._freeze, self._black, STRETCH, gap=2),
            self._say,
            gap=6,
        )
        audience.changed.connect(self._refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        """Show what the room sees now; a hidden page does when it comes to the front."""
        window = self._audience.audience_window
        if window is None or not self.isVisible():
            return
        words = tr("audience.room.page", page=window.page + 1, pages=window.pages)
        self._state.setText(state_words(self._audience) if self._audience.override else words)
        self._before.setEnabled(self._audience.can_turn(-1))
        self._after.setEnabled(self._audience.can_turn(1))
        for button, (text, icon) in (
            (self._freeze, freeze_words(self._audience)),
            (self._black, black_words(self._audience)),
        ):
            button.setText(text)
            button.set_icon(icon)
        said = self._script()
        self._say.setText(said)
        self._say.setVisible(bool(said) and not theme().metrics.low)

    def fit_parts(self) -> None:
        """Show the picture as wide as the panel, unless the window is too low for that."""
        window = self._audience.audience_window
        if window is None:
            return
        high = round(theme().height * _PICTURE_SHARE)
        self.picture.set_size(window.size().scaled(self.width() - 2 * FRAME, high, _KEEP))


class _Clock(TimerBlock):
    """In two lines: the time left in large digits, and the time of day; the pace, and the plan."""

    def __init__(self, timer: StepTimer, parent: QWidget) -> None:
        self._now = Text("meta", wrap=False)
        super().__init__(timer, "clock", parent)
        ticker = call_every(self, _CLOCK_MS, self._show_now)
        ticker.start()

    def refresh(self) -> None:
        super().refresh()
        self._show_now()

    def _show_now(self) -> None:
        self._now.setText(time_of_day())

    def _arrange(self) -> None:
        digits = row(None, self._pause, self._time, STRETCH, self._now, gap=2)
        below = row(None, self._pace, STRETCH, self._planned, *self._add, gap=4)
        column(self, digits, below, gap=4)

    def _show_longer(self) -> None:
        for button in self._add:
            button.show()


class _Dot(Painted):
    """Whether the room sees the work, as a colour."""

    def __init__(self, audience: AudienceController) -> None:
        super().__init__()
        self._audience = audience
        self.setFixedSize(16, 16)
        audience.changed.connect(self.update)

    def paint(self, painter: QPainter) -> None:
        colour = "warn" if self._audience.override else "accent"
        rounded(painter, QRectF(0, 4, 8, 8), 4, colour)


def _tool(words: str, icon: str, key: str) -> ActionButton:
    """Return a button whose key the audience display takes first, wherever the focus is."""
    text = tr(f"audience.room.{words}")
    return ActionButton(text, icon, key, "tool", size="small")
