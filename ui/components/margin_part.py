"""A part of a page whose label stands in the margin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.painted import Painted
from ui.widgets.painting import fill
from ui.widgets.text import Text

_ABOVE = 18  # px above and below the content


class MarginPart(Painted):
    """``content`` begins at the text edge, the label ends before it; a line is above both.

    With large text the label is above the content.
    """

    def __init__(self, label: str, content: QWidget | QLayout, *, first: bool = False) -> None:
        super().__init__()
        self._first = first
        metrics = theme().metrics
        above = _ABOVE * 2 // 3 if metrics.rather_low else _ABOVE
        self.label = Text("meta", label, align=Qt.AlignmentFlag.AlignRight)
        around = (0, above, metrics.margin, above)
        if theme().stacked:
            self.label.setParent(None)
            self.label = Text("meta", label)
            column(self, self.label, content, gap=4, around=(metrics.edge, *around[1:]))
            return
        hang = metrics.hang // 2 if metrics.narrow else metrics.hang
        self.label.setFixedWidth(metrics.edge - hang)
        top = (self.label, 0, Qt.AlignmentFlag.AlignTop)
        row(self, top, (content, 1), gap=hang, around=around)

    def paint(self, painter: QPainter) -> None:
        if not self._first:
            fill(painter, QRectF(0, 0, self.width(), 1), "line")
