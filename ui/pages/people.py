"""Names of the people in the room, short enough for a row of chips."""

from __future__ import annotations

from collections import Counter

from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Attendance, Participant


def chip_names(state: WorkshopState) -> list[tuple[object, str]]:
    """Id and short name of each participant; who is absent comes last.

    The short name is the part before the first space, or the whole name where two would be
    the same.
    """
    people = sorted(state.participants, key=lambda who: who.attendance is Attendance.ABSENT)
    shared = Counter(_first_part(who) for who in people)
    return [(who.id, _first_part(who) if shared[_first_part(who)] == 1 else who.name)
            for who in people]  # fmt: skip


def short_name(state: WorkshopState, participant_id: str | None) -> str:
    """The short name of one participant, or empty."""
    return next((name for who, name in chip_names(state) if who == participant_id), "")


def _first_part(who: Participant) -> str:
    parts = who.name.split()
    return parts[0] if parts else who.name
