"""Commands on like problems of other workshops: the same, not the same, or undecided again."""

from typing import ClassVar

from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.like_problem import LikeProblem
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step
from workshop_app.services.command import Command
from workshop_app.store.likes import decided_likes
from workshop_app.store.store import Store


class _DecideLike(Command):
    """Decide whether a problem of another workshop says the same as one of this workshop."""

    problem_id: str
    other_id: str

    step = Step.APPRAISE
    placed = "problem_id"
    is_same: ClassVar[bool | None]

    def apply(self, store: Store, workshop_id: str) -> None:
        problem = store.get(Problem, self.problem_id)
        other = store.get(Problem, self.other_id)
        if other.workshop_id == problem.workshop_id:
            raise InvalidInput("errors.like_here")
        decided = _decided(store, problem.id, other.id)
        if self.is_same is None:
            for each in decided:
                store.delete(each)
        elif decided:
            for each in decided:
                store.update(each, is_same=self.is_same)
        else:
            ids = {"problem_id": problem.id, "other_id": other.id}
            store.add(LikeProblem, problem.workshop_id, **ids, is_same=self.is_same)


class ConfirmLike(_DecideLike):
    """Record that two problems of different workshops say the same: their voices count together."""

    is_same = True


class RejectLike(_DecideLike):
    """Record that two problems of different workshops differ; they are not suggested again."""

    is_same = False


class ReopenLike(_DecideLike):
    """Remove the decision on two problems of different workshops."""

    is_same = None


def _decided(store: Store, one: str, other: str) -> list[LikeProblem]:
    """Return the decision on two problems, recorded in either workshop."""
    pair = {one, other}
    found = store.read(decided_likes, (one,))
    return [each for each in found if {each.problem_id, each.other_id} == pair]
