"""The rules that derive a verdict from the six answers: an ordered table, the first match decides.

The order follows the questions of a CRE: can the problem be worked on, is it ours, is it solved
already, and only then whether it becomes a request. Rules that need few answers come first, so that
the room is not asked for what can no longer change the verdict.

A new rule needs a line in `RULES` and its text in ``locale/*/appraisal.toml`` under ``rule``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.outcome import OutcomeKind

UNANSWERED = ""
_DECIDING_BY_DEFAULT = (Criterion.OURS, Criterion.ALTERNATIVE, Criterion.GENERAL)

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
"""The outcome whose icon and colour a verdict is shown with."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: it holds if each criterion in `when` has one of the given answers.

    `solved` requires that Solve recorded a solution, or that it did not; None ignores it. `id` is
    stable; the text of the rule is ``appraisal.rule.<id>``.
    """

    id: str
    verdict: Verdict
    when: Mapping[Criterion, frozenset[str]] = field(default_factory=dict)
    solved: bool | None = None

    def holds(self, answers: Mapping[Criterion, str], solved: bool) -> bool:
        """Tell whether the rule holds for these answers; `solved` as for `decide`."""
        if self.solved is not None and self.solved is not solved:
            return False
        return all(answers[criterion] in allowed for criterion, allowed in self.when.items())

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that it uses, in order of asking."""
        return tuple(criterion for criterion in Criterion if criterion in self.when)


@dataclass(frozen=True, slots=True)
class Decision:
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
"""In order of application; the last rule always holds, so that there is always a verdict."""


def decide(appraisal: Appraisal, *, solved: bool) -> Decision:
    """Return the verdict on `appraisal`; `solved` tells whether Solve recorded a solution."""
    return decide_answers(appraisal.answers, solved=solved)


def decide_answers(answers: Mapping[Criterion, str], *, solved: bool) -> Decision:
    """Return the verdict of the first rule that holds for `answers`."""
    rule = next(rule for rule in RULES if rule.holds(answers, solved))
    return Decision(rule.verdict, rule)


def deciding_criteria(rule: Rule, appraisal: Appraisal) -> tuple[Criterion, ...]:
    """Return the answered criteria that `rule` uses; none if the verdict is still open."""
    if rule.verdict is Verdict.OPEN:
        return ()
    looked_at = rule.criteria or _DECIDING_BY_DEFAULT
    return tuple(criterion for criterion in looked_at if appraisal.answer(criterion))
