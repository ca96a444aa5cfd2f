"""Checks the positions of text on a page: within the grid, without overlaps."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from math import ceil

import pypdfium2

from exports.pdf.blocks.block import Block
from exports.pdf.embedding import new_fonts
from exports.pdf.pages import OnPage, PageFrame, PageLayout, draw, lay_out
from exports.pdf.styles import FOOT, LABEL_GAP, LABEL_WIDTH, SIDE, TOP
from tests.helpers.papers import pages_of, squeezed

_SLACK = 1.5
"""Points by which a glyph may exceed the box of its line."""
_PAPER = bytes(range(200, 256))
"""The brightness of pixels that belong to no letter or line."""
_SPACE = 4
"""Width in points of the space at the end of a line, kept for screen readers."""


def write(
    blocks: Sequence[Block], frame: PageFrame, on_page: OnPage = lambda _page, _pages: None
) -> bytes:
    """Return the PDF of `blocks`."""
    return draw(lay_out(blocks, on_page), frame, new_fonts(), on_page)()


def check_pages(pdf: bytes) -> None:
    """Fail if text is outside of the grid, or two lines overlap."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    for number, page in enumerate(document, 1):
        width, height = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_rect(n) for n in range(text.count_rects())]
        for left, bottom, right, top in boxes:
            assert left >= SIDE - _SLACK, f"page {number}"
            gap = _SPACE if text.get_text_bounded(left, bottom, right, top).endswith(" ") else 0
            assert right - gap <= width - SIDE + _SLACK, f"page {number}"
            in_head = number > 1 and bottom > height - TOP + _SLACK
            assert in_head or top <= height - TOP + _SLACK, f"page {number}"
            assert bottom >= FOOT - _SLACK or top < FOOT - 4, f"page {number}"
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                assert not _covers(one, other), (number, text.get_text_bounded(*one))


def _covers(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > _SLACK and down > _SLACK


def white_bands(pdf: bytes) -> list[float]:
    """Return the highest white band of each page, as a share of the space within its margins.

    The end of the last page does not count.
    """
    pages = _pictures(pdf)
    return [_white_band(page, last=page is pages[-1]) for page in pages]


@lru_cache(maxsize=1)
def _pictures(pdf: bytes) -> list[list[bytes]]:
    """Return the rows of pixels of each page, one for each point."""
    pages = [page.render(grayscale=True) for page in pypdfium2.PdfDocument(BytesIO(pdf))]
    return [
        [bytes(page.buffer[at : at + page.width])
         for at in range(0, page.height * page.stride, page.stride)]
        for page in pages
    ]  # fmt: skip


def _white_band(lines: list[bytes], *, last: bool) -> float:
    end = len(lines) - round(FOOT)
    inked = [row for row, line in enumerate(lines[:end]) if line.translate(None, _PAPER)]
    inked += [] if last else [end]
    bands = [below - above for above, below in pairwise(inked)]
    return max(bands, default=0) / (end - round(TOP))


def has_ink_below(pdf: bytes, page: int, top: float) -> bool:
    """Return whether there is a text or a line beside the labels between `top` and the footer."""
    lines = _pictures(pdf)[page - 1][ceil(top) : -ceil(FOOT)]
    labels = ceil(SIDE + LABEL_WIDTH + LABEL_GAP)
    return any(line[labels:].translate(None, _PAPER) for line in lines)


def gaps_of(pdf: bytes, words: str) -> list[float]:
    """Return the gaps in points between words that follow each other on the first page."""
    text = pypdfium2.PdfDocument(BytesIO(pdf))[0].get_textpage()
    begin = text.get_text_range().index(words)
    spaces = (begin + n for n, character in enumerate(words) if character == " ")
    return [text.get_charbox(at + 1)[0] - text.get_charbox(at - 1)[2] for at in spaces]


def texts_of(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page."""
    return [page.split() for page in pages_of(pdf)]


def pages_with(layout: PageLayout) -> list[str]:
    """Return the text of each page of a layout, without spaces."""
    frame = PageFrame(title="", language="ja", footer="", day="")
    return [squeezed(page) for page in pages_of(draw(layout, frame, new_fonts())())]
