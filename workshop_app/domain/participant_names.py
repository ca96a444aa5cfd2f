"""Short names of the participants, unique within a workshop."""

from collections import Counter
from collections.abc import Iterable

from workshop_app.domain.audience_view import Speaker
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant


def short_names(people: Iterable[Participant]) -> dict[str, str]:
    """Return the short name of each person by id.

    It is the part before the first space, or the whole name if two short names would be equal.
    """
    first = {who.id: _first_part(who) for who in people}
    counts = Counter(first.values())
    return {who.id: first[who.id] if counts[first[who.id]] == 1 else who.name for who in people}


def speakers_by_problem(state: WorkshopState) -> dict[str, tuple[Speaker, ...]]:
    """Return who said each listed problem or one merged into it, by problem id.

    It is empty unless the workshop shows names to the room.
    """
    if not state.speakers_shown:
        return {}
    names = short_names(state.participants)
    speakers = {
        who.id: Speaker(name=names[who.id], honorific=who.honorific) for who in state.participants
    }
    found: dict[str, dict[str, Speaker]] = {problem.id: {} for problem in state.listed}
    for problem in sorted(state.problems, key=lambda one: one.merged_into is not None):
        of_problem = found.get(state.merging.root_ids[problem.id])
        if of_problem is not None and problem.speaker_id in speakers:
            of_problem[problem.speaker_id] = speakers[problem.speaker_id]
    return {problem_id: tuple(each.values()) for problem_id, each in found.items()}


def _first_part(who: Participant) -> str:
    parts = who.name.split()
    return parts[0] if parts else who.name
