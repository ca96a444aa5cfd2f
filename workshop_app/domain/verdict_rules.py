"""The rules that derive a verdict from the six answers: an ordered table, first match wins.

The order follows the questions of a CRE: can the problem be worked on, is it in scope, is it solved
already, and only then whether it becomes a request. Rules that need few answers come first. An
unanswered criterion that can no longer change the verdict is not needed (`not_needed`): the rules
do not wait for it.

A new rule needs a line in `RULES` and its text in ``locale/*/appraisal.toml`` under ``rule``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import NamedTuple

from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion, Verdict

UNANSWERED = ""
_DECIDING_BY_DEFAULT = (Criterion.OURS, Criterion.ALTERNATIVE, Criterion.GENERAL)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: it matches if each criterion in `when` has one of the given answers.

    `solved` requires that Solve recorded a solution, or that it did not; None ignores it. `id` is
    stable; the text of the rule is ``appraisal.rule.<id>``.
    """

    id: str
    verdict: Verdict
    when: Mapping[Criterion, frozenset[str]] = field(default_factory=dict)
    solved: bool | None = None

    def holds(self, answers: Mapping[Criterion, str], solved: bool) -> bool:
        """Return whether the rule matches these answers; `solved` as for `decide`."""
        if self.solved is not None and self.solved is not solved:
            return False
        return all(answers[criterion] in allowed for criterion, allowed in self.when.items())

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that it uses, in order of asking."""
        return tuple(criterion for criterion in Criterion if criterion in self.when)


class Decision(NamedTuple):
    """A verdict and the rule that decided it."""

    verdict: Verdict
    rule: Rule


def _any(*answers: str) -> frozenset[str]:
    return frozenset(answers)


_C = Criterion
RULES: tuple[Rule, ...] = (
    Rule("not_concrete", Verdict.ASK_AGAIN, {_C.CONCRETE: _any("no")}),
    Rule("not_our_role", Verdict.NOT_OURS, {_C.OURS: _any("no")}),
    Rule(
        "solved_in_workshop",
        Verdict.SOLUTION,
        {_C.ALTERNATIVE: _any("enough", UNANSWERED)},
        solved=True,
    ),
    Rule("alternative_enough", Verdict.SOLUTION, {_C.ALTERNATIVE: _any("enough")}),
    Rule("unanswered_who", Verdict.OPEN, {_C.WHO: _any(UNANSWERED)}),
    Rule("unanswered_concrete", Verdict.OPEN, {_C.CONCRETE: _any(UNANSWERED)}),
    Rule("unanswered_ours", Verdict.OPEN, {_C.OURS: _any(UNANSWERED)}),
    Rule("unanswered_now", Verdict.OPEN, {_C.NOW: _any(UNANSWERED)}),
    Rule("unanswered_alternative", Verdict.OPEN, {_C.ALTERNATIVE: _any(UNANSWERED)}),
    Rule("unanswered_general", Verdict.OPEN, {_C.GENERAL: _any(UNANSWERED)}),
    Rule("who_unknown", Verdict.ASK_AGAIN, {_C.WHO: _any("unknown")}),
    Rule(
        "almost_concrete",
        Verdict.ASK_AGAIN,
        {_C.CONCRETE: _any("nearly"), _C.WHO: _any("partly")},
    ),
    Rule("some_day", Verdict.LATER, {_C.NOW: _any("some_day")}),
    Rule(
        "individual_workaround",
        Verdict.CARD,
        {_C.GENERAL: _any("individual"), _C.ALTERNATIVE: _any("partly")},
    ),
    Rule("individual_request", Verdict.REQUEST_INDIVIDUAL, {_C.GENERAL: _any("individual")}),
    Rule(
        "partly_ours",
        Verdict.CARD,
        {_C.OURS: _any("partly"), _C.ALTERNATIVE: _any("partly")},
    ),
    Rule("request", Verdict.REQUEST),
)
"""In order of application; the last rule always matches."""


def decide(appraisal: Appraisal, *, solved: bool) -> Decision:
    """Return the verdict on `appraisal`; `solved`: Solve recorded a solution."""
    return decide_answers(appraisal.answers, solved=solved)


def decide_answers(answers: Mapping[Criterion, str], *, solved: bool) -> Decision:
    """Return the verdict of the first rule that matches `answers`.

    A criterion that is not needed may have any answer: of the rules that could then decide, all
    with the same verdict, the last one is returned, which does not mention the criterion.
    """
    given = _in_order(answers)
    rule = RULES[_deciding_rule(given, solved)]
    return Decision(rule.verdict, rule)


def not_needed(answers: Mapping[Criterion, str], *, solved: bool) -> tuple[Criterion, ...]:
    """Return the unanswered criteria that cannot change the verdict.

    Such a criterion has the same verdict for each of its answers, however the other unanswered ones
    are answered.
    """
    return tuple(_not_needed(_in_order(answers), solved))


def open_criteria(answers: Mapping[Criterion, str], *, solved: bool) -> tuple[Criterion, ...]:
    """Return the unanswered criteria that can still change the verdict, in order of asking."""
    given = _in_order(answers)
    left_out = _not_needed(given, solved)
    return tuple(
        criterion
        for criterion, answer in zip(Criterion, given, strict=True)
        if not answer and criterion not in left_out
    )


class Prospect(NamedTuple):
    """The effect of answers to one criterion: a verdict, or the number of remaining questions."""

    answers: tuple[str, ...]
    verdict: Verdict
    to_go: int


def prospects(
    answers: Mapping[Criterion, str], criterion: Criterion, *, solved: bool
) -> tuple[Prospect, ...]:
    """Return the effects of the possible answers to an unanswered criterion.

    Answers with the same effect are grouped. Empty if no answer would decide.
    """
    found: dict[tuple[Verdict, int], list[str]] = {}
    for answer in ANSWERS[criterion]:
        given = {**answers, criterion: answer}
        verdict = decide_answers(given, solved=solved).verdict
        to_go = len(open_criteria(given, solved=solved)) if verdict is Verdict.OPEN else 0
        found.setdefault((verdict, to_go), []).append(answer)
    if all(verdict is Verdict.OPEN for verdict, _ in found):
        return ()
    return tuple(Prospect(tuple(ones), *effect) for effect, ones in found.items())


def rule_text(rule: Rule, answers: Mapping[Criterion, str]) -> str:
    """Return the key of the text of `rule` below ``appraisal``.

    The rule of a request has one for each combination of the answers that lead to it.
    """
    given = [answers[criterion] for criterion in _DECIDING_BY_DEFAULT]
    if rule.id == RULES[-1].id and all(given):  # it may be a copy from another process
        return f"request.{'_'.join(given)}"
    return f"rule.{rule.id}"


_Answers = tuple[str, ...]
"""The answers to the six criteria in order of asking."""


def _in_order(answers: Mapping[Criterion, str]) -> _Answers:
    return tuple(answers[criterion] for criterion in Criterion)


def _first_rule(answers: _Answers, solved: bool) -> int:
    """Return the index of the first rule that matches."""
    given = dict(zip(Criterion, answers, strict=True))
    return next(position for position, rule in enumerate(RULES) if rule.holds(given, solved))


def _completions(answers: _Answers, positions: tuple[int, ...]) -> Iterator[_Answers]:
    """Return `answers` with every combination of answers at `positions`."""
    criteria = list(Criterion)
    for combination in product(*(ANSWERS[criteria[position]] for position in positions)):
        given = list(answers)
        for position, answer in zip(positions, combination, strict=True):
            given[position] = answer
        yield tuple(given)


@cache
def _not_needed(answers: _Answers, solved: bool) -> tuple[Criterion, ...]:
    unanswered = tuple(position for position, answer in enumerate(answers) if not answer)
    verdicts = {
        whole: RULES[_first_rule(whole, solved)].verdict
        for whole in _completions(answers, unanswered)
    }

    def can_change(position: int) -> bool:
        return any(
            verdicts[other] is not verdict
            for whole, verdict in verdicts.items()
            for other in _completions(whole, (position,))
        )

    criteria = list(Criterion)
    return tuple(criteria[position] for position in unanswered if not can_change(position))


@cache
def _deciding_rule(answers: _Answers, solved: bool) -> int:
    """Return the index in `RULES` of the rule that decides."""
    left_out = _not_needed(answers, solved)
    positions = tuple(position for position, one in enumerate(Criterion) if one in left_out)
    return max(_first_rule(whole, solved) for whole in _completions(answers, positions))


def deciding_criteria(rule: Rule, appraisal: Appraisal) -> tuple[Criterion, ...]:
    """Return the answered criteria that `rule` uses; empty if the verdict is still open."""
    if rule.verdict is Verdict.OPEN:
        return ()
    looked_at = rule.criteria or _DECIDING_BY_DEFAULT
    return tuple(criterion for criterion in looked_at if appraisal.answer(criterion))
