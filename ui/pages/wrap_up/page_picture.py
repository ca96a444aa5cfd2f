"""A small picture of a page, as a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.painted_button import PaintedButton

_A4_SHAPE = 2**0.5
"""Ratio of height to width of a sheet."""
_HEIGHT_AT_768 = 56
_HEIGHT_AT_1080 = 204
"""Heights of a page in px by window height in px; values between are interpolated."""


def picture_height() -> int:
    """Return the height of a page in px at the window's current size."""
    share = max(0.0, min(1.0, (theme().height - 768) / (1080 - 768)))
    return round(_HEIGHT_AT_768 + (_HEIGHT_AT_1080 - _HEIGHT_AT_768) * share)


class PagePicture(PaintedButton):
    """An empty sheet until a page is shown; it has a frame while it is busy."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._image: QImage | None = None
        self._scaled: QImage | None = None
        self._busy = False
        super().__init__(name, None, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._restyle()

    @property
    def drawn(self) -> bool:
        return self._image is not None

    @property
    def busy(self) -> bool:
        """Whether the paper is being written."""
        return self._busy

    def show_image(self, image: QImage | None) -> None:
        """Show a page; None shows an empty sheet."""
        if image is not self._image:
            self._image = image
            self._scaled = None
            self.update()

    def set_busy(self, busy: bool) -> None:
        """Set whether the paper is being written."""
        if busy != self._busy:
            self._busy = busy
            self.update()

    def sizeHint(self) -> QSize:
        height = picture_height()
        return QSize(round(height / _A4_SHAPE), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focus_shape(self) -> tuple[QRectF, float] | None:
        return self._sheet(), 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = self._sheet()
        painter.fillRect(sheet, QColor("white"))
        if self._image is not None:
            painter.drawImage(sheet, self._scaled_to(sheet))
        width = 2 if self._busy else 1
        colour = "accent" if self._busy or self.is_hovered else "edge"
        pen = painter.pen()
        pen.setColor(theme().colour(colour))
        pen.setWidth(width)
        painter.setPen(pen)
        inset = width / 2
        painter.drawRect(sheet.adjusted(inset, inset, -inset, -inset))

    def _restyle(self) -> None:
        self.setFixedHeight(picture_height())
        super()._restyle()

    def _scaled_to(self, sheet: QRectF) -> QImage:
        """Return the page scaled once to the size of `sheet`, which keeps its text sharp."""
        image = self._image
        if image is None:
            raise RuntimeError("no page is shown")
        size = (sheet.size() * self.devicePixelRatioF()).toSize()
        if self._scaled is None or self._scaled.size() != size:
            modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = image.scaled(size, *modes)
        return self._scaled

    def _sheet(self) -> QRectF:
        image = self._image
        shape = image.height() / image.width() if image is not None else _A4_SHAPE
        width = min(float(self.width()), self.height() / shape)
        return QRectF(0, 0, round(width), round(width * shape))
