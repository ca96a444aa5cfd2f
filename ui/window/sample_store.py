"""A sample in a temporary store, separate from the own records."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from workshop_app.domain.errors import told_as
from workshop_app.domain.sample import Sample
from workshop_app.services import sample
from workshop_app.services.session import Session
from workshop_app.store.store import Store


class SampleStore:
    """A store in a temporary folder; ``session`` has the sample open, dated today.

    Raises StoreError if no file can be written; no file is left behind then.
    """

    def __init__(self, language: str, which: Sample) -> None:
        with told_as("errors.store_folder"):
            self._folder = tempfile.TemporaryDirectory(
                prefix="workshop-app-", ignore_cleanup_errors=True
            )
        self._store: Store | None = None
        try:
            self._store = Store(Path(self._folder.name) / "workshops.db", lasting=False)
            self.session = Session(self._store)
            second = which is Sample.SECOND_VISIT
            play = sample.play_second_visit if second else sample.play
            play(self.session, language, today=date.today())
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        """Close the store and delete its folder."""
        if self._store is not None:
            self._store.close()
        self._folder.cleanup()
