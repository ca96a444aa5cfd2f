"""Context: what was asked before any problem, and what was answered."""

from dataclasses import dataclass
from enum import StrEnum


class AnswerMark(StrEnum):
    """How a thing that the answer tells of is doing at the customer's."""

    NONE = ""
    IN_USE = "in_use"
    GIVEN_UP = "given_up"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextAnswer:
    """An answer to a context question; `question` is a bank id, or the words of one's own question."""

    id: str
    workshop_id: str
    position: int
    question: str
    text: str
    participant_id: str | None = None
    mark: AnswerMark = AnswerMark.NONE
