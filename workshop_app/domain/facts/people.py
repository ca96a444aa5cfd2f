"""What people of a customer did over several contacts."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from workshop_app.domain.action import Action
from workshop_app.domain.grouped import grouped
from workshop_app.domain.problem import Problem
from workshop_app.domain.workshop import Participant


class PersonFacts(NamedTuple):
    """A person as in the latest contact, with the number of visits, problems and actions done."""

    who: Participant
    contacts: int
    problems: int
    actions: int


def people_facts(
    participants: Iterable[Participant], problems: Collection[Problem], actions: Iterable[Action]
) -> tuple[PersonFacts, ...]:
    """Return the people among `participants`, which are in order of their contacts.

    A problem that was taken over is the same as its origin.
    """
    known = {problem.id for problem in problems}
    said = Counter(each.speaker_id for each in problems if each.origin_id not in known)
    done = Counter(each.owner_id for each in actions if each.done)
    people = grouped(participants, lambda who: who.person_id or who.id)
    return tuple(
        PersonFacts(
            met[-1],
            sum(who.attended for who in met),
            sum(said[who.id] for who in met),
            sum(done[who.id] for who in met),
        )
        for met in people.values()
    )
