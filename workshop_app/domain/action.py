"""The record of an action: who does what by when."""

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
