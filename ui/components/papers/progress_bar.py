"""A bar that shows progress."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from ui.widgets.boxes import FULL_WIDTH
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded

_HEIGHT = 8


class ProgressBar(Painted):
    """A bar filled from the left to a share (0 to 1) of its width."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._share = 0.0
        self.setAccessibleName(label)
        self.setSizePolicy(*FULL_WIDTH)

    def set_share(self, share: float) -> None:
        """Fill the bar to a share of its width; values outside 0 to 1 are clipped."""
        self._share = max(0.0, min(1.0, share))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter) -> None:
        whole = QRectF(0, 0, self.width(), self.height())
        rounded(painter, whole, _HEIGHT / 2, "line")
        if self._share:
            done = QRectF(0, 0, max(_HEIGHT, self.width() * self._share), self.height())
            rounded(painter, done, _HEIGHT / 2, "accent")
