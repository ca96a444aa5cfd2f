"""The parts papers are made of. `para` is the one way from a text to a page.

There is no markup: whatever a user typed is printed letter by letter, and only `para` turns text
into a block, after fitting it to the typeface.
"""

from collections.abc import Iterable

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.chart import Bar, Length
from exports.pdf.blocks.grid import CellRow, Grid
from exports.pdf.blocks.gutter import Box, Gutter, GutterMark
from exports.pdf.blocks.logo import Logo
from exports.pdf.blocks.qr_code import QR_SIZE, QrCode
from exports.pdf.blocks.stack import Stack
from exports.pdf.blocks.text import Heading, Text
from exports.pdf.fonts import typeface
from exports.pdf.ink import Run
from exports.pdf.paper import Paper
from exports.pdf.styles import BODY, HEADING, LABEL, NUMBER, Style
from exports.web_addresses import is_safe

ICONS = {
    "solution": "circle-check",
    "card": "card",
    "request": "plane",
    "not_ours": "circle-slash",
    "open": "circle-dashed",
}
"""The shape of each outcome, the same as on the screen."""
_OUTLINE_LENGTH = 80
QR_GAP = 20
_MARK_PAD = (10, 3)
_SHORT_FACT = 110.0


class Bold(str):
    """Text printed bold."""

    __slots__ = ()


class Counted(str):
    """The name of a column of numbers, which stands at the right as they do."""

    __slots__ = ()


class Address(str):
    """An address: printed in full, and a link where it is plain https."""

    __slots__ = ()


def para(paper: Paper, *parts: str, style: Style = BODY, badge: str = "") -> Text:
    """Return a paragraph of plain, `Bold` and `Address` parts; line breaks in them are kept."""
    return Text(_runs(paper, parts, style), style, paper.fit(badge))


def heading(
    paper: Paper, text: str, style: Style = HEADING, *, level: int = 1, outline: str = ""
) -> Heading:
    """Return a heading; `outline` is its entry in the outline when that says more."""
    entry = _shortened(paper, outline or text)
    return Heading(_runs(paper, (text,), style), style, entry, level)


def lead(paper: Paper, *parts: str, style: Style = BODY, badge: str = "") -> Text:
    """Return a paragraph as by `para` that stays with what follows."""
    block = para(paper, *parts, style=style, badge=badge)
    block.keep_next = True
    return block


def label(paper: Paper, text: str) -> Text:
    """Return a line that names what follows and stays with it."""
    return lead(paper, text, style=LABEL)


def numbered(paper: Paper, texts: Iterable[str]) -> list[Block]:
    """Return a numbered list."""
    return [
        Gutter(para(paper, text), GutterMark(word=str(number)))
        for number, text in enumerate(texts, 1)
    ]


def dotted(paper: Paper, texts: Iterable[str]) -> list[Block]:
    """Return a list with dots."""
    dot = GutterMark(word="・" if paper.language == "ja" else "•", bold=False)
    return [Gutter(para(paper, text), dot, indent=15) for text in texts]


def table(
    paper: Paper,
    header: tuple[str, ...],
    rows: Iterable[tuple[Block, ...]],
    widths: tuple[float | None, ...],
) -> Grid:
    """Return a table with a bold header that is repeated on each page."""
    head = CellRow(tuple(_column_name(paper, text) for text in header), widths)
    return Grid(head, tuple(CellRow(cells, widths) for cells in rows))


def _column_name(paper: Paper, text: str) -> Block:
    return para(paper, Bold(text), style=NUMBER if isinstance(text, Counted) else BODY)


def facts(paper: Paper, pairs: Iterable[tuple[str, Block]], width: float = 146) -> Grid:
    """Return names and what is to be said about them, side by side."""
    rows = (((para(paper, Bold(name)), said), (width, None)) for name, said in pairs)
    return Grid(None, tuple(CellRow(*row, whole=_SHORT_FACT) for row in rows))


def beside_qr(address: str, *blocks: Block) -> Block:
    """Return `blocks` with the QR code of `address` at their right, if it may have one."""
    if not is_safe(address):
        return Stack(*blocks)
    row = CellRow((Stack(*blocks), QrCode(address)), (None, QR_SIZE), gap=QR_GAP)
    row.above = blocks[0].above
    return row


def chart(
    paper: Paper, rows: Iterable[tuple[Block, str, tuple[Length, ...]]], width: float, number: float
) -> list[Block]:
    """Return rows of name, number and bar, which stay on one page.

    `width` is the names', `number` the numbers' width.
    """
    lines: list[Block] = [
        CellRow(
            (name, para(paper, Bold(count), style=NUMBER), Bar(*lengths)), (width, number, None)
        )
        for name, count, lengths in rows
    ]
    for line in lines[:-1]:
        line.keep_next = True
    return lines


def tick_box(block: Block) -> Block:
    """Return `block` with an empty box before it, to be ticked by hand."""
    return Gutter(block, GutterMark(box=True), indent=20)


def outcome_word(paper: Paper, kind: str) -> Block:
    """Return the shape and the word of an outcome."""
    word = para(paper, paper.words(f"cards.outcome.{kind}"))
    return Gutter(word, GutterMark(icon=ICONS[kind]), indent=22)


def mark_box(paper: Paper, text: str) -> tuple[Block, float]:
    """Return the box that says for whom the paper is, and its width."""
    word = paper.fit(text)
    box = Box(para(paper, Bold(word)), pad=_MARK_PAD, radius=0, thickness=1.4)
    return box, typeface().width(word, BODY.size, bold=True) + 2 * _MARK_PAD[0] + 0.5


def head_line(paper: Paper, text: str, mark: str) -> Block:
    """Return the first line of a document: whom it is about, and at the right for whom it is."""
    box, width = mark_box(paper, mark)
    if not paper.branding.logo:
        return CellRow((para(paper, text), box), (None, width))
    return Stack(CellRow((Logo(paper.branding.logo), box), (None, width)), para(paper, text))


def _runs(paper: Paper, parts: tuple[str, ...], style: Style) -> tuple[Run, ...]:
    return tuple(
        Run(
            paper.fit(part),
            bold=style.bold or isinstance(part, Bold),
            link=part if isinstance(part, Address) else "",
        )
        for part in parts
    )


def _shortened(paper: Paper, text: str) -> str:
    line = " ".join(paper.fit(text).split())
    return line if len(line) <= _OUTLINE_LENGTH else f"{line[:_OUTLINE_LENGTH]}…"
