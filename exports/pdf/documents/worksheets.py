"""Blank numbered pages for writing down problems; the number is typed in with the problem."""

from exports.pdf.blocks.block import Block, NewPage, RuledLines
from exports.pdf.blocks.grid import CellRow, Grid
from exports.pdf.blocks.stack import Stack
from exports.pdf.fonts import typeface
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, dense, head_line, heading, lead, para, tick_box
from exports.pdf.styles import BODY, LABEL, TITLE
from workshop_app.domain.appraisal import ANSWERS, Criterion

_FIELDS = (("what", 4), ("where", 2), ("how_often", 2), ("who", 2))
"""The questions of a worksheet, and the number of lines for each."""
_PITCH = 24.1
"""8.5 mm, so that a worksheet fits on one page in every language."""
_NAME_LINE = 17.0
_DEFAULT_COUNT = 10
"""The number of worksheets if no participants are known."""
_QUESTION = (16, 196, None, None, None)


def build(paper: Paper) -> list[Block]:
    """Return the requested number of worksheets, or one per participant."""
    blocks: list[Block] = []
    for number in range(1, count(paper) + 1):
        blocks += [NewPage(), *_sheet(paper, number)]
    return blocks


def count(paper: Paper) -> int:
    """Return the number of worksheets."""
    people = len(paper.state.participants) or paper.state.present_count
    return paper.worksheets or people or _DEFAULT_COUNT


def _sheet(paper: Paper, number: int) -> list[Block]:
    words = paper.words
    title = words("papers.worksheets.title", number=number)
    return [
        head_line(paper, paper.state.workshop.title, words("papers.mark.customer")),
        heading(paper, title, TITLE, level=0),
        para(paper, words("papers.worksheets.lead")),
        _writer(paper),
        *(_field(paper, key, lines) for key, lines in _FIELDS),
        _questions(paper),
    ]


def _writer(paper: Paper) -> Block:
    """Return a line for the writer's name and job; only the job if nobody is to be named."""
    keys = ("job",) if paper.state.workshop.anonymous else ("name", "job")
    cells: list[Block] = []
    widths: list[float | None] = []
    for key in keys:
        text = paper.words(f"papers.worksheets.{key}")
        cells += [para(paper, Bold(text)), RuledLines(1, _NAME_LINE)]
        widths += [typeface().width(paper.fit(text), BODY.size, bold=True) + 1, None]
    row = CellRow(tuple(cells), tuple(widths), gap=8)
    row.above = 6
    return row


def _field(paper: Paper, key: str, lines: int) -> Block:
    name = lead(paper, Bold(paper.words(f"papers.worksheets.{key}")), style=LABEL)
    return Stack(name, RuledLines(lines, _PITCH))


def _questions(paper: Paper) -> Block:
    words = paper.words
    name = lead(paper, Bold(words("papers.worksheets.six")), style=LABEL)
    name.above = 14
    return Stack(name, Grid(None, tuple(_question(paper, each) for each in Criterion)))


def _question(paper: Paper, criterion: Criterion) -> CellRow:
    words = paper.words
    number = str(list(Criterion).index(criterion) + 1)
    question = words(f"appraisal.criterion.{criterion}")
    answers = (words(f"appraisal.answer.{criterion}.{each}") for each in ANSWERS[criterion])
    boxes = (tick_box(para(paper, answer)) for answer in answers)
    return CellRow((para(paper, Bold(number)), dense(paper, question), *boxes), _QUESTION, gap=6)
