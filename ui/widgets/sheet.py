"""A part of a page that groups widgets."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from ui.theme.theme import theme
from ui.widgets.boxes import Part, add_to, column
from ui.widgets.painted import Painted

_BAR = 4


class Sheet(Painted):
    """Groups parts of the page in a column; further ones are added with ``add``.

    ``bar`` is the colour of a bar at the left edge, ``fill`` that of a background (such as
    ``sunken``). Without both there is no space at the sides: the texts begin where those around it
    do.
    """

    def __init__(
        self,
        *parts: Part,
        bar: str | None = None,
        fill: str = "",
        padding: int = 20,
        spacing: int = 8,
    ) -> None:
        super().__init__()
        self._bar = bar
        self._fill = fill
        side = padding if bar or fill else 0
        around = (side + (_BAR if bar else 0), padding, side, padding)
        self.content = column(self, *parts, gap=spacing, around=around)

    def add(self, *parts: Part) -> None:
        """Add parts below the last one."""
        add_to(self.content, *parts)

    def paint(self, painter: QPainter) -> None:
        if self._fill:
            painter.fillRect(self.rect(), theme().colour(self._fill))
        if self._bar:
            painter.fillRect(0, 0, _BAR, self.height(), theme().colour(self._bar))
