"""The record of what people can do alone, counted by hands at the end and at the next visit.

Who can do a line is noted with the person (`Participant.can_do_ids`), for the facilitator alone.
"""

from dataclasses import dataclass

from workshop_app.domain.field_types import Id, OptionalId, RequiredLine


@dataclass(frozen=True, slots=True, kw_only=True)
class CanDoCheck:
    """One line that the room is asked about; nobody is named, hands are counted."""

    id: Id
    workshop_id: Id
    position: int
    text: RequiredLine
    hands: int | None = None
    """How many can do it; None while nobody counted."""
    people: int = 0
    """How many were in the room when it was counted."""
    origin_id: OptionalId = None
    """The line of an earlier workshop that is asked again with this one."""
