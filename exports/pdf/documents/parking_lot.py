"""The parking lot: problems kept for another time."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, heading, lead, para, table
from exports.pdf.styles import PART
from workshop_app.domain.problem import Problem

_NUMBER = 40


def parking_lot(paper: Paper) -> list[Block]:
    """Return the parked problems with their wordings; empty without any."""
    problems = paper.state.parking_lot
    if not problems:
        return []
    words = paper.words
    title = heading(paper, words("papers.parked.title", n=len(problems)), PART)
    header = words("papers.others.number"), words("papers.others.words")
    rows = ((para(paper, Bold(str(each.number))), _words(paper, each)) for each in problems)
    why = lead(paper, words("papers.parked.lead"))
    return [Stack(title, why, table(paper, header, rows, (_NUMBER, None)))]


def _words(paper: Paper, problem: Problem) -> Block:
    lines = [para(paper, Bold(problem.title))]
    if problem.wording:
        first = paper.words("papers.others.first", text=problem.first_wording)
        lines.append(para(paper, first))
    for merged in paper.state.merged_into(problem.id):
        said = paper.words("papers.others.merged", number=merged.number, text=merged.first_wording)
        lines.append(para(paper, said))
    return Stack(*lines)
