"""Short names of the participants for a row of chips."""

from __future__ import annotations

from ui.widgets.check_group import Option
from workshop_app.domain.participant_names import short_names
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import texts


def name_options(state: WorkshopState) -> list[Option]:
    """Return id and short name of each participant as addressed; absent ones come last."""
    names = short_names(state.participants)
    people = sorted(state.participants, key=lambda who: not who.attended)
    return [Option(who.id, texts().person(names[who.id], who.honorific)) for who in people]


def names_by_id(state: WorkshopState) -> dict[object, str]:
    """Return the short name of each participant as addressed, by id."""
    return {each.value: each.text for each in name_options(state)}


def hides_names(state: WorkshopState, *, private: bool) -> bool:
    """Return whether the room sees a page but is not to see who said a problem or an answer."""
    return not private and not state.speakers_shown


def short_name(state: WorkshopState, participant_id: str | None) -> str:
    """Return the short name of one participant, or empty."""
    return short_names(state.participants).get(participant_id or "", "")
