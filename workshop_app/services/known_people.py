"""The people of a customer: participants of its workshops that are the same person."""

from collections import Counter
from collections.abc import Iterable, Mapping

from workshop_app.domain.participant_names import name_key
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant, Workshop
from workshop_app.store.store import Store


def known_people(store: Store, workshop: Workshop) -> dict[str, Participant]:
    """Return the people of the other workshops of the same customer, by person id.

    Each is the participant of the person's latest workshop; people of later workshops come first.
    """
    others = [
        each
        for each in store.all(Workshop)
        if each.customer_id == workshop.customer_id and each.id != workshop.id
    ]
    found: dict[str, Participant] = {}
    for other in sorted(others, key=age, reverse=True):
        for who in store.all(Participant, other.id):
            if who.person_id is not None:
                found.setdefault(who.person_id, who)
    return found


def not_here(known: Mapping[str, Participant], state: WorkshopState) -> dict[str, Participant]:
    """Return those of the known people who are neither participants nor were removed from them.

    A participant who is none of them is taken for the only one of the same name.
    """
    here = state.participants
    listed = {who.person_id for who in here}
    listed |= {person for person in known if gone(person) in state.workshop.dismissed}
    new = {name_key(who.name) for who in here if who.person_id not in known}
    named = Counter(name_key(who.name) for who in known.values())
    listed |= {
        person
        for person, who in known.items()
        if named[name_key(who.name)] == 1 and name_key(who.name) in new
    }
    return {person: who for person, who in known.items() if person not in listed}


def gone(person_id: str) -> str:
    """Return what a workshop keeps as dismissed when it loses a person of the customer."""
    return f"- {person_id}"


def person_named(
    known: Mapping[str, Participant], here: Iterable[Participant], name: str
) -> str | None:
    """Return the id of the known person of this name, if nobody else has it, known or `here`."""
    key = name_key(name)
    named = [person for person, who in known.items() if name_key(who.name) == key]
    taken = any(name_key(who.name) == key for who in here)
    return named[0] if len(named) == 1 and not taken else None


def age(workshop: Workshop) -> tuple[str, str, str]:
    """Return the sort key of workshops, earliest first.

    Ids sort by creation time, so they order workshops created within the same second.
    """
    return workshop.date or workshop.created_at[:10], workshop.created_at, workshop.id
