"""What is painted on the audience display: its lines of text, its code, and the picture."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QColor, QFontMetricsF, QImage, QPainter, QRegion

from ui.audience import slide_layout
from ui.audience.slide_layout import SlideLayout
from ui.audience.window import AudienceWindow
from ui.theme.theme import theme
from ui.widgets.qr_code import modules
from ui.widgets.text_layout import TextLayout
from workshop_app.domain.audience_view import StepClock

_JOINED = 0.3  # em between two characters of a number, which are painted one by one
_BESIDE = 2  # px before a text, where its background is


@dataclass(frozen=True)
class WallText:
    """A line of text, ``px`` high, or a number; ``whole`` is the text that the line is part of."""

    text: str
    whole: str
    box: QRectF
    px: int
    ink: str
    behind: str = ""
    digits: bool = False


@dataclass
class WallPicture:
    """What was painted; a code has its box and the width of a module."""

    image: QImage
    texts: list[WallText] = field(default_factory=list)
    codes: list[tuple[QRectF, int]] = field(default_factory=list)

    def colour_at(self, x: float, y: float) -> str:
        return self.image.pixelColor(int(x), int(y)).name().upper()

    def area_of(self, colour: str) -> QRegion:
        """Return where the picture has a colour."""
        others = self.image.createMaskFromColor(QColor(colour).rgb(), Qt.MaskMode.MaskOutColor)
        return QRegion(QBitmap.fromImage(others))


def painted(
    wall: SlideLayout, page: int, clock: StepClock | None = None, *, coloured: bool = True
) -> WallPicture:
    """Paint a page of a slide; if not `coloured`, only its texts are found, which is fast."""
    size = QSize(wall.sizes.width, wall.sizes.height) if coloured else QSize(1, 1)
    picture = WallPicture(QImage(size, QImage.Format.Format_RGB32))
    with _recorded(picture):
        painter = QPainter(picture.image)
        wall.paint(painter, page, clock)
        painter.end()
    if not coloured:
        return picture
    picture.texts = [
        WallText(one.text, one.whole, one.box, one.px, one.ink,
                 picture.colour_at(max(0, one.box.left() - _BESIDE), one.box.center().y()),
                 one.digits)
        for one in picture.texts
    ]  # fmt: skip
    return picture


def shown_on(window: AudienceWindow) -> list[WallText]:
    """Return every text on the display, or nothing while it is black."""
    picture = WallPicture(QImage())
    with _recorded(picture):
        window.grab(QRect(0, 0, 1, 1))  # it draws all, and Qt paints this pixel
    return picture.texts


def joined(texts: Iterable[WallText]) -> list[str]:
    """Return the texts, with the lines of each put together."""
    return ["".join(line.text for line in lines) for _, lines in groupby(texts, _whole)]


def _whole(text: WallText) -> str:
    return text.whole


@contextmanager
def _recorded(picture: WallPicture) -> Iterator[None]:
    draw_lines, draw_text, paint_code = TextLayout.draw, QPainter.drawText, slide_layout.paint_code

    def lines(self, painter, x, y, colour, first=0, last=None):
        draw_lines(self, painter, x, y, colour, first, last)
        high = self.line_height
        stop = len(self.lines) if last is None else last
        for number, line in enumerate(self.lines[first:stop]):
            box = painter.worldTransform().mapRect(QRectF(x, y + number * high, line.width, high))
            words = self.text[line.start : line.start + line.length]
            if words.strip():
                px = self.font.pixelSize()
                picture.texts.append(
                    WallText(words, self.text, box, px, theme().colour(colour).name().upper())
                )

    def single(painter, point, words):
        draw_text(painter, point, words)
        if not words.strip():
            return
        font = painter.font()
        metrics = QFontMetricsF(font)
        at = painter.worldTransform().map(QPointF(point))
        cap = metrics.capHeight()
        box = QRectF(at.x(), at.y() - cap, metrics.horizontalAdvance(words), cap)
        before = picture.texts[-1] if picture.texts else None
        if before and before.digits and before.box.top() == box.top():
            gap = box.left() - before.box.right()
            if gap + 1 >= 0 and gap < _JOINED * before.px:
                picture.texts.pop()
                words, box = before.text + words, before.box.united(box)
        ink = painter.pen().color().name().upper()
        picture.texts.append(WallText(words, words, box, font.pixelSize(), ink, digits=True))

    def code(painter, address, x, y, module):
        paint_code(painter, address, x, y, module)
        side = module * modules(address)
        picture.codes.append((QRectF(x, y, side, side), module))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TextLayout, "draw", lines)
        patch.setattr(QPainter, "drawText", single)
        patch.setattr(slide_layout, "paint_code", code)
        yield
