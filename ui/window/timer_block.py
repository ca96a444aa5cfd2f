"""The timer in the top bar: pause, digits, planned and additional minutes."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.actions.binding import bind_button, bind_each
from ui.actions.table import find
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.menu import MenuEntry, MenuGroup, window_menu
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import inset, rounded
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from ui.widgets.timer_display import TimerDisplay
from ui.widgets.timers import call_after
from ui.window.schedule_indicator import ScheduleIndicator
from ui.window.step_timer import StepTimer
from workshop_app.i18n import texts, tr

_LONGER = (1, 5)
_GAP = 8
_FLASH_MS = 4000


class TimerBlock(QWidget):
    """Shows a ``StepTimer``; hidden if the step has no minutes.

    The buttons for more time have their own space, and are shown from the last fifth of the time,
    and once the pointer is over the other parts: a click into their empty space adds no time.
    """

    def __init__(
        self, timer: StepTimer, role: str = "timer", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._timer = timer
        self._elsewhere = False
        self._toggle = bind_button(self, "everywhere.timer", timer.toggle)
        self._pause = ActionButton(tr("frame.timer.begin"), "play", kind="way", action=self._toggle)
        self._time = _TimeButton(role)
        self._digits = self._time.display
        self._planned = Text("meta", wrap=False)
        keys = find("everywhere.longer").keys
        self._add = [
            ActionButton(f"+{n}", key=key, size="small")
            for n, key in zip(_LONGER, keys, strict=True)
        ]
        self._pace = ScheduleIndicator()
        self._with_pace = False
        self._flash = call_after(self, _FLASH_MS, self.update)
        self._under_pointer = False
        self._level = 0
        for button in (self._pause, *self._add, self._pace):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it to what is typed in
        for part in (self._pause, self._time, self._planned):
            part.installEventFilter(self)
        self._arrange()
        self._longer = bind_each(self, "everywhere.longer", lambda n: timer.add(_LONGER[n]))
        for longer, button in zip(self._longer, self._add, strict=True):
            button.clicked.connect(longer.trigger)
        self._time.clicked.connect(self._open_menu)
        self._pace.clicked.connect(self._open_menu)
        timer.ticked.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the texts of the current language."""
        for minutes, longer, button in zip(_LONGER, self._longer, self._add, strict=True):
            button.setAccessibleName(tr("frame.timer.add", n=minutes))
            button.setToolTip(tr("time.add", n=minutes, key=longer.key))
        self._time.setText(tr("frame.timer.menu"))
        self._time.setToolTip(tr("frame.timer.menu"))
        self.refresh()

    def set_elsewhere(self, elsewhere: bool) -> bool:
        """Hide it while the page shows the timer; return whether that changed."""
        if elsewhere == self._elsewhere:
            return False
        self._elsewhere = elsewhere
        self.refresh()
        return True

    def refresh(self) -> None:
        """Show the timer's state."""
        timer = self._timer
        self.setVisible(timer.planned > 0 and not self._elsewhere)
        self._digits.show_time(timer.seconds_left(), timer.state())
        self._pause.set_icon("pause" if timer.running else "play")
        said = tuple(tr(f"frame.timer.{word}") for word in ("begin", "start", "pause"))
        self._pause.set_alternatives(() if theme().stacked else said)
        self._pause.setText(said[2 if timer.running else int(timer.seconds_used() > 0)])
        paused = not timer.running and timer.seconds_used() > 0
        over = timer.planned > 0 and timer.seconds_left() <= 0
        words = (tr("frame.timer.planned", n=timer.planned), tr("time.over"),
                 tr("frame.timer.paused"))  # fmt: skip
        self._planned.setText(words[2 if paused else int(over)])
        widest = max(text_width(one, "meta") for one in words)
        self._planned.setFixedWidth(widest)  # so that what follows stays where it is
        if (pace := timer.pace()) is not None:
            self._pace.show_pace(pace)
        self._pace.setVisible(self._pace in self._shown(self._level))
        self._show_longer()
        self.update()

    def flash(self) -> None:
        """Show a frame around the block briefly, since the step's time is over."""
        self._flash.start()
        self.update()

    @property
    def flashing(self) -> bool:
        """Whether the frame is shown."""
        return self._flash.isActive()

    def set_private(self, private: bool) -> None:
        """In private mode, also show how far the agenda is behind."""
        self._with_pace = private

    def set_compactness(self, level: int) -> None:
        """Reduce the width.

        0 shows all, 1 hides the pace, 2 leaves longer times to the menu, 3 hides the plan.
        """
        self._level = level
        shown = self._shown(level)
        for widget in (self._planned, self._pace):
            widget.setVisible(widget in shown)
        for button in self._add:
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(button in shown)
            button.setSizePolicy(policy)
        self._show_longer()

    def width_at(self, level: int) -> int:
        """Return the width in px at a level of ``set_compactness``."""
        if not self._timer.planned or self._elsewhere:
            return 0
        shown = self._shown(level)
        widths = [max(widget.minimumWidth(), widget.sizeHint().width()) for widget in shown]
        return sum(widths) + _GAP * (len(shown) - 1)

    def middle(self) -> int:
        """Return the px from its left to the middle of the digits."""
        return self._pause.sizeHint().width() + _GAP + self._digits.middle()

    def _arrange(self) -> None:
        parts = (self._pause, self._time, self._planned, *self._add, self._pace)
        row(self, *parts, gap=_GAP)
        self._pace.hide()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def _shown(self, level: int) -> list[QWidget]:
        plan = [self._planned] if level < 3 else []
        more = self._add if level < 2 else []
        paced = self._with_pace and level < 1 and self._timer.pace() is not None
        pace = [self._pace] if paced else []
        return [self._pause, self._time, *plan, *more, *pace]

    def _show_longer(self) -> None:
        """Show the buttons for more time, or leave their space empty."""
        wanted = self._under_pointer or self._timer.state() != "calm"
        for button in self._add:
            button.setVisible(wanted and button in self._shown(self._level))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self._under_pointer = True
            self._show_longer()
        return False

    def leaveEvent(self, event: QEvent) -> None:
        self._under_pointer = False
        self._show_longer()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.flashing:
            box = inset(self, 2)
            colour = "late" if theme().metrics.desk else "warn"
            rounded(painter, box, 8, None, colour, 4)

    def _menu_entries(self) -> tuple[MenuEntry, ...]:
        start = MenuEntry(
            self._pause.text(),
            self._toggle.trigger,
            "pause" if self._timer.running else "play",
            self._toggle.key,
        )
        longer = (
            MenuEntry(tr("frame.timer.add", n=minutes), one.trigger, "plus", one.key)
            for minutes, one in zip(_LONGER, self._longer, strict=True)
        )
        return (start, *longer)

    def _open_menu(self) -> None:
        end, late = self._timer.end, self._timer.pace()
        title = tr("frame.timer.end", time=texts().time(end)) if end is not None else ""
        if end is not None and late is not None and late > 0:
            expected = texts().time(end + timedelta(minutes=late))
            title = tr("frame.timer.end_late", time=texts().time(end), expected=expected)
        window_menu(self).open_beside([MenuGroup(self._menu_entries(), title)], self._time)


class _TimeButton(PaintedButton):
    """The remaining time; a click on it opens the timer's menu."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.display = TimerDisplay(role)
        self.display.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row(self, self.display)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the focus

    def sizeHint(self) -> QSize:
        return self.display.sizeHint()

    def paint(self, painter: QPainter) -> None:
        if self.is_hovered:
            rounded(painter, QRectF(self.rect()), 8, "hover")
