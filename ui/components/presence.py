"""Records that somebody arrives or leaves now."""

from __future__ import annotations

from ui.components.timestamps import now
from ui.components.window_api import WindowApi
from workshop_app.domain.workshop import Participant
from workshop_app.i18n import texts, tr
from workshop_app.services.commands.participants import NoteArrival, NoteLeaving


def change_presence(api: WindowApi, person: Participant) -> None:
    """Record that a person who is here leaves now, or that another one arrives or is back."""
    command, words = (NoteLeaving, "left") if person.here else (NoteArrival, "arrived")
    at = person.arrived if person.left else now()
    api.execute(command(person.id, at))
    state = api.session.open_state
    after = state.participant(person.id)
    if after is not None and after.here is not person.here:
        said = tr(f"prepare.{words}", name=texts().addressed(person), n=state.votes.present)
        api.toast(said, undo=True)


def correct_presence(api: WindowApi, person: Participant, time: str) -> None:
    """Record another time of the day, HH:MM, at which a person left, or else arrived.

    Without a time that is taken back.
    """
    at = f"{(person.left or person.arrived)[:11]}{time}" if time else ""
    if person.left and at:
        api.execute(NoteLeaving(person.id, at))
    else:
        api.execute(NoteArrival(person.id, person.arrived if person.left else at))
