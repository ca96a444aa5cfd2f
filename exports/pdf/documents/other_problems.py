"""The problems that were not chosen: their words, and what became of them, in rows."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.side import Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.outcome_lines import OutcomeLine, outcome_lines
from exports.pdf.documents.section import row, section
from exports.pdf.documents.solution import catalogue_line
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, WebAddress, para
from exports.pdf.styles import DENSE, SMALL
from workshop_app.domain.problem import Problem

_PAD = 3.0


def other_rows(paper: Paper, problems: list[Problem], printed: set[str]) -> list[Block]:
    """Return the section of `problems`; empty without any. `printed` are addresses given before."""
    if not problems:
        return []
    words = paper.words
    rows = [
        _row(paper, problem, printed, line=number > 0) for number, problem in enumerate(problems)
    ]
    title = words("papers.others.title", n=len(problems))
    return section(paper, words("papers.others.name"), title, rows)


def _row(paper: Paper, problem: Problem, printed: set[str], *, line: bool) -> Block:
    words = paper.words
    said: list[Block] = [para(paper, Bold(problem.title), style=DENSE)]
    if problem.wording:
        first = words("papers.problem.quote", text=problem.first_wording)
        said.append(para(paper, first, style=DENSE))
    for merged in paper.state.merged_into(problem.id):
        text = words("papers.others.merged", number=merged.number, text=merged.first_wording)
        said.append(para(paper, text, style=DENSE))
    for each in outcome_lines(paper, problem):
        mark = GutterMark(icon=each.icon, leading=DENSE.leading)
        said.append(Gutter(_outcome(paper, each, printed), mark))
    votes = paper.state.votes_of(problem.id)
    number = words("papers.problem.heading", number=problem.number)
    label: list[Block] = [para(paper, Bold(number), style=DENSE)]
    if votes is not None:
        label.append(para(paper, words("papers.votes.count", n=votes), style=SMALL))
    again = para(paper, words("papers.problem.again", number=problem.number))
    return row(Stack(*label), Together(*said), line=line, again=again, pad=_PAD)


def _outcome(paper: Paper, line: OutcomeLine, printed: set[str]) -> Block:
    said: list[Block] = [para(paper, line.text, style=DENSE)]
    said += [para(paper, text, style=DENSE) for text in (line.typed, line.reason) if text]
    if line.solution:
        said += catalogue_line(paper, line.solution)
    address = line.solution.text(paper.language).help_url if line.solution else ""
    if address and address not in printed:
        printed.add(address)
        said.append(para(paper, WebAddress(address), style=SMALL))
    return Stack(*said)
