"""How a problem under appraisal stands in the list at the left: its verdict and what is missing."""

from __future__ import annotations

from ui.components.outline_row import OutlineRow, Sign
from ui.pages.appraise.problem_queue import appraisal_of
from ui.pages.appraise.request_fields import FIELDS, filled
from ui.pages.appraise.verdict_words import REQUESTS, verdict_word
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import OUTCOME_OF
from workshop_app.i18n import tr


def appraise_row(state: WorkshopState, problem: Problem) -> OutlineRow:
    """A problem with its verdict; while it has none, how many answers are missing."""
    verdict = state.verdict_of(problem)
    number = str(problem.number)
    if verdict is Verdict.OPEN:
        to_go = len(appraisal_of(state, problem).unanswered)
        return OutlineRow(
            problem.id, number, problem.title, remark=tr("appraise.told.to_go", n=to_go)
        )
    sign = Sign(OUTCOME_OF[verdict], verdict_word(verdict))
    missing = _text_missing(state, problem, verdict)
    icon, colour = "circle-alert", "ink2"
    return OutlineRow(problem.id, number, problem.title, (sign,), missing, icon, colour)


def _text_missing(state: WorkshopState, problem: Problem, verdict: Verdict) -> str:
    """What the text for the product team still lacks, in words."""
    request = state.request_of(problem.id)
    if request is None:
        return tr("appraise.told.no_text") if verdict in REQUESTS else ""
    left = len(FIELDS) - filled(request)
    return tr("appraise.told.fields_left", n=left) if left else ""
