"""An export under way: asked from time to time, so that the window never waits for it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from exports.branding import branding_of
from exports.process import ExportRun, start_export
from exports.progress import ExportResult, Progress
from exports.protected import Guard
from ui.components.page import WindowApi
from ui.components.papers.export_messages import share_of
from ui.components.papers.process_run import AskedRun
from ui.components.timestamps import now
from workshop_app import paths
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import MarkExported

_TELLING = 0.1
"""The share that must be done before the rest can be guessed."""
_SURE_AFTER_S = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which papers are wanted, where, and how they may leave."""

    names: tuple[str, ...]
    language: str
    folder: Path
    guard: Guard
    name_customer: bool = False
    password: str = field(default="", repr=False)


class ExportWork(AskedRun[Progress, ExportResult]):
    """Papers being written; cancelled, those written before stay."""

    def __init__(self, api: WindowApi, window: QWidget) -> None:
        super().__init__(window)
        self._api = api
        self._workshop_id = api.session.workshop_id
        self.names: tuple[str, ...] = ()
        self._begun = 0.0

    @property
    def time_left(self) -> str:
        """About how long an export still takes, in words; empty until that can be told."""
        share = share_of(self.run.progress) if self.run is not None else 0.0
        spent = time.monotonic() - self._begun
        if share < _TELLING or spent < _SURE_AFTER_S:
            return ""
        return tr("wrap_up.papers.left", n=max(1, round(spent * (1 - share) / share)))

    def start(self, wish: Wish) -> None:
        """Begin to write the papers."""
        state = self._api.session.state
        if state is None or self.running:
            return
        self.names = wish.names
        run = start_export(
            state,
            self._api.answers.entries,
            wish.folder,
            wish.names,
            wish.language,
            name_customer=wish.name_customer,
            guard=wish.guard,
            password=wish.password,
            branding=branding_of(self._api.settings, paths.logo_path()),
        )
        self._begun = time.monotonic()
        self._watch(run, wish.folder)

    def open_folder(self) -> None:
        """Show the papers in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def forget(self) -> None:
        """Go back to the choice of papers."""
        if not self.running:
            self.run = None
            self.changed.emit()

    def _ended(self, run: ExportRun) -> None:
        written = run.result is not None and not run.result.stopped
        if written and self._api.session.workshop_id == self._workshop_id:
            self._api.execute(MarkExported(now()))
