"""Commands of Choose: hands or dots counted, rounds, and problems marked to work on."""

from collections.abc import Iterable
from dataclasses import replace

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.ids import new_id
from workshop_app.domain.problem import Dot, Problem, Tally
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Workshop
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.edit import Edit, cleaners, count
from workshop_app.services.commands.hands import set_group_count
from workshop_app.services.commands.merge_group import merge_group
from workshop_app.store.store import Store


class CountHands(Command):
    """Store the number of hands raised for a problem; None removes it.

    The number also counts for the problems merged into it: their own counts are set aside until
    they are unmerged.
    """

    problem_id: str
    votes: int | None

    step = Step.CHOOSE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        votes = None if self.votes is None else count(self.votes)
        set_group_count(store, store.get(Problem, self.problem_id), votes)


class PutDots(Command):
    """Store the dots that a ballot gives to a problem; 0 removes them."""

    problem_id: str
    voter: int
    """The number of the ballot, from 1."""
    dots: int

    step = Step.CHOOSE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> None:
        """Raises InvalidInput if choosing is closed or the ballot has too few dots left."""
        workshop = open_workshop(store, workshop_id)
        problem = store.get(Problem, self.problem_id)
        voter = count(self.voter)
        dots = count(self.dots)
        if workshop.vote_closed or not voter:
            raise InvalidInput("errors.vote_closed")
        mine = [
            dot
            for dot in store.all(Dot, workshop_id)
            if dot.round == workshop.round and dot.voter == voter
        ]
        old = next((dot for dot in mine if dot.problem_id == problem.id), None)
        given = sum(dot.dots for dot in mine) - (old.dots if old else 0)
        if given + dots > workshop.dots:
            raise InvalidInput("errors.too_many_dots", left=max(0, workshop.dots - given))
        if workshop.dots_each and dots > workshop.dots_each:
            raise InvalidInput("errors.too_many_dots_each", most=workshop.dots_each)
        if old and dots:
            store.update(old, dots=dots)
        elif old:
            store.delete(old)
        elif dots:
            _put(store, workshop, problem.id, voter, dots)


class PutBallot(Command):
    """Store the dots that a ballot gives to several problems."""

    dots: tuple[tuple[str, int], ...]
    """The id of each problem, and its dots."""
    voter: int

    step = Step.CHOOSE

    def apply(self, store: Store, workshop_id: str) -> None:
        """Raises InvalidInput as `PutDots` does."""
        for problem_id, dots in self.dots:
            PutDots(problem_id, self.voter, dots).apply(store, workshop_id)


class EditVote(Edit):
    """Set the number of people present or of dots, or close and reopen choosing.

    With 0 dots, hands are counted. Neither deletes the counts of the other.
    """

    step = Step.CHOOSE
    record = Workshop
    fields = cleaners(Workshop, "present", "vote_closed", "dots", "dots_each")

    @property
    def merge_key(self) -> str:
        return (
            "" if self.field == "vote_closed" else super().merge_key
        )  # each closing is an undo step


class StartRound(Command):
    """Start a further round, about all problems or about `problem_ids`; earlier rounds are kept.

    If both hands and dots were counted in the last round, each becomes a separate round.
    """

    problem_ids: tuple[str, ...] = ()

    step = Step.CHOOSE

    def apply(self, store: Store, workshop_id: str) -> None:
        workshop = open_workshop(store, workshop_id)
        number = _separate_counts(store, workshop) + 1
        changed = replace(workshop, round=number, vote_closed=False)
        store.update(changed)
        for problem_id in self.problem_ids:
            _put(store, changed, store.get(Problem, problem_id).id, 0, 0)


def _separate_counts(store: Store, workshop: Workshop) -> int:
    """If there are hands and dots, move those used now to a new round; return the last round."""
    number = workshop.round
    hands = [t for t in store.all(Tally, workshop.id) if t.round == number]
    dots = [d for d in store.all(Dot, workshop.id) if d.round == number]
    if not hands or not any(dot.voter for dot in dots):
        return number
    current = [dot for dot in dots if dot.voter] if workshop.dots else hands
    for record in current:
        store.update(record, round=number + 1)
    for candidate in (dot for dot in dots if not dot.voter):
        store.insert(replace(candidate, id=new_id(), round=number + 1))
    return number + 1


def _put(store: Store, workshop: Workshop, problem_id: str, voter: int, dots: int) -> None:
    told = {"problem_id": problem_id, "round": workshop.round, "voter": voter, "dots": dots}
    store.add(Dot, workshop.id, **told)


class Choose(Command):
    """Mark problems to work on, or remove the mark; with `only`, from all others as well.

    The mark of a merged problem counts for the one it was merged into, and is removed with it.
    """

    problem_ids: tuple[str, ...]
    chosen: bool = True
    only: bool = False

    step = Step.CHOOSE
    placed = "problem_ids"

    def apply(self, store: Store, workshop_id: str) -> None:
        named: set[str] = set()
        for problem_id in self.problem_ids:
            problems = merge_group(store, store.get(Problem, problem_id))
            named |= {problem.id for problem in problems}
            if self.chosen and not any(problem.chosen for problem in problems):
                store.update(problems[0], chosen=True)
            elif not self.chosen:
                _unchoose(store, problems)
        if self.only:
            others = store.all(Problem, workshop_id)
            _unchoose(store, (one for one in others if one.id not in named))


def _unchoose(store: Store, problems: Iterable[Problem]) -> None:
    for problem in problems:
        if problem.chosen:
            store.update(problem, chosen=False)
