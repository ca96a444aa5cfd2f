"""Reading across workshops: the records list, customers, and search over all problems."""

from dataclasses import dataclass

from workshop_app.domain.action import Action
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step, is_done
from workshop_app.domain.workshop import Customer, Participant, Workshop
from workshop_app.services import snapshot
from workshop_app.store.store import Store


@dataclass(frozen=True, slots=True)
class WorkshopSummary:
    """One line of the records list."""

    id: str
    title: str
    customer: str
    date: str
    created_at: str
    problems: int
    steps_done: int
    outcomes: tuple[tuple[OutcomeKind, int], ...]
    exported: bool
    is_sample: bool


def workshops(store: Store) -> tuple[WorkshopSummary, ...]:
    """Return all workshops, the latest date first."""
    found = [summary(snapshot.load(store, workshop.id)) for workshop in store.all(Workshop)]
    return tuple(sorted(found, key=lambda s: (s.date, s.created_at), reverse=True))


def summary(state: WorkshopState) -> WorkshopSummary:
    """Return the line of the records list for a workshop."""
    kinds = [kind for problem in state.listed for kind in state.outcomes_of(problem)]
    workshop = state.workshop
    return WorkshopSummary(
        id=workshop.id,
        title=workshop.title,
        customer=state.customer.name,
        date=workshop.date,
        created_at=workshop.created_at,
        problems=len(state.listed),
        steps_done=sum(is_done(state, step) for step in Step),
        outcomes=tuple((kind, kinds.count(kind)) for kind in OutcomeKind if kind in kinds),
        exported=bool(workshop.exported_at),
        is_sample=workshop.is_sample,
    )


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that is not done yet, with whose it is."""

    text: str
    customer: str
    owner: str
    due: str


def open_actions(store: Store) -> tuple[OpenAction, ...]:
    """Return the open actions of all workshops, the nearest due date first, undated ones last."""
    found = []
    for action in store.all(Action):
        if not action.done:
            workshop = store.get(Workshop, action.workshop_id)
            who = store.get(Participant, action.owner_id).name if action.owner_id else ""
            customer = store.get(Customer, workshop.customer_id).name
            found.append(OpenAction(action.text, customer, who or action.owner_name, action.due))
    return tuple(sorted(found, key=lambda task: (not task.due, task.due)))


def todays_workshop(store: Store, today: str) -> WorkshopState | None:
    """Return the workshop dated `today` (ISO), the latest made if there are several, or None."""
    dated = [workshop for workshop in store.all(Workshop) if workshop.date == today]
    return snapshot.load(store, dated[-1].id) if dated else None


def customers(store: Store) -> tuple[Customer, ...]:
    """Return all customers that have a name, by name."""
    named = [customer for customer in store.all(Customer) if customer.name]
    return tuple(sorted(named, key=lambda customer: customer.name))


def problems_matching(store: Store, text: str, limit: int = 50) -> tuple[Problem, ...]:
    """Return problems of all workshops whose words match `text`, best first."""
    return tuple(store.get(Problem, found) for found in store.find_problems(text, limit))
