"""Saves unentered text (drafts) in a file, so that it survives a crash."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.components.page_memory import FORMS, forms, memories, memory_in
from ui.components.panel_stack import PanelStack
from ui.components.words_entry import Correction, UnfinishedCorrection
from ui.widgets.plain_field import PlainField
from workshop_app.domain.errors import StoreError
from workshop_app.services import queries
from workshop_app.services.draft_file import Draft, draft_path, read, write

if TYPE_CHECKING:
    from ui.components.page import WindowApi
    from ui.window.page_stack import PageStack

WRITE_AFTER_MS = 1_000
"""Maximum delay in ms after the first unsaved key press."""

_Place = tuple[str, str, str, str, str, str]


class DraftKeeper(QObject):
    """Saves what is typed into the pages of a window, and restores it after a crash.

    The file is written by a thread, so that the window never waits for the disk.
    """

    def __init__(self, api: WindowApi, page_stack: PageStack) -> None:
        super().__init__(page_stack)
        self._api = api
        self._page_stack = page_stack
        self._field: PlainField | None = None
        self._writer = _DraftWriter()
        self._written: dict[_Place, Draft] = {}
        self._in_file: tuple[Path, tuple[Draft, ...]] = (self._path, ())
        self._private: set[_Place] = set()
        self._anonymous = ""
        """The id of the open workshop if it is anonymous."""
        self._timer = QTimer(self, singleShot=True, interval=WRITE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self._waiting: tuple[Draft, ...] = ()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self._load()

    def release(self, *, private: bool) -> None:
        """Restore the drafts of a crash, as far as they may be shown in this mode."""
        ready = [draft for draft in self._waiting if private or not draft.private]
        self._waiting = tuple(draft for draft in self._waiting if draft not in ready)
        for draft in ready:
            self._written[_place(draft)] = draft
            if draft.private:
                self._private.add(_place(draft))
            self._take(draft)

    def changed(self) -> None:
        """Save again soon, since an action may have used text that is in the file."""
        self._forget_made_anonymous()
        if self._in_file[1] or self._timer.isActive():
            self._timer.start(0)

    def save(self) -> None:
        """Save the typed text, unless the file is up to date."""
        self._timer.stop()
        typed = [draft for draft in self._found() if draft.text]
        try:
            known = self._workshops_of((*typed, *self._waiting))
        except StoreError:
            return
        self._waiting = tuple(draft for draft in self._waiting if draft.workshop in known)
        found = [draft for draft in typed if draft.workshop in known]
        self._written = {_place(draft): self._with_mode(draft) for draft in found}
        wanted = (self._path, (*self._written.values(), *self._waiting))
        if wanted != self._in_file:
            self._in_file = wanted
            self._writer.write(*wanted)

    def close(self) -> None:
        """Save the typed text and wait until it is on disk."""
        self.save()
        self._writer.wait()

    @property
    def _path(self) -> Path:
        return draft_path(queries.store_path(self._api.session))

    def _workshops_of(self, drafts: Iterable[Draft]) -> frozenset[str]:
        """Return the ids of the existing workshops among those of drafts; raises StoreError."""
        return queries.workshops_there(self._api.session, {draft.workshop for draft in drafts})

    def _load(self) -> None:
        drafts = read(self._path)
        if drafts:
            known = self._workshops_of(drafts)
            self._in_file = (self._path, drafts)
            self._waiting = tuple(draft for draft in drafts if draft.workshop in known)
            self.release(private=self._api.private)

    def _take(self, draft: Draft) -> None:
        if draft.kind == "line":
            self._page_stack.drafts.take(draft)
            return
        kept = memory_in(self._api, draft.page, draft.workshop)
        if draft.kind == "panel":
            panels = kept.setdefault("drafts", {})
            if isinstance(panels, dict):
                panels.setdefault((draft.record, draft.place), {})[draft.part] = draft.text
        elif draft.kind == "form":
            key = (draft.workshop, draft.record, draft.place)
            forms(self._api, draft.page).setdefault(key, {})[draft.part] = draft.text
        elif draft.kind == "correction":
            kept[draft.place] = UnfinishedCorrection(draft.record, draft.text, from_list=False)

    def _found(self) -> Iterator[Draft]:
        """Return the typed text of lines, panels, forms, and corrections of records."""
        yield from self._page_stack.typed()
        for page in self._page_stack.pages():
            page.keep_drafts()
            for stack in page.findChildren(PanelStack):
                stack.keep_draft()
            for correction in page.findChildren(Correction):
                correction.keep()
        for (page_name, workshop), kept in memories(self._api).items():
            panels = kept.get("drafts")
            for (problem, panel), texts in (panels if isinstance(panels, dict) else {}).items():
                for part, text in texts.items():
                    yield Draft("panel", workshop, page_name, panel, problem, part, text, False)
            if FORMS in kept:
                for (owner, record, place), texts in forms(self._api, page_name).items():
                    for part, text in texts.items():
                        yield Draft("form", owner, page_name, place, record, part, text, False)
            for name, one in kept.items():
                if isinstance(one, UnfinishedCorrection):
                    record = one.record_id
                    text = one.words
                    yield Draft("correction", workshop, page_name, name, record, "", text, False)

    def _with_mode(self, draft: Draft) -> Draft:
        """Mark text as private that was typed in private mode at any time."""
        place = _place(draft)
        before = self._written.get(place)
        if self._api.private and (before is None or before.text != draft.text):
            self._private.add(place)
        return draft._replace(private=place in self._private)

    def _forget_made_anonymous(self) -> None:
        """Drop the drafts of a workshop that became anonymous, since they may name people."""
        state = self._api.session.state
        anonymous = state.workshop.id if state is not None and state.workshop.anonymous else ""
        if anonymous and anonymous != self._anonymous:
            self._page_stack.drafts.forget(anonymous)
            self._waiting = tuple(one for one in self._waiting if one.workshop != anonymous)
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


def _place(draft: Draft) -> _Place:
    return draft.kind, draft.workshop, draft.page, draft.place, draft.record, draft.part


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
