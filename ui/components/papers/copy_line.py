"""Private mode: the files that were written are copied to a stick, and compared there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.components.page import WindowApi
from ui.components.papers.copy_run import CopyWork
from ui.components.papers.export_options import ExportOptions
from ui.components.papers.progress_bar import ProgressBar
from ui.components.papers.volumes import carried_away
from ui.widgets.text import Text
from workshop_app.i18n import tr


class CopyLine(QWidget):
    """How far a copy is, and how it ended; ``changed`` when that is another."""

    changed = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self._kept = ExportOptions(api).kept
        self._work: CopyWork | None = None
        self._words = Text("body", "")
        self._bar = ProgressBar(tr("leaving.copying"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether files are being copied."""
        return self._work is not None and self._work.running

    def refresh(self) -> None:
        """Show the copy under way, which may have begun on another page."""
        work = self._kept.get("copy")
        if isinstance(work, CopyWork) and work is not self._work:
            self._work = work
            work.changed.connect(self._show)
        self._show()

    def ask_and_copy(self, files: Sequence[Path]) -> None:
        """Let somebody choose the place, the first stick to begin with, and copy there."""
        sticks = carried_away()
        title = tr("leaving.copy_where")
        found = QFileDialog.getExistingDirectory(self, title, str(sticks[0]) if sticks else "")
        if not found:
            return
        if not isinstance(self._kept.get("copy"), CopyWork):
            self._kept["copy"] = CopyWork(self.window())
        self.refresh()
        if self._work is not None:
            self._work.start(files, Path(found))

    def cancel(self) -> None:
        """Stop a copy under way."""
        if self._work is not None:
            self._work.cancel()

    def forget(self) -> None:
        """Say nothing of the last copy any more."""
        if self._work is not None:
            self._work.forget()
        self._show()

    def _show(self) -> None:
        words = self._work.words if self._work is not None else ""
        self._words.setText(words)
        self._bar.setVisible(self.running)
        self._bar.set_share(self._work.share if self._work is not None else 0.0)
        self.setVisible(bool(words))
        self.changed.emit()
