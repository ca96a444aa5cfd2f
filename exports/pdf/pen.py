"""Draws on pages: coordinates in points from the top left, black, with the bundled typeface."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from io import BytesIO
from typing import ClassVar

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from exports.branding import rgb
from exports.pdf.fonts import ASCENT, BOLD, REGULAR, typeface
from exports.pdf.ink import Fill, TextRun
from exports.pdf.styles import HAIRLINE, PAGE_HEIGHT
from exports.pdf.svg import outlines
from exports.web_addresses import is_safe
from workshop_app.domain.errors import UserError

_ICON_GRID = 24
_ICON_STROKE = 2.0
_HATCH_PITCH = 3.0
_DASH = 1.8


class Pen:
    """Draws plain text and lines on the current page of a canvas."""

    THREAD: ClassVar[float] = 0.8

    def __init__(self, canvas: Canvas, pages: Mapping[str, int], colour: str = "") -> None:
        self._canvas = canvas
        self._colour = rgb(colour) if colour else None
        self._pages = pages
        self._bookmarks = 0
        self._level = -1

    def page_of(self, key: str) -> int:
        """Return the number of the page with the anchor `key`."""
        return self._pages[key]

    def runs(
        self, x: float, top: float, runs: Sequence[TextRun], size: float, leading: float
    ) -> None:
        """Draw a line of text in a box with its top left at (`x`, `top`) and `leading` high."""
        baseline = PAGE_HEIGHT - top - (leading - size) / 2 - size * ASCENT
        for run in runs:
            self._canvas.setFont(BOLD if run.bold else REGULAR, size)
            self._canvas.drawString(x, baseline, run.text)
            width = typeface().width(run.text, size, bold=run.bold)
            if run.link and is_safe(run.link):
                area = (x, baseline - size * 0.2, x + width, baseline + size)
                self._canvas.linkURL(run.link, area, relative=0)
            x += width

    def text_right(self, right: float, top: float, text: str, size: float, leading: float) -> None:
        """Draw a line of text that ends at `right`."""
        x = right - typeface().width(text, size)
        self.runs(x, top, (TextRun(text),), size, leading)

    def line(self, x1: float, y1: float, x2: float, y2: float, thickness: float) -> None:
        """Draw a straight line."""
        begin = f"{x1:.3f} {PAGE_HEIGHT - y1:.3f}"
        end = f"{x2:.3f} {PAGE_HEIGHT - y2:.3f}"
        self._canvas.addLiteral(f"{thickness:.3f} w {begin} m {end} l S")

    def hairline(self, x: float, y: float, width: float) -> None:
        """Draw a thin, horizontal line."""
        self.line(x, y, x + width, y, HAIRLINE)

    def box(
        self, x: float, top: float, width: float, height: float, *, radius: float, thickness: float
    ) -> None:
        """Draw the border of a box."""
        self._canvas.setLineWidth(thickness)
        bottom = PAGE_HEIGHT - top - height
        self._canvas.roundRect(x, bottom, width, height, radius)

    def bar(self, x: float, top: float, width: float, height: float, fill: Fill) -> None:
        """Draw a rectangle with a border and a fill."""
        canvas = self._canvas
        bottom = PAGE_HEIGHT - top - height
        canvas.saveState()
        canvas.setLineWidth(0.8)
        if fill is Fill.DASHED:
            canvas.setDash(_DASH, _DASH)
        canvas.rect(x, bottom, width, height, fill=1 if fill is Fill.DARK else 0)
        if fill is Fill.DIAGONAL:
            canvas.line(x, bottom, x + width, bottom + height)
        elif fill in (Fill.HATCHED, Fill.LINED):
            outline = canvas.beginPath()
            outline.rect(x, bottom, width, height)
            canvas.clipPath(outline, stroke=0, fill=0)
            self._lines(x, bottom, width, height, rising=fill is Fill.HATCHED)
        canvas.restoreState()

    def _lines(self, x: float, bottom: float, width: float, height: float, *, rising: bool) -> None:
        if rising:
            count = int((width + height) / _HATCH_PITCH) + 1
            for number in range(count):
                at = x - height + number * _HATCH_PITCH
                self._canvas.line(at, bottom, at + height, bottom + height)
            return
        for number in range(1, int(height / _HATCH_PITCH) + 1):
            at = bottom + number * _HATCH_PITCH - 0.4
            self._canvas.line(x, at, x + width, at)

    def dot(self, x: float, y: float, radius: float, *, filled: bool) -> None:
        """Draw a circle around (`x`, `y`); if it is not filled, nothing shines through it."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setLineWidth(1.4)
        canvas.setFillGray(0 if filled else 1)
        canvas.circle(x, PAGE_HEIGHT - y, radius, fill=1)
        canvas.restoreState()

    def plate(self, x: float, top: float, width: float, height: float, *, black: bool) -> None:
        """Draw a filled rectangle: black, or white with a border."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setLineWidth(0.8)
        canvas.setFillGray(0 if black else 1)
        canvas.rect(x, PAGE_HEIGHT - top - height, width, height, fill=1)
        canvas.restoreState()

    @contextmanager
    def white(self) -> Iterator[None]:
        """Draw text in white within the ``with`` block."""
        self._canvas.saveState()
        self._canvas.setFillGray(1)
        yield
        self._canvas.restoreState()

    @contextmanager
    def coloured(self) -> Iterator[None]:
        """Draw in the facilitator's colour, if there is one, within the ``with`` block."""
        if self._colour is None:
            yield
            return
        self._canvas.saveState()
        self._canvas.setFillColorRGB(*self._colour)
        self._canvas.setStrokeColorRGB(*self._colour)
        yield
        self._canvas.restoreState()

    def picture(self, data: bytes, x: float, top: float, width: float, height: float) -> None:
        """Draw a PNG; raises UserError (`errors.logo`) if it is invalid."""
        try:
            image = ImageReader(BytesIO(data))
            image.getRGBData()
        except Exception as error:
            raise UserError("errors.logo") from error
        bottom = PAGE_HEIGHT - top - height
        self._canvas.drawImage(image, x, bottom, width, height)

    def squares(
        self, x: float, top: float, side: float, cells: tuple[tuple[int, int, int], ...]
    ) -> None:
        """Fill runs of squares, each given as row, first column and number of columns."""
        origin = f"{x:.3f} {PAGE_HEIGHT - top:.3f}"
        self._canvas.addLiteral(f"q {side:.5f} 0 0 {-side:.5f} {origin} cm {_squares(cells)} f Q")

    def icon(self, name: str, x: float, top: float, size: float) -> None:
        """Draw one of the program's icons."""
        scale = size / _ICON_GRID
        origin = f"{x:.3f} {PAGE_HEIGHT - top:.3f}"
        self._canvas.addLiteral(f"q {scale:.5f} 0 0 {-scale:.5f} {origin} cm {_strokes(name)} Q")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Add an entry to the outline that leads to `top` on this page."""
        self._bookmarks += 1
        self._level = min(level, self._level + 1)
        key = f"b{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=PAGE_HEIGHT - top + 8, zoom=0)
        self._canvas.addOutlineEntry(title, key, self._level, closed=False)


@lru_cache(maxsize=512)
def _squares(cells: tuple[tuple[int, int, int], ...]) -> str:
    """Return runs of squares of side 1 as a path of PDF operators."""
    return " ".join(f"{column} {row} {count} 1 re" for row, column, count in cells)


@cache
def _strokes(name: str) -> str:
    """Return an icon on its own grid as PDF operators: strokes with round ends."""
    operators = [f"{_ICON_STROKE} w 1 J 1 j"]
    for outline in outlines(name):
        operators.append(f"[{' '.join(map(_number, outline.dashes))}] 0 d")
        for letter, points in outline.segments:
            operator = "h" if letter == "Z" else letter.lower()
            operators.append(" ".join((*map(_number, points), operator)))
        operators.append("S")
    return " ".join(operators)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
