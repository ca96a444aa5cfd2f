"""Loads a workshop from the store as a frozen state, and applies changed rows to it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from workshop_app.domain.action import Action
from workshop_app.domain.appraisal import Appraisal
from workshop_app.domain.facts.commitments import commitments_of, is_open
from workshop_app.domain.facts.then_now import is_due, is_owed, was_untold_before
from workshop_app.domain.merging import without_circles
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.request_news import RequestNews
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.services.known_people import age
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
    "request_news": "news",
    "appraisal": "appraisals",
    "action": "actions",
    "search": "searches",
    "setup_part": "setup",
    "can_do_check": "can_do",
    "like_problem": "likes",
    "pointer": "pointers",
}


def load(store: Store, workshop_id: str) -> WorkshopState:
    """Return the workshop with this id and the contacts before it; raises NotFound."""
    state = load_alone(store, workshop_id)
    return _with_earlier(store, replace(state, before=_load_before(store, state.workshop)))


def _load_before(store: Store, workshop: Workshop) -> WorkshopState | None:
    """Return the previous contact with anything to come back to, or None.

    Meetings take precedence over messages, which may have come in between.
    """
    for other in sorted(_earlier(store, workshop), key=lambda each: not each.kind.is_talk):
        found = load_alone(store, other.id)
        if found.problems or found.actions or found.can_do:
            return found
    return None


def _with_earlier(store: Store, state: WorkshopState) -> WorkshopState:
    """Return `state` with further earlier contacts that have something owed."""
    before = state.before
    if before is None:
        return replace(state, earlier=())
    others = (w for w in _earlier(store, state.workshop) if w.id != before.workshop.id)
    found = (load_alone(store, other.id) for other in others if _may_owe(store, other, before))
    owing = tuple(each for each in found if _owes(state, before, each))
    return replace(state, earlier=owing)


def _earlier(store: Store, workshop: Workshop) -> list[Workshop]:
    """Return the contacts of the customer before this one, latest first."""
    others = store.some(Workshop, None, "customer_id", [workshop.customer_id])
    return sorted((one for one in others if age(one) < age(workshop)), key=age, reverse=True)


def _may_owe(store: Store, other: Workshop, before: WorkshopState) -> bool:
    """Return whether a contact may have something owed: an action, help, news or a question."""
    since = before.workshop.date
    return (
        any(is_owed(action, since) for action in store.all(Action, other.id))
        or any(is_due(card, since) for card in store.all(PlayedCard, other.id))
        or any(store.all(record, other.id) for record in (RequestNews, Appraisal))
    )


def _owes(state: WorkshopState, before: WorkshopState, other: WorkshopState) -> bool:
    day = state.workshop.date
    since = before.workshop.date
    return (
        any(is_owed(action, since) for action in other.actions)
        or any(is_due(card, since) for card in other.cards)
        or any(was_untold_before(other, request, day) for request in other.requests)
        or any(is_open(state, each) for each in commitments_of(other))
    )


def load_alone(store: Store, workshop_id: str) -> WorkshopState:
    """Return the workshop with this id without the contacts before it; raises NotFound."""
    workshop = store.get(Workshop, workshop_id)
    parts: dict[str, Any] = {
        part: store.all(table_named(table).record, workshop_id) for table, part in _PARTS.items()
    }
    parts["problems"] = without_circles(parts["problems"])
    customer = store.get(Customer, workshop.customer_id)
    return WorkshopState(workshop=workshop, customer=customer, **parts)


def renew(store: Store, state: WorkshopState, changes: Iterable[RowChange]) -> WorkshopState:
    """Return `state` with the changed rows applied, equal to loading it again.

    Raises NotFound if the workshop itself was deleted.
    """
    changes = tuple(changes)
    renewed = _renew_alone(store, state, changes)
    renewed = replace(renewed, before=_renew_before(store, state, renewed, changes))
    if _concerns_earlier(state, renewed, changes):
        return _with_earlier(store, renewed)
    return renewed


def _concerns_earlier(
    state: WorkshopState, renewed: WorkshopState, changes: Sequence[RowChange]
) -> bool:
    """Return whether contacts other than this one and the previous one may have changed."""
    if (state.before is None) != (renewed.before is None) or state.customer != renewed.customer:
        return True
    known = {state.workshop.id}
    if state.before is not None and renewed.before is not None:
        if state.before.workshop != renewed.before.workshop:
            return True
        known.add(state.before.workshop.id)
    if state.workshop != renewed.workshop and age(state.workshop) != age(renewed.workshop):
        return True
    return any(
        row.get("workshop_id", row["id"] if change.table == "workshop" else None) not in known
        for change in changes
        if change.table != "customer" and (row := change.after or change.before)
    )


def _renew_before(
    store: Store, state: WorkshopState, renewed: WorkshopState, changes: Sequence[RowChange]
) -> WorkshopState | None:
    """Return the previous workshop with the changed rows; reloaded if it may be another one."""
    own = state.workshop
    now = renewed.workshop
    others = any(c.table == "workshop" and c.row_id != own.id for c in changes)
    if others or own.customer_id != now.customer_id or age(own) != age(now):
        return _load_before(store, now)
    before = state.before
    if before is None:
        return None
    ids = {
        row["workshop_id"] for c in changes if (row := c.after or c.before) and "workshop_id" in row
    }
    if renewed.customer == state.customer and before.workshop.id not in ids:
        return before
    return _renew_alone(store, before, changes)


def _renew_alone(store: Store, state: WorkshopState, changes: Sequence[RowChange]) -> WorkshopState:
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
    if "problems" in fresh:
        fresh["problems"] = without_circles(fresh["problems"])
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
