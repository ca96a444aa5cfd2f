"""Lays out blocks on pages, then draws them, so that page numbers are known while drawing."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from exports.pdf.blocks.block import Anchor, Block, NewPage, WritingLines
from exports.pdf.embedding import Fonts
from exports.pdf.fonts import REGULAR, typeface
from exports.pdf.ink import TextRun
from exports.pdf.page_size import page_size
from exports.pdf.pen import PLAIN_NAMES, FigureNames, Pen
from exports.pdf.spacing import spaced
from exports.pdf.structure import About, save
from exports.pdf.styles import BODY, FOOT, SIDE, SMALL, TOP
from workshop_app.domain.record import Record

_PROGRAM = "Workshop App"
_PRIVATE_BAR = 4.0
"""Width of the bar at the left edge of private pages."""
_PRIVATE_BAR_X = SIDE - 16
_SHORT = 0.36
"""The part of a page that is worth to be avoided by smaller gaps on the pages before."""
OnPage = Callable[[int, int], None]
"""Called after each page with its number and the number of pages, which is 0 while unknown."""


class PlacedBlock(NamedTuple):
    """A block and its top edge, measured from the top of the page."""

    block: Block
    top: float


class PageLayout(NamedTuple):
    """The pages, and the page number of each anchor."""

    pages: tuple[tuple[PlacedBlock, ...], ...]
    anchors: dict[str, int]

    @property
    def ends_short(self) -> bool:
        """Whether one of several pages holds only a few lines, besides those to write on."""
        return len(self.pages) > 1 and any(map(_is_short, self.pages))


def _is_short(placed: Sequence[PlacedBlock]) -> bool:
    said = [each for each in placed if not isinstance(each.block, WritingLines)]
    ends = (each.top - TOP + each.block.height(page_size().width) for each in said)
    return max(ends, default=0) <= _SHORT * page_size().height


class PageFrame(Record):
    """The metadata of a PDF, and what is printed around the blocks of each page."""

    title: str
    language: str
    footer: str
    numbered: bool = True
    head: str = ""
    """Printed above the blocks from the second page on; empty for nothing."""
    day: str
    """ISO date, which becomes the date in the metadata; empty for none."""
    private: bool = False
    """Whether a bar is printed at the left edge of each page."""
    names: FigureNames = PLAIN_NAMES


def _ignore_page(page: int, pages: int) -> None:
    """Ignore the page."""


def draw(
    layout: PageLayout, frame: PageFrame, fonts: Fonts, on_page: OnPage = _ignore_page
) -> Callable[[], bytes]:
    """Draw a layout; return a function that returns its PDF, which is reproducible.

    It is called when all papers with these `fonts` are drawn. `on_page` may raise to stop the work.
    """
    buffer = BytesIO()
    canvas = _canvas(buffer, frame)
    pen = Pen(canvas, layout.anchors, frame.names, fonts)
    for number, page in enumerate(layout.pages, 1):
        for placed in page:
            placed.block.draw(pen, SIDE, placed.top, page_size().width)
        if frame.private:
            bottom = page_size().sheet_height - TOP
            pen.line(_PRIVATE_BAR_X, TOP, _PRIVATE_BAR_X, bottom, _PRIVATE_BAR)
        if frame.head and number > 1:
            _draw_head(pen, frame.head)
        of = f"{number} / {len(layout.pages)}" if frame.numbered else ""
        _draw_foot(pen, frame.footer, of)
        pen.end_page()
        on_page(number, len(layout.pages))

    def finished() -> bytes:
        pen.embed_fonts()
        about = About(frame.title, frame.language, _PROGRAM, frame.day)
        save(canvas, pen.tags, about, pen.bookmarks)
        return buffer.getvalue()

    return finished


def lay_out(blocks: Sequence[Block], on_page: OnPage = _ignore_page) -> PageLayout:
    """Place `blocks` on as many pages as they need."""
    return _Placing(blocks, on_page).layout()


class _Placing:
    def __init__(self, blocks: Sequence[Block], on_page: OnPage) -> None:
        self._remaining = list(reversed(blocks))
        self._on_page = on_page
        self._pages: list[list[PlacedBlock]] = [[]]
        self._anchors: dict[str, int] = {}
        self._waiting: list[str] = []
        """The anchors whose block is not placed yet."""
        self._used = 0.0
        self._below = 0.0

    def layout(self) -> PageLayout:
        """Place all blocks."""
        while self._remaining:
            block = self._remaining.pop()
            if isinstance(block, NewPage):
                room = page_size().height - self._used
                if self._pages[-1] and self._remaining and room <= block.room:
                    self._start_page()
            elif isinstance(block, Anchor):
                self._waiting.append(block.key)
            else:
                self._place(block)
        self._set_anchors()
        return PageLayout(tuple(tuple(page) for page in self._pages), self._anchors)

    def _start_page(self) -> None:
        self._pages.append([])
        self._used = self._below = 0.0
        self._on_page(len(self._pages), 0)

    def _place(self, block: Block) -> None:
        """Place a block, or the part of it that fits, or start a page for it."""
        gap = spaced(max(self._below, block.above)) if self._pages[-1] else 0
        free = page_size().height - self._used
        room = free - gap
        if isinstance(block, WritingLines):
            block = block.filling(page_size().width, room)
        if block.optional and block.height(page_size().width, room) > room:
            return
        height = block.height(page_size().width, room)
        anchor = block.anchor
        if height > room + 0.01:
            parts = block.split(page_size().width, room) if room > 0 else None
            if parts is None and self._pages[-1]:
                self._remaining.append(block)
                may_wait = block.may_wait and free > page_size().white
                if not (may_wait and _bring_forward(self._remaining, room)):
                    self._start_page()
                return
            if parts is not None:
                block, rest = parts
                if rest.height(page_size().width, 0) > 0:
                    self._remaining.append(rest)
                height = page_size().height
        self._pages[-1].append(PlacedBlock(block, TOP + self._used + gap))
        for key in filter(None, (anchor, *block.anchors)):
            self._anchors.setdefault(key, len(self._pages))
        self._set_anchors()
        self._used += gap + height
        self._below = block.below

    def _set_anchors(self) -> None:
        self._anchors.update(dict.fromkeys(self._waiting, len(self._pages)))
        self._waiting.clear()


def _bring_forward(remaining: list[Block], room: float) -> bool:
    """Move a block that fits into `room` before one that may wait; return whether there is one.

    `remaining` has the blocks in reverse order; all from the first one that may not wait on are
    kept.
    """
    for index in range(len(remaining) - 2, -1, -1):
        block = remaining[index]
        if not block.may_wait:
            return False
        needed = room - block.above
        if not block.optional and block.height(page_size().width, needed) <= needed:
            remaining.append(remaining.pop(index))
            return True
    return False


def _canvas(buffer: BytesIO, frame: PageFrame) -> Canvas:
    typeface()
    canvas = Canvas(
        buffer,
        pagesize=(page_size().sheet_width, page_size().sheet_height),
        invariant=1,
        pageCompression=1,
        lang=frame.language,
        initialFontName=REGULAR,  # pyright: ignore[reportArgumentType] - takes a name
        initialFontSize=BODY.size,
    )
    canvas.setTitle(frame.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setKeywords("")
    canvas.setCreator(_PROGRAM)
    canvas.setProducer(_PROGRAM)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if frame.day:
        stamp = f"D:{frame.day.replace('-', '')}000000Z"
        canvas.setDateFormatter(lambda *_: stamp)
    return canvas


def _draw_head(pen: Pen, head: str) -> None:
    while head and typeface().width(head, SMALL.size) > page_size().width:
        head = f"{head.removesuffix('…')[:-1]}…"
    with pen.repeated():
        pen.runs(SIDE, TOP - 6 - SMALL.leading, (TextRun(head),), SMALL.size, SMALL.leading)


def _draw_foot(pen: Pen, footer: str, number: str) -> None:
    top = page_size().sheet_height - FOOT + 8
    with pen.page_foot():
        width = page_size().width
        pen.hairline(SIDE, top, width)
        pen.runs(SIDE, top + 5, (TextRun(footer),), BODY.size, BODY.leading)
        pen.text_right(SIDE + width, top + 5, number, BODY.size, BODY.leading)
