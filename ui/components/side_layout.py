"""When a panel fits beside a page, and its background."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.painting import fill


def roomy() -> bool:
    """Return whether a list and a side panel fit next to the work area at this text size."""
    return theme().metrics.columns and not theme().stacked


def paint_panel_background(panel: QWidget) -> None:
    """Paint the background of a side panel, and the line at its left, if it is next to the page."""
    if roomy():
        painter = QPainter(panel)
        fill(painter, panel.rect(), "surface")
        painter.fillRect(0, 0, 1, panel.height(), theme().colour("line"))
