"""Texts for verdicts, criteria and rules, and the appraisal of a problem."""

from __future__ import annotations

from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

REQUESTS = (Verdict.REQUEST, Verdict.REQUEST_INDIVIDUAL)
"""The verdicts after which a request text is written."""


def appraisal_of(state: WorkshopState, problem: Problem) -> Appraisal:
    """Return the appraisal of a problem, or an empty one if there is none."""
    empty = Appraisal(id="", workshop_id=problem.workshop_id, problem_id=problem.id)
    return state.appraisal_of(problem.id) or empty


def verdict_word(verdict: Verdict) -> str:
    """Return the text of a verdict."""
    return tr(f"appraisal.verdict.{verdict.value}")


def criterion_word(criterion: Criterion) -> str:
    """Return the question of a criterion, in its short form."""
    return tr(f"appraisal.criterion.{criterion.value}")


def number_of(criterion: Criterion) -> int:
    """Return the number of a criterion, 1 to 6."""
    return list(Criterion).index(criterion) + 1
