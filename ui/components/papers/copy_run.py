"""A copy of the files under way, to a stick or another folder; the window never waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exports.copying import Copied, Copying
from exports.process import start_copy
from ui.components.papers.process_run import AskedRun
from workshop_app.i18n import tr


class CopyWork(AskedRun[Copying, Copied]):
    """Files on their way to another place; cancelled, what is half copied goes."""

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        progress = self.run.progress if self.run is not None else None
        return progress.done / progress.total if progress is not None and progress.total else 0.0

    @property
    def words(self) -> str:
        """How far it is, or how it ended."""
        run = self.run
        if run is None:
            return ""
        if run.error is not None:
            return tr(run.error.key, **run.error.values)
        if run.result is not None:
            return tr("leaving.copied", n=len(run.result.files), folder=self.folder)
        return tr("leaving.copy_stopped" if run.cancelled else "leaving.copying")

    def start(self, files: Sequence[Path], folder: Path) -> None:
        """Begin to copy `files` into `folder`."""
        if not self.running:
            self._watch(start_copy(files, folder), folder)

    def forget(self) -> None:
        """Say nothing of the last copy any more."""
        if not self.running:
            self.run = None
