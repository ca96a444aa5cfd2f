"""The people of a customer: participants of its workshops that are the same person."""

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


def age(workshop: Workshop) -> tuple[str, str, str]:
    """Return the sort key of workshops, earliest first.

    Ids sort by creation time, so they order workshops created within the same second.
    """
    return workshop.date or workshop.created_at[:10], workshop.created_at, workshop.id
