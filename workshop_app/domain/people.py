"""Names of the people in the room, as short as they can be without two being the same."""

from collections import Counter
from collections.abc import Iterable

from workshop_app.domain.audience_view import Speaker
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant


def short_names(people: Iterable[Participant]) -> dict[str, str]:
    """The short name of each person by id.

    It is the part before the first space, or the whole name where two would be the same.
    """
    first = {who.id: _first_part(who) for who in people}
    shared = Counter(first.values())
    return {who.id: first[who.id] if shared[first[who.id]] == 1 else who.name for who in people}


def speakers_by_problem(state: WorkshopState) -> dict[str, tuple[Speaker, ...]]:
    """Who said each listed problem, merged ones included; nobody where the room sees no names."""
    if not state.speakers_shown:
        return {}
    names = short_names(state.participants)
    voices = {
        who.id: Speaker(name=names[who.id], honorific=who.honorific) for who in state.participants
    }
    said: dict[str, dict[str, Speaker]] = {problem.id: {} for problem in state.listed}
    for problem in sorted(state.problems, key=lambda one: one.merged_into is not None):
        found = said.get(state.merging.whole[problem.id])
        if found is not None and problem.speaker_id in voices:
            found[problem.speaker_id] = voices[problem.speaker_id]
    return {problem_id: tuple(found.values()) for problem_id, found in said.items()}


def _first_part(who: Participant) -> str:
    parts = who.name.split()
    return parts[0] if parts else who.name
