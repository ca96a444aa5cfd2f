"""The persona of a problem: the jobs and teams of who said it, and the customer's system."""

from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


def describe_persona(state: WorkshopState, problem: Problem, *, speakers: bool = True) -> str:
    """Return jobs and teams of the speakers, then the customer's industry and systems; no names.

    Parts are joined by " / "; empty if nothing is known. Without ``speakers`` it tells nothing of
    them, whom a job may reveal. It is the default ground for the criterion
    *who*.
    """
    who = state.speakers_of(problem) if speakers else ()
    people = [_role(speaker.team, speaker.job) for speaker in who]
    customer = state.customer
    parts = [*dict.fromkeys(people), customer.industry, " ".join(customer.architecture.split())]
    return " / ".join(part for part in parts if part)


def _role(team: str, job: str) -> str:
    """Return team and job, separated by a comma in English and a space in Japanese."""
    parts = [part for part in (team, job) if part]
    return (", " if "".join(parts).isascii() else " ").join(parts)
