"""A part of a page that groups widgets."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout

from ui.theme.theme import theme
from ui.widgets.line import Line
from ui.widgets.painted import Painted

_BAR = 4


class Sheet(Painted):
    """Groups widgets on the page; add them to ``content``.

    ``bar`` is the colour of a bar at the left edge, ``fill`` that of a background (such as
    ``sunken``). Without both there is no space at the sides: the texts begin where those around it
    do.
    """

    def __init__(
        self,
        *,
        bar: str | None = None,
        fill: str = "",
        padding: int = 20,
        spacing: int = 8,
    ) -> None:
        super().__init__()
        self._bar = bar
        self._fill = fill
        self.content = QVBoxLayout(self)
        side = padding if bar or fill else 0
        self.content.setContentsMargins(side + (_BAR if bar else 0), padding, side, padding)
        self.content.setSpacing(spacing)

    def add_line(self) -> None:
        """Add a hairline below the last part."""
        self.content.addWidget(Line())

    def paint(self, painter: QPainter) -> None:
        if self._fill:
            painter.fillRect(self.rect(), theme().colour(self._fill))
        if self._bar:
            painter.fillRect(0, 0, _BAR, self.height(), theme().colour(self._bar))
