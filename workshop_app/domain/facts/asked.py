"""What is asked of the customer after a workshop."""

from datetime import date, timedelta
from typing import NamedTuple

from workshop_app.domain.action import Action
from workshop_app.domain.facts.commitments import CommitmentKind, left_to_do, to_do
from workshop_app.domain.facts.once import once
from workshop_app.domain.facts.then_now import lacks_new_day
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.state import WorkshopState

_DAYS = 7
"""Within how many days of a workshop the customer is asked to answer."""


class Asked(NamedTuple):
    """Open actions that lack something, and whether a day for the next meeting is to be set."""

    undated: tuple[Action, ...]
    ownerless: tuple[Action, ...]
    meeting: bool
    until: str
    """By which day (ISO); empty without one."""


@once
def customer_actions(state: WorkshopState) -> tuple[Action, ...]:
    """Return the open actions that the customer sees to.

    These are those of participants, and those without an owner, except help, passing on the
    requests, and what we said to ask again.
    """
    contacts = (state, *state.all_before)
    helps = {card.id for contact in contacts for card in contact.cards
             if card.outcome is OutcomeKind.CARD}  # fmt: skip
    ours = {each.id for contact in contacts for each in contact.actions
            if each.passes_on or each.card_id in helps} | helps  # fmt: skip
    return tuple(
        action
        for kind, action, _ in to_do(state)
        if action.is_open
        and kind is not CommitmentKind.ASK_AGAIN
        and (_has_owner(state, action) or not (action.owner_name or action.id in ours))
    )


def _has_owner(state: WorkshopState, action: Action) -> bool:
    """Return whether a participant has taken it."""
    contacts = (state, *state.all_before)
    return any(action.owner_id == who.id for contact in contacts for who in contact.participants)


def asked_of_customer(state: WorkshopState) -> Asked:
    """Return what the customer still has to settle.

    The day of the next meeting is only asked for while something is left to do, alone without a day
    for the answer. Other answers are asked for soon, and before the first day that an action
    without an owner or the next meeting has.
    """
    theirs = customer_actions(state)
    undated = tuple(each for each in theirs if lacks_new_day(state, each))
    ownerless = tuple(each for each in theirs if not _has_owner(state, each))
    meeting = left_to_do(state) > 0 and not state.workshop.next_date
    until, day = "", state.workshop.date
    if day and (undated or ownerless):
        soon = (date.fromisoformat(day) + timedelta(days=_DAYS)).isoformat()
        days = (soon, state.workshop.next_date, *(each.due for each in ownerless))
        until = min(each for each in days if each > day)
    return Asked(undated, ownerless, meeting, until)
