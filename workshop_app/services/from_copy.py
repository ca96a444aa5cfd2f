"""Brings one workshop back from a copy of the store, beside what is there."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from workshop_app.domain.state import WorkshopState
from workshop_app.services import snapshot
from workshop_app.store.restore import restore
from workshop_app.store.store import Store


def workshop_in(copy: Path, find: Callable[[Store], str]) -> WorkshopState:
    """Return the workshop whose id `find` gives in a copy of the store, of any earlier version.

    The copy is only read: it is checked, and opened as a copy of its own. Raises UserError.
    """
    with tempfile.TemporaryDirectory(prefix="workshop-app-") as folder:
        path = Path(folder) / "workshops.db"
        restore(copy, path)
        store = Store(path, lasting=False)
        try:
            return snapshot.load(store, find(store))
        finally:
            store.close()
