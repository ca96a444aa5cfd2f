"""Records how the room searched for a problem's answer: the words, and the answers looked at."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.components.page import WindowApi
from workshop_app.domain.errors import UserError
from workshop_app.services.commands.searching import KeepSearch

PAUSE_MS = 1500
"""Milliseconds without a key after which words count as searched for."""
_SHORTEST = 2


class SearchRecorder(QObject):
    """Gets every change of the words and every look at an answer; records what was a search.

    A search is words at which somebody paused, chose, opened an answer or moved on. The problem's
    own words, with which each search begins, count once an answer found by them was looked at.
    """

    def __init__(self, api: WindowApi, parent: QObject) -> None:
        super().__init__(parent)
        self._api = api
        self._problem_id = ""
        self._own = ""
        self._words = ""
        self._looked_at: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.keep)
        self._due = False

    def begin(self, problem_id: str, own_words: str, typed: str) -> None:
        """Go to another problem; ``typed`` are words that were searched for before."""
        self.keep()
        self._problem_id = problem_id
        self._own = own_words
        self._words = self._typed(typed)
        self._due = False

    def words(self, typed: str) -> None:
        """Take the words after a key."""
        words = self._typed(typed)
        if words == self._words:
            return
        if self._looked_at:  # that was at the words before
            self.keep()
        self._words = words
        self._wait(len(words) >= _SHORTEST)

    def look_at(self, solution_id: str) -> None:
        """Take an answer that somebody made the current one, opened or chose."""
        if solution_id not in self._looked_at:
            self._looked_at.append(solution_id)
            self._wait(due=True)

    def keep(self) -> None:
        """Record what there is: somebody chose, opened an answer, moved on, or paused."""
        self._timer.stop()
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
            return  # nobody did this by hand: the next real action says what is wrong

    def _typed(self, text: str) -> str:
        words = " ".join(text.split())
        return "" if words == self._own else words

    def _wait(self, due: bool) -> None:
        self._due = due
        if due:
            self._timer.start()
        else:
            self._timer.stop()
