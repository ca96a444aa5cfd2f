"""Reads and indexes the catalogues between the events of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from workshop_app.services.answers import Answers

_STEP_S = 0.006
"""Maximum duration of a step in seconds, which is also the longest delay of a key press."""


class AnswerReader(QObject):
    """Prepares the answers in short steps in the window's thread, then calls ``when_ready``.

    A second thread would be slower for the user: while it runs, Python's lock delays the window
    many times within a single event.
    """

    def __init__(
        self, parent: QObject, answers: Answers, when_ready: Callable[[], object] = bool
    ) -> None:
        super().__init__(parent)
        self._answers = answers
        self._when_ready = when_ready
        self._steps: Iterator[None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

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
