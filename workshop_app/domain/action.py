"""The record of an action: who does what by when."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshop_app.domain.field_types import Date, Id, Line, OptionalId, RequiredLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do after the session; `due` is an ISO date or empty."""

    id: Id
    workshop_id: Id
    position: int
    text: RequiredLine
    owner_id: OptionalId = None
    """A participant; None with an empty `owner_name` means that nobody is named yet."""
    owner_name: Line = ""
    """An owner who is no participant, such as the facilitator."""
    due: Date = ""
    problem_id: OptionalId = None
    card_id: OptionalId = None
    done: bool = False


def by_day(actions: Iterable[Action]) -> list[Action]:
    """Return actions by day; those without a day come last, as they were entered."""
    return sorted(actions, key=lambda each: (not each.due, each.due, each.position))
