"""Who said a request: people, jobs and ways of hearing, counted apart and never added."""

from dataclasses import dataclass

from exports.material import Material
from workshop_app.domain.problem import Problem
from workshop_app.services.contact_words import way_name

PEOPLE, JOBS, WAYS = "people", "jobs", "ways"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A count of one kind, with the names of what was counted where they may be told."""

    kind: str
    count: int
    names: tuple[str, ...] = ()


def evidence(material: Material, problem: Problem) -> tuple[Evidence, ...]:
    """Return the counts of a problem: people, their jobs, and the ways in which it was heard.

    They are those of this workshop, with the problems merged into it.
    """
    state = material.state
    people = state.speakers_of(problem)
    jobs = tuple(dict.fromkeys(who.job or who.team for who in people if who.job or who.team))
    group = (problem, *state.merged_into(problem.id))
    methods = dict.fromkeys(each.method for each in group)
    ways = tuple(way_name(material.words, method, state.workshop.own_kind) for method in methods)
    return (
        Evidence(PEOPLE, len(people)),
        Evidence(JOBS, len(jobs), jobs),
        Evidence(WAYS, len(ways), ways),
    )
