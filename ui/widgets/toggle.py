"""A switch with its effect in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import draw_key, key_size, rounded

_TRACK = QSize(38, 22)
_GAP = 10


class Toggle(PaintedButton):
    """On or off; ``text`` says what is so while it is on. ``toggled(bool)`` tells changes."""

    def __init__(
        self, text: str, on: bool = False, key: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, key, parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.toggled.connect(self._repaint)

    def sizeHint(self) -> QSize:
        width = _TRACK.width() + _GAP + text_width(self.text(), self._font())
        if self.key:
            width += _GAP + key_size(self.key)[0]
        return QSize(width + 8, theme().metrics.target)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        top = (self.height() - _TRACK.height()) / 2
        track = QRectF(4.5, top + 0.5, _TRACK.width() - 1, _TRACK.height() - 1)
        fill = "accent" if on else ("hover" if self._hover else "surface")
        enabled = self.isEnabled()
        rounded(
            painter, track, 11, theme().colour(fill), theme().colour("accent" if on else "edge")
        )
        knob = QRectF(0, 0, 14, 14)
        knob.moveCenter(track.center())
        knob.moveLeft(track.right() - 18 if on else track.left() + 4)
        rounded(painter, knob, 7, theme().colour("on_accent" if on else "edge"))
        x = 4 + _TRACK.width() + _GAP
        colour = theme().colour("ink" if enabled else "ink3")
        draw_line(painter, self.text(), self._font(), colour, x, 0, self.height())
        if self.key:
            x += text_width(self.text(), self._font()) + _GAP
            live = enabled and self.key_works
            key_colour = theme().colour("ink2" if live else "ink3")
            draw_key(painter, self.key, x, self.height() / 2, key_colour, live)

    def _font(self) -> QFont:
        return theme().font("body")
