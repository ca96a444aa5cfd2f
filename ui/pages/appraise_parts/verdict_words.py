"""What a verdict looks like, and which answers it rests on."""

from __future__ import annotations

from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.verdict_rules import RULES, Rule
from workshop_app.i18n import tr

OUTCOME_OF = {
    Verdict.OPEN: OutcomeKind.OPEN,
    Verdict.ASK_AGAIN: OutcomeKind.OPEN,
    Verdict.NOT_OURS: OutcomeKind.NOT_OURS,
    Verdict.SOLUTION: OutcomeKind.SOLUTION,
    Verdict.CARD: OutcomeKind.CARD,
    Verdict.REQUEST: OutcomeKind.REQUEST,
    Verdict.REQUEST_INDIVIDUAL: OutcomeKind.REQUEST,
    Verdict.LATER: OutcomeKind.OPEN,
}
"""The shape and colour that a verdict borrows from the outcomes."""

REQUESTS = (Verdict.REQUEST, Verdict.REQUEST_INDIVIDUAL)
_WHEN_ALL_SPEAK = (Criterion.OURS, Criterion.ALTERNATIVE, Criterion.GENERAL)


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


def deciding(rule: Rule, appraisal: Appraisal) -> tuple[Criterion, ...]:
    """The answered criteria on which a rule rests; none while it only waits for an answer."""
    if rule.verdict is Verdict.OPEN:
        return ()
    looked_at = rule.criteria or _WHEN_ALL_SPEAK
    return tuple(criterion for criterion in looked_at if appraisal.answer(criterion))


def because(criterion: Criterion, answer: str) -> str:
    """What an answer says, as a short statement."""
    return tr(f"appraise.because.{criterion.value}.{answer}")
