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
    """An answer to a context question; `question` is a bank id, or one's own question in words."""

    id: str
    workshop_id: str
    position: int
    question: str
    text: str
    participant_id: str | None = None
    mark: AnswerMark = AnswerMark.NONE


QUESTIONS: tuple[str, ...] = (
    "last_login",
    "last_alert",
    "last_outage",
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
"""Ids of the bank of context questions, in an order that leads from the last visit to the future.

Their words are ``questions.ask.<id>``, what each is good for ``questions.why.<id>``.
"""
