"""The thread of a problem from its first to its concrete wording, its icons joined by a line."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, lead, para
from workshop_app.domain.problem import Problem

_PAD = 8.0

ThreadStep = tuple[str, Block]
"""The name of an icon, and the block next to it."""


def problem_name(paper: Paper, problem: Problem) -> str:
    """Return the name of a problem: its number, and its votes if they were counted."""
    votes = paper.state.votes_of(problem.id)
    if votes is None:
        return paper.words("papers.problem.heading", number=problem.number)
    return paper.words("papers.problem.with_votes", number=problem.number, n=votes)


def joined(steps: list[ThreadStep]) -> list[Block]:
    """Return the steps one below the other, joined by a line."""
    last = len(steps) - 1
    return [
        Gutter(block, GutterMark(icon=icon), thread=number < last, pad=_PAD if number < last else 0)
        for number, (icon, block) in enumerate(steps)
    ]


def wordings(paper: Paper, problem: Problem, said_by: str = "") -> list[ThreadStep]:
    """Return the first wording, those of the problems merged into it, and the concrete wording."""
    words = paper.words
    steps = [_quote(paper, words("papers.problem.first"), problem.first_wording, said_by)]
    for merged in paper.state.merged_into(problem.id):
        name = words("papers.problem.merged", number=merged.number)
        steps.append(_quote(paper, name, merged.first_wording))
    if problem.wording:
        name = lead(paper, Bold(words("papers.problem.concrete")))
        steps.append(("pen", _kept_with_next(name, para(paper, problem.wording))))
    return steps


def _kept_with_next(*blocks: Block) -> Block:
    """Return blocks that are kept on the same page as the next step."""
    words = Stack(*blocks)
    words.keep_next = True
    return words


def _quote(paper: Paper, name: str, text: str, said_by: str = "") -> ThreadStep:
    head = lead(paper, Bold(name), f"{paper.gap}{said_by}" if said_by else "")
    return "speech", _kept_with_next(
        head, para(paper, paper.words("papers.problem.quote", text=text))
    )
