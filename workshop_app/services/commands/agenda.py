"""Commands on the agenda: a whole plan at once, and the time actually spent."""

from workshop_app.domain.agenda import plan_from
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.problem import Problem
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import AgendaItem
from workshop_app.services.command import Command, StepPlace, open_workshop
from workshop_app.services.commands.edit import count
from workshop_app.store.store import Store

_A_DAY = 24 * 60 * 60


class _OnAgenda(Command):
    """A command whose effect is visible in the agenda of Prepare."""

    step = Step.PREPARE

    @property
    def place(self) -> StepPlace:
        return StepPlace(self.step, "agenda")


class ApplyAgenda(_OnAgenda):
    """Plan the minutes of all steps at once: one number per step, in the order of the steps."""

    minutes: tuple[int, ...]

    def apply(self, store: Store, workshop_id: str) -> None:
        plan = plan_from([count(minutes) for minutes in self.minutes])
        workshop = open_workshop(store, workshop_id)
        for item in store.all(AgendaItem, workshop.id):
            store.update(item, minutes=plan[Step(item.step)])


class ShortenWorkshop(Command):
    """Park problems for which there is no time, and replace the planned minutes of all steps."""

    problem_ids: tuple[str, ...]
    minutes: tuple[int, ...]

    step = Step.SOLVE
    placed = "problem_ids"

    def apply(self, store: Store, workshop_id: str) -> None:
        for problem_id in self.problem_ids:
            store.update(store.get(Problem, problem_id), parked=True)
        ApplyAgenda(self.minutes).apply(store, workshop_id)


class BookTime(_OnAgenda):
    """Add seconds to the time spent on a step. It is not an undo step."""

    item_id: str
    seconds: int

    def apply(self, store: Store, workshop_id: str) -> None:
        if not 0 <= self.seconds <= _A_DAY:
            raise InvalidInput("errors.bad_count", limit=_A_DAY)
        item = store.get(AgendaItem, self.item_id)
        store.update(item, spent=item.spent + self.seconds)


class ClearTime(_OnAgenda):
    """Set the time spent on all steps to 0, as after a rehearsal."""

    def apply(self, store: Store, workshop_id: str) -> None:
        for item in store.all(AgendaItem, open_workshop(store, workshop_id).id):
            store.update(item, spent=0)
