"""The remaining time in large digits of equal width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter

from ui.theme.theme import theme
from ui.widgets.boxes import FIXED_SIZE
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from workshop_app.i18n import tr

_USUAL = "00:00"
_WIDEST_USUAL = f"-{_USUAL}"
_SPOKEN = {"calm": "spoken", "warn": "warn", "late": "late"}


class TimerDisplay(Painted):
    """Shows seconds left as ``24:10``, and ``-0:01`` after the end.

    Its width stays the same, unless text is large.
    ``state`` puts a coloured background behind dark digits: calm (none), warn, late (with a frame).
    In projected mode *late* looks like *warn*, so that it does not alarm the room.
    """

    SPOKEN_ROLE = QAccessible.Role.Clock

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.text = "0:00"
        """The digits shown."""
        self.state = "calm"
        """calm, warn or late."""
        self.setSizePolicy(*FIXED_SIZE)

    def show_time(self, seconds: int, state: str) -> None:
        """Show the seconds left (negative: exceeded) and their urgency."""
        text = clock_text(seconds)
        which = "over" if seconds < 0 else _SPOKEN[state]
        self.setAccessibleName(tr(f"widgets.timer.{which}", digits=text.lstrip("-")))
        if (text, state) == (self.text, self.state):
            return
        longer = len(text) != len(self.text)
        self.text = text
        self.state = state
        if longer:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = theme().text_size(self._role)
        usual = "" if theme().stacked else _WIDEST_USUAL
        width = self._width(max(self.text, usual, key=len))
        return QSize(width, round(size * 1.3))

    def middle(self) -> int:
        """Return the px from its left to the middle of the usual digits."""
        return self.sizeHint().width() - self._width(_USUAL) // 2

    def _width(self, text: str) -> int:
        size = theme().text_size(self._role)
        return digits_width(text, self._role) + round(size * 0.5)

    def paint(self, painter: QPainter) -> None:
        late = self.state == "late" and theme().metrics.desk
        if self.state != "calm":
            area = QRectF(self.rect()).adjusted(self.width() - self._width(self.text), 1, 0, -1)
            frame = theme().colour("ink") if late else None
            inner = area.adjusted(1, 1, -1, -1) if frame else area
            rounded(painter, inner, 8, "late" if late else "warn", frame, 2)
        font = self._role
        colour = "ink" if self.state == "calm" else "digits"
        right = self.width() - theme().text_size(self._role) * 0.25
        draw_digits(painter, self.text, font, colour, right, 0, self.height())


def clock_text(seconds: int) -> str:
    """Return seconds as minutes and seconds: ``8:20``, ``-0:01``."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else ''}{minutes}:{rest:02d}"
