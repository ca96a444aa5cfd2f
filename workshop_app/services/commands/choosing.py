"""Commands of choosing: hands counted and problems marked to work on."""

from dataclasses import dataclass, replace

from workshop_app.domain.ids import new_id
from workshop_app.domain.problem import Problem, Tally
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Workshop
from workshop_app.services.command import Command, Place
from workshop_app.services.commands.edit import Edit, count
from workshop_app.store.store import Store


@dataclass(frozen=True)
class CountHands(Command):
    """Type in the hands raised for a problem; None takes the count away."""

    problem_id: str
    votes: int | None

    kind = "count_hands"
    step = Step.CHOOSE

    def apply(self, store: Store, workshop_id: str) -> None:
        problem = store.get(Problem, self.problem_id)
        round_now = store.get(Workshop, problem.workshop_id).round
        tallies = [t for t in store.all(Tally, problem.workshop_id) if t.round == round_now]
        old = next((t for t in tallies if t.problem_id == problem.id), None)
        if self.votes is None:
            if old:
                store.delete(old)
            return
        votes = count(self.votes)
        if old:
            store.update(replace(old, votes=votes))
        else:
            store.insert(
                Tally(
                    id=new_id(),
                    workshop_id=problem.workshop_id,
                    problem_id=problem.id,
                    votes=votes,
                    round=round_now,
                )
            )

    @property
    def place(self) -> Place:
        return Place(self.step, self.problem_id)


@dataclass(frozen=True)
class EditVote(Edit):
    """Set the number of people present, or close and reopen the show of hands."""

    kind = "edit_vote"
    step = Step.CHOOSE
    record = Workshop
    fields = {"present": count, "vote_closed": bool}  # noqa: RUF012

    @property
    def merge_key(self) -> str:
        return "" if self.field == "vote_closed" else super().merge_key  # each closing is a step


@dataclass(frozen=True)
class Choose(Command):
    """Mark problems to work on, or take the mark away; with `only`, all others lose it."""

    problem_ids: tuple[str, ...]
    chosen: bool = True
    only: bool = False

    kind = "choose"
    step = Step.CHOOSE

    def apply(self, store: Store, workshop_id: str) -> None:
        for problem_id in self.problem_ids:
            store.update(replace(store.get(Problem, problem_id), chosen=self.chosen))
        if self.only:
            for other in store.all(Problem, workshop_id):
                if other.chosen and other.id not in self.problem_ids:
                    store.update(replace(other, chosen=False))

    @property
    def place(self) -> Place:
        return Place(self.step, self.problem_ids[0] if self.problem_ids else "")
