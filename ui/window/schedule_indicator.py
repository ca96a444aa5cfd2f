"""A button that shows whether the whole agenda is late or early."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.i18n import tr

_ICON = 16
_PADDING = 10


class ScheduleIndicator(PaintedButton):
    """For private mode: minutes behind (in the warning colour) or ahead (in blue)."""

    def __init__(self) -> None:
        super().__init__()
        self._area = "sunken"

    def show_pace(self, minutes: int) -> None:
        """Show minutes behind the agenda; negative means ahead of it."""
        if minutes > 0:
            self._area = "warn"
            words = tr("frame.timer.late", n=minutes)
        elif minutes < 0:
            self._area = "early"
            words = tr("frame.timer.early", n=-minutes)
        else:
            self._area = "sunken"
            words = tr("frame.timer.on_plan")
        self.setText(words)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), "meta")
        return QSize(2 * _PADDING + _ICON + 6 + words, round(theme().metrics.meta * 1.9))

    def paint(self, painter: QPainter) -> None:
        rounded(painter, QRectF(self.rect()), 6, self._area)
        token = "ink2" if self._area == "sunken" else "digits"
        paint_icon(painter, "clock", token, _PADDING, self.height() / 2, _ICON)
        x = _PADDING + _ICON + 6
        draw_line(painter, self.text(), "meta", token, x, 0, self.height())
