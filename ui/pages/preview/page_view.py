"""A page of paper as it will be printed, with each name highlighted."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from exports.name_marks import NameBox
from exports.preview import RenderedPage
from ui.theme.theme import theme
from ui.widgets.boxes import ALL_ROOM
from ui.widgets.deferred_layout import Refitted

_EDGE = 8
_MARK_COLOUR = QColor("#ffd54a")
_A4_SHAPE = 2**0.5
"""Ratio of height to width of a sheet."""
_LARGE_TEXT_SHARE = 0.55
"""Minimum share of the window's height with large text, where the whole page scrolls anyway."""
_STEP = 0.2
"""The share of the view's height by which an arrow key scrolls."""


class PageView(Refitted, QWidget):
    """Shows a picture as wide as the view, where Up and Down scroll it, or whole.

    ``marks_names``: names on the page are highlighted.
    ``turn_requested(by)`` for the previous (-1) or next (1) page; ``width_changed`` if the picture
    is needed in another width.
    """

    FOCUS_AREA: ClassVar[str] = "inside"
    SPOKEN_ROLE = QAccessible.Role.Graphic

    turn_requested = Signal(int)
    width_changed = Signal()

    def __init__(self, *, marks_names: bool) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._marks_names = marks_names
        self.marks: tuple[NameBox, ...] = ()
        """The boxes of names on the visible page."""
        self.wide = True
        """Whether the page is as wide as the view."""
        self._top = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(*ALL_ROOM)
        theme().changed.connect(self.update)

    @property
    def pixels(self) -> int:
        """The width in device pixels in which the picture is needed."""
        return round(self._width() * self.devicePixelRatioF())

    @property
    def drawn(self) -> bool:
        return self._image is not None

    def set_wide(self, wide: bool) -> None:
        """Show the page whole, or as wide as the view."""
        self.wide = wide
        self._top = 0.0
        self.update()
        self.width_changed.emit()

    def fit_parts(self) -> None:
        self.width_changed.emit()

    def show_picture(self, picture: RenderedPage | None) -> None:
        """Show a page; None shows an empty sheet."""
        if picture is None:
            self._image = None
            self.marks = ()
        else:
            form = QImage.Format.Format_RGB32
            size = (picture.width, picture.height, picture.stride)
            self._image = QImage(picture.pixels, *size, form).copy()
            self.marks = picture.marks if self._marks_names else ()
        self._top = min(self._top, self._most_top())
        self.update()

    def to_start(self) -> None:
        """Scroll to the top of the page."""
        self._top = 0.0
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    def minimumSizeHint(self) -> QSize:
        high = round(_LARGE_TEXT_SHARE * theme().height) if theme().stacked else 0
        return QSize(200, max(240, high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in moves and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._move(moves[Qt.Key(event.key())] * _STEP * self.height())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._move(-event.angleDelta().y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._sheet()
        painter.fillRect(sheet, QColor("white"))
        if self._image is not None:
            painter.drawImage(sheet, self._image)
            self._draw_marks(painter, sheet)
        painter.setPen(theme().colour("edge"))
        painter.drawRect(sheet)

    def _draw_marks(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_MARK_COLOUR)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for mark in self.marks:
            corner = QPointF(mark.left * sheet.width(), mark.top * sheet.height())
            far = QPointF(mark.right * sheet.width(), mark.bottom * sheet.height())
            box = QRectF(sheet.topLeft() + corner, sheet.topLeft() + far)
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 2, 2)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _move(self, by: float) -> None:
        """Scroll a page higher than the view by px; at its ends, request another page."""
        target = self._top + by
        if 0 <= self._top + by / 2 <= self._most_top() and self._most_top() > 0:
            self._top = max(0.0, min(self._most_top(), target))
            self.update()
        else:
            self.turn_requested.emit(1 if by > 0 else -1)

    def _shape(self) -> float:
        """Return the height of a page by its width."""
        return self._image.height() / self._image.width() if self._image is not None else _A4_SHAPE

    def _width(self) -> float:
        whole = (self.height() - 2 * _EDGE) / self._shape()
        most = self.width() - 2 * _EDGE
        return max(1.0, float(most) if self.wide else min(whole, most))

    def _most_top(self) -> float:
        return max(0.0, self._width() * self._shape() + 2 * _EDGE - self.height())

    def _sheet(self) -> QRectF:
        width = self._width()
        return QRectF((self.width() - width) / 2, _EDGE - self._top, width, width * self._shape())
