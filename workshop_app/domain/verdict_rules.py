"""The rules that turn six answers into a verdict: an ordered table, the first that holds decides.

The order follows how a CRE asks: is there a problem one can work on, is it ours, is it solved
already, and only then whether it becomes a request. Rules that need few answers stand first, so
that the room is not asked for what can no longer change the verdict.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop_app.domain.appraisal import Appraisal, Criterion, Verdict
from workshop_app.domain.outcome import OutcomeKind

UNANSWERED = ""
_WHEN_ALL_SPEAK = (Criterion.OURS, Criterion.ALTERNATIVE, Criterion.GENERAL)

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
"""The outcome whose shape and colour a verdict borrows."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the table: it holds when each named criterion has one of the given answers.

    `solved` asks for what Solve recorded: True means that a solution was chosen there, None that
    it does not matter. `id` is stable and names the rule's words in ``locale/*/appraisal.toml``.
    """

    id: str
    verdict: Verdict
    when: Mapping[Criterion, frozenset[str]] = field(default_factory=dict)
    solved: bool | None = None

    def holds(self, answers: Mapping[Criterion, str], solved: bool) -> bool:
        """Tell whether the rule holds for these answers and what Solve recorded."""
        if self.solved is not None and self.solved is not solved:
            return False
        return all(answers[criterion] in allowed for criterion, allowed in self.when.items())

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria it looks at, in order of asking."""
        return tuple(criterion for criterion in Criterion if criterion in self.when)


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict of the rules and the rule that decided."""

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
"""Read from the top; the last rule holds always, so that every appraisal has a verdict."""


def decide(appraisal: Appraisal, *, solved: bool) -> Decision:
    """Return the rules' verdict on `appraisal`; `solved` tells that Solve recorded a solution."""
    return decide_answers(appraisal.answers, solved=solved)


def decide_answers(answers: Mapping[Criterion, str], *, solved: bool) -> Decision:
    """Return the verdict of the first rule that holds for `answers`."""
    rule = next(rule for rule in RULES if rule.holds(answers, solved))
    return Decision(rule.verdict, rule)


def deciding_criteria(rule: Rule, appraisal: Appraisal) -> tuple[Criterion, ...]:
    """Return the answered criteria on which `rule` rests; none while it waits for an answer."""
    if rule.verdict is Verdict.OPEN:
        return ()
    looked_at = rule.criteria or _WHEN_ALL_SPEAK
    return tuple(criterion for criterion in looked_at if appraisal.answer(criterion))
