"""The marks that a picture consists of. Each can paint itself; tests read their attributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme.icons import paint_icon_in
from ui.theme.theme import theme
from ui.widgets.digits import draw_digits
from ui.widgets.painting import rounded
from ui.widgets.qr_code import modules, paint_code
from ui.widgets.text_layout import TextLayout


class AudienceMark(Protocol):
    """A part of a picture."""

    def paint(self, painter: QPainter) -> None:
        """Paint it at its position."""


@dataclass(frozen=True)
class Words:
    """Lines ``first`` to ``last`` (exclusive) of a text, in ``ink`` on ``behind``, ``px`` high."""

    letters: TextLayout
    x: float
    y: float
    px: int
    ink: str
    behind: str
    first: int = 0
    last: int | None = None

    @property
    def text(self) -> str:
        """The text of these lines."""
        lines = self.letters.lines[self.first : self.last]
        text = self.letters.text
        return "".join(text[line.start : line.start + line.length] for line in lines)

    @property
    def box(self) -> QRectF:
        """The area it covers."""
        lines = self.letters.lines[self.first : self.last]
        width = max((line.width for line in lines), default=0.0)
        return QRectF(self.x, self.y, width, len(lines) * self.letters.line_height)

    def paint(self, painter: QPainter) -> None:
        self.letters.draw(painter, self.x, self.y, QColor(self.ink), self.first, self.last)


@dataclass(frozen=True)
class Digits:
    """A number that ends at ``right``, with digits of equal width."""

    text: str
    right: float
    y: float
    px: int
    height: int
    ink: str
    behind: str
    bold: bool = True

    def paint(self, painter: QPainter) -> None:
        font = theme().sized_font(self.px, self.bold)
        draw_digits(painter, self.text, font, QColor(self.ink), self.right, self.y, self.height)


@dataclass(frozen=True)
class Area:
    """A filled area, with round corners if ``radius`` is given; ``frame`` is dashed."""

    box: QRectF
    fill: str
    radius: float = 0
    frame: str = ""

    def paint(self, painter: QPainter) -> None:
        if self.radius:
            frame = QColor(self.frame) if self.frame else None
            rounded(painter, self.box, self.radius, QColor(self.fill), frame, 2, dashed=bool(frame))
        else:
            painter.fillRect(self.box, QColor(self.fill))


@dataclass(frozen=True)
class Shape:
    """An icon in one colour."""

    name: str
    box: QRectF
    ink: str

    def paint(self, painter: QPainter) -> None:
        paint_icon_in(painter, self.name, self.ink, self.box)


@dataclass(frozen=True)
class Ring:
    """A ring of which ``share`` (0 to 1) is left: that part in ``ink``, the whole as a thin line.

    It empties clockwise from the top.
    """

    box: QRectF
    thickness: float
    share: float
    ink: str
    line: str

    def paint(self, painter: QPainter) -> None:
        inset = self.thickness / 2
        box = self.box.adjusted(inset, inset, -inset, -inset)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.line), max(2.0, self.thickness / 8)))
        painter.drawEllipse(box)
        pen = QPen(QColor(self.ink), self.thickness)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        top = 90 * 16
        whole = 360 * 16
        painter.drawArc(box, top, round(self.share * whole))


@dataclass(frozen=True)
class Code:
    """An address as a QR code with its quiet zone, black on white in every palette."""

    address: str
    x: float
    y: float
    module: int

    @property
    def side(self) -> int:
        """Width and height in px, including the quiet zone."""
        return self.module * modules(self.address)

    def paint(self, painter: QPainter) -> None:
        paint_code(painter, self.address, self.x, self.y, self.module)
