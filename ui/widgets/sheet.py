"""A surface that groups widgets of a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.line import Line
from ui.widgets.painting import left_bar, rounded

SHEET_RADIUS = 12


class Sheet(QWidget):
    """A surface with a fine border and round corners; add widgets to ``content``.

    ``bar`` is the colour of a bar at the left edge, ``border`` the colour of a border of 2 px,
    ``fill`` another background (such as ``sunken``).
    """

    def __init__(
        self,
        *,
        bar: str | None = None,
        border: str | None = None,
        fill: str = "surface",
        padding: int = 20,
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._border = border
        self._fill = fill
        self.content = QVBoxLayout(self)
        left = padding + (6 if bar else 0)
        self.content.setContentsMargins(left, padding, padding, padding)
        self.content.setSpacing(spacing)
        theme().changed.connect(self.update)

    def add_line(self) -> None:
        """Add a hairline below the last part."""
        self.content.addWidget(Line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = 2 if self._border else 1
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        border = theme().colour(self._border or "line")
        rounded(painter, box, SHEET_RADIUS, theme().colour(self._fill), border, width)
        if self._bar:
            left_bar(painter, QRectF(self.rect()), SHEET_RADIUS, 6, theme().colour(self._bar))
