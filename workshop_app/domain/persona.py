"""The persona behind a problem: who says it, in which job and team, over which system."""

from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


def describe_persona(state: WorkshopState, problem: Problem) -> str:
    """Return jobs and teams of the speakers, then the customer's trade and systems; no names.

    Parts are joined by " / "; empty when nothing is known. It is the first ground of *who*.
    """
    people = [_post(speaker.team, speaker.job) for speaker in state.speakers_of(problem)]
    customer = state.customer
    parts = [*dict.fromkeys(people), customer.industry, " ".join(customer.architecture.split())]
    return " / ".join(part for part in parts if part)


def _post(team: str, job: str) -> str:
    """Team and job; Japanese sets them apart by a blank, where English would run them together."""
    parts = [part for part in (team, job) if part]
    return (", " if "".join(parts).isascii() else " ").join(parts)
