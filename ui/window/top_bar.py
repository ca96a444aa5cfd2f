"""The top bar: step, whether it is saved, the timer, what the audience sees, and the time line."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions.binding import BoundAction
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.deferred_layout import Refitted
from ui.widgets.icon_button import IconButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import fill
from ui.widgets.text import Text
from ui.widgets.tool_tip import plain_tip
from ui.window.audience_controller import AudienceController
from ui.window.audience_status import AudienceStatus, StatusChip
from ui.window.save_indicator import SaveIndicator
from ui.window.step_timer import StepTimer
from ui.window.timer_block import TimerBlock
from workshop_app.i18n import tr

LOCK_KEY = "Ctrl+L"
_GAP = 16
_TIME_LINE = 3  # px, height


class _Level(NamedTuple):
    """How compact the parts are, see their ``set_compactness``."""

    timer: int = 0
    room: int = 0


_LEVELS = (
    _Level(),
    _Level(timer=1),
    _Level(timer=1, room=1),
    _Level(timer=1, room=2),
    _Level(timer=2, room=2),
    _Level(timer=3, room=2),
    _Level(timer=3, room=3),
)


class TopBar(Refitted, QWidget):
    """As high as the metrics require; hides the least important parts if it is too narrow.

    The name begins where the texts of the page do, and the digits are in the middle of the window.
    The line below, along the top edge of the page, shows the share of the step's time used.
    """

    def __init__(
        self,
        timer: StepTimer,
        audience: AudienceController,
        freeze: BoundAction,
        black: BoundAction,
        to_unentered: BoundAction,
    ) -> None:
        super().__init__()
        set_background(self, "rail")
        # hides parts instead of limiting the minimum width of the window
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._time = timer
        self._place: tuple[str, bool] | None = None
        self.home = IconButton("home", "", size=20, target=40)
        self.mark = IconLabel("app-mark", "accent", 30)
        self.step = Text("step", wrap=False)
        self.saved = SaveIndicator(to_unentered)
        self.timer = TimerBlock(timer)
        self.lock = StatusChip()
        self.audience_status = AudienceStatus(audience, freeze, black)
        parts = (self.home, self.mark, self.step, self.saved, self.timer, self.lock)
        for part in (*parts, self.audience_status):
            part.setParent(self)
        self.lock.hide()
        timer.ticked.connect(self._show_time_used)
        theme().changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        self.home.setText(tr("frame.home"))
        self.timer.retranslate()
        self.audience_status.retranslate()
        words = tr("lock.chip", key=LOCK_KEY)
        brief = tr("lock.brief", key=LOCK_KEY)
        self.lock.show_state("keyboard", words, "warning", brief)
        self.fit()

    def show_place(self, name: str, *, start: bool, about: str) -> None:
        """Show a page's title, with ``about`` in its tool tip; ``start`` shows the app's logo."""
        self.step.setToolTip(plain_tip(about) if about else "")
        self.step.setAccessibleDescription(about)
        if (name, start) == self._place:
            return
        self._place = (name, start)
        self.home.setVisible(not start)
        self.mark.setVisible(start)
        self.step.setText(name)
        self.fit()

    def leave_to_page(self, shown: bool) -> None:
        """Leave out the timer and the picture of the room's display while the page shows them."""
        if self.timer.set_elsewhere(shown):
            self.audience_status.preview.set_elsewhere(shown)
            self.fit()

    def show_lock(self, locked: bool) -> None:
        """Show that the keys are locked, and the key that unlocks them."""
        self.lock.setVisible(locked)
        self.fit()

    def fit(self) -> None:
        """Show as much as fits, after the current event."""
        self.refit.invalidate()

    @property
    def live_from(self) -> int:
        """The px from which the bar is live while the rest of it is a frozen picture."""
        shown = [one for one in (self.lock, self.audience_status) if not one.isHidden()]
        return min((one.x() for one in shown), default=self.width())

    def fit_parts(self) -> None:
        fits = (self._fits,) if theme().metrics.desk else (self._fits_in_the_middle, self._fits)
        known = _LEVELS[2 * theme().metrics.narrow :]  # in a small window the same on every page
        levels = (level for fit in fits for level in known if fit(level))
        level = next(levels, _LEVELS[-1])
        left, right = self._ends(level)
        width = self.timer.width_at(level.timer)
        if width > right - left:
            width = 0  # rather than cover the title
        self.timer.set_compactness(level.timer)
        self.audience_status.set_compactness(level.room)
        self.lock.set_short(level.room >= 1)
        home = self.mark if self.home.isHidden() else self.home
        self._put(home, (theme().metrics.rail - home.sizeHint().width()) // 2)
        end = self._put(self.step, theme().metrics.rail + theme().metrics.edge) + _GAP
        x = max(left + _GAP, min(self._middle(), right - _GAP - width))
        self.timer.setGeometry(x, 0, width, self.height() - _TIME_LINE)
        self.saved.show_within((x if width else right) - _GAP - end)
        self._put(self.saved, end)
        room = self.audience_status.width_at(level.room)
        x = self.width() - theme().metrics.margin - room
        self.audience_status.setGeometry(x, 0, room, self.height())
        if not self.lock.isHidden():
            self._put(self.lock, x - _GAP - self.lock.sizeHint().width())

    def _fits(self, level: _Level) -> bool:
        left, right = self._ends(level)
        return self.timer.width_at(level.timer) + 2 * _GAP <= right - left

    def _fits_in_the_middle(self, level: _Level) -> bool:
        """Return whether the digits can be in the middle beside what the room may need first.

        That is the button for a black screen.
        """
        if level.room > 2:
            return False
        left, right = self._ends(level)
        x = self._middle()
        return left + _GAP <= x and x + self.timer.width_at(level.timer) + _GAP <= right

    def _middle(self) -> int:
        """Return the px of the timer's left end when its digits are in the middle."""
        return self.width() // 2 - self.timer.middle()

    def _ends(self, level: _Level) -> tuple[int, int]:
        """Return the px where the texts at the left end and those at the right begin.

        Beside the timer these are the same whether something is saved, not yet, or not at all, but
        with large text.
        """
        left = theme().metrics.rail + theme().metrics.edge + self.step.natural_width()
        timed = self.timer.width_at(level.timer) and not theme().stacked
        if timed or not self.saved.isHidden():
            left += _GAP + self.saved.least_width()
        right = self.width() - theme().metrics.margin - self.audience_status.width_at(level.room)
        if not self.lock.isHidden():
            right -= _GAP + self.lock.width_if(short=level.room >= 1)
        return left, right

    def _put(self, part: QWidget, left: int) -> int:
        """Place a part in the middle of the bar's height, and return its right end in px."""
        size = part.sizeHint()
        part.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        return left + size.width()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rail = theme().metrics.rail
        fill(painter, QRectF(rail, self.height() - 1, self.width(), 1), "line")
        used = (self.width() - rail) * self._time.share_used() if self._time.planned else 0
        state = self._time.state()
        urgent = "late" if state == "late" and theme().metrics.desk else "warn"
        colour = "accent" if state == "calm" else urgent
        fill(painter, QRectF(rail, self.height() - _TIME_LINE, used, _TIME_LINE), colour)

    def _show_time_used(self) -> None:
        self.update(0, self.height() - _TIME_LINE, self.width(), _TIME_LINE)

    def _restyle(self) -> None:
        self.setFixedHeight(theme().metrics.bar)
        self.fit()
