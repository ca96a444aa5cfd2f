"""Reading across workshops: the records list, customers, and search over all problems."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from workshop_app.domain.action import Action
from workshop_app.domain.outcome import CardKind, OutcomeKind, PlayedCard, outcomes_of
from workshop_app.domain.problem import Problem
from workshop_app.domain.request import Request
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Participant, Workshop
from workshop_app.services import snapshot
from workshop_app.store.store import Store
from workshop_app.store.tables import Row

_CARDS = frozenset(kind.value for kind in CardKind)


@dataclass(frozen=True, slots=True)
class WorkshopSummary:
    """One line of the records list."""

    id: str
    title: str
    customer: str
    date: str
    created_at: str
    problems: int
    done: tuple[bool, ...]
    """Of each of the eight steps, whether nothing is missing in it."""
    outcomes: tuple[tuple[OutcomeKind, int], ...]
    exported: bool
    is_sample: bool

    @property
    def steps_done(self) -> int:
        """How many of the eight steps are done."""
        return sum(self.done)


def workshops(store: Store) -> tuple[WorkshopSummary, ...]:
    """Return all workshops, the latest date first.

    It asks for counts instead of whole workshops, so that hundreds are listed at once.
    """
    endings: dict[str, list[Row]] = {}
    for row in store.problem_rows():
        endings.setdefault(row["workshop_id"], []).append(row)
    return tuple(_summary(row, endings.get(row["id"], [])) for row in store.workshop_rows())


def _summary(row: Row, endings: list[Row]) -> WorkshopSummary:
    outcomes: Counter[OutcomeKind] = Counter()
    for ending in endings:
        for kind in _outcomes(bool(ending["not_ours"]), ending["kinds"]):
            outcomes[kind] += ending["n"]
    return WorkshopSummary(
        id=row["id"],
        title=row["title"],
        customer=row["customer"],
        date=row["date"],
        created_at=row["created_at"],
        problems=sum(ending["n"] for ending in endings),
        done=_done(row, endings),
        outcomes=tuple((kind, outcomes[kind]) for kind in OutcomeKind if outcomes[kind]),
        exported=bool(row["exported"]),
        is_sample=bool(row["is_sample"]),
    )


def _done(row: Row, endings: list[Row]) -> tuple[bool, ...]:
    """Tell which steps lack nothing: the rules of `domain.steps`, asked of counts."""
    chosen = [ending for ending in endings if ending["chosen"]]
    still_open = any(not ending["kinds"] and not ending["not_ours"] for ending in chosen)
    return (
        bool(row["customer"] and row["people"] and row["date"]),
        bool(row["answers"] or row["context_skipped"]),
        bool(endings),
        bool(
            row["sort_skipped"] or (endings and not any(ending["unsorted"] for ending in endings))
        ),
        bool(chosen),
        bool(chosen) and not still_open,
        bool(chosen or row["judged"]) and not row["unappraised"],
        bool(row["exported"]),
    )


@cache
def _outcomes(not_ours: bool, kinds: str) -> tuple[OutcomeKind, ...]:
    cards = tuple(
        PlayedCard(id="", workshop_id="", position=0, problem_id="", kind=CardKind(kind))
        for kind in kinds.split(",")
        if kind in _CARDS  # a damaged one hides no record
    )
    return outcomes_of("not ours" if not_ours else "", cards)


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that is not done yet, with whose it is."""

    id: str
    workshop_id: str
    text: str
    customer: str
    owner: str
    due: str


def open_actions(store: Store) -> tuple[OpenAction, ...]:
    """Return the open actions of all workshops, the nearest due date first, undated ones last."""
    return tuple(OpenAction(**row) for row in store.open_action_rows())


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a customer took home from the workshop before: actions with their owners, requests."""

    workshop: Workshop
    actions: tuple[tuple[Action, str], ...]
    requests: tuple[Request, ...]


def earlier(store: Store, state: WorkshopState) -> Earlier | None:
    """Return the same customer's latest workshop before this one from which something is left."""
    others = [
        workshop
        for workshop in store.all(Workshop)
        if workshop.customer_id == state.customer.id and _age(workshop) < _age(state.workshop)
    ]
    for workshop in sorted(others, key=_age, reverse=True):
        people = {who.id: who.name for who in store.all(Participant, workshop.id)}
        actions = tuple(
            (action, people.get(action.owner_id or "", action.owner_name))
            for action in store.all(Action, workshop.id)
        )
        requests = tuple(store.all(Request, workshop.id))
        if actions or requests:
            return Earlier(workshop, actions, requests)
    return None


def _age(workshop: Workshop) -> tuple[str, str]:
    return workshop.date or workshop.created_at[:10], workshop.created_at


def todays_workshop(store: Store, today: str) -> WorkshopState | None:
    """Return the workshop dated `today` (ISO), the latest made if there are several, or None."""
    dated = [workshop for workshop in store.all(Workshop) if workshop.date == today]
    return snapshot.load(store, dated[-1].id) if dated else None


def customers(store: Store) -> tuple[Customer, ...]:
    """Return all customers that have a name, by name."""
    named = [customer for customer in store.all(Customer) if customer.name]
    return tuple(sorted(named, key=lambda customer: customer.name))


def other_customers(store: Store, customer_id: str) -> tuple[str, ...]:
    """Return the names of all customers but one."""
    return tuple(each.name for each in customers(store) if each.id != customer_id)


def problems_matching(store: Store, text: str, limit: int = 50) -> tuple[Problem, ...]:
    """Return problems of all workshops whose words match `text`, best first."""
    return tuple(store.get(Problem, found) for found in store.find_problems(text, limit))
