"""What the previous visit left open, and its status now: the single source of *then and now*.

Screens, the audience display and papers use these functions. Only owners of actions are named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workshop_app.domain.action import Action
from workshop_app.domain.can_do import CanDoCheck
from workshop_app.domain.facts.outcomes import promises_of, unanswered_gap
from workshop_app.domain.outcome import CardKind, Helped, OutcomeKind, PlayedCard
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import Promise
from workshop_app.domain.record import Record
from workshop_app.domain.request import Request
from workshop_app.domain.request_news import is_answer_untold, latest
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Participant

_TO_COME = (Promise.OPEN, Promise.NOT_DISCUSSED, Promise.TO_APPRAISE)
"""The promises of problems that are worked on today."""


class AskedLine(Record):
    """A line of the can-do check with the hands counted at the previous visit and now.

    `origin_id` is the line's record of the previous visit; None if it comes from participants' own
    lines. Counts are None until counted.
    """

    text: str
    origin_id: str | None
    hands_then: int | None
    people_then: int
    hands_now: int | None = None
    people_now: int = 0

    @property
    def id(self) -> str:
        """What tells it from other lines."""
        return self.origin_id or self.text


def contact_of(state: WorkshopState, record: Action | Request | PlayedCard) -> WorkshopState:
    """Return the earlier contact that a record belongs to."""
    found = (each for each in state.earlier if each.workshop.id == record.workshop_id)
    return next(found, state.before or state)


def earlier_day(state: WorkshopState, record: Action | Request | PlayedCard) -> str:
    """Return the day (ISO) of the contact; empty if it is the previous visit."""
    found = (each.workshop for each in state.earlier if each.workshop.id == record.workshop_id)
    return next((contact.date for contact in found), "")


def is_owed(action: Action, since: str) -> bool:
    """Return whether an action was still open on a day (ISO), so that it is followed up again."""
    return action.is_open or (bool(since) and action.answered_at[:10] > since)


def was_untold_before(contact: WorkshopState, request: Request, day: str) -> bool:
    """Return whether a request's answer had not been told to anybody before a day (ISO)."""
    last = latest(contact.news_of(request))
    told_now = last is not None and bool(day) and last.told_on >= day
    return is_answer_untold(last) or told_now


def last_actions(state: WorkshopState) -> tuple[Action, ...]:
    """Return the actions of the previous visit in their order, then open ones of earlier visits."""
    if state.before is None:
        return ()
    since = state.before.workshop.date
    owed = (each for one in state.earlier for each in one.actions if is_owed(each, since))
    return (*state.before.actions, *owed)


def actions_for(before: WorkshopState, problem: Problem) -> tuple[Action, ...]:
    """Return the actions of the previous visit for a problem of it."""
    return tuple(each for each in before.actions if before.root_of(each.problem_id) == problem)


def count_actions(state: WorkshopState) -> dict[str, int]:
    """Return the number of actions of earlier visits by how they stand; no zeros."""
    today = state.workshop.date
    found = [
        str(each.answer) if not each.is_open else "overdue" if "" < each.due < today else "open"
        for each in last_actions(state)
    ]
    order = ("done", "overdue", "open", "not_needed")
    return {each: n for each in order if (n := found.count(each))}


def lacks_new_day(state: WorkshopState, action: Action) -> bool:
    """Return whether an open action is to be done by no day after this workshop."""
    return action.is_open and action.due <= state.workshop.date


def answered_actions(state: WorkshopState) -> int:
    """Return how many actions of earlier visits were followed up."""
    return sum(action.answer is not None for action in last_actions(state))


def to_follow_up(state: WorkshopState) -> int:
    """Return how many open actions and requests of earlier visits there are to come back to."""
    return sum(each.is_open for each in last_actions(state)) + len(last_requests(state))


def left_problems(state: WorkshopState) -> tuple[Problem, ...]:
    """Return the problems of the previous visit to come back to.

    These are the chosen ones, then those that were left open, parked, or stopped by a known gap.
    """
    before = state.before
    if before is None:
        return ()
    chosen = before.chosen
    known = {one.id for one in chosen}  # without those that were chosen and then parked
    others = [one for one in (*before.listed, *before.parking_lot) if one.id not in known]
    left = tuple(
        one for one in others if one.parked or before.is_open(one) or unanswered_gap(before, one)
    )
    return (*chosen, *left)


def taken_over(state: WorkshopState, problem: Problem) -> Problem | None:
    """Return the problem of this workshop taken over from an earlier problem, or None."""
    return next((each for each in state.problems if each.origin_id == problem.id), None)


def reached_today(state: WorkshopState, problem: Problem) -> tuple[Promise, ...]:
    """Return the promises of a problem that was taken over, without those still worked on."""
    return tuple(each for each in promises_of(state, problem).values() if each not in _TO_COME)


def last_requests(state: WorkshopState) -> tuple[Request, ...]:
    """Return the requests of the previous visit by number, then earlier ones with untold news."""
    if state.before is None:
        return ()
    day = state.workshop.date
    to_tell = (
        each
        for one in state.earlier
        for each in _by_number(one)
        if was_untold_before(one, each, day)
    )
    return (*_by_number(state.before), *to_tell)


def _by_number(state: WorkshopState) -> list[Request]:
    return sorted(state.requests, key=lambda each: each.number)


def is_answered(state: WorkshopState, problem: Problem) -> bool:
    """Return whether it was told what became of a problem of the previous visit.

    It was also if the problem was taken over.
    """
    return bool(problem.became) or taken_over(state, problem) is not None


def is_worked_on(before: WorkshopState, problem: Problem) -> bool:
    """Return whether somebody is at work on a problem of the previous visit.

    That is who has an open action for it, the product team that plans its request, or whoever gave
    help that solved a part.
    """
    return (
        any(
            each.is_open and (each.owner_id or each.owner_name)
            for each in actions_for(before, problem)
        )
        or Promise.PLANNED in promises_of(before, problem).values()
        or any(each.helped is Helped.PARTLY for each in before.cards_of(problem.id))
    )


def answered_problems(state: WorkshopState) -> int:
    """Return of how many problems of the previous visit it was told what became of them."""
    return sum(is_answered(state, each) for each in left_problems(state))


def has_news(state: WorkshopState, before: WorkshopState, problem: Problem) -> bool:
    """Return whether there is anything to say about a problem since the previous visit."""
    cards = before.cards_of(problem.id)
    return (
        is_answered(state, problem)
        or OutcomeKind.REQUEST in promises_of(before, problem)
        or any(map(is_told, cards))
        or bool(actions_for(before, problem))
    )


def is_told(card: PlayedCard) -> bool:
    """Return whether there is anything to say about a card since it was promised."""
    return bool(card.delivered_on or card.helped is not None or card.link)


def told_problems(state: WorkshopState, before: WorkshopState) -> tuple[Problem, ...]:
    """Return the problems to come back to, then the others of which there is something to say."""
    left = left_problems(state)
    others = (each for each in before.listed if each not in left)
    return (*left, *(each for each in others if has_news(state, before, each)))


def last_problems(state: WorkshopState, reader: Participant | None) -> tuple[Problem, ...]:
    """Return the problems of the previous visit, most votes first; a `reader` gets the own ones."""
    before = state.before
    if before is None:
        return ()
    found = (*before.votes.ranked, *before.parking_lot)
    return tuple(
        each for each in found if reader is None or reader in speakers_here(state, before, each.id)
    )


def speakers_here(
    state: WorkshopState, contact: WorkshopState, problem_id: str
) -> tuple[Participant, ...]:
    """Return the participants of this workshop who said a problem of an earlier contact."""
    here = {who.person_id: who for who in state.participants if who.person_id}
    said = () if state.workshop.anonymous else speakers(contact, problem_id)
    return tuple(here[who.person_id] for who in said if who.person_id in here)


def speakers(state: WorkshopState, problem_id: str) -> tuple[Participant, ...]:
    """Return who said a problem, or those merged with it; nobody if nobody may be named."""
    problem = state.root_of(problem_id)
    return () if problem is None or state.workshop.anonymous else state.speakers_of(problem)


def delivered_cards(state: WorkshopState) -> tuple[PlayedCard, ...]:
    """Return the delivered cards of a workshop, except requests; answers come last."""
    cards = (card for card in state.cards if card.kind is not CardKind.UPDATE)
    return tuple(sorted(cards, key=lambda card: card.outcome is OutcomeKind.SOLUTION))


def last_cards(state: WorkshopState) -> tuple[PlayedCard, ...]:
    """Return the cards of the previous visit, then help of earlier ones that was still promised."""
    if state.before is None:
        return ()
    since = state.before.workshop.date
    owed = (each for one in state.earlier for each in delivered_cards(one) if is_due(each, since))
    return (*delivered_cards(state.before), *owed)


def is_due(card: PlayedCard, since: str) -> bool:
    """Return whether help was not delivered by a day (ISO) or is not yet."""
    if card.outcome is not OutcomeKind.CARD:
        return False
    return not card.delivered_on or (bool(since) and card.delivered_on > since)


def is_delivered(card: PlayedCard) -> bool:
    """Return whether a card was delivered; answers count as delivered at once."""
    return bool(card.delivered_on) or card.outcome is OutcomeKind.SOLUTION


def deliveries(cards: Sequence[PlayedCard]) -> tuple[int, int, int]:
    """Return how many of these cards are solutions, other help, and other help delivered."""
    helps = [card for card in cards if card.outcome is not OutcomeKind.SOLUTION]
    return len(cards) - len(helps), len(helps), sum(map(is_delivered, helps))


def asked_lines(state: WorkshopState, *, with_own: bool = False) -> tuple[AskedLine, ...]:
    """Return the lines of the can-do check of the previous visit, which are asked again.

    If there was no check, or with `with_own`, lines that participants wrote for themselves follow;
    the number of those who wrote a line counts as its hands.
    """
    before = state.before
    if before is None:
        return ()
    lines = [
        AskedLine(
            text=check.text,
            origin_id=check.id,
            hands_then=check.hands,
            people_then=check.people or _people(before),
        )
        for check in before.can_do
    ]
    if lines and not with_own:
        return tuple(_with_now(state, line) for line in lines)
    known = {line.text for line in lines}
    own: dict[str, int] = {}
    for who in before.participants:
        for text in dict.fromkeys(who.alone):
            if text not in known:
                own[text] = own.get(text, 0) + 1
    people = _people(before)
    lines += [
        AskedLine(text=text, origin_id=None, hands_then=n, people_then=max(n, people))
        for text, n in own.items()
    ]
    return tuple(_with_now(state, line) for line in lines)


def asked_again(lines: Iterable[AskedLine]) -> int:
    """Return for how many lines hands were counted again."""
    return sum(line.hands_now is not None for line in lines)


def _people(state: WorkshopState) -> int:
    return state.votes.present or len(state.participants)


def check_now(state: WorkshopState, line: AskedLine) -> CanDoCheck | None:
    """Return the line of the open workshop that asks an earlier line again, or None."""
    for check in state.can_do:
        same = check.origin_id == line.origin_id if line.origin_id else check.text == line.text
        if same:
            return check
    return None


def _with_now(state: WorkshopState, line: AskedLine) -> AskedLine:
    check = check_now(state, line)
    if check is None or check.hands is None:
        return line
    return replace(line, hands_now=check.hands, people_now=check.people)
