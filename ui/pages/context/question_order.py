"""Which question is in front, and which ones were thought of in the room."""

from __future__ import annotations

from collections.abc import Callable

from ui.pages.context.questions import Question, questions
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import clean_line

_FRONT, _OWN = "question", "own"


class Course:
    """``take`` every new state; ``kept`` gives what outlasts the page."""

    def __init__(self, kept: Callable[[], dict[str, object]]) -> None:
        self._kept = kept
        self.asked: list[Question] = []

    def take(self, state: WorkshopState) -> None:
        """Look at a state; the question in front stays."""
        self.asked = questions(state, self._own)
        self._kept()[_FRONT] = self.question.id

    @property
    def question(self) -> Question:
        """The question in front: the one gone to, or the first without an answer."""
        wanted = self._kept().get(_FRONT)
        found = next((one for one in self.asked if one.id == wanted), None)
        return found or next((one for one in self.asked if not one.answers), self.asked[0])

    @property
    def following(self) -> str | None:
        """The next question without an answer after the one in front."""
        here = self.question.number
        return next((q.id for q in self.asked if q.number > here and not q.answers), None)

    def go(self, question_id: str) -> bool:
        """Bring another question to the front; False when it is there already."""
        if question_id == self._kept().get(_FRONT):
            return False
        self._kept()[_FRONT] = question_id
        return True

    def think_of(self, words: str) -> str:
        """Add a question of one's own, if nobody has it yet; returns its id."""
        words = clean_line(words)
        same = next((one.id for one in self.asked if words in (one.id, one.words)), None)
        if same is None:
            self._own.append(words)
        return same or words

    @property
    def _own(self) -> list[str]:
        own = self._kept().setdefault(_OWN, [])
        return own if isinstance(own, list) else []
