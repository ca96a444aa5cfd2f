"""Looks for suggestions in small pieces while nobody types, so that nothing waits for it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from ui.pages.sort.hints import Hint, hints
from workshop_app.domain.state import WorkshopState

_CALM = 120
"""Milliseconds after the last change before it begins."""
_PIECE = 0.004
"""Seconds of work after which the window has its turn."""


class HintSearch(QObject):
    """``look`` at a state; ``done`` when ``hints`` are those of the last one looked at."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hints: list[Hint] = []
        self._about: object = None
        self._work: Iterator[Hint | None] = iter(())
        self._found: list[Hint] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether it is still looking."""
        return self._timer.isActive()

    def look(self, state: WorkshopState) -> None:
        """Begin anew where other problems, or other unsorted ones, are there than before."""
        about = (
            state.workshop.id,
            tuple((one.id, one.title, one.theme_id is None) for one in state.listed),
        )
        if about != self._about:
            self._about, self._work, self._found = about, hints(state), []
            self._timer.start(_CALM)

    def _go_on(self) -> None:
        until = time.perf_counter() + _PIECE
        for hint in self._work:
            if hint is not None:
                self._found.append(hint)
            if time.perf_counter() > until:
                self._timer.start(0)
                return
        self.hints = self._found
        self.done.emit()
