"""The copies of the records, for pages and commands: created, compared with now, restored from."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from workshop_app.domain.errors import NotFound, StoreError, told_as
from workshop_app.domain.workshop import Customer, Workshop
from workshop_app.services.commands.import_workshop import ImportWorkshop, beside
from workshop_app.services.from_copy import workshop_in
from workshop_app.services.session import Session
from workshop_app.store import sidecars
from workshop_app.store.auto_backup import carry_to, count_forgotten, finish
from workshop_app.store.backup import BACKUPS
from workshop_app.store.contents import COUNTED, WorkshopContents
from workshop_app.store.copies import (
    Copy,
    Description,
    Occasion,
    all_copies,
    auto_name,
    examined,
    fault_of,
    made_last,
    read_description,
    workshops_in,
    write_description,
)

__all__ = ["COUNTED", "Copy", "Occasion", "carry_to", "fault_of"]


class CountDifference(NamedTuple):
    """A kind of record whose number differs between a copy and the current records."""

    kind: str
    then: int
    now: int


class ComparedWorkshop(NamedTuple):
    """One workshop in a copy, compared with its current state."""

    id: str
    title: str
    counts: dict[str, int]
    differences: tuple[CountDifference, ...]
    gone: bool
    """Whether it is missing in the current records."""
    same: bool | None
    """Whether all its records are equal; None if unknown."""


def copies_of(session: Session, folder: Path | None = None) -> list[Copy]:
    """Return the copies of the records in their own or another folder, newest first."""
    return all_copies(session.store.path, folder)


def set_aside(session: Session) -> list[Path]:
    """Return the earlier files of the records that a restore replaced and kept beside them."""
    return sidecars.set_aside(session.store.path)


def make_copy(session: Session, occasion: Occasion) -> Copy | None:
    """Make a verified copy and wait for it; None if the newest copy has the same content.

    Raises StoreError and OSError.
    """
    store = session.store
    without = count_forgotten(store.path)
    target = auto_name(store.path, datetime.now())
    part = target.with_name(target.name + ".part")
    for _ in store.copy_steps(part):
        pass
    return finish(part, target, store.path, occasion=occasion, without=without)


def copying(session: Session) -> Session:
    """Make a session create a copy before each command that requires one; returns the session.

    If a copy fails, the command is executed anyway; it reports errors of the store itself.
    """

    def copy(occasion: str) -> None:
        with suppress(StoreError, OSError):
            if session.store.has_any(Workshop):
                make_copy(session, Occasion(occasion))

    session.copier = copy
    return session


def describe(path: Path, store: Path) -> None:
    """Describe a copy in a file next to it, if it is in the default folder; raises OSError."""
    if path.parent == store.parent / BACKUPS:
        about = Description(datetime.now(), Occasion.HAND, forgotten=count_forgotten(store))
        earlier = [copy for copy in all_copies(store) if copy.path != path]
        write_description(path, made_last(examined(path, about), earlier))


@told_as("errors.copy_failed")
def set_pinned(copy: Copy, *, pinned: bool) -> None:
    """Keep a copy permanently, or allow it to be thinned again; raises StoreError."""
    about = read_description(copy.path)
    write_description(copy.path, replace(about, pinned=pinned))


def compared(session: Session, copy: Copy, workshop_id: str = "") -> tuple[ComparedWorkshop, ...]:
    """Return the workshops of a copy, or only one, compared with the records; raises StoreError."""
    then = workshops_in(copy)
    now = session.store.contents(workshop_id or None)
    return tuple(
        _compared(key, each, now.get(key))
        for key, each in then.items()
        if not workshop_id or key == workshop_id
    )


def _compared(key: str, then: WorkshopContents, now: WorkshopContents | None) -> ComparedWorkshop:
    differences = tuple(
        CountDifference(kind, then.counts[kind], now.counts[kind] if now else 0)
        for kind in COUNTED
        if now is None or then.counts[kind] != now.counts[kind]
    )
    same = None
    if now is None or differences:
        same = False
    elif then.digest and now.digest:
        same = then.digest == now.digest
    return ComparedWorkshop(key, then.title, then.counts, differences, now is None, same)


def restore_beside(
    session: Session, copy: Copy, workshop_id: str, name: Callable[[str], str]
) -> str:
    """Restore one workshop of a copy as an additional workshop and return its new id.

    `name` makes its title from the earlier one. Other records do not change: the current record of
    its customer is used. Raises UserError.
    """
    fault = fault_of(copy)
    if fault:
        raise StoreError("errors.copy_not_sound")
    state = workshop_in(copy.path, lambda _copy: workshop_id, beside=session.store.path)
    with suppress(NotFound):
        state = replace(state, customer=session.store.get(Customer, state.customer.id))
    command = ImportWorkshop(beside(state, name(state.workshop.title)), Occasion.RESTORE)
    return str(session.execute(command))


def own_folder(session: Session) -> Path:
    """Return the default folder for copies of the records."""
    return session.store.path.parent / BACKUPS
