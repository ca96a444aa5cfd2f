"""What somebody promised, and until when: the one list of screens, papers and files.

It is derived from the records of a contact. What an action is for is promised by that action: help
that was promised, the requests that it passes on, or the problem that is asked about again is in
the list by itself only if it has none.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from workshop_app.domain.action import Action
from workshop_app.domain.facts.once import once
from workshop_app.domain.facts.outcomes import promises_of
from workshop_app.domain.facts.requests import (
    lacks_passing_on,
    passing_on_action,
    promise_of,
    requests_with,
)
from workshop_app.domain.facts.then_now import is_answered, taken_over
from workshop_app.domain.outcome import OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import TOLD_LATER, Promise
from workshop_app.domain.request_news import is_answer_untold, latest
from workshop_app.domain.state import WorkshopState


class CommitmentKind(StrEnum):
    """What was promised."""

    ACTION = "action"
    HELP = "help"
    """To deliver help other than a solution, such as an article."""
    NEWS = "news"
    """To tell what became of a request."""
    ASK_AGAIN = "ask_again"
    """To ask about a problem once more."""


class Commitment(NamedTuple):
    """Something that was promised.

    `action` tells what, by whom, until when, and whether it is done; if it is of another kind, with
    the title and the id of the card, request or problem.
    """

    kind: CommitmentKind
    action: Action
    contact: WorkshopState
    """The contact in which it was promised."""

    @property
    def help_id(self) -> str:
        """The id of the help that it is or delivers; empty if there is none."""
        helps = (each for each in self.contact.cards if each.outcome is OutcomeKind.CARD)
        return next((each.id for each in helps if each.id == self.action.card_id), "")


def commitments_of(contact: WorkshopState, *, by_request: bool = False) -> tuple[Commitment, ...]:
    """Return what was promised in a contact, its actions first.

    `by_request`: instead of the action that passes requests on, each of these.
    """
    news = tuple(_news(contact, each_told=by_request))
    replaced = passing_on_action(contact) if by_request and news else None
    actions = [(CommitmentKind.ACTION, each) for each in contact.actions if each is not replaced]
    others = (*_help(contact), *news, *_questions(contact))
    return tuple(Commitment(kind, action, contact) for kind, action in (*actions, *others))


def carried_over(state: WorkshopState) -> tuple[Commitment, ...]:
    """Return what was promised in earlier contacts and is still open, in terms of this workshop."""
    found = (each for contact in state.all_before for each in commitments_of(contact))
    return tuple(_here(state, each) for each in found if is_open(state, each))


def kept(state: WorkshopState) -> tuple[Commitment, ...]:
    """Return what was promised in earlier contacts and is done or not needed since the last."""
    before = state.before
    if before is None:
        return ()
    since = before.workshop.date
    return tuple(
        _here(state, each)
        for contact in state.all_before
        for each in commitments_of(contact)
        if not each.action.is_open and (contact is before or each.action.answered_at[:10] > since)
    )


@once
def to_do(state: WorkshopState) -> tuple[Commitment, ...]:
    """Return who does what in this workshop and since earlier ones.

    Requests, and what is asked again in this workshop, are listed with their own words elsewhere.
    """
    own = (CommitmentKind.ACTION, CommitmentKind.HELP)
    return (
        *(each for each in commitments_of(state) if each.kind in own),
        *(each for each in carried_over(state) if each.kind is not CommitmentKind.NEWS),
    )


def ours(state: WorkshopState) -> tuple[Commitment, ...]:
    """Return what others than participants promised, here or in earlier contacts and still open.

    All help is among it, whoever delivers it, and each request of which they hear later.
    """
    return tuple(
        each
        for each in (*commitments_of(state, by_request=True), *carried_over(state))
        if each.kind is not CommitmentKind.ACTION
        or each.help_id
        or (each.action.owner_name and not each.action.owner_id)
    )


def left_to_do(state: WorkshopState) -> int:
    """Return how much of that is still open."""
    return sum(each.action.is_open for each in to_do(state))


def is_open(state: WorkshopState, commitment: Commitment) -> bool:
    """Return whether what was promised in an earlier contact is still to be done."""
    if commitment.kind is CommitmentKind.ASK_AGAIN:
        problem = commitment.contact.problem(commitment.action.id)
        later = (state, *state.all_before)
        return problem is not None and not any(is_answered(one, problem) for one in later)
    return commitment.action.is_open


class Purpose(NamedTuple):
    """A problem that an action is for, and the contact in which it has its number."""

    contact: WorkshopState
    problem: Problem


def purposes(state: WorkshopState, action: Action) -> tuple[Purpose, ...]:
    """Return what an action is for: its problem, or those whose requests it passes on."""
    passed_on = requests_with(state, *TOLD_LATER) if action.passes_on else ()
    ids = [each.problem_id for each in passed_on] if action.passes_on else [action.problem_id]
    found = (
        Purpose(contact, problem)
        for problem_id in ids
        for contact in (state, *state.all_before)
        if (problem := contact.root_of(problem_id)) is not None
    )
    return tuple({each.problem.id: each for each in found}.values())


def cards_for(state: WorkshopState, action: Action) -> tuple[PlayedCard, ...]:
    """Return the cards of an action's problem; if it has none, of what that was taken over from."""
    problem_id = action.problem_id
    for contact in (state, *state.all_before):
        problem = contact.root_of(problem_id)
        if problem is not None and (cards := contact.cards_of(problem.id)):
            return cards
        problem_id = problem.origin_id if problem is not None else problem_id
    return ()


def action_for(contact: WorkshopState, card: PlayedCard) -> Action | None:
    """Return the action that delivers a card, or None."""
    return next((each for each in contact.actions if each.card_id == card.id), None)


def _here(state: WorkshopState, commitment: Commitment) -> Commitment:
    """Return a commitment of an earlier contact in terms of this workshop.

    The owner is the participant of this workshop if the same person takes part, and the problem is
    the one that was taken over from that of the action, if any. It passes on no requests of this
    workshop.
    """
    kind, action, contact = commitment
    today = {who.person_id: who.id for who in state.participants if who.person_id}
    owner = contact.participant(action.owner_id)
    problem = contact.root_of(action.problem_id)
    about = problem and taken_over(state, problem)
    if about is None and kind is not CommitmentKind.ASK_AGAIN:  # which says it with its words
        about = problem
    action = replace(
        action,
        owner_id=today.get(owner.person_id or "", owner.id) if owner else None,
        problem_id=about.id if about is not None else None,
        passes_on=False,
    )
    return Commitment(kind, action, contact)


def _help(contact: WorkshopState) -> Iterator[tuple[CommitmentKind, Action]]:
    """Return the help of problems to which it was promised; its owner may be a participant."""
    for card in contact.cards:
        problem = contact.root_of(card.problem_id)
        if card.outcome is not OutcomeKind.CARD or problem is None or action_for(contact, card):
            continue
        if Promise.HELPED in promises_of(contact, problem).values():
            named = [who.id for who in contact.participants if who.name == card.owner_name]
            who = named[0] if len(named) == 1 else None
            yield (
                CommitmentKind.HELP,
                Action(
                    id=card.id,
                    workshop_id=card.workshop_id,
                    position=card.position,
                    text=card.title,
                    owner_id=who,
                    owner_name="" if who else card.owner_name,
                    due=card.due,
                    problem_id=card.problem_id,
                    card_id=card.id,
                    done=bool(card.delivered_on),
                    answered_at=card.delivered_on,
                ),
            )


def _news(
    contact: WorkshopState, *, each_told: bool = False
) -> Iterator[tuple[CommitmentKind, Action]]:
    """Return the requests with an answer nobody was told, and those that nobody passes on.

    With ``each_told`` those that somebody passes on, too.
    """
    passed_on = passing_on_action(contact)
    listed = each_told or lacks_passing_on(contact)
    for request in contact.requests:
        untold = is_answer_untold(latest(contact.news_of(request)))
        if untold or (listed and promise_of(contact, request) in TOLD_LATER):
            yield (
                CommitmentKind.NEWS,
                Action(
                    id=request.id,
                    workshop_id=request.workshop_id,
                    position=request.number,
                    text=request.title,
                    owner_id=passed_on.owner_id if passed_on else None,
                    owner_name=passed_on.owner_name if passed_on else "",
                    due=passed_on.due if passed_on else contact.workshop.next_date,
                    problem_id=request.problem_id,
                    done=bool(passed_on and passed_on.done and not untold),
                ),
            )


def _questions(contact: WorkshopState) -> Iterator[tuple[CommitmentKind, Action]]:
    """Return the problems about which we ask again, at the next meeting."""
    for judged in contact.appraisals:
        problem = contact.problem(judged.problem_id)
        if problem is not None and _is_asked_again(contact, problem):
            yield (
                CommitmentKind.ASK_AGAIN,
                Action(
                    id=problem.id,
                    workshop_id=problem.workshop_id,
                    position=problem.number,
                    text=problem.title,
                    owner_name=contact.workshop.facilitator,
                    due=contact.workshop.next_date,
                    problem_id=problem.id,
                ),
            )


def _is_asked_again(contact: WorkshopState, problem: Problem) -> bool:
    if problem.merged_into is not None or problem.held or contact.actions_of(problem.id):
        return False
    return Promise.ASK_AGAIN in promises_of(contact, problem).values()
