"""Texts for verdicts, criteria and rules, and the appraisal of a problem."""

from __future__ import annotations

from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.i18n import tr

REQUESTS = (Verdict.REQUEST, Verdict.REQUEST_INDIVIDUAL)
"""The verdicts after which a request text is written."""


def verdict_word(verdict: Verdict) -> str:
    """Return the text of a verdict."""
    return tr(f"appraisal.verdict.{verdict.value}")


def criterion_word(criterion: Criterion) -> str:
    """Return the question of a criterion, in its short form."""
    return tr(f"appraisal.criterion.{criterion.value}")


def number_of(criterion: Criterion) -> int:
    """Return the number of a criterion, 1 to 6."""
    return list(Criterion).index(criterion) + 1
