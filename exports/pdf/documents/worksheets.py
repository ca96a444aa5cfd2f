"""Blank numbered pages for writing down problems; the number is typed in with the problem."""

from exports.pdf.blocks.block import Block, NewPage, RuledLines
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.agenda import time_for
from exports.pdf.documents.document_head import head
from exports.pdf.fonts import typeface
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, lead, para
from exports.pdf.styles import BODY, DENSE, LABEL, MESSAGE
from workshop_app.domain.steps import Step

_FIELDS = (("what", 6), ("where", 3), ("how_often", 3), ("who", 3))
"""The questions of a worksheet, and the number of lines for each."""
_PITCH = 25.5
"""9 mm, so that a worksheet fits on one page in every language."""
_NAME_LINE = 17.0
_ABOVE = 8.0
_DEFAULT_COUNT = 10
"""The number of worksheets if no participants are known."""


def build(paper: Paper) -> list[Block]:
    """Return the requested number of worksheets, or one per participant."""
    blocks: list[Block] = []
    for number in range(1, count(paper) + 1):
        blocks += [NewPage(), *_sheet(paper, number)]
    return blocks


def count(paper: Paper) -> int:
    """Return the number of worksheets."""
    people = len(paper.state.participants) or paper.state.votes.present
    return paper.worksheets or people or _DEFAULT_COUNT


def _sheet(paper: Paper, number: int) -> list[Block]:
    words = paper.words
    title = words("papers.worksheets.title", number=number)
    asked = para(paper, words("papers.worksheets.lead"), style=MESSAGE)
    asked.above = _ABOVE
    until = time_for(paper, Step.LIST)
    is_named = paper.state.speakers_shown or paper.state.workshop.anonymous
    names = "" if is_named else words("papers.worksheets.nameless")
    who = paper.facilitator or words("papers.worksheets.facilitator")
    then = words("papers.worksheets.then", who=who, names=names)
    again = words("papers.worksheets.again") if paper.state.before else ""
    return [
        *head(paper, title),
        asked,
        para(paper, Bold(until), f"{paper.gap} " if until else "", again, then, style=DENSE),
        _writer(paper),
        *(_field(paper, key, lines) for key, lines in _FIELDS),
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
