"""Commands of Solve: cards, the outcome *not ours*, and requests."""

from collections.abc import Iterable

from workshop_app.domain.action import Action
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.outcome import CardKind, PlayedCard
from workshop_app.domain.problem import FoundHow, Problem
from workshop_app.domain.request import Request
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line, clean_note, required_line
from workshop_app.domain.workshop import Workshop
from workshop_app.services.command import Command
from workshop_app.services.commands.edit import SetFields, cleaned
from workshop_app.services.commands.merge_group import merge_group
from workshop_app.services.commands.removal import remove_request
from workshop_app.store.store import Store


class PlayCard(Command):
    """Play a card for a problem; returns the card's id.

    The card of a catalogue entry has the entry's id, the search words that found it, and the number
    of its limit that is about the problem; playing the same entry again only replaces the words and
    the number. A card of another kind needs a title. Any card removes the outcome *not ours*. With
    `worked_on`, a listed problem becomes chosen, too, if others are.
    """

    problem_id: str
    card: CardKind
    title: str
    text: str = ""
    catalogue_id: str = ""
    catalogue_version: str = ""
    search_words: str = ""
    limit_number: int = 0
    worked_on: bool = False

    step = Step.SOLVE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> str:
        problem = store.get(Problem, self.problem_id)
        cards = store.all(PlayedCard, problem.workshop_id)
        problems = merge_group(store, problem)
        ids = {one.id for one in problems}
        mine = [card for card in cards if card.problem_id in ids]
        _clear_not_ours(store, problems)
        if self.worked_on:
            _choose_too(store, problems)
        for old in mine:
            if self.catalogue_id and old.catalogue_id == self.catalogue_id:
                words = clean_line(self.search_words)
                store.update(old, search_words=words, limit_number=self.limit_number)
                return old.id
        values = cleaned(self, PlayedCard) | {"title": required_line(self.title)}
        return store.add(PlayedCard, problem.workshop_id, kind=self.card, **values).id


class RecordFound(SetFields):
    """Record how the room found a problem's answer; None removes the record."""

    problem_id: str
    found: FoundHow | None

    step = Step.SOLVE
    placed = "problem_id"
    record = Problem


class RecordGap(SetFields):
    """Record the known gap that is stated for a problem, or none; it is not an undo step."""

    problem_id: str
    gap_id: str

    step = Step.SOLVE
    placed = "problem_id"
    record = Problem


def _choose_too(store: Store, problems: tuple[Problem, ...]) -> None:
    """Mark a listed problem as chosen if others are; `problems` are those merged with it, too."""
    root = store.get(Problem, problems[0].id)
    if root.parked or root.held or any(one.chosen for one in problems):
        return
    if any(one.chosen for one in store.all(Problem, root.workshop_id)):
        store.update(root, chosen=True)


def _clear_not_ours(store: Store, problems: Iterable[Problem]) -> None:
    for problem in problems:
        if problem.not_ours_reason:
            store.update(problem, not_ours_reason="")


def _same_answer(store: Store, card: PlayedCard) -> list[PlayedCard]:
    """Return `card` and the same catalogue entry played for problems merged with its own."""
    if not card.catalogue_id:
        return [card]
    ids = {one.id for one in merge_group(store, store.get(Problem, card.problem_id))}
    cards = store.all(PlayedCard, card.workshop_id)
    return [c for c in cards if c.problem_id in ids and c.catalogue_id == card.catalogue_id]


class EditCard(Command):
    """Set the texts of a card: its title, and the details or first steps.

    Raises InvalidInput (`errors.empty`) without a title. `problem_id`, if given, is the problem
    that undo navigates to.
    """

    card_id: str
    title: str
    text: str
    problem_id: str = ""

    step = Step.SOLVE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        card = store.get(PlayedCard, self.card_id)
        title = required_line(self.title)
        text = clean_note(self.text)
        store.update(card, title=title, text=text)


class TakeBackCard(Command):
    """Remove a played card and its request; its actions are kept.

    `problem_id`, if given, is the problem that undo navigates to.
    """

    card_id: str
    problem_id: str = ""

    step = Step.SOLVE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        card = store.get(PlayedCard, self.card_id)
        same = _same_answer(store, card)
        ids = {one.id for one in same}
        for action in store.all(Action, card.workshop_id):
            if action.card_id in ids:
                store.update(action, card_id=None)
        if card.kind is CardKind.UPDATE:
            remove_request(store, card.workshop_id, card.problem_id)
        for one in same:
            store.delete(one)


class TakeBackRequest(TakeBackCard):
    """Remove the card *update of Mackerel* and its request; undo calls it a request."""


class DecideNotOurs(Command):
    """End a problem as *not ours* with a reason; an empty reason removes that outcome.

    Raises InvalidInput (`errors.cards_played`) while cards are played for it.
    """

    problem_id: str
    reason: str

    step = Step.SOLVE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        problem = store.get(Problem, self.problem_id)
        reason = clean_line(self.reason)
        problems = merge_group(store, problem)
        ids = {one.id for one in problems}
        cards = store.all(PlayedCard, problem.workshop_id)
        if reason and any(card.problem_id in ids for card in cards):
            raise InvalidInput("errors.cards_played")
        if reason:
            store.update(problem, not_ours_reason=reason)
        else:
            _clear_not_ours(store, problems)


class MakeRequest(Command):
    """Add a request to the product team for a problem; returns the request's id.

    The first wording becomes the user's own words, and the current wording the title, so that no
    words of a catalogue are quoted as the title. If there is a request already, its id is returned.
    `nearest_id` is the answer that comes closest, `shortfall` says why it is not enough. `gap_id`
    is the known gap that it is based on.
    """

    problem_id: str
    situation: str = ""
    nearest_id: str = ""
    shortfall: str = ""
    gap_id: str = ""

    step = Step.SOLVE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> str:
        problem = store.get(Problem, self.problem_id)
        requests = store.all(Request, problem.workshop_id)
        ids = {one.id for one in merge_group(store, problem)}
        for old in requests:
            if old.problem_id in ids:
                return old.id
        PlayCard(problem.id, CardKind.UPDATE, problem.title).apply(store, workshop_id)
        last = store.get(Workshop, problem.workshop_id).last_request
        request = store.add(
            Request,
            problem.workshop_id,
            number=max((last, *(request.number for request in requests))) + 1,
            title=problem.title,
            own_words=problem.first_wording,
            **cleaned(self, Request),
        )
        return request.id
