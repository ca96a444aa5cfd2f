"""Running exports and copies, which use another process and never block the window."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar, Generic, Self, TypeVar

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from exports.branding import Branding, branding_of
from exports.copying import CopyProgress, CopyResult
from exports.options import WritingOptions
from exports.other_voices import with_voices
from exports.process import BackgroundRun, ExportRun, start_copy, start_export
from exports.progress import ExportResult, Progress, WrittenPaper
from exports.protected import Guard
from exports.registry import PRIVATE
from ui.components.page_memory import memory_of
from ui.components.papers.export_messages import copy_text, export_text, progress_share
from ui.components.timestamps import now
from ui.components.window_api import WindowApi
from ui.widgets.timers import call_every
from workshop_app import paths
from workshop_app.domain.errors import StoreError
from workshop_app.domain.facts.caveats import with_caveats
from workshop_app.domain.field_types import Privacy
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.unchecked_answer import UncheckedAnswer
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import MarkExported
from workshop_app.services.queries import with_changes
from workshop_app.services.workshop_file import without_private

_POLL_INTERVAL_MS = 80
_FIRST_ESTIMATE_SHARE = 0.1
"""Minimum share of progress before the time left can be estimated."""
_FIRST_ESTIMATE_S = 1.5
"""Minimum elapsed seconds before the time left can be estimated."""

ProgressT = TypeVar("ProgressT", bound=Progress | CopyProgress)
ResultT = TypeVar("ResultT")


class ProcessJob(QObject, Generic[ProgressT, ResultT]):
    """One kind of work of a workshop, in a process that is polled until it ends.

    It is a child of the window and found by `of`, so that it survives the page that started it.
    ``changed`` is emitted on progress and at the end. Closing the window stops the work cleanly.
    """

    KIND: ClassVar[str] = ""

    changed = Signal()

    def __init__(self, api: WindowApi, window: QWidget) -> None:
        super().__init__(window)
        self._api = api
        self.run: BackgroundRun[ProgressT, ResultT] | None = None
        self.folder = Path()
        self._timer = call_every(self, _POLL_INTERVAL_MS, self._poll)
        window.installEventFilter(self)

    @classmethod
    def of(cls, api: WindowApi) -> Self | None:
        """Return the open workshop's job of this kind; None before the first one was started."""
        job = memory_of(api, "jobs").get(cls.KIND)
        return job if isinstance(job, cls) else None

    @classmethod
    def make(cls, api: WindowApi, window: QWidget) -> Self:
        """Return the open workshop's job of this kind, created if there is none."""
        job = cls.of(api)
        if job is None:
            job = cls(api, window)
            memory_of(api, "jobs")[cls.KIND] = job
        return job

    @property
    def running(self) -> bool:
        return self.run is not None and not self.run.finished

    @property
    def share(self) -> float:
        """The progress, 0 to 1."""
        return progress_share(self.run.progress) if self.run is not None else 0.0

    def cancel(self) -> None:
        """Ask the process to stop."""
        if self.run is not None:
            self.run.cancel()

    def forget(self) -> None:
        """Discard the result of the last run; does nothing while it is running."""
        if not self.running:
            self.run = None
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # closing may be refused; the window is hidden only if it was closed
        closed = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if closed and self.run is not None:
            self._timer.stop()
            self.run.close()
        return super().eventFilter(watched, event)

    def _watch(self, run: BackgroundRun[ProgressT, ResultT], folder: Path) -> None:
        """Poll `run`, which writes into `folder`, until it ends."""
        self.run = run
        self.folder = folder
        self._timer.start()
        self.changed.emit()

    def _finish(self, run: BackgroundRun[ProgressT, ResultT]) -> None:
        """Handle the end of a run, before ``changed`` is emitted."""

    def _poll(self) -> None:
        if self.run is None:
            self._timer.stop()
            return
        before = self.run.progress
        if self.run.poll():
            if self.run.progress != before:
                self.changed.emit()
            return
        self._timer.stop()
        self.run.close()
        self._finish(self.run)
        self.changed.emit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """Which documents are to be written, where, and with which options."""

    names: tuple[str, ...]
    language: str
    folder: Path
    guard: Guard
    name_customer: bool = False
    unchecked: tuple[UncheckedAnswer, ...] = ()
    password: str = field(default="", repr=False)


class ExportJob(ProcessJob[Progress, ExportResult]):
    """Writes documents. A cancelled export leaves the folder unchanged."""

    KIND = "export"

    def __init__(self, api: WindowApi, window: QWidget) -> None:
        super().__init__(api, window)
        self._workshop_id = api.session.workshop_id
        self.names: tuple[str, ...] = ()
        self._state: WorkshopState | None = None
        self._request: ExportRequest | None = None
        self._branding: Branding | None = None
        self._started = 0.0

    def written(self, request: ExportRequest, state: WorkshopState) -> tuple[WrittenPaper, ...]:
        """Return the files written of one document, if it would be written the same way today.

        `request` is the one for this document only; none is returned for encrypted files.
        """
        last = self._request
        done = self.run.result if self.run is not None else None
        if done is None or last is None or last.password or self.is_outdated(state):
            return ()
        if self._branding != branding_of(self._api.settings, paths.logo_path()):
            return ()
        if replace(last, names=request.names, folder=request.folder) != request:
            return ()
        return tuple(each for each in done.papers if each.document in request.names)

    def is_outdated(self, state: WorkshopState) -> bool:
        """Return whether what these documents state was changed since they were begun.

        The time spent on steps does not count, since it changes all the time.
        """
        if self._state is None:
            return False
        before, after = _without_times(self._state), _without_times(state)
        if before != after and not set(PRIVATE).intersection(self.names):
            before, after = (without_private(each, Privacy.CONTACT) for each in (before, after))
        return before != after

    @property
    def text(self) -> str:
        """The progress or the result of the export."""
        return export_text(self.run) if self.run is not None else ""

    @property
    def time_left(self) -> str:
        """The estimated time left, in words; empty if it is unknown."""
        share = self.share
        spent = time.monotonic() - self._started
        if share < _FIRST_ESTIMATE_SHARE or spent < _FIRST_ESTIMATE_S:
            return ""
        return tr("wrap_up.papers.left", n=max(1, round(spent * (1 - share) / share)))

    def start(self, request: ExportRequest) -> None:
        """Start to write documents; does nothing while an export is running."""
        if self.running:
            return
        state = self._api.session.open_state
        self.names = request.names
        try:
            told = with_voices(self._api.session, state, request.language)
            told = replace(with_changes(self._api.session, told), unchecked=request.unchecked)
        except StoreError as error:
            self._api.refuse(error)
            return
        branding = branding_of(self._api.settings, paths.logo_path())
        answers = self._api.answers
        run = start_export(
            with_caveats(told, answers.gaps, answers.chosen),
            answers.entries_of(state),
            request.folder,
            request.names,
            request.language,
            WritingOptions(
                name_customer=request.name_customer,
                guard=request.guard,
                password=request.password,
                branding=branding,
            ),
        )
        self._state = state
        self._request = request
        self._branding = branding
        self._started = time.monotonic()
        self._watch(run, request.folder)

    def open_folder(self) -> bool:
        """Show the documents in the system's file manager; return False if it does not open."""
        return show_folder(self.folder)

    def _finish(self, run: ExportRun) -> None:
        written = run.result is not None and not run.result.stopped
        if written and self._api.session.workshop_id == self._workshop_id:
            self._api.execute(MarkExported(now()))


def _without_times(state: WorkshopState) -> WorkshopState:
    """Return what documents state, also of earlier contacts, without the course of the day."""
    workshop = replace(state.workshop, exported_at="")
    return replace(state, workshop=workshop, agenda=(), searches=())


def show_folder(folder: Path) -> bool:
    """Show a folder in the system's file manager; return False if there is none, or no folder."""
    return folder.is_dir() and open_path(folder)


def open_path(path: Path) -> bool:
    """Open a file or a folder with the system's program for it; return False if there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class CopyJob(ProcessJob[CopyProgress, CopyResult]):
    """Copies files to another folder. A cancelled copy leaves no partial file."""

    KIND = "copy"

    @property
    def text(self) -> str:
        """The progress or the result of the copy; empty if there is none."""
        return copy_text(self.run, self.folder) if self.run is not None else ""

    def start(self, files: Sequence[Path], folder: Path, names: Sequence[str] = ()) -> None:
        """Start to copy `files` into `folder`; does nothing while a copy is running.

        `names` are the names of the copies, if they differ.
        """
        if not self.running:
            self._watch(start_copy(files, folder, names), folder)
