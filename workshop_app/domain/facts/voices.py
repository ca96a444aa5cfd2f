"""Who said the same as a problem."""

from collections.abc import Iterator

from workshop_app.domain.contact import ContactKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.voices import Evidence, Voice


def evidence_of(state: WorkshopState, problem: Problem) -> Evidence:
    """Return the voices of a problem and its group: those of all workshops if set, else its own."""
    known = tuple(voice for voice in state.voices if voice.about == problem.id)
    return Evidence(voices=known or tuple(_own_voices(state, problem)))


def without_speaker(state: WorkshopState) -> int:
    """Return how many of the listed problems nobody is recorded to have said."""
    return sum(problem.speaker_id is None for problem in state.listed)


def _own_voices(state: WorkshopState, problem: Problem) -> Iterator[Voice]:
    day = state.workshop.date or state.workshop.created_at[:10]
    whole = state.whole(problem)
    for each in (whole, *state.merged_into(whole.id)):
        who = state.participant(each.speaker_id)
        yield Voice(
            problem_id=each.id,
            workshop_id=each.workshop_id,
            customer=state.customer.id,
            person=(who.person_id or who.id) if who else "",
            job=(who.job or who.team) if who else "",
            way=each.method,
            own_way=state.workshop.own_kind if each.method is ContactKind.OWN else "",
            date=each.heard_at[:10] or day,
            words=each.said,
            concrete=each.wording,
            own=True,
            ours=True,
        )
