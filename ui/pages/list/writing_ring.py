"""The ring of silent writing: unlike the bar of the step's time, it is a clock of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.list.silent_writing import SilentWriting
from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.painting import rounded
from ui.widgets.timer_display import clock_text
from workshop_app.i18n import tr

_STROKE = 0.055  # of the ring's width
_DIGITS = 0.24
_WHOLE = 16 * 360  # Qt counts in sixteenths of a degree


class WritingRing(QWidget):
    """As large as there is room; what is left is the coloured part, and stands in its middle."""

    def __init__(self, writing: SilentWriting) -> None:
        super().__init__()
        self._writing = writing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(180, 180)
        theme().changed.connect(self.update)

    def words(self) -> str:
        """What stands in its middle."""
        writing = self._writing
        if not writing.begun:
            return ""
        left = writing.seconds_left()
        return clock_text(left) if left else tr("list.writing.over")

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        stroke = side * _STROKE
        ring = QRectF(0, 0, side - stroke - 2, side - stroke - 2)
        ring.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(theme().colour("line"), stroke))
        painter.drawEllipse(ring)
        if self._writing.begun:
            cap = Qt.PenCapStyle.FlatCap
            pen = QPen(theme().colour("accent"), stroke, Qt.PenStyle.SolidLine, cap)
            painter.setPen(pen)
            painter.drawArc(ring, _WHOLE // 4, round(_WHOLE * self._writing.share_left()))
        self._paint_words(painter, ring, side)

    def _paint_words(self, painter: QPainter, ring: QRectF, side: int) -> None:
        words, left = self.words(), self._writing.seconds_left()
        if self._writing.begun and left:
            font = theme().sized_font(round(side * _DIGITS), True)
            end = ring.center().x() + digits_width(words, font) / 2
            colour = theme().colour("ink" if self._writing.running else "ink3")
            draw_digits(painter, words, font, colour, end, ring.top(), ring.height())
        elif words:
            font = theme().sized_font(self._fitting(words, side), True)
            width, high = text_width(words, font), font.pixelSize() * 1.7
            area = QRectF(0, 0, width + side * 0.08, high)
            area.moveCenter(ring.center())
            rounded(painter, area, 12, theme().colour("late"))
            x = area.center().x() - width / 2
            draw_line(painter, words, font, theme().colour("digits"), x, area.top(), high)

    def _fitting(self, words: str, side: int) -> int:
        """The size in px at which the words fit into the ring."""
        size = round(side * 0.14)
        width = text_width(words, theme().sized_font(size, True))
        return max(theme().metrics.room, min(size, int(size * 0.66 * side / max(1, width))))
