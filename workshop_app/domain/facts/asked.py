"""What is asked of the customer after a workshop."""

from typing import NamedTuple

from workshop_app.domain.action import Action
from workshop_app.domain.facts.commitments import to_do
from workshop_app.domain.facts.then_now import lacks_new_day
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.state import WorkshopState


class Asked(NamedTuple):
    """Open actions that lack something, and whether a day for the next meeting is to be set."""

    undated: tuple[Action, ...]
    ownerless: tuple[Action, ...]
    meeting: bool


def asked_of_customer(state: WorkshopState) -> Asked:
    """Return what the customer still has to settle.

    These are actions of participants, and those without an owner, except help and passing on the
    requests. The day of the next meeting is only asked for while something is left to do.
    """
    contacts = (state, *state.all_before)
    people = {who.id for contact in contacts for who in contact.participants}
    helps = {card.id for contact in contacts for card in contact.cards
             if card.outcome is OutcomeKind.CARD}  # fmt: skip
    ours = {each.id for contact in contacts for each in contact.actions
            if each.passes_on or each.card_id in helps} | helps  # fmt: skip
    left = [each for each in to_do(state) if each.action.is_open]
    ownerless = [
        action
        for _, action, _ in left
        if not action.owner_name and action.owner_id not in people and action.id not in ours
    ]
    theirs = [each.action for each in left if each.action.owner_id in people]
    return Asked(
        undated=tuple(each for each in (*theirs, *ownerless) if lacks_new_day(state, each)),
        ownerless=tuple(ownerless),
        meeting=bool(left) and not state.workshop.next_date,
    )
