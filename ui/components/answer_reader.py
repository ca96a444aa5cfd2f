"""Reads the catalogues and makes their index between the window's events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from workshop_app.services.answers import Answers

_STEP_S = 0.006
"""Seconds that a step takes before the window's events have their turn: no key waits longer."""


class AnswerReader(QObject):
    """Makes the answers ready in short steps, in the window's thread, then calls ``when_ready``.

    Not in another thread: Python would divide the time between both, and the window would wait for
    it many times in one event.
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
        """Begin, or go on."""
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
