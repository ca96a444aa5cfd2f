"""The appraisal of a request in dense rows, and below what follows from it and why."""

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
from exports.verdict_lines import why_lines
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SHAPE, Reader
from workshop_app.domain.request import Request
from workshop_app.services.promise_words import promise_words

_NUMBER = 12.0
_SPACE = 8.0
_PAD = 0.9


def appraisal_rows(paper: Paper, request: Request, problem: Problem) -> Block:
    """Return a row for each criterion that was answered or is still needed, and the conclusion."""
    judged = paper.appraisal_of(problem)
    if judged is None:
        said = para(paper, paper.words("papers.dossier.unjudged"), style=ROW)
        rows: list[Block] = [Ruled(said, HAIRLINE, _PAD, _PAD)]
    else:
        rows = [
            _row(paper, problem, judged, criterion)
            for criterion in Criterion
            if judged.answer(criterion)
            or judged.ground(criterion)
            or criterion in paper.state.open_criteria(problem)
        ]
    whole = Together(*rows, _conclusion(paper, request, problem, judged))
    whole.above = 6
    return whole


def _row(paper: Paper, problem: Problem, judged: Appraisal, criterion: Criterion) -> Block:
    words = paper.words
    answer = judged.answer(criterion)
    needed = criterion in paper.state.open_criteria(problem)
    said = words("papers.dossier.unanswered" if needed else "appraisal.not_needed")
    if answer:
        said = words(f"appraisal.answer.{criterion}.{answer}")
    cells = (
        para(paper, Bold(str(list(Criterion).index(criterion) + 1)), style=ROW),
        para(paper, words(f"appraisal.criterion.{criterion}"), style=ROW),
        para(paper, Bold(said), style=ROW),
        para(paper, paper.ground(problem, judged, criterion), style=ROW),
    )
    return Ruled(CellRow(cells, _widths(paper), gap=4), HAIRLINE, _PAD, _PAD)


def _widths(paper: Paper) -> tuple[float | None, ...]:
    """Return the widths of number, criterion, answer and reason."""
    words = paper.words
    names = [words(f"appraisal.criterion.{each}") for each in Criterion]
    answers = [
        words(f"appraisal.answer.{each}.{answer}") for each in Criterion for answer in ANSWERS[each]
    ]
    answers += [words("papers.dossier.unanswered"), words("appraisal.not_needed")]
    widest = (
        max(typeface().width(paper.fit(text), BODY.size, bold=bold) for text in texts) + _SPACE
        for texts, bold in ((names, False), (answers, True))
    )
    return (_NUMBER, *widest, None)


def _conclusion(
    paper: Paper, request: Request, problem: Problem, judged: Appraisal | None
) -> Block:
    """Return what is done with the request, and in words why."""
    promise = paper.state.promise_of(request)
    said = promise_words(paper.words, paper.state, promise, Reader.TEAM, None, request)
    first, *lines = why_lines(paper, problem, judged) if judged else [""]
    space = "" if paper.language == "ja" else " "
    head = para(paper, Bold(said), f"{space}{first}" if first else "", style=ROW)
    text = Stack(head, *(para(paper, line, style=ROW) for line in lines))
    mark = GutterMark(icon=ICONS[SHAPE[promise]], leading=ROW.leading)
    return Ruled(Gutter(text, mark), HAIRLINE, over=5, under=2)
