"""The command that imports a whole workshop, such as one from another laptop."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from workshop_app.domain.errors import NotFound
from workshop_app.domain.ids import new_id
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.domain.workshop_fields import LISTED_REFERENCES, LISTS, REFERENCES
from workshop_app.services.command import Command
from workshop_app.store.store import Store


class ImportWorkshop(Command):
    """Add the workshop of a file to the store; returns its id.

    No record in the store is changed. If one of its ids exists in the store already, or is that of
    a workshop that was deleted there, all its records get new ids. An identical customer in the
    store is reused; a different one is added.
    """

    state: WorkshopState
    occasion: str = "import"
    """The reason: a file from another computer, or ``restore`` for a copy of the store."""

    step = Step.PREPARE

    @property
    def copied_before(self) -> str:
        return self.occasion

    def apply(self, store: Store, workshop_id: str) -> str:
        state = self.state
        records = (state.workshop, *(one for part in LISTS for one in getattr(state, part)))
        gone = store.forgotten_ids()
        if state.workshop.id in gone or any(_found(store, record) for record in records):
            state = with_new_ids(state)
        known = _found(store, state.customer)
        if known is not None and known != state.customer:
            state = with_customer(state, replace(state.customer, id=new_id()))
        if known != state.customer:
            store.insert(state.customer)
        store.insert(state.workshop)
        for part in LISTS:
            for record in getattr(state, part):
                store.insert(record)
        return state.workshop.id


def with_new_ids(state: WorkshopState, make_id: Callable[[], str] = new_id) -> WorkshopState:
    """Return `state` with new ids in the order of the old ones; the customer keeps its id."""
    workshop = replace(state.workshop, id=make_id())
    ids = {
        part: {old: make_id() for old in sorted(each.id for each in getattr(state, part))}
        for part in LISTS
    }
    parts = {
        part: tuple(
            with_references(one, ids[part][one.id], workshop, ids) for one in getattr(state, part)
        )
        for part in LISTS
    }
    return replace(state, workshop=workshop, **parts)


def with_references(
    record: Any,  # noqa: ANN401 - a record of any part
    own: str,
    workshop: Workshop,
    ids: Mapping[str, Mapping[str, str]],
) -> Any:  # noqa: ANN401 - the like
    """Return `record` with its own id and those that it refers to, which `ids` has by part.

    A reference to another record is removed.
    """
    references = {
        name: ids[part].get(value)
        for name, part in REFERENCES.items()
        if (value := getattr(record, name, None)) is not None
    }
    lists = {
        name: tuple(ids[part][value] for value in getattr(record, name) if value in ids[part])
        for name, part in LISTED_REFERENCES.items()
        if hasattr(record, name)
    }
    return replace(record, id=own, workshop_id=workshop.id, **references, **lists)


def with_customer(state: WorkshopState, customer: Customer) -> WorkshopState:
    """Return `state` with another customer."""
    workshop = replace(state.workshop, customer_id=customer.id)
    return replace(state, workshop=workshop, customer=customer)


def beside(state: WorkshopState, title: str) -> WorkshopState:
    """Return a workshop as a second copy with another title; the first one has its voices."""
    workshop = replace(state.workshop, title=title, is_sample=False)
    return replace(state, workshop=workshop, likes=())


def free_id(store: Store, record: Any) -> str:  # noqa: ANN401 - a record of any part
    """Return the id of a record, or a new one if it is known or was deleted for good here."""
    taken = _found(store, record) is not None or record.id in store.forgotten_ids()
    return new_id() if taken else str(record.id)


def _found(store: Store, record: Any) -> Any:  # noqa: ANN401 - a record of any part, or None
    try:
        return store.get(type(record), record.id)
    except NotFound:
        return None
