"""Blocks laid out on pages, then drawn: the number of pages is known before the first is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from exports.pdf.blocks.block import Anchor, Block, NewPage, WritingLines
from exports.pdf.fonts import REGULAR, typeface
from exports.pdf.ink import Run
from exports.pdf.pen import Pen
from exports.pdf.styles import BODY, FOOT, HEIGHT, PAGE_HEIGHT, PAGE_WIDTH, SIDE, TOP, WIDTH

_INK = 4.0
_INK_AT = SIDE - 16
Tick = Callable[[int, int], None]
"""Told after each page: its number and how many there are; 0 while that is not yet known."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it begins, from the top of the page."""

    block: Block
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages, and the page number of each anchor."""

    pages: tuple[tuple[Placed, ...], ...]
    anchors: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the blocks: title and language of the file, and the foot of each page."""

    title: str
    language: str
    footer: str
    day: str
    """ISO date, which becomes the file's date; empty for none."""
    private: bool = False
    """A bar of ink runs down the left edge of each page."""
    colour: str = ""
    """Of titles and headings, as #RRGGBB; empty for black."""


def _no_tick(page: int, pages: int) -> None:
    """Nobody wants to know."""


def write(blocks: Sequence[Block], frame: Frame, tick: Tick = _no_tick) -> bytes:
    """Return the PDF of `blocks`: the same blocks and frame always give the same bytes.

    `tick` may raise to stop the work.
    """
    return draw(lay_out(blocks, tick), frame, tick)


def draw(layout: Layout, frame: Frame, tick: Tick = _no_tick) -> bytes:
    """Return the PDF of a layout; `tick` may raise to stop the work."""
    buffer = BytesIO()
    canvas = _canvas(buffer, frame)
    pen = Pen(canvas, layout.anchors, frame.colour)
    for number, page in enumerate(layout.pages, 1):
        for placed in page:
            placed.block.draw(pen, SIDE, placed.top, WIDTH)
        if frame.private:
            pen.line(_INK_AT, TOP, _INK_AT, PAGE_HEIGHT - TOP, _INK)
        _draw_foot(pen, frame.footer, number, len(layout.pages))
        canvas.showPage()
        tick(number, len(layout.pages))
    canvas.save()
    return buffer.getvalue()


def lay_out(blocks: Sequence[Block], tick: Tick = _no_tick) -> Layout:
    """Place `blocks` on as many pages as they need."""
    waiting = list(reversed(blocks))
    pages: list[list[Placed]] = [[]]
    anchors: dict[str, int] = {}
    used = 0.0
    below = 0.0

    def turn() -> None:
        nonlocal used, below
        pages.append([])
        used = below = 0.0
        tick(len(pages), 0)

    while waiting:
        block = waiting.pop()
        if isinstance(block, NewPage):
            if pages[-1] and waiting:
                turn()
            continue
        if isinstance(block, Anchor):
            anchors[block.key] = len(pages)
            continue
        gap = max(below, block.above) if pages[-1] else 0
        room = HEIGHT - used - gap
        if isinstance(block, WritingLines):
            block = block.filling(WIDTH, room)
            if block.optional and block.height(WIDTH) > room:
                continue
        tall = block.height(WIDTH, room)
        if tall > room + 0.01:
            parts = block.split(WIDTH, room) if room > 0 else None
            if parts is None and pages[-1]:
                waiting.append(block)
                turn()
                continue
            if parts is not None:
                block, rest = parts
                waiting.append(rest)
                tall = HEIGHT
        pages[-1].append(Placed(block, TOP + used + gap))
        used += gap + tall
        below = block.below
    return Layout(tuple(tuple(page) for page in pages), anchors)


def _canvas(buffer: BytesIO, frame: Frame) -> Canvas:
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
    canvas.setCreator("Workshop App")
    canvas.setProducer("Workshop App")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if frame.day:
        stamp = f"D:{frame.day.replace('-', '')}000000Z"
        canvas.setDateFormatter(lambda *_: stamp)
    return canvas


def _draw_foot(pen: Pen, footer: str, number: int, count: int) -> None:
    top = PAGE_HEIGHT - FOOT + 26
    pen.hairline(SIDE, top, WIDTH)
    pen.runs(SIDE, top + 5, (Run(footer),), BODY.size, BODY.leading)
    pen.text_right(SIDE + WIDTH, top + 5, f"{number} / {count}", BODY.size, BODY.leading)
