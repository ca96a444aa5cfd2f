"""Draws on pages: coordinates in points from the top left, black, with the bundled typeface.

Drawings belong to the tags of the blocks (`exports.pdf.tagging`).
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache, lru_cache
from io import BytesIO
from typing import ClassVar, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.embedding import EmbeddedFont, Fonts
from exports.pdf.fonts import ASCENT, register_monospaced, typeface
from exports.pdf.ink import TextRun
from exports.pdf.page_size import page_size
from exports.pdf.structure import Bookmark, add_link, document_of
from exports.pdf.styles import HAIRLINE
from exports.pdf.svg import outlines
from exports.pdf.tagging import FOOT_OF_PAGE, REPEATED, Tag, Tags, figure_tag
from exports.web_addresses import is_safe
from workshop_app.domain.errors import UserError

_ICON_GRID = 24
_ICON_STROKE = 2.0


class FigureNames(NamedTuple):
    """Alternative texts of figures in the language of a paper."""

    code: str = "QR"
    """Read out before the address of a QR code."""
    logo: str = "Logo"
    box: str = "To tick"


PLAIN_NAMES = FigureNames()


class Pen:
    """Draws plain text and lines on the current page of a canvas.

    Text belongs to the enclosing tag, or else is a paragraph. Lines and shapes are artefacts that
    are not read out, unless they are drawn within a `figure`.
    """

    THREAD: ClassVar[float] = 0.8

    def __init__(
        self,
        canvas: Canvas,
        pages: Mapping[str, int],
        names: FigureNames,
        fonts: Fonts,
    ) -> None:
        self.names = names
        self.tags = Tags(canvas.addLiteral)
        self._canvas = canvas
        self._pages = pages
        *self._fonts, self._monospaced = fonts
        self._others: set[EmbeddedFont] = set()
        self._sheet_height = page_size().sheet_height
        self.bookmarks: list[Bookmark] = []

    def end_page(self) -> None:
        """End the current page."""
        self.tags.end_page()
        self._canvas.showPage()

    def embed_fonts(self) -> None:
        """Add the fonts with the characters that were drawn, after the last page."""
        for font in (*self._fonts, *self._others):
            font.add_to(document_of(self._canvas))

    def tagged(self, tag: Tag) -> AbstractContextManager[None]:
        """Context manager: what is drawn belongs to the element of `tag`."""
        return self.tags.within(tag)

    def list_item(self, tag: Tag, label: str) -> AbstractContextManager[None]:
        """Context manager: draw a list item, after the items drawn before."""
        return self.tags.within_item(tag, label)

    def page_foot(self) -> AbstractContextManager[None]:
        """Context manager: draw the foot of the page, which is not read out."""
        return self.tags.within_artefact(FOOT_OF_PAGE)

    def repeated(self) -> AbstractContextManager[None]:
        """Context manager: repeat what was drawn on an earlier page; it is not read out."""
        return self.tags.within_artefact(REPEATED)

    def figure(
        self, alternative: str, x: float, top: float, width: float, height: float
    ) -> AbstractContextManager[None]:
        """Context manager: draw a figure; `alternative`, if any, is read out instead of it."""
        if not alternative:
            return nullcontext()
        bottom = self._sheet_height - top - height
        return self.tags.within(figure_tag(alternative, x, bottom, x + width, bottom + height))

    @property
    def page(self) -> int:
        """The number of the current page."""
        return self._canvas.getPageNumber()

    def page_of(self, key: str) -> int:
        """Return the number of the page with the anchor `key`; 0 if none has it."""
        return self._pages.get(key, 0)

    def runs(
        self, x: float, top: float, runs: Sequence[TextRun], size: float, leading: float
    ) -> None:
        """Draw a line of text in a box with its top left at (`x`, `top`) and `leading` high."""
        baseline = self._sheet_height - top - (leading - size) / 2 - size * ASCENT
        target = None
        last = len(runs) - 1
        for number, run in enumerate(runs):
            if not run.text:
                continue
            target = target or self.tags.text_target()
            link = run.link if run.link and is_safe(run.link) else ""
            element = self.tags.link(target, link) if link else None
            self.tags.mark(element or target)
            font = self._fonts[run.bold]
            at = f"/{font.name} {size:g} Tf {x:.3f} {baseline:.3f} Td"
            self._canvas.addLiteral(f"BT {at} {font.string(run.text)} Tj ET")
            if number < last or link:
                width = typeface().width(run.text, size, bold=run.bold)
                if element:
                    area = x, baseline - size * 0.2, x + width, baseline + size
                    self.tags.add_area(element, add_link(self._canvas, link, area))
                x += width

    def monospaced(self, x: float, top: float, text: str, size: float, leading: float) -> None:
        """Draw a line of printable ASCII characters of equal width; placed like `runs`."""
        register_monospaced()
        self._others.add(self._monospaced)
        baseline = self._sheet_height - top - (leading - size) / 2 - size * ASCENT
        self.tags.mark(self.tags.text_target())
        at = f"/{self._monospaced.name} {size:g} Tf {x:.3f} {baseline:.3f} Td"
        self._canvas.addLiteral(f"BT {at} {self._monospaced.string(text)} Tj ET")

    def text_right(self, right: float, top: float, text: str, size: float, leading: float) -> None:
        """Draw a line of text that ends at `right`."""
        x = right - typeface().width(text, size)
        self.runs(x, top, (TextRun(text),), size, leading)

    def line(self, x1: float, y1: float, x2: float, y2: float, thickness: float) -> None:
        """Draw a straight line."""
        self.tags.mark_shape()
        begin = f"{x1:.3f} {self._sheet_height - y1:.3f}"
        end = f"{x2:.3f} {self._sheet_height - y2:.3f}"
        self._canvas.addLiteral(f"{thickness:.3f} w {begin} m {end} l S")

    def hairline(self, x: float, y: float, width: float) -> None:
        """Draw a thin, horizontal line."""
        self.tags.mark_shape()
        self.line(x, y, x + width, y, HAIRLINE)

    def box(
        self, x: float, top: float, width: float, height: float, *, radius: float, thickness: float
    ) -> None:
        """Draw the border of a box."""
        self.tags.mark_shape()
        self._canvas.setLineWidth(thickness)
        bottom = self._sheet_height - top - height
        self._canvas.roundRect(x, bottom, width, height, radius)

    def dot(self, x: float, y: float, radius: float, *, filled: bool) -> None:
        """Draw a circle around (`x`, `y`); if it is not filled, it is opaque white."""
        self.tags.mark_shape()
        canvas = self._canvas
        canvas.saveState()
        canvas.setLineWidth(1.4)
        canvas.setFillGray(0 if filled else 1)
        canvas.circle(x, self._sheet_height - y, radius, fill=1)
        canvas.restoreState()

    def plate(self, x: float, top: float, width: float, height: float, *, black: bool) -> None:
        """Draw a filled rectangle: black, or white with a border."""
        self.tags.mark_shape()
        place = f"{x:.3f} {self._sheet_height - top - height:.3f} {width:.3f} {height:.3f}"
        self._canvas.addLiteral(f"q 0.8 w {0 if black else 1} g {place} re B Q")

    def polygon(self, points: Sequence[tuple[float, float]], *, black: bool) -> None:
        """Draw a closed shape: black, or white with a border."""
        self.tags.mark_shape()
        (first, *rest) = [f"{x:.3f} {self._sheet_height - y:.3f}" for x, y in points]
        path = f"{first} m {' '.join(f'{point} l' for point in rest)} h"
        self._canvas.addLiteral(f"q 1.1 w {0 if black else 1} g {path} B Q")

    def picture(self, data: bytes, x: float, top: float, width: float, height: float) -> None:
        """Draw a PNG; raises UserError (`errors.logo`) if it is invalid."""
        try:
            image = ImageReader(BytesIO(data))
            image.getRGBData()
        except Exception as error:
            raise UserError("errors.logo") from error
        self.tags.mark_shape()
        bottom = self._sheet_height - top - height
        self._canvas.drawImage(image, x, bottom, width, height)

    def squares(
        self, x: float, top: float, side: float, cells: tuple[tuple[int, int, int], ...]
    ) -> None:
        """Fill runs of squares, each given as row, first column and number of columns."""
        self.tags.mark_shape()
        origin = f"{x:.3f} {self._sheet_height - top:.3f}"
        self._canvas.addLiteral(f"q {side:.5f} 0 0 {-side:.5f} {origin} cm {_squares(cells)} f Q")

    def icon(self, name: str, x: float, top: float, size: float) -> None:
        """Draw one of the program's icons."""
        self.tags.mark_shape()
        scale = size / _ICON_GRID
        origin = f"{x:.3f} {self._sheet_height - top:.3f}"
        self._canvas.addLiteral(f"q {scale:.5f} 0 0 {-scale:.5f} {origin} cm {_strokes(name)} Q")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Add an entry to the outline that leads to `top` on this page."""
        level = min(level, self.bookmarks[-1].level + 1 if self.bookmarks else 0)
        height = self._sheet_height - top + 8
        self.bookmarks.append(Bookmark(title, level, self.page - 1, height))


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
