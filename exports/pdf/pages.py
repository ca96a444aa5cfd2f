"""Lays blocks out on pages, then draws them, so that page numbers are known while drawing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from exports.pdf.blocks.block import Anchor, Block, NewPage, WritingLines
from exports.pdf.fonts import REGULAR, typeface
from exports.pdf.ink import TextRun
from exports.pdf.pen import PLAIN_NAMES, FigureNames, Pen
from exports.pdf.structure import About, save
from exports.pdf.styles import (
    BODY,
    FOOT,
    HEIGHT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE,
    TOP,
    WHITE,
    WIDTH,
)

_PROGRAM = "Workshop App"
_PRIVATE_BAR = 4.0
"""Width of the bar at the left edge of private pages."""
_PRIVATE_BAR_X = SIDE - 16
OnPage = Callable[[int, int], None]
"""Called after each page with its number and the number of pages, 0 while that is not known."""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and its top edge, measured from the top of the page."""

    block: Block
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages, and the page number of each anchor."""

    pages: tuple[tuple[PlacedBlock, ...], ...]
    anchors: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The metadata of a PDF, and what is printed around the blocks of each page."""

    title: str
    language: str
    footer: str
    day: str
    """ISO date, which becomes the date in the metadata; empty for none."""
    private: bool = False
    """Whether a bar is printed at the left edge of each page."""
    colour: str = ""
    """Of titles and headings, as #RRGGBB; empty for black."""
    names: FigureNames = PLAIN_NAMES


def _ignore_page(page: int, pages: int) -> None:
    """Ignore the page."""


def write(blocks: Sequence[Block], frame: PageFrame, on_page: OnPage = _ignore_page) -> bytes:
    """Return the PDF of `blocks`: the same blocks and frame always give the same bytes.

    `on_page` may raise to stop the work.
    """
    return draw(lay_out(blocks, on_page), frame, on_page)


def draw(layout: Layout, frame: PageFrame, on_page: OnPage = _ignore_page) -> bytes:
    """Return the PDF of a layout; `on_page` may raise to stop the work."""
    buffer = BytesIO()
    canvas = _canvas(buffer, frame)
    pen = Pen(canvas, layout.anchors, frame.colour, frame.names)
    for number, page in enumerate(layout.pages, 1):
        for placed in page:
            placed.block.draw(pen, SIDE, placed.top, WIDTH)
        if frame.private:
            pen.line(_PRIVATE_BAR_X, TOP, _PRIVATE_BAR_X, PAGE_HEIGHT - TOP, _PRIVATE_BAR)
        _draw_foot(pen, frame.footer, number, len(layout.pages))
        pen.end_page()
        on_page(number, len(layout.pages))
    pen.embed_fonts()
    about = About(frame.title, frame.language, _PROGRAM, frame.day)
    save(canvas, pen.tags, about)
    return buffer.getvalue()


def lay_out(blocks: Sequence[Block], on_page: OnPage = _ignore_page) -> Layout:
    """Place `blocks` on as many pages as they need."""
    remaining = list(reversed(blocks))
    pages: list[list[PlacedBlock]] = [[]]
    anchors: dict[str, int] = {}
    waiting: list[str] = []
    used = 0.0
    below = 0.0

    def start_page() -> None:
        nonlocal used, below
        pages.append([])
        used = below = 0.0
        on_page(len(pages), 0)

    while remaining:
        block = remaining.pop()
        if isinstance(block, NewPage):
            if pages[-1] and remaining and HEIGHT - used <= block.room:
                start_page()
            continue
        if isinstance(block, Anchor):
            waiting.append(block.key)
            continue
        gap = max(below, block.above) if pages[-1] else 0
        room = HEIGHT - used - gap
        if isinstance(block, WritingLines):
            block = block.filling(WIDTH, room)
        if _is_left_out(block, room, len(pages)):
            continue
        height = block.height(WIDTH, room)
        anchor = block.anchor
        if height > room + 0.01:
            parts = block.split(WIDTH, room) if room > 0 else None
            if parts is None and pages[-1]:
                remaining.append(block)
                if not (block.may_wait and room > WHITE and _bring_forward(remaining, room)):
                    start_page()
                continue
            if parts is not None:
                block, rest = parts
                if rest.height(WIDTH, 0) > 0:
                    remaining.append(rest)
                height = HEIGHT
        pages[-1].append(PlacedBlock(block, TOP + used + gap))
        anchors.update(dict.fromkeys(waiting, len(pages)))
        waiting.clear()
        if anchor:
            anchors[anchor] = len(pages)
        used += gap + height
        below = block.below
    anchors.update(dict.fromkeys(waiting, len(pages)))
    return Layout(tuple(tuple(page) for page in pages), anchors)


def _bring_forward(remaining: list[Block], room: float) -> bool:
    """Put a block that may wait and fits into `room` first, and tell whether there is one.

    `remaining` has the blocks in reverse; all from the first one that may not wait on stay.
    """
    for index in range(len(remaining) - 2, -1, -1):
        block = remaining[index]
        if not block.may_wait:
            return False
        needed = room - block.above
        if not block.optional and block.height(WIDTH, needed) <= needed:
            remaining.append(remaining.pop(index))
            return True
    return False


def _is_left_out(block: Block, room: float, page: int) -> bool:
    """Tell whether a block that may be missing does not stand where it should."""
    too_high = block.optional and block.height(WIDTH, room) > room
    return too_high or (block.in_front and page > 1)


def _canvas(buffer: BytesIO, frame: PageFrame) -> Canvas:
    typeface()
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
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


def _draw_foot(pen: Pen, footer: str, number: int, count: int) -> None:
    top = PAGE_HEIGHT - FOOT + 8
    with pen.page_foot():
        pen.hairline(SIDE, top, WIDTH)
        pen.runs(SIDE, top + 5, (TextRun(footer),), BODY.size, BODY.leading)
        pen.text_right(SIDE + WIDTH, top + 5, f"{number} / {count}", BODY.size, BODY.leading)
