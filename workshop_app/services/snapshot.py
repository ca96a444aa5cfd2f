"""Read one workshop from the store as a frozen state, and renew only what changed."""

from dataclasses import replace
from typing import Any

from workshop_app.domain.changes import Changes
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.store.store import Store
from workshop_app.store.tables import TABLES

_PARTS = {
    "participant": "participants",
    "agenda_item": "agenda",
    "context_answer": "answers",
    "problem": "problems",
    "theme": "themes",
    "tally": "tallies",
    "played_card": "cards",
    "request": "requests",
    "appraisal": "appraisals",
    "action": "actions",
}


def load(store: Store, workshop_id: str) -> WorkshopState:
    """Return the workshop with this id; raises NotFound."""
    workshop = store.get(Workshop, workshop_id)
    state = WorkshopState(workshop=workshop, customer=store.get(Customer, workshop.customer_id))
    return renew(store, state, Changes.ALL)


def renew(store: Store, state: WorkshopState, changes: Changes) -> WorkshopState:
    """Return `state` with the changed kinds of things read anew."""
    parts: dict[str, Any] = {}
    if changes & (Changes.WORKSHOP | Changes.CUSTOMER):
        parts["workshop"] = store.get(Workshop, state.workshop.id)
        parts["customer"] = store.get(Customer, parts["workshop"].customer_id)
    for table in TABLES:
        if table.name in _PARTS and changes & table.changes:
            parts[_PARTS[table.name]] = store.all(table.record, state.workshop.id)
    return replace(state, **parts)
