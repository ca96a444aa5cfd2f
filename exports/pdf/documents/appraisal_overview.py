"""Overview of all appraisals: how often each answer was given, and a row per problem."""

from exports.pdf.blocks.block import Block, EmptyBlock
from exports.pdf.blocks.chart import Bar, BarPiece, Swatch
from exports.pdf.blocks.grid import CellRow, Grid
from exports.pdf.blocks.stack import Stack
from exports.pdf.ink import Fill
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, dense, heading, para, table
from exports.pdf.styles import NOTE, PART
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion

FILLS = (Fill.DARK, Fill.HATCHED, Fill.WHITE)
"""The fills of the first, second and third answer of a criterion."""
_COUNTS = (16, 132, 120, None)
_ANSWER = Swatch.WIDTH
_WIDTHS = (30, None, *[_ANSWER] * len(Criterion), 108)


def appraisal_overview(paper: Paper) -> list[Block]:
    """Return the chart of answers and the table of appraised problems; empty without any."""
    state = paper.state
    appraisals = [each for each in state.appraisals if state.appraisal_of(each.problem_id) is each]
    appraisals.sort(key=lambda each: _number(paper, each))
    if not appraisals:
        return []
    words = paper.words
    title = heading(paper, words("papers.record.appraisals"), PART)
    counts = Grid(None, tuple(_counts(paper, appraisals, criterion) for criterion in Criterion))
    numbers = tuple(str(number) for number in range(1, len(Criterion) + 1))
    header = words("papers.others.number"), words("papers.others.words"), *numbers
    rows = (_row(paper, each) for each in appraisals)
    grid = table(paper, (*header, words("papers.dossier.verdict")), rows, _WIDTHS)
    note = para(paper, words("papers.record.fills"), style=NOTE)
    grid.above = 6
    return [Stack(title, counts, note), grid]


def _counts(paper: Paper, appraisals: list[Appraisal], criterion: Criterion) -> CellRow:
    words = paper.words
    given = [each.answer(criterion) for each in appraisals]
    counts = [given.count(answer) for answer in ANSWERS[criterion]]
    names = [words(f"appraisal.answer.{criterion}.{answer}") for answer in ANSWERS[criterion]]
    said = [f"{name} {count}" for name, count in zip(names, counts, strict=True)]
    unanswered = sum(_is_open(paper, each, criterion) for each in appraisals)
    not_needed = given.count("") - unanswered
    if unanswered:
        said.append(words("papers.record.unanswered", n=unanswered))
    if not_needed:
        said.append(words("papers.record.not_needed", n=not_needed))
    pieces = (
        BarPiece(count / len(appraisals), fill) for count, fill in zip(counts, FILLS, strict=True)
    )
    number = str(list(Criterion).index(criterion) + 1)
    name = dense(paper, Bold(words(f"appraisal.criterion.{criterion}")))
    cells = (
        dense(paper, Bold(number)),
        name,
        Bar(*pieces),
        dense(paper, paper.list(said)),
    )
    return CellRow(cells, _COUNTS, gap=8)


def _number(paper: Paper, appraisal: Appraisal) -> int:
    state = paper.state
    problem = state.root_of(appraisal.problem_id)
    return problem.number if problem else 0


def _is_open(paper: Paper, appraisal: Appraisal, criterion: Criterion) -> bool:
    """Return whether a criterion is unanswered and can still change the verdict."""
    problem = paper.state.problem(appraisal.problem_id)
    return problem is not None and criterion in paper.state.open_criteria(problem)


def _row(paper: Paper, appraisal: Appraisal) -> tuple[Block, ...]:
    state = paper.state
    problem = state.root_of(appraisal.problem_id)
    number, title = (str(problem.number), problem.title) if problem else ("", "")
    verdict = paper.words(f"appraisal.verdict.{state.verdict_of(problem)}") if problem else ""
    return (
        dense(paper, Bold(number)),
        dense(paper, title),
        *(_answer(appraisal, criterion) for criterion in Criterion),
        dense(paper, verdict),
    )


def _answer(appraisal: Appraisal, criterion: Criterion) -> Block:
    answer = appraisal.answer(criterion)
    if answer not in ANSWERS[criterion]:
        return EmptyBlock()
    return Swatch(FILLS[ANSWERS[criterion].index(answer)])
