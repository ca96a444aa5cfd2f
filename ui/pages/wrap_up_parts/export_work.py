"""An export under way: asked from time to time, so that the window never waits for it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from exports.branding import branding_of
from exports.process import ExportRun, start_export
from exports.protected import Guard
from ui.pages.base import Context
from ui.pages.moment import now
from ui.pages.wrap_up_parts.papers_state import share_of
from workshop_app import paths
from workshop_app.i18n import tr
from workshop_app.services.commands.workshops import MarkExported

_ASK_EVERY_MS = 80
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


class ExportWork(QObject):
    """Lives as long as its window, so that a page built anew finds it again.

    ``changed`` on progress and at the end. Closing the window stops the export cleanly.
    """

    changed = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._workshop_id = context.session.workshop_id
        self.run: ExportRun | None = None
        self.folder = Path()
        self.names: tuple[str, ...] = ()
        self._begun = 0.0
        self._timer = QTimer(self, interval=_ASK_EVERY_MS)
        self._timer.timeout.connect(self._ask)
        window.installEventFilter(self)

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self.run is not None and not self.run.finished

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
        state = self._context.session.state
        if state is None or self.running:
            return
        self.folder, self.names = wish.folder, wish.names
        self.run = start_export(
            state,
            self._context.answers.entries,
            wish.folder,
            wish.names,
            wish.language,
            name_customer=wish.name_customer,
            guard=wish.guard,
            password=wish.password,
            branding=branding_of(self._context.settings, paths.logo_path()),
        )
        self._begun = time.monotonic()
        self._timer.start()
        self.changed.emit()

    def open_folder(self) -> None:
        """Show the papers in the system's own window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def cancel(self) -> None:
        """Ask the export to stop; papers written before stay."""
        if self.run is not None:
            self.run.cancel()

    def forget(self) -> None:
        """Go back to the choice of papers."""
        if not self.running:
            self.run = None
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.run is not None:
            self._timer.stop()
            self.run.close()
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
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
        result = self.run.result
        written = result is not None and not result.stopped
        if written and self._context.session.workshop_id == self._workshop_id:
            self._context.execute(MarkExported(now()))
        self.changed.emit()
