"""The verdict on a problem in papers and files for the facilitator's own company."""

from exports.material import Material
from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.facts.requests import promise_of
from workshop_app.domain.facts.verdicts import (
    deciding_criteria,
    decision_of,
    open_criteria,
    verdict_of,
)
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import PASSED_ON, is_behind
from workshop_app.services.promise_words import rule_words


def criterion_answers(
    material: Material, problem: Problem, judged: Appraisal
) -> list[tuple[Criterion, str, str]]:
    """Return answer and reason of each criterion that was answered or is still needed."""
    words = material.words
    still_open = open_criteria(material.state, problem)
    found: list[tuple[Criterion, str, str]] = []
    for criterion in Criterion:
        answer = judged.answer(criterion)
        ground = material.ground(problem, judged, criterion)
        if answer:
            said = words(f"appraisal.answer.{criterion}.{answer}")
        elif criterion in still_open:
            said = words("papers.dossier.unanswered")
        elif judged.ground(criterion):
            said = words("appraisal.not_needed")
        else:
            continue
        found.append((criterion, said, ground))
    return found


def verdict_lines(material: Material, problem: Problem, judged: Appraisal) -> list[str]:
    """Return the verdict, who overruled it and why, and the text of the rule."""
    words = material.words
    verdict = verdict_of(material.state, problem)
    rule = rule_words(words, material.state, problem)
    said = words(f"appraisal.verdict.{verdict}")
    if verdict is Verdict.OPEN:
        return [said, rule] if judged.override is None else [said]
    if judged.override is None:
        lines = [words("papers.dossier.by_rule", verdict=said), rule]
    else:
        by = judged.override_by
        head = words(f"papers.dossier.by_{'person' if by else 'somebody'}", verdict=said, by=by)
        reason = words("promises.reason", reason=judged.override_reason)
        own = _by_rules_alone(material, problem, judged)
        lines = [head, *([reason] if judged.override_reason else []), own]
    return [*lines, *_differs(material, problem, verdict)]


def why_lines(material: Material, problem: Problem, judged: Appraisal) -> list[str]:
    """Return why a request is sent: the answers that decided, the rule, who overruled it."""
    words = material.words
    verdict = verdict_of(material.state, problem)
    rule = rule_words(words, material.state, problem)
    if judged.override is not None:
        by = judged.override_by
        first = words(f"papers.dossier.overruled_{'by' if by else 'plain'}", by=by)
        reason = [judged.override_reason] if judged.override_reason else []
        own = _by_rules_alone(material, problem, judged)
        return [first, *reason, own, *_differs(material, problem, verdict)]
    if verdict is Verdict.OPEN:
        return [rule]
    decided = deciding_criteria(material.state, problem)
    numbers = material.list([str(list(Criterion).index(each) + 1) for each in decided])
    by = [words("papers.dossier.decided_by", numbers=numbers)] if decided else []
    return [*by, rule, *_differs(material, problem, verdict)]


def _by_rules_alone(material: Material, problem: Problem, judged: Appraisal) -> str:
    """Return the verdict that a person overruled, with the answers that decided it.

    The text of the rule is omitted: it would read as the opinion of the person who overruled it.
    """
    words = material.words
    decision = decision_of(material.state, problem)
    answers = [
        words(
            "papers.problem.own_answer",
            number=list(Criterion).index(each) + 1,
            answer=words(f"appraisal.answer.{each}.{judged.answer(each)}"),
        )
        for each in deciding_criteria(material.state, problem)
    ]
    why = material.list(answers) or words(f"appraisal.rule.{decision.rule.id}").rstrip("。.")
    verdict = words(f"appraisal.verdict.{decision.verdict}")
    return words("papers.problem.own_verdict", verdict=verdict, why=why)


def _differs(material: Material, problem: Problem, verdict: Verdict) -> list[str]:
    """Return a note that a request was handed over before this verdict."""
    request = material.state.request_of(problem.id)
    if request is None:
        return []
    promise = promise_of(material.state, request)
    if promise not in PASSED_ON.values() or is_behind(verdict, promise):
        return []
    return [material.words("papers.dossier.judged_after")]
