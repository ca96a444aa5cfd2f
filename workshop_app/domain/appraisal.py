"""Appraisal: six criteria asked of a problem, and the answers the room gave."""

from dataclasses import dataclass
from enum import StrEnum


class Criterion(StrEnum):
    """The six questions, in the order in which they are asked."""

    WHO = "who"
    CONCRETE = "concrete"
    OURS = "ours"
    NOW = "now"
    ALTERNATIVE = "alternative"
    GENERAL = "general"


ANSWERS: dict[Criterion, tuple[str, str, str]] = {
    Criterion.WHO: ("known", "partly", "unknown"),
    Criterion.CONCRETE: ("yes", "nearly", "no"),
    Criterion.OURS: ("yes", "partly", "no"),
    Criterion.NOW: ("urgent", "half_year", "some_day"),
    Criterion.ALTERNATIVE: ("enough", "partly", "none"),
    Criterion.GENERAL: ("general", "half", "individual"),
}
"""The three answers of each criterion in its own words; an empty string means unanswered."""


class Verdict(StrEnum):
    """What an appraisal comes to."""

    OPEN = "open"
    ASK_AGAIN = "ask_again"
    NOT_OURS = "not_ours"
    SOLUTION = "solution"
    CARD = "card"
    REQUEST = "request"
    REQUEST_INDIVIDUAL = "request_individual"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """The appraisal of one problem: an answer and a ground per criterion.

    A person may overrule the rules with `override`, a reason and a name; the rules' own verdict
    is always computed anew and so stays beside it. `private_note` never leaves private mode.
    """

    id: str
    workshop_id: str
    problem_id: str
    who: str = ""
    who_ground: str = ""
    concrete: str = ""
    concrete_ground: str = ""
    ours: str = ""
    ours_ground: str = ""
    now: str = ""
    now_ground: str = ""
    alternative: str = ""
    alternative_ground: str = ""
    general: str = ""
    general_ground: str = ""
    override: Verdict | None = None
    override_reason: str = ""
    override_by: str = ""
    private_note: str = ""

    def answer(self, criterion: Criterion) -> str:
        """The answer to `criterion`: one of `ANSWERS[criterion]`, or empty."""
        return str(getattr(self, criterion.value))

    def ground(self, criterion: Criterion) -> str:
        """The ground given for the answer to `criterion`, or empty."""
        return str(getattr(self, f"{criterion.value}_ground"))

    @property
    def answers(self) -> dict[Criterion, str]:
        """All six answers."""
        return {criterion: self.answer(criterion) for criterion in Criterion}

    @property
    def unanswered(self) -> tuple[Criterion, ...]:
        """The criteria that have no answer yet."""
        return tuple(criterion for criterion in Criterion if not self.answer(criterion))
