"""Saves unentered text (drafts) in a file, so that it survives a crash."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.forms.unsent import Unsent
from ui.widgets.plain_field import PlainField
from ui.widgets.timers import call_after
from ui.widgets.typing_guard import follow_focus
from workshop_app.domain.errors import StoreError
from workshop_app.services import queries
from workshop_app.services.draft_file import Draft, draft_path, read, write

if TYPE_CHECKING:
    from ui.components.window_api import WindowApi

WRITE_AFTER_MS = 250
"""Maximum delay in ms after the first unsaved key press."""


class DraftKeeper(QObject):
    """Saves the unsaved content of a window, and restores it after a crash.

    The file is written by a thread, so that the window never waits for the disk. ``typing`` is
    emitted when something is typed that is in no file yet.
    """

    typing = Signal()

    def __init__(self, api: WindowApi, parent: QObject) -> None:
        super().__init__(parent)
        self._api = api
        self._unsent: Unsent = api.unsent
        self._unsent.touched = self._typed
        self._field: PlainField | None = None
        self._writer = _DraftWriter()
        self._in_file: tuple[Path, tuple[Draft, ...]] = (self._path, ())
        self._anonymous = ""
        """The id of the open workshop if it is anonymous."""
        self._timer = call_after(self, WRITE_AFTER_MS, self.save)
        follow_focus(self._follow)
        drafts = read(self._path)
        if drafts:
            self._in_file = (self._path, drafts)
            known = self._workshops_of(drafts)
            self._unsent.take(draft for draft in drafts if draft.workshop in known)

    def changed(self) -> None:
        """Save again soon, since an action may have used text that is in the file."""
        self._forget_made_anonymous()
        if self._in_file[1] or self._timer.isActive():
            self._timer.start(0)

    def save(self) -> None:
        """Save what is unsaved in the file of drafts, unless that is up to date."""
        self._timer.stop()
        drafts = tuple(self._unsent.drafts())
        try:
            known = self._workshops_of(drafts)
        except StoreError:
            return
        wanted = (self._path, tuple(draft for draft in drafts if draft.workshop in known))
        if wanted != self._in_file:
            self._in_file = wanted
            self._writer.write(*wanted)

    def close(self) -> None:
        """Save what is unsaved and wait until it is on disk."""
        self.save()
        self._writer.wait()

    @property
    def _path(self) -> Path:
        return draft_path(queries.store_path(self._api.session))

    def _workshops_of(self, drafts: Iterable[Draft]) -> frozenset[str]:
        """Return the ids of the workshops of drafts that exist; raises StoreError."""
        return queries.workshops_there(self._api.session, {draft.workshop for draft in drafts})

    def _forget_made_anonymous(self) -> None:
        """Drop the drafts of a workshop that became anonymous, since they may name people."""
        state = self._api.session.state
        anonymous = state.workshop.id if state is not None and state.workshop.anonymous else ""
        if anonymous and anonymous != self._anonymous:
            self._unsent.forget(anonymous)
        self._anonymous = anonymous

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Follow the field that has the focus."""
        field = self._field
        self._field = None
        if field is not None:
            with suppress(RuntimeError, TypeError):  # it may have been deleted
                field.textChanged.disconnect(self._typed)
        if isinstance(now, PlainField):
            self._field = now
            now.textChanged.connect(self._typed)

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start(WRITE_AFTER_MS)
            self.typing.emit()


class _DraftWriter:
    """Saves in a thread, in order; of several pending versions only the last is written."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: tuple[Path, tuple[Draft, ...]] | None = None
        self._thread: threading.Thread | None = None

    def write(self, path: Path, drafts: tuple[Draft, ...]) -> None:
        with self._lock:
            self._next = (path, drafts)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="drafts")
                self._thread.start()

    def wait(self) -> None:
        thread = self._thread
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                if self._next is None:
                    self._thread = None
                    return
                path, drafts = self._next
                self._next = None
            with suppress(OSError):  # a full disk, which the next action reports
                write(path, drafts)
