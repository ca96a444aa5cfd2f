"""The verdict on a problem in papers and files for the facilitator's own company."""

from exports.material import Material
from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import PASSED_ON, is_behind
from workshop_app.domain.verdict_rules import deciding_criteria


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


def why_lines(material: Material, problem: Problem, judged: Appraisal) -> list[str]:
    """Return why a request is sent: the answers that decided, the rule, who overruled it."""
    words = material.words
    state = material.state
    decision = state.decision_of(problem)
    verdict = state.verdict_of(problem)
    rule = words(f"appraisal.rule.{decision.rule.id}")
    if judged.override is not None:
        by = judged.override_by
        first = words(f"papers.dossier.overruled_{'by' if by else 'plain'}", by=by)
        own = words(f"appraisal.verdict.{decision.verdict}")
        lines = [first, judged.override_reason] if judged.override_reason else [first]
        lines.append(words("papers.problem.own_verdict", verdict=own, rule=rule))
        return [*lines, *_differs(material, problem, verdict)]
    if verdict is Verdict.OPEN:
        return [rule]
    decided = deciding_criteria(decision.rule, judged)
    numbers = material.list([str(list(Criterion).index(each) + 1) for each in decided])
    by = [words("papers.dossier.decided_by", numbers=numbers)] if decided else []
    return [*by, rule, *_differs(material, problem, verdict)]


def _differs(material: Material, problem: Problem, verdict: Verdict) -> list[str]:
    """Return that a request was handed over before this verdict on it."""
    request = material.state.request_of(problem.id)
    if request is None:
        return []
    promise = material.state.promise_of(request)
    if promise not in PASSED_ON.values() or is_behind(verdict, promise):
        return []
    return [material.words("papers.dossier.judged_after")]
