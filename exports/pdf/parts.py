"""Creates the blocks of papers: paragraphs, headings, lists, tables, charts.

Only `para` and `heading` turn text into blocks, after fitting it to the typeface. There is no
markup: typed text is printed literally.
"""

from collections.abc import Iterable, Sequence
from itertools import starmap

from exports.pdf.blocks.block import Block, RuledLines
from exports.pdf.blocks.command import CommandBlock
from exports.pdf.blocks.grid import CellRow, Grid
from exports.pdf.blocks.gutter import Box, Gutter, GutterMark
from exports.pdf.blocks.logo import Logo
from exports.pdf.blocks.stack import Stack
from exports.pdf.blocks.text import Caption, Heading, TextBlock
from exports.pdf.fonts import is_monospaced, typeface
from exports.pdf.ink import TextRun
from exports.pdf.katakana import is_katakana, words_of
from exports.pdf.paper import Paper
from exports.pdf.styles import BODY, CAPTION, DENSE, HEADING, NUMBER, QUOTE, SMALL, Style
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SHAPE
from workshop_app.domain.solution import Solution

ICONS = {
    "solution": "circle-check",
    "card": "card",
    "request": "plane",
    "not_ours": "circle-slash",
    "open": "circle-dashed",
}
"""The icon of each outcome, the same as on the screen."""
_ICON_NAMES = {
    "speech": "papers.problem.first",
    "pen": "papers.problem.concrete",
    **{icon: f"cards.outcome.{kind}" for kind, icon in ICONS.items()},
}
"""The text keys of the names of icons."""
_OUTLINE_LENGTH = 80
"""Maximum length of an entry in the outline."""
_WIDEST = 1.5
"""Maximum ratio of a column's width to the planned one, so that no word is split."""
_ROUNDING = 0.1
_MARK_PAD = (10, 3)
_FACT_NAME = 128.0
_FACT_PAD = 2.5
_ABOVE_LINE = 8.0
"""The space for handwriting above the height of a line of text."""


class Bold(str):
    """Text that is printed bold."""

    __slots__ = ()


class NumberHeading(str):
    """The heading of a column of numbers, right aligned like them."""

    __slots__ = ()


class WebAddress(str):
    """An address: printed in full, and a link if it is safe."""

    __slots__ = ()


class Whole(str):
    """Text that is not broken unless it is wider than a line."""

    __slots__ = ()


def para(paper: Paper, *parts: str, style: Style = BODY, badge: str = "") -> TextBlock:
    """Return a paragraph of plain, `Bold` and `WebAddress` parts; line breaks in them are kept."""
    return TextBlock(_runs(paper, parts, style), style, paper.fit(badge))


def dense(paper: Paper, *parts: str) -> TextBlock:
    """Return a paragraph of rows of which there are many."""
    return para(paper, *parts, style=DENSE)


def command(paper: Paper, text: str) -> Block:
    """Return a command or a line of a configuration, monospaced if the typeface has it."""
    fitted = paper.fit(text)
    if is_monospaced(fitted):
        return CommandBlock(fitted, SMALL)
    return para(paper, *(Whole(f"{word} ") for word in text.split(" ")), style=SMALL)


def quote(paper: Paper, text: str, style: Style = QUOTE) -> TextBlock:
    """Return a first wording in quotation marks, the opening one hanging."""
    opening, closing = paper.words("papers.problem.quote", text="\0").split("\0")
    runs = _runs(paper, (f"{text}{closing}",), style)
    return TextBlock(runs, style, hang=paper.fit(opening))


def named(paper: Paper, name: str, block: Block, style: Style = BODY) -> Block:
    """Return a block with a label."""
    width = typeface().width(paper.fit(name), style.size) + 0.1
    return CellRow((para(paper, name, style=style), block), (width, None), gap=8)


def to_fill_in(paper: Paper, key: str) -> Block:
    """Return a label with a line to write on beside it, high enough for handwriting."""
    line = named(paper, paper.words(key), RuledLines(1, BODY.size))
    line.above = _ABOVE_LINE
    return line


def caption(paper: Paper, solution: Solution) -> TextBlock:
    """Return the caption of the QR code of a help page: the heading that it opens."""
    text = solution.text(paper.language).help_heading
    words = tuple(Whole(word) if is_katakana(word) else word for word in words_of(text))
    return Caption(_runs(paper, words, CAPTION), CAPTION)


def heading(
    paper: Paper, text: str, style: Style = HEADING, *, level: int = 1, outline: str = ""
) -> Heading:
    """Return a heading; `outline` is its entry in the outline, by default `text`."""
    entry = _shortened(paper, outline or text)
    return Heading(_runs(paper, (text,), style), style, entry, level)


def lead(paper: Paper, *parts: str, style: Style = BODY) -> TextBlock:
    """Return a paragraph like `para` that is kept on the same page as what follows."""
    block = para(paper, *parts, style=style)
    block.keep_next = True
    return block


def numbered(paper: Paper, texts: Iterable[str]) -> list[Block]:
    """Return a numbered list."""
    return [
        Gutter(para(paper, text), GutterMark(word=str(number)))
        for number, text in enumerate(texts, 1)
    ]


def bulleted(paper: Paper, texts: Iterable[str], style: Style = BODY) -> list[Block]:
    """Return a bulleted list."""
    word = "・" if paper.language == "ja" else "•"
    bullet = GutterMark(word=word, bold=False, leading=style.leading)
    return [Gutter(para(paper, text, style=style), bullet, indent=15) for text in texts]


def table(
    paper: Paper,
    header: tuple[str, ...],
    rows: Iterable[tuple[Block, ...]],
    widths: tuple[float | None, ...],
    pad: float = 4.5,
) -> Grid:
    """Return a table with a bold header that is repeated on each page.

    A column is wider than its width in `widths` where one of its words would be split otherwise.
    """
    head = tuple(_column_name(paper, text) for text in header)
    body = tuple(rows)
    whole = whole_columns(widths, (head, *body))
    return Grid(CellRow(head, whole), tuple(CellRow(cells, whole) for cells in body), pad)


def whole_columns(
    widths: tuple[float | None, ...], rows: Sequence[tuple[Block, ...]]
) -> tuple[float | None, ...]:
    """Return the widths of the columns of `rows`, wider where a word would be split otherwise."""
    if not rows:
        return widths
    columns = zip(*rows, strict=True)
    return tuple(starmap(_whole_column, zip(widths, columns, strict=True)))


def _whole_column(width: float | None, cells: Iterable[Block]) -> float | None:
    if width is None:
        return None
    words = (cell.widest_word for cell in cells)
    return max(width, min(max(words, default=0.0) + _ROUNDING, width * _WIDEST))


def _column_name(paper: Paper, text: str) -> Block:
    return para(paper, Bold(text), style=NUMBER if isinstance(text, NumberHeading) else BODY)


def facts(paper: Paper, pairs: Iterable[tuple[str, Block]]) -> Grid:
    """Return pairs of a name and a block, side by side, one below the other."""

    def fact(name: str, said: Block) -> CellRow:
        again = dense(paper, Bold(paper.words("papers.facts.again", name=name)))
        cells = (dense(paper, Bold(name)), said)
        return CellRow(cells, (_FACT_NAME, None), again=again)

    return Grid(None, tuple(fact(*pair) for pair in pairs), pad=_FACT_PAD)


def named_mark(paper: Paper, icon: str, leading: float = BODY.leading) -> GutterMark:
    """Return the icon of an outcome or a wording, whose name is read out."""
    return GutterMark(icon=icon, alt=paper.words(_ICON_NAMES[icon]), leading=leading)


def outcome_words(paper: Paper, problem: Problem) -> list[Block]:
    """Return the promise of a problem in a few words, with an icon for each outcome."""
    return [
        Gutter(
            para(paper, paper.words(f"promises.room.{promise}")),
            GutterMark(icon=ICONS[SHAPE[promise]]),
            indent=22,
        )
        for promise in promises_of(paper.state, problem).values()
    ]


def mark_box(paper: Paper, text: str) -> tuple[Block, float]:
    """Return the box that names the reader of the paper, and its width."""
    word = paper.fit(text)
    box = Box(para(paper, Bold(word)), pad=_MARK_PAD, radius=0, thickness=1.4)
    return box, typeface().width(word, BODY.size, bold=True) + 2 * _MARK_PAD[0] + 0.5


def head_line(paper: Paper, text: str, mark: str) -> Block:
    """Return the first line of a document: the customer and, at the right, the reader."""
    box, width = mark_box(paper, mark)
    if not paper.branding.logo:
        return CellRow((para(paper, text), box), (None, width))
    return Stack(CellRow((Logo(paper.branding.logo), box), (None, width)), para(paper, text))


def _runs(paper: Paper, parts: tuple[str, ...], style: Style) -> tuple[TextRun, ...]:
    return tuple(
        [
            TextRun(
                paper.fit(part),
                style.bold or type(part) is Bold,
                part if type(part) is WebAddress else "",
                type(part) in (Whole, WebAddress),
            )
            for part in parts
        ]
    )


def _shortened(paper: Paper, text: str) -> str:
    line = " ".join(paper.fit(text).split())
    return line if len(line) <= _OUTLINE_LENGTH else f"{line[:_OUTLINE_LENGTH]}…"
