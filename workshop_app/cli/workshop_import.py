"""The command ``import`` for a workshop file, which holds a whole workshop of another computer."""

from pathlib import Path

from workshop_app.cli.call import Call, find_workshop
from workshop_app.cli.output import note, say
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.import_workshop import ImportWorkshop
from workshop_app.services.copies import copying
from workshop_app.services.session import Session
from workshop_app.services.workshop_file import read_workshop_file
from workshop_app.store.store import Store


def import_workshop(call: Call, file: Path, into: str | None, *, dry_run: bool) -> None:
    """Add the workshop in `file` to the store and print its id; the store is created if needed.

    `into` names a workshop that must exist; it is not changed. Raises UserError.
    """
    state = read_workshop_file(file)
    if into is not None:
        with call.store() as store:
            find_workshop(store, into)
    taken = "" if dry_run else _take(call.store_path, state)
    say(_summary(state))
    say(tr("imports.workshop.taken", id=taken) if taken else tr("imports.workshop.would_take"))
    if into is not None:
        note(tr("imports.workshop.of_its_own"))


def _take(path: Path, state: WorkshopState) -> str:
    store = Store(path)
    try:
        return str(copying(Session(store)).execute(ImportWorkshop(state)))
    finally:
        store.close()


def _summary(state: WorkshopState) -> str:
    workshop = state.workshop
    head = [workshop.date, state.customer.name, workshop.title]
    counts = [
        tr("imports.workshop.people", n=len(state.participants)),
        tr("imports.workshop.problems", n=len(state.problems)),
        tr("imports.workshop.actions", n=len(state.actions)),
    ]
    return "  ".join(part for part in (*head, *counts) if part)
