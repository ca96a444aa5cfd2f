"""The verdict on a problem in the customer's papers: verdict, rule, overruling."""

from exports.pdf.blocks.block import Block
from exports.pdf.paper import Paper
from exports.pdf.parts import Bold, lead, para
from exports.pdf.styles import LEAD
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.problem import Problem


def verdict_blocks(paper: Paper, problem: Problem, *, brief: bool = False) -> list[Block]:
    """Return the verdict with its reason; empty as long as it is open.

    If `brief`, the verdict of the rules is left out where it was overruled.
    """
    words = paper.words
    appraisal = paper.appraisal_of(problem)
    decision = paper.state.decision_of(problem)
    if appraisal is None or (appraisal.override is None and decision.verdict is Verdict.OPEN):
        return []
    number = paper.rule_number(decision.rule)
    rule = words(f"appraisal.rule.{decision.rule.id}")
    verdict = words(f"appraisal.verdict.{decision.verdict}")
    if appraisal.override is None:
        head = words("papers.problem.judged", verdict=verdict, rule_number=number)
        return [lead(paper, Bold(head), style=LEAD), para(paper, rule)]
    overruled = words(f"appraisal.verdict.{appraisal.override}")
    reason = words("papers.problem.reason", reason=appraisal.override_reason)
    own = words("papers.problem.own_verdict", verdict=verdict, rule_number=number, rule=rule)
    lines = [reason if appraisal.override_reason else "", "" if brief else own]
    head = words("papers.problem.overruled", verdict=overruled)
    return [
        lead(paper, Bold(head), style=LEAD),
        *(para(paper, line) for line in lines if line),
    ]
