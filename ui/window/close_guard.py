"""Warns before the window is closed while text is unsaved or papers are being written."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget

from ui.forms.unsent import Unsent
from workshop_app.i18n import tr

_JOBS = "ui.components.papers.jobs"
_WRITING = "\0writing"
"""Represents papers being written among the texts already warned about."""


class CloseGuard:
    """Warns once about everything that closing would lose, so that a second attempt closes."""

    def __init__(self, window: QWidget, unsent: Unsent) -> None:
        self._window = window
        self._unsent = unsent
        self._warned_about: frozenset[object] = frozenset()

    def warning(self) -> str:
        """Return what would be lost, in one sentence; empty if nothing is new since last time."""
        typed = self._unsent.begun()
        refused = sum(slot.is_of_field for slot in typed)
        found = frozenset(typed.items()) | ({_WRITING} if self._writes_papers() else set())
        new = found - self._warned_about
        self._warned_about = found
        if not new:
            return ""
        if refused:
            return tr("frame.unsaved", n=refused)
        return tr("frame.begun", n=len(typed)) if typed else tr("frame.writing")

    def _writes_papers(self) -> bool:
        if _JOBS not in sys.modules:  # no copy was ever written
            return False
        from ui.components.papers.jobs import ProcessJob  # not on the start path

        return any(job.running for job in self._window.findChildren(ProcessJob))
