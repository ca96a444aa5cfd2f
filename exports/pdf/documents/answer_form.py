"""The form in which the product team writes its answer to a request."""

from exports.pdf.blocks.block import Block, RuledLines
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.gutter import Box, Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.request_styles import ROW
from exports.pdf.fonts import typeface
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, para
from exports.pdf.styles import BODY, SMALL, Style

_CODE = Style(SMALL.size, ROW.leading)
_TICK = 10.5
_INDENT = 15.0
_GAP = 8.0
_LINE = 15.0
_PITCH = 19.0
_ANSWERS = ("planned", "declined", "waiting", "released", "duplicate")
_LINES = ("reason", "until")


def answer_form(paper: Paper, code: str) -> Block:
    """Return the form: day and name, an answer to tick, its reason, and a workaround.

    It has the whole `code` of the request, by which an answer is read back.
    """
    words = paper.words
    title = para(paper, Bold(words("papers.answer_form.title")), style=ROW)
    name = para(paper, code, style=_CODE)
    head = CellRow((title, name, *_blank(paper, "day"), *_blank(paper, "name")),
                   (_title_width(paper), None, _width(paper, "day"), 58, _width(paper, "name"), 82),
                   gap=6)  # fmt: skip
    ticks = [words(f"papers.answer_form.{key}") for key in _ANSWERS]
    widths = [_INDENT + _text_width(paper, each) for each in ticks]
    marks = (Gutter(para(paper, each, style=ROW),
                    GutterMark(box=True, size=_TICK, leading=ROW.leading), indent=_INDENT)
             for each in ticks)  # fmt: skip
    row = CellRow((*marks, para(paper, "")), (*widths, None), gap=_GAP)
    row.above = 3
    names = max(_width(paper, key) for key in _LINES)
    lines = (CellRow(_blank(paper, key), (names, None), gap=8) for key in _LINES)
    box = Box(Stack(head, row, *map(_spaced, lines)), pad=(10, 5), radius=0, thickness=1.2)
    box.above = 5
    box.below = 2
    return box


def _spaced(row: CellRow) -> CellRow:
    row.above = _PITCH - ROW.leading
    return row


def _blank(paper: Paper, key: str) -> tuple[Block, Block]:
    name = para(paper, paper.words(f"papers.answer_form.{key}"), style=ROW)
    return name, RuledLines(1, _LINE)


def _title_width(paper: Paper) -> float:
    title = paper.fit(paper.words("papers.answer_form.title"))
    return typeface().width(title, BODY.size, bold=True) + 2


def _width(paper: Paper, key: str) -> float:
    return _text_width(paper, paper.words(f"papers.answer_form.{key}"))


def _text_width(paper: Paper, text: str) -> float:
    return typeface().width(paper.fit(text), BODY.size) + 1
