"""The record of what people can do alone, counted by hands at the end and at the next visit.

Who can do a line is stored with the person (`Participant.can_do_ids`), for the facilitator only.
"""

from workshop_app.domain.field_types import Id, OptionalId, RequiredLine
from workshop_app.domain.record import Record


class CanDoCheck(Record):
    """One line the room is asked about; hands are counted without names."""

    id: Id
    workshop_id: Id
    position: int
    text: RequiredLine
    hands: int | None = None
    """How many can do it; None until counted."""
    people: int = 0
    """How many were in the room when it was counted."""
    origin_id: OptionalId = None
    """The line of an earlier workshop that is asked again with this one."""
