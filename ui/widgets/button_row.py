"""A row of text with a button at its end, clickable as a whole."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.boxes import column, row
from ui.widgets.painted_button import PaintedButton
from ui.widgets.painting import rounded

_RADIUS = 11


class ButtonRow(QWidget):
    """A click on the text presses the button; only the button takes the focus.

    ``name`` is its accessible name; ``side`` and ``gap`` are its margins in px. A second button,
    ``also``, is next to it, or below it in large text, and is pressed separately.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Pane

    def __init__(
        self,
        name: str,
        words: QWidget,
        button: PaintedButton,
        *,
        side: int,
        gap: int,
        also: PaintedButton | None = None,
    ) -> None:
        super().__init__()
        self._button = button
        self._hover = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        buttons = (column if theme().stacked else row)(
            None,
            *((each, 0, Qt.AlignmentFlag.AlignVCenter) for each in filter(None, (button, also))),
            gap=8 if theme().stacked else 16,
        )
        row(self, (words, 1), buttons, gap=16, around=(side, gap, side, gap))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._set_hover(on=True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hover(on=False)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._button.setDown(event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self._button.isDown()
        self._button.setDown(False)
        if pressed and self.rect().contains(event.position().toPoint()):
            self._button.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._hover and self._button.isEnabled():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            rounded(painter, box, _RADIUS, theme().colour("hover"))

    def _set_hover(self, *, on: bool) -> None:
        self._hover = on
        self.update()
