"""The verdict on a problem in papers and files for the facilitator's own company."""

from exports.material import Material
from workshop_app.domain.appraisal import Appraisal, Verdict
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise, is_behind


def verdict_lines(material: Material, problem: Problem, judged: Appraisal) -> list[str]:
    """Return the verdict, who overruled it and why, and what the rules say of it."""
    words = material.words
    state = material.state
    decision = state.decision_of(problem)
    verdict = state.verdict_of(problem)
    rule = words(f"appraisal.rule.{decision.rule.id}")
    said = words(f"appraisal.verdict.{verdict}")
    if verdict is Verdict.OPEN:
        return [said, rule] if judged.override is None else [said]
    if judged.override is None:
        lines = [words("papers.dossier.by_rule", verdict=said), rule]
    else:
        by = judged.override_by
        head = words(f"papers.dossier.by_{'person' if by else 'somebody'}", verdict=said, by=by)
        own = words(f"appraisal.verdict.{decision.verdict}")
        reason = words("promises.reason", reason=judged.override_reason)
        lines = [head, *([reason] if judged.override_reason else [])]
        lines.append(words("papers.problem.own_verdict", verdict=own, rule=rule))
    return [*lines, *_differs(material, problem, verdict)]


def _differs(material: Material, problem: Problem, verdict: Verdict) -> list[str]:
    """Return that a request was handed over before this verdict on it."""
    request = material.state.request_of(problem.id)
    promise = material.state.promise_of(request) if request else None
    if promise is not Promise.HANDED_OVER or is_behind(verdict, promise):
        return []
    return [material.words("papers.dossier.judged_after")]
