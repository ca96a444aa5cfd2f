"""A button with only an icon, a tool tip and an accessible name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded


class IconButton(PaintedButton):
    """An icon of ``size`` px in a square target of ``target`` px; ``name`` is its action."""

    def __init__(self, icon: str, name: str, *, size: int, target: int | None = None) -> None:
        self._icon = icon
        self._size = size
        self._target = target
        super().__init__(name)

    def painted(self) -> tuple[str, str]:
        return "", ""

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        side = self._target or theme().metrics.target
        return QSize(side, side)

    def paint(self, painter: QPainter) -> None:
        if self.is_hovered and self.isEnabled():
            rounded(painter, QRectF(self.rect()), 8, "hover")
        token = "ink2" if self.isEnabled() else "edge"
        x = (self.width() - self._size) / 2
        paint_icon(painter, self._icon, token, x, self.height() / 2, self._size)
