"""Reads and indexes the catalogues between the events of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject

from ui.widgets.timers import call_every
from workshop_app.services.answers import Answers

_STEP_S = 0.006
"""Time in seconds after which a step ends; a key press waits for the rest of a step."""


class AnswerReader(QObject):
    """Prepares the answers in short steps in the window's thread, then calls ``when_ready``.

    Not in a second thread, since the window would wait for Python's lock while that one runs.
    """

    def __init__(
        self, parent: QObject, answers: Answers, when_ready: Callable[[], object] = bool
    ) -> None:
        super().__init__(parent)
        self._answers = answers
        self._when_ready = when_ready
        self._steps: Iterator[None] | None = None
        self._timer = call_every(self, 0, self._step)

    def start(self) -> None:
        """Start, or continue."""
        if not self._timer.isActive():
            self._steps = self._answers.prepare()
            self._timer.start()

    def _step(self) -> None:
        end = perf_counter() + _STEP_S
        while self._steps is not None and perf_counter() < end:
            if next(self._steps, self) is self:
                self._timer.stop()
                self._when_ready()
                return
