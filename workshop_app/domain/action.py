"""The record of an action: who does what by when, and whether it was done."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from workshop_app.domain.field_types import Date, Id, Line, Moment, OptionalId, RequiredLine
from workshop_app.domain.record import Record


class ActionAnswer(StrEnum):
    """The answer when an action is followed up at the next visit."""

    DONE = "done"
    NOT_YET = "not_yet"
    NOT_NEEDED = "not_needed"
    """It is not wanted any more."""


class Action(Record):
    """Something to do after the session; `due` is an ISO date or empty."""

    id: Id
    workshop_id: Id
    position: int
    text: RequiredLine
    owner_id: OptionalId = None
    """The owner's id; None with an empty `owner_name` means that no owner is named yet."""
    owner_name: Line = ""
    """The name of an owner who is not a participant, such as the facilitator."""
    due: Date = ""
    problem_id: OptionalId = None
    card_id: OptionalId = None
    done: bool = False
    not_needed: bool = False
    """It was dropped on purpose; if `done` is set as well, `done` takes precedence."""
    answered_at: Moment = ""
    """When it was last followed up; empty if it never was."""
    answer_note: Line = ""
    """A remark on the answer, such as since when it is done."""
    passes_on: bool = False
    """Whether it is to pass the requests on; at `due` the customer hears of them."""

    @property
    def has_owner(self) -> bool:
        """Whether somebody has taken it."""
        return bool(self.owner_id or self.owner_name)

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return not (self.done or self.not_needed)

    @property
    def answer(self) -> ActionAnswer | None:
        """The answer given; None while it is open and was not followed up."""
        if self.done:
            return ActionAnswer.DONE
        if self.not_needed:
            return ActionAnswer.NOT_NEEDED
        return ActionAnswer.NOT_YET if self.answered_at else None

    def answered(self, answer: ActionAnswer | None, at: str) -> "Action":
        """Return a copy with an answer given at `at` (ISO); None removes the answer."""
        return replace(
            self,
            done=answer is ActionAnswer.DONE,
            not_needed=answer is ActionAnswer.NOT_NEEDED,
            answered_at=at if answer else "",
        )


def by_day(actions: Iterable[Action]) -> list[Action]:
    """Return actions by day, those without a day last.

    Of one day those that nobody has taken come first, then they stand as they were entered.
    """
    return sorted(actions, key=lambda each: (not each.due, each.due, each.has_owner, each.position))
