"""Records how the room searched for a problem's answer: the words, and the answers opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.components.window_api import WindowApi
from workshop_app.domain.errors import UserError
from workshop_app.services.commands.searching import KeepSearch

PAUSE_MS = 1500
"""Milliseconds without input after which words are no half-typed ones."""
_SHORTEST = 2


class SearchRecorder(QObject):
    """Receives every change of the words and every opened answer, and records completed searches.

    A search is completed by a choice, opening an answer or moving on, or by other words after a
    pause: words that were only continued were half-typed. Esc gives a search up. The problem's own
    words, with which each search begins, count only after an answer found by them was opened.
    """

    def __init__(self, api: WindowApi, parent: QObject) -> None:
        super().__init__(parent)
        self._api = api
        self._problem_id = ""
        self._own = ""
        self._words = ""
        self._looked_at: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._due = False

    def begin(self, problem_id: str, own_words: str, typed: str) -> None:
        """Start with another problem; ``typed`` are words that were searched for before."""
        self.keep()
        self._problem_id = problem_id
        self._own = own_words
        self._words = self._typed(typed)
        self._due = False

    def words(self, typed: str) -> None:
        """Update the words after a key press."""
        words = self._typed(typed)
        if words == self._words:
            return
        paused = bool(self._words) and not self._timer.isActive()
        if self._looked_at or (paused and not words.startswith(self._words)):
            self.keep()  # the answers belonged to the previous words
        self._words = words
        self._due = len(words) >= _SHORTEST
        self._timer.start()

    def look_at(self, solution_id: str) -> None:
        """Add an answer that was selected, opened or chosen."""
        if solution_id not in self._looked_at:
            self._looked_at.append(solution_id)
            self._due = True

    def give_up(self) -> None:
        """Drop the words typed, of which nothing is recorded unless an answer was opened."""
        if self._words and not self._looked_at:
            self._due = False

    def keep(self) -> None:
        """Record the search after a choice, opening an answer, or moving on."""
        due = self._due
        looked_at = tuple(self._looked_at)
        self._due = False
        self._looked_at = []
        words = self._words or self._own
        if not due or not self._problem_id or not words:
            return
        try:
            self._api.session.execute(KeepSearch(self._problem_id, words, looked_at))
        except UserError:
            return  # not a user action: the next one will report the error

    def _typed(self, text: str) -> str:
        words = " ".join(text.split())
        return "" if words == self._own else words
