"""A page of paper as it will print, with a veil of colour on each name."""

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
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.name_marks import Mark
from exports.preview import Picture
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout

_EDGE = 8
_MARKED = QColor("#ffd54a")
_SHAPE = 2**0.5
_LARGE_TEXT_SHARE = 0.55
"""The share of the window's height that it has in large text, where the page is scrolled anyway."""
_STEP = 0.2
"""The share of the height by which an arrow key moves a page that is wider than high."""


class PageView(QWidget):
    """Shows a picture whole, or as wide as there is room; Up and Down then move it.

    `turned` asks for the page before or after; `sized` tells that another width is needed.
    """

    FOCUS_AREA: ClassVar[str] = "inside"
    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Graphic

    turned = Signal(int)
    sized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._marks: tuple[Mark, ...] = ()
        self._wide = False
        self._top = 0.0
        self._size_layout = DeferredLayout(self, self.sized.emit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)

    @property
    def wide(self) -> bool:
        """Whether the page is as wide as there is room."""
        return self._wide

    @property
    def pixels(self) -> int:
        """How many pixels wide the picture is to be."""
        return round(self._width() * self.devicePixelRatioF())

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Where somebody is named on the page shown."""
        return self._marks

    @property
    def drawn(self) -> bool:
        """Whether a page is shown."""
        return self._image is not None

    def set_wide(self, wide: bool) -> None:
        """Show the page whole, or as wide as there is room."""
        self._wide, self._top = wide, 0.0
        self.update()
        self.sized.emit()

    def show_picture(self, picture: Picture | None) -> None:
        """Show a page; None shows an empty sheet."""
        if picture is None:
            self._image, self._marks = None, ()
        else:
            form = QImage.Format.Format_RGB32
            size = (picture.width, picture.height, picture.stride)
            self._image = QImage(picture.pixels, *size, form).copy()
            self._marks = picture.marks
        self._top = min(self._top, self._farthest())
        self.update()

    def to_start(self) -> None:
        """Show the page from its beginning."""
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_layout.invalidate()

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
        painter.setBrush(_MARKED)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for mark in self._marks:
            corner = QPointF(mark.left * sheet.width(), mark.top * sheet.height())
            far = QPointF(mark.right * sheet.width(), mark.bottom * sheet.height())
            box = QRectF(sheet.topLeft() + corner, sheet.topLeft() + far)
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 2, 2)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _move(self, by: float) -> None:
        """Move a page that is higher than the view; beyond its ends, turn it."""
        target = self._top + by
        if 0 <= self._top + by / 2 <= self._farthest() and self._farthest() > 0:
            self._top = max(0.0, min(self._farthest(), target))
            self.update()
        else:
            self.turned.emit(1 if by > 0 else -1)

    def _shape(self) -> float:
        """Height of a page by its width."""
        return self._image.height() / self._image.width() if self._image is not None else _SHAPE

    def _width(self) -> float:
        whole = (self.height() - 2 * _EDGE) / self._shape()
        most = self.width() - 2 * _EDGE
        return max(1.0, float(most) if self._wide else min(whole, most))

    def _farthest(self) -> float:
        return max(0.0, self._width() * self._shape() + 2 * _EDGE - self.height())

    def _sheet(self) -> QRectF:
        width = self._width()
        return QRectF((self.width() - width) / 2, _EDGE - self._top, width, width * self._shape())
