"""The words of verdicts, criteria and rules."""

from __future__ import annotations

from workshop_app.domain.appraisal import Criterion, Verdict
from workshop_app.domain.verdict_rules import RULES, Rule
from workshop_app.i18n import tr

REQUESTS = (Verdict.REQUEST, Verdict.REQUEST_INDIVIDUAL)


def verdict_word(verdict: Verdict) -> str:
    """The words of a verdict."""
    return tr(f"appraisal.verdict.{verdict.value}")


def criterion_word(criterion: Criterion) -> str:
    """The short question of a criterion."""
    return tr(f"appraisal.criterion.{criterion.value}")


def number_of(criterion: Criterion) -> int:
    """The number by which the room calls a criterion, 1 to 6."""
    return list(Criterion).index(criterion) + 1


def rule_number(rule: Rule) -> str:
    """The place of a rule in the table, in words."""
    return tr("appraisal.rule_number", number=RULES.index(rule) + 1)


def because(criterion: Criterion, answer: str) -> str:
    """What an answer says, as a short statement."""
    return tr(f"appraise.because.{criterion.value}.{answer}")
