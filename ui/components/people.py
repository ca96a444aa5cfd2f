"""Names of the people in the room, short enough for a row of chips."""

from __future__ import annotations

from workshop_app.domain.participant_names import short_names
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Attendance


def chip_names(state: WorkshopState) -> list[tuple[object, str]]:
    """Id and short name of each participant; those who are absent come last."""
    names = short_names(state.participants)
    people = sorted(state.participants, key=lambda who: who.attendance is Attendance.ABSENT)
    return [(who.id, names[who.id]) for who in people]


def short_name(state: WorkshopState, participant_id: str | None) -> str:
    """The short name of one participant, or empty."""
    return next((name for who, name in chip_names(state) if who == participant_id), "")
