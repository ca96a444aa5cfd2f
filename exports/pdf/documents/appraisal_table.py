"""The appraisal of a request for the product team: answers, grounds, rule, overruling."""

from exports.pdf.blocks.block import Block
from exports.pdf.blocks.grid import CellRow, Grid
from exports.pdf.blocks.gutter import Box, Gutter, GutterMark
from exports.pdf.blocks.stack import Stack
from exports.pdf.paper import Paper
from exports.pdf.parts import ICONS, Bold, heading, para
from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.problem import Problem

_SHAPES = {
    Verdict.OPEN: "open",
    Verdict.ASK_AGAIN: "open",
    Verdict.NOT_OURS: "not_ours",
    Verdict.SOLUTION: "solution",
    Verdict.CARD: "card",
    Verdict.REQUEST: "request",
    Verdict.REQUEST_INDIVIDUAL: "request",
    Verdict.LATER: "open",
}
_WIDTHS = (16, 156, None)
_BY_VERDICT = 2
"""The number of criteria that are kept on the same page as the verdict."""


def status(paper: Paper, problem: Problem | None) -> str:
    """Return the status of the appraisal of a request."""
    appraisal = paper.appraisal_of(problem) if problem else None
    if problem is None or appraisal is None:
        return paper.words("papers.dossier.unjudged")
    decided = paper.state.verdict_of(problem) is not Verdict.OPEN
    if not decided:
        return paper.words(
            "papers.dossier.partly_judged", n=len(paper.state.open_criteria(problem))
        )
    return paper.words("papers.dossier.judged")


def appraisal(paper: Paper, problem: Problem, *, level: int = 1) -> list[Block]:
    """Return the table of the criteria and the box with the verdict.

    An unanswered criterion that is not needed is left out.

    `level` is that of its heading in the outline.
    """
    judged = paper.appraisal_of(problem)
    title = heading(paper, paper.words("papers.dossier.appraisal"), level=level)
    if judged is None:
        return [Stack(title, para(paper, paper.words("papers.dossier.unjudged")))]
    still_open = paper.state.open_criteria(problem)
    rows = tuple(
        _row(paper, problem, judged, criterion)
        for criterion in Criterion
        if judged.answer(criterion) or judged.ground(criterion) or criterion in still_open
    )
    last = Grid(None, rows[-_BY_VERDICT:])
    last.keep_next = True
    parts = [last, _verdict(paper, problem, judged)] if rows else [_verdict(paper, problem, judged)]
    first = [Grid(None, rows[:-_BY_VERDICT])] if len(rows) > _BY_VERDICT else []
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
    cells = para(paper, Bold(str(number))), para(paper, Bold(name)), para(paper, said)
    return CellRow(cells, _WIDTHS, gap=6)


def _verdict(paper: Paper, problem: Problem, judged: Appraisal) -> Block:
    words = paper.words
    decision = paper.state.decision_of(problem)
    number = paper.rule_number(decision.rule)
    rule = words(f"appraisal.rule.{decision.rule.id}")
    verdict = words(f"appraisal.verdict.{decision.verdict}")
    if judged.override is None:
        head = words("papers.dossier.by_rule", verdict=verdict, rule_number=number)
        lines = [rule]
    else:
        head = _overruled(paper, judged)
        own = words("papers.problem.own_verdict", verdict=verdict, rule_number=number, rule=rule)
        reason = words("papers.problem.reason", reason=judged.override_reason)
        lines = [reason, own] if judged.override_reason else [own]
    said = Stack(para(paper, Bold(head)), *(para(paper, line) for line in lines))
    shape = ICONS[_SHAPES[paper.state.verdict_of(problem)]]
    return Box(Gutter(said, GutterMark(icon=shape)))


def _overruled(paper: Paper, judged: Appraisal) -> str:
    verdict = paper.words(f"appraisal.verdict.{judged.override}")
    if judged.override_by:
        return paper.words("papers.dossier.by_person", verdict=verdict, by=judged.override_by)
    return paper.words("papers.dossier.by_somebody", verdict=verdict)
