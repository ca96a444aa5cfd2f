"""What the appraisal of a problem came to, as words."""

from dataclasses import dataclass

from exports.material import Material
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict that counts, the rule that decided, and a person's reason to overrule it.

    All empty while nothing is decided.
    """

    verdict: str = ""
    rule: str = ""
    reason: str = ""


def judgement_of(material: Material, problem: Problem) -> Judgement:
    """Return the judgement of a problem; the rule is its number, its own verdict and its words."""
    words = material.words
    appraisal = material.appraisal_of(problem)
    verdict = material.state.verdict_of(problem)
    if appraisal is None or verdict is Verdict.OPEN:
        return Judgement()
    decision = material.state.decision_of(problem)
    number = material.rule_number(decision.rule)
    rule = words(f"appraisal.rule.{decision.rule.id}")
    decided = words("papers.table.rule", rule_number=number, rule=rule)
    if appraisal.override is not None:
        own = words(f"appraisal.verdict.{decision.verdict}")
        decided = words("papers.problem.own_verdict", verdict=own, rule_number=number, rule=rule)
    return Judgement(words(f"appraisal.verdict.{verdict}"), decided, appraisal.override_reason)
