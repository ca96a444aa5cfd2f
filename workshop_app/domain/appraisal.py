"""The six criteria of an appraisal, its record, and the verdicts."""

from enum import StrEnum

from workshop_app.domain.field_types import Choice, Id, Line, Note, PrivateNote
from workshop_app.domain.record import Record


class Criterion(StrEnum):
    """The six criteria, in the order in which they are asked."""

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
"""The three possible answers to each criterion; an empty string means unanswered."""


class Verdict(StrEnum):
    """The result of an appraisal."""

    OPEN = "open"
    ASK_AGAIN = "ask_again"
    NOT_OURS = "not_ours"
    SOLUTION = "solution"
    CARD = "card"
    REQUEST = "request"
    REQUEST_INDIVIDUAL = "request_individual"
    LATER = "later"


class Appraisal(Record):
    """The appraisal of one problem: an answer and a reason ("ground") for each criterion.

    A person may overrule the rules with `override`, a reason and a name. The verdict of the rules
    is not stored: `verdict_rules` computes it from the answers.
    """

    id: Id
    workshop_id: Id
    problem_id: Id
    who: Choice = ""
    who_ground: Note = ""
    concrete: Choice = ""
    concrete_ground: Note = ""
    ours: Choice = ""
    ours_ground: Note = ""
    now: Choice = ""
    now_ground: Note = ""
    alternative: Choice = ""
    alternative_ground: Note = ""
    general: Choice = ""
    general_ground: Note = ""
    override: Verdict | None = None
    override_reason: Line = ""
    override_by: Line = ""
    private_note: PrivateNote = ""

    def answer(self, criterion: Criterion) -> str:
        """Return the answer to `criterion`: one of `ANSWERS[criterion]`, or empty."""
        return str(getattr(self, criterion.value))

    def ground(self, criterion: Criterion) -> str:
        """Return the reason for the answer to `criterion`, or empty."""
        return str(getattr(self, f"{criterion.value}_ground"))

    @property
    def answers(self) -> dict[Criterion, str]:
        """All six answers by criterion."""
        return {criterion: self.answer(criterion) for criterion in Criterion}
