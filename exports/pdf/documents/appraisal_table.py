"""The appraisal of a request for the product team: answers, grounds, rule, overruling."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.grid import CellRow, Grid
from exports.pdf.blocks.gutter import Box, Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS, Bold, dense, heading
from exports.pdf.styles import WHITE
from exports.verdict_lines import verdict_lines
from workshop_app.domain.appraisal import Appraisal, Criterion
from workshop_app.domain.problem import Problem
from workshop_app.domain.verdict_rules import OUTCOME_OF

_WIDTHS = (16, 156, None)
_BY_VERDICT = 1
"""The number of criteria that are kept on the same page as the verdict."""
_WHOLE = WHITE / 2
"""The heading is kept with the table, and both would leave a white band."""


def appraisal(paper: Paper, problem: Problem, *, level: int = 1) -> list[Block]:
    """Return the table of the criteria and the box with the verdict.

    Unanswered criteria that are not needed are omitted. `level` is that of its heading in the
    outline.
    """
    judged = paper.appraisal_of(problem)
    title = heading(paper, paper.words("papers.dossier.appraisal"), level=level)
    if judged is None:
        return [Stack(title, dense(paper, paper.words("papers.dossier.unjudged")))]
    still_open = paper.state.open_criteria(problem)
    rows = tuple(
        _row(paper, problem, judged, criterion)
        for criterion in Criterion
        if judged.answer(criterion) or judged.ground(criterion) or criterion in still_open
    )
    last = Grid(None, rows[-_BY_VERDICT:])
    last.keep_next = True
    parts = [last, _verdict(paper, problem, judged)] if rows else [_verdict(paper, problem, judged)]
    first = [Grid(None, rows[:-_BY_VERDICT], _WHOLE)] if len(rows) > _BY_VERDICT else []
    return [Stack(title, *first, Stack(*parts))]


def _row(paper: Paper, problem: Problem, judged: Appraisal, criterion: Criterion) -> CellRow:
    words = paper.words
    answer = judged.answer(criterion)
    ground = paper.ground(problem, judged, criterion)
    needed = criterion in paper.state.open_criteria(problem)
    said = words("papers.dossier.unanswered" if needed else "appraisal.not_needed")
    if answer:
        said = words(f"appraisal.answer.{criterion}.{answer}")
    if ground:
        said = words("papers.dossier.answer_with_ground", answer=said, ground=ground)
    number = list(Criterion).index(criterion) + 1
    name = words(f"appraisal.criterion.{criterion}")
    cells = (
        dense(paper, Bold(str(number))),
        dense(paper, Bold(name)),
        dense(paper, said),
    )
    return CellRow(cells, _WIDTHS, gap=6)


def _verdict(paper: Paper, problem: Problem, judged: Appraisal) -> Block:
    verdict = paper.state.verdict_of(problem)
    lines = verdict_lines(paper, problem, judged)
    said = Stack(
        dense(paper, Bold(lines[0])),
        *(dense(paper, line) for line in lines[1:]),
    )
    return Box(Gutter(said, GutterMark(icon=ICONS[OUTCOME_OF[verdict]])))
