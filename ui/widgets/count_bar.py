"""A bar that illustrates the number next to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.painting import rounded

_LONGEST = 14
_THICK = 0.42
_LEAST = 0.3
"""Lengths and thickness as multiples of the text size; each bar has a visible minimum length."""
_RADIUS = 3


class CountBar(QWidget):
    """A bar over ``share`` (0 to 1) of its width, with a thickness suitable for a text role."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def length(self) -> float:
        """Length in px, 0 for nothing."""
        if not self._share:
            return 0.0
        size = theme().text_size(self._role)
        return max(size * _LEAST, min(self.width(), size * _LONGEST) * self._share)

    def set_share(self, share: float) -> None:
        """Set the share."""
        self._share = max(0.0, min(1.0, share))
        self.update()

    def sizeHint(self) -> QSize:
        size = theme().text_size(self._role)
        return QSize(size * 4, round(size * _THICK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        bar = QRectF(0, 0, self.length, self.height())
        if bar.width():
            rounded(QPainter(self), bar, _RADIUS, theme().colour("accent"))
