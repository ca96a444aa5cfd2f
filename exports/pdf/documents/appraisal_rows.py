"""The appraisal of a request in compact rows, with the conclusion and its reason below."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.grid import CellRow
from exports.pdf.blocks.gutter import Gutter, GutterMark
from exports.pdf.blocks.side import Ruled, Together
from exports.pdf.blocks.stack import Stack
from exports.pdf.documents.request_styles import ROW
from exports.pdf.fonts import typeface
from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS, Bold, para
from exports.pdf.styles import BODY, HAIRLINE
from exports.pdf.tagging import Tag
from exports.verdict_lines import criterion_answers, why_lines
from workshop_app.domain.appraisal import Appraisal, Criterion
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import ANSWERS, SHAPE, Reader
from workshop_app.domain.request import Request
from workshop_app.services.promise_words import promise_words

_NUMBER = 12.0
_SPACE = 8.0
_PAD = 0.6


def appraisal_rows(paper: Paper, request: Request, problem: Problem) -> Block:
    """Return a row for each criterion that was answered or is still needed, and the conclusion."""
    judged = paper.appraisal_of(problem)
    if judged is None:
        said = para(paper, paper.words("papers.dossier.unjudged"), style=ROW)
        rows: list[Block] = [Ruled(said, HAIRLINE, _PAD, _PAD)]
    else:
        rows = criterion_rows(paper, problem, judged)
    whole = Together(*rows, _conclusion(paper, request, problem, judged))
    whole.above = 5
    return whole


def criterion_rows(paper: Paper, problem: Problem, judged: Appraisal) -> list[Block]:
    """Return a row of number, criterion, answer and reason for each that has one."""
    answers = criterion_answers(paper, problem, judged)
    widths = _widths(paper, answers)
    table = Tag("Table")
    rows: list[Block] = []
    for each in answers:
        row = CellRow(_cells(paper, each), widths, gap=4)
        row.join(table, named=True)
        rows.append(Ruled(row, HAIRLINE, _PAD, _PAD))
    return rows


def _cells(paper: Paper, answered: tuple[Criterion, str, str]) -> tuple[Block, ...]:
    criterion, answer, ground = answered
    return (
        para(paper, Bold(str(list(Criterion).index(criterion) + 1)), style=ROW),
        para(paper, paper.words(f"appraisal.topic.{criterion}"), style=ROW),
        para(paper, Bold(answer), style=ROW),
        para(paper, ground, style=ROW),
    )


def _widths(paper: Paper, answers: list[tuple[Criterion, str, str]]) -> tuple[float | None, ...]:
    """Return the widths of number, criterion, answer and reason."""
    names = [paper.words(f"appraisal.topic.{each}") for each in Criterion]
    said = [answer for _, answer, _ in answers]
    widest = (
        max((typeface().width(paper.fit(text), BODY.size, bold=bold) for text in texts), default=0)
        + _SPACE
        for texts, bold in ((names, False), (said, True))
    )
    return (_NUMBER, *widest, None)


def _conclusion(
    paper: Paper, request: Request, problem: Problem, judged: Appraisal | None
) -> Block:
    """Return what is done with the request, and the reason."""
    promise = promise_of(paper.state, request)
    said = promise_words(paper.words, paper.state, promise, Reader.TEAM, None, request)
    # our verdict is not the product team's reason
    given = judged if promise not in ANSWERS else None
    first, *lines = why_lines(paper, problem, given) if given else [""]
    space = "" if paper.language == "ja" else " "
    head = para(paper, Bold(said), f"{space}{first}" if first else "", style=ROW)
    text = Stack(head, *(para(paper, line, style=ROW) for line in lines))
    mark = GutterMark(icon=ICONS[SHAPE[promise]], leading=ROW.leading)
    return Ruled(Gutter(text, mark), HAIRLINE, over=5, under=2)
