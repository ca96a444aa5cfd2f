"""The notes of the discussion of a problem."""

from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


def discussion_of(state: WorkshopState, problem: Problem) -> str:
    """Return the notes on a problem and on those merged into it; empty without any."""
    notes = [each.discussion for each in (problem, *state.merged_into(problem.id))]
    return "\n".join(note for note in notes if note.strip())
