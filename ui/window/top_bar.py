"""The top bar: step and workshop, whether it is saved, the timer, what the audience sees."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.actions.binding import BoundAction
from ui.theme.qt_palette import set_background
from ui.theme.theme import theme
from ui.widgets.boxes import STRETCH, column
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.icon_button import IconButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.painting import fill
from ui.widgets.text import Text
from ui.window.audience_controller import AudienceController
from ui.window.audience_status import AudienceStatus, StatusChip
from ui.window.save_indicator import SaveIndicator
from ui.window.step_timer import StepTimer
from ui.window.timer_block import TimerBlock
from workshop_app.i18n import tr

LOCK_KEY = "Ctrl+L"
_SIDE = 12
_GAP = 10
_TIMER_LEVELS = (0, 1, 1, 2, 3, 3, 3, 3, 3, 4, 4)
_ROOM_LEVELS = (0, 0, 0, 0, 0, 1, 1, 2, 3, 3, 3)
_SAVED_LEVELS = (0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2)
_LEVELS = len(_TIMER_LEVELS)


class TopBar(QWidget):
    """As high as the metrics require; hides the least important parts if it is too narrow."""

    home_requested = Signal()

    def __init__(
        self,
        timer: StepTimer,
        audience: AudienceController,
        freeze: BoundAction,
        black: BoundAction,
    ) -> None:
        super().__init__()
        set_background(self, "surface")
        # hides parts instead of limiting the minimum width of the window
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._current_name: str | None = None  # while the name shown is frozen
        self._wants_title = False
        self._parts_layout = DeferredLayout(self, self._lay_out_parts)
        self.home = IconButton("home", "", size=22, target=40)
        self.mark = IconLabel("app-mark", "accent", 34)
        self.step = Text("step", "", wrap=False)
        self.title = Text("meta", "", wrap=False)
        self.detail = Text("meta", "", wrap=False)
        self.saved = SaveIndicator()
        self.timer = TimerBlock(timer)
        self.lock = StatusChip()
        self.lock.hide()
        self.audience_status = AudienceStatus(audience, freeze, black)
        self._place: tuple[str, str, bool, str] | None = None
        self._arrange()
        self.home.clicked.connect(self.home_requested)
        theme().changed.connect(self._restyle)
        self.retranslate()
        self._restyle()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        self.home.setText(tr("frame.home"))
        self.timer.retranslate()
        self.audience_status.retranslate()
        self._name_lock()
        self.fit()

    def show_place(self, name: str, title: str, *, start: bool, detail: str = "") -> None:
        """Show the step's name and the workshop's title; ``start`` shows the app's own logo.

        ``detail`` (customer and date) is set in private mode: the title is then the large text,
        since the page shows the step.
        """
        shown = (name, title, start, detail)
        if shown == self._place:
            return
        self._place = shown
        self.home.setVisible(not start)
        self.mark.setVisible(start)
        self.step.set_role("title" if start else "step")
        self.detail.setText(detail)
        self.title.set_role("list-bold" if detail else "meta")
        if self._current_name is None:
            self.step.setText(name)
        else:
            self._current_name = name
        self._wants_title = bool(title)
        self.title.setText(title)
        self.fit()

    def show_lock(self, locked: bool) -> None:
        """Show that the keys are locked, and the key that unlocks them."""
        self.lock.setVisible(locked)
        self.fit()

    def freeze_name(self, frozen: bool) -> None:
        """Keep the large name unchanged while the picture is frozen."""
        if frozen:
            self._current_name = self.step.text()
        elif self._current_name is not None:
            self.step.setText(self._current_name)
            self._current_name = None
            self.fit()

    def fit(self) -> None:
        """Show as much as fits, after the current event."""
        self._parts_layout.invalidate()

    def _lay_out_parts(self) -> None:
        for level in range(_LEVELS):
            if self._width_at(level) <= self.width() or level == _LEVELS - 1:
                self._set_compactness(level)
                break
        for part in (self.saved, self.timer, self.audience_status, self):
            if (layout := part.layout()) is not None:
                layout.activate()

    def _set_compactness(self, level: int) -> None:
        """Hide the least important parts: pace, title, longer times, plan; shorten the others."""
        private = bool(self.detail.text())
        self.title.setVisible(self._wants_title and level < 2)
        self.step.setVisible(not private or level >= 2)
        self.detail.setVisible(private and level < 2)
        self.timer.set_compactness(_TIMER_LEVELS[level])
        self.audience_status.set_compactness(_ROOM_LEVELS[level])
        self.lock.set_short(level >= 3)
        self.saved.set_compactness(_SAVED_LEVELS[level])

    def _width_at(self, level: int) -> int:
        """Return the width in px of the bar at a level, without showing it."""
        private = bool(self.detail.text())
        mark = self.mark if self.home.isHidden() else self.home
        around = 2 * _SIDE + 8 + mark.sizeHint().width() + 4 * _GAP + 8
        width = 0
        second = 0 if self.saved.isHidden() else self.saved.width_at(_SAVED_LEVELS[level])
        if private and level < 2:
            second += self.detail.natural_width() + _GAP
        else:
            width += self.step.natural_width()
        title = self.title.natural_width() if self._wants_title and level < 2 else 0
        width = around + width + max(title, second)
        width += self.timer.width_at(_TIMER_LEVELS[level])
        if not self.lock.isHidden():
            width += self.lock.width_at(short=level >= 3) + _GAP
        return width + self.audience_status.width_at(_ROOM_LEVELS[level])

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts_layout.invalidate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QRectF(0, self.height() - 1, self.width(), 1)
        fill(QPainter(self), line, theme().colour("line"))

    def _arrange(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE + 8, 0)
        row.setSpacing(_GAP)
        second = QHBoxLayout()
        second.setSpacing(14)
        second.addWidget(self.detail)
        second.addWidget(self.saved)
        second.addStretch(1)
        row.addWidget(self.home)
        row.addWidget(self.mark)
        row.addSpacing(2)
        row.addWidget(self.step)
        row.addSpacing(6)
        row.addLayout(column(None, STRETCH, self.title, second, STRETCH, gap=0))
        row.addStretch(1)
        row.addWidget(self.timer)
        row.addStretch(1)
        row.addWidget(self.lock)
        row.addWidget(self.audience_status)

    def _name_lock(self) -> None:
        words = tr("lock.chip", key=LOCK_KEY)
        brief = tr("lock.brief", key=LOCK_KEY)
        self.lock.show_state("keyboard", words, warn=True, brief=brief)

    def _restyle(self) -> None:
        self.setFixedHeight(theme().metrics.bar)
        self.fit()
