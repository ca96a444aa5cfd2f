"""The question bank of the step Context, and the record of an answer."""

from enum import StrEnum

from workshop_app.domain.field_types import Id, RequiredLine, RequiredNote, SpeakerId
from workshop_app.domain.record import Record


class AnswerMark(StrEnum):
    """Whether the customer uses the feature that an answer is about."""

    NONE = ""
    IN_USE = "in_use"
    GIVEN_UP = "given_up"
    UNCLEAR = "unclear"


class ContextAnswer(Record):
    """An answer to a context question; `question` is an id of the bank, or an own question."""

    id: Id
    workshop_id: Id
    position: int
    question: RequiredLine
    text: RequiredNote
    participant_id: SpeakerId = None
    mark: AnswerMark = AnswerMark.NONE


QUESTIONS: tuple[str, ...] = (
    "last_alert",
    "last_outage",
    "last_login",
    "who_noticed",
    "first_screen",
    "night_duty",
    "ignored_alert",
    "given_up",
    "daily_look",
    "manual_check",
    "other_tools",
    "new_server",
    "changed_rule",
    "one_person",
    "after_outage",
    "coming_change",
    "who_asks",
    "good_moment",
)
"""Ids of the question bank, in the order of asking, from the last alert to the future.

Their texts are ``questions.ask.<id>``; ``questions.why.<id>`` explains the purpose of each.
"""

MINUTES_PER_QUESTION = 3
FEWEST_QUESTIONS = 3


def questions_for(minutes: int) -> int:
    """Return how many questions fit into `minutes`; at least `FEWEST_QUESTIONS`."""
    return max(FEWEST_QUESTIONS, minutes // MINUTES_PER_QUESTION)
