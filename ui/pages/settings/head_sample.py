"""A sample of the head of a paper, with the facilitator's logo and colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from workshop_app.i18n import tr

_WIDE = 250
_TALL = 92
_PAD = 12
_LOGO = 26
_PAPER = QColor("#FFFFFF")
_INK = QColor("#000000")


class HeadSample(QWidget):
    """White paper in the colours of print, whatever the colours of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._logo = QImage()
        self._colour = _INK
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("paper_look.sample"))

    def show_look(self, logo: bytes, colour: str) -> None:
        """Show another logo and colour; both may be empty."""
        self._logo = QImage.fromData(logo) if logo else QImage()
        self._colour = QColor(colour) if colour else _INK
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), _PAPER)
        painter.setPen(theme().colour("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if not self._logo.isNull():
            shown = self._logo.size().scaled(
                self.width() - 2 * _PAD, _LOGO, Qt.AspectRatioMode.KeepAspectRatio
            )
            painter.drawImage(QRectF(_PAD, _PAD - 4, shown.width(), shown.height()), self._logo)
        painter.setPen(self._colour)
        painter.setFont(theme().sized_font(18, True))
        line = QRectF(_PAD, _PAD + _LOGO, self.width() - 2 * _PAD, 32)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, tr("papers.name.handout"))
        painter.fillRect(QRectF(_PAD, self.height() - 14, self.width() - 2 * _PAD, 2), self._colour)
