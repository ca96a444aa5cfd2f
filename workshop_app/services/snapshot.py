"""Loads a workshop from the store as a frozen state, and applies changed rows to it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.store.recorder import RowChange
from workshop_app.store.store import Store
from workshop_app.store.tables import readable, sort_key, table_named

_PARTS = {
    "participant": "participants",
    "agenda_item": "agenda",
    "context_answer": "answers",
    "problem": "problems",
    "theme": "themes",
    "tally": "tallies",
    "dot": "dots",
    "played_card": "cards",
    "request": "requests",
    "appraisal": "appraisals",
    "action": "actions",
    "search": "searches",
    "setup_part": "setup",
    "like_problem": "likes",
}


def load(store: Store, workshop_id: str) -> WorkshopState:
    """Return the workshop with this id; raises NotFound."""
    workshop = store.get(Workshop, workshop_id)
    parts = {
        part: store.all(table_named(table).record, workshop_id) for table, part in _PARTS.items()
    }
    customer = store.get(Customer, workshop.customer_id)
    return WorkshopState(workshop=workshop, customer=customer, **parts)


def renew(store: Store, state: WorkshopState, changes: Iterable[RowChange]) -> WorkshopState:
    """Return `state` with the changed rows applied; the result is equal to loading it again.

    Raises NotFound when the workshop itself was deleted.
    """
    parts: dict[str, dict[str, Any]] = {}
    head_changed = False
    for change in changes:
        if change.table in ("workshop", "customer"):
            head_changed = True
        else:
            _apply_change(parts, state, change)
    fresh = {
        _PARTS[table]: tuple(sorted(rows.values(), key=sort_key(table_named(table))))
        for table, rows in parts.items()
    }
    if head_changed:
        workshop = store.get(Workshop, state.workshop.id)
        customer = store.get(Customer, workshop.customer_id)
        return replace(state, workshop=workshop, customer=customer, **fresh)
    return replace(state, **fresh)


def _apply_change(
    parts: dict[str, dict[str, Any]], state: WorkshopState, change: RowChange
) -> None:
    row = change.after or change.before or {}
    if row["workshop_id"] != state.workshop.id:
        return
    rows = parts.get(change.table)
    if rows is None:
        rows = {record.id: record for record in getattr(state, _PARTS[change.table])}
        parts[change.table] = rows
    after = change.after and readable(table_named(change.table).record, change.after)
    if after is None:
        rows.pop(change.row_id, None)
    else:
        rows[change.row_id] = after
