"""Restores one workshop from a copy of the store as an additional workshop."""

import shutil
from collections.abc import Callable
from pathlib import Path

from workshop_app.domain.errors import told_as
from workshop_app.domain.state import WorkshopState
from workshop_app.private_files import make_folder
from workshop_app.services import snapshot
from workshop_app.store.opening import read_folder
from workshop_app.store.restore import restore
from workshop_app.store.store import Store


@told_as("errors.store_folder")
def workshop_in(copy: Path, find: Callable[[Store], str], beside: Path) -> WorkshopState:
    """Return the workshop whose id `find` returns for a copy of the store, of any earlier version.

    The copy is not changed: it is verified, and a temporary copy of it is opened next to the store
    at `beside`; the next start removes what a crash leaves there. Raises UserError.
    """
    folder = read_folder(beside)
    try:
        shutil.rmtree(folder, ignore_errors=True)
        make_folder(folder)
        path = folder / "workshops.db"
        restore(copy, path)
        store = Store(path, lasting=False, thorough=False)  # `restore` has checked it
        try:
            return snapshot.load(store, find(store))
        finally:
            store.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
