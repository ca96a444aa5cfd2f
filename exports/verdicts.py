"""The verdict on a problem as text."""

from dataclasses import dataclass

from exports.material import Material
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class VerdictText:
    """The verdict that counts, the rule that decided, and the reason of an overruling.

    All are empty as long as the verdict is open.
    """

    verdict: str = ""
    rule: str = ""
    reason: str = ""


def verdict_text(material: Material, problem: Problem) -> VerdictText:
    """Return the verdict on a problem as text; `rule` includes its number."""
    words = material.words
    appraisal = material.appraisal_of(problem)
    verdict = material.state.verdict_of(problem)
    if appraisal is None or verdict is Verdict.OPEN:
        return VerdictText()
    decision = material.state.decision_of(problem)
    number = material.rule_number(decision.rule)
    rule = words(f"appraisal.rule.{decision.rule.id}")
    decided = words("papers.table.rule", rule_number=number, rule=rule)
    if appraisal.override is not None:
        own = words(f"appraisal.verdict.{decision.verdict}")
        decided = words("papers.problem.own_verdict", verdict=own, rule_number=number, rule=rule)
    return VerdictText(words(f"appraisal.verdict.{verdict}"), decided, appraisal.override_reason)
