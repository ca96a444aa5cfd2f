"""An icon without a function."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from ui.theme.icons import paint_icon
from ui.widgets.boxes import FIXED_SIZE
from ui.widgets.painted import Painted


class IconLabel(Painted):
    """Shows icon ``name`` in a palette colour, ``size`` px; for use next to a text."""

    def __init__(self, name: str, colour: str = "ink2", size: int = 18) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._size = size
        self.setSizePolicy(*FIXED_SIZE)

    def set_icon(self, name: str, colour: str | None = None) -> None:
        """Show another icon, in another colour if one is given."""
        self._name = name
        self._colour = colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paint(self, painter: QPainter) -> None:
        paint_icon(painter, self._name, self._colour, 0, self._size / 2, self._size)
