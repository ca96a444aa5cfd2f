"""A check box without a text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded

_TARGET = 26
_BOX = 22


class TickBox(PaintedButton):
    """On or off; ``name`` is the accessible name. ``toggled(bool)`` is emitted on changes."""

    def __init__(self, name: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(name, None, parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.toggled.connect(self._repaint)

    def show_on(self, on: bool) -> None:
        """Set the state without emitting ``toggled``."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_TARGET, _TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, _BOX, _BOX)
        box.moveCenter(QRectF(self.rect()).center())
        on = self.isChecked()
        enabled = self.isEnabled()
        edge = theme().colour("edge" if not enabled else "accent" if on else "edge")
        fill = edge if on else theme().colour("hover" if self.is_hovered and enabled else "surface")
        rounded(painter, box.adjusted(1, 1, -1, -1), 5, fill, edge, 2 if on else 1)
        if on:
            paint_icon(painter, "check", "on_accent", box.adjusted(3, 3, -3, -3))
