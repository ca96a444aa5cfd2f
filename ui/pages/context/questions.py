"""The questions of a workshop, those of the bank first, and which one is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop_app.domain.context_questions import QUESTIONS, ContextAnswer
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.text import clean_line
from workshop_app.i18n import tr


@dataclass(frozen=True)
class Question:
    """``id`` is a bank id, or the words of a question of one's own; ``why`` says what it is for."""

    id: str
    number: int
    words: str
    why: str = ""
    answers: tuple[ContextAnswer, ...] = ()


def questions(state: WorkshopState, own: Sequence[str]) -> list[Question]:
    """All questions in order; ``own`` are those added in this run, answered or not."""
    answered = [answer.question for answer in state.answers]
    others = dict.fromkeys(one for one in (*answered, *own) if one not in QUESTIONS)
    found = []
    for number, question in enumerate((*QUESTIONS, *others), start=1):
        in_bank = question in QUESTIONS
        found.append(
            Question(
                id=question,
                number=number,
                words=tr(f"questions.ask.{question}") if in_bank else question,
                why=tr(f"questions.why.{question}") if in_bank else "",
                answers=tuple(a for a in state.answers if a.question == question),
            )
        )
    return found


class QuestionOrder:
    """Which question is shown, and which come before and after it.

    ``memory()`` gives a dictionary that outlasts the page: the question shown, and questions of
    one's own that have no answer yet.
    """

    def __init__(self, memory: Callable[[], dict[str, object]]) -> None:
        self._memory = memory
        self.questions: list[Question] = []

    def set_state(self, state: WorkshopState) -> None:
        """Take the questions of a state; the one shown stays."""
        self.questions = questions(state, self._own)
        self._memory()["question"] = self.current.id

    @property
    def current(self) -> Question:
        """The question shown: the one gone to, or the first without an answer."""
        wanted = self._memory().get("question")
        found = next((one for one in self.questions if one.id == wanted), None)
        unanswered = next((one for one in self.questions if not one.answers), self.questions[0])
        return found or unanswered

    @property
    def following(self) -> str | None:
        """Id of the next question without an answer, or None."""
        here = self.current.number
        return next((q.id for q in self.questions if q.number > here and not q.answers), None)

    def go(self, question_id: str) -> bool:
        """Show another question; False when it is shown already."""
        if question_id == self._memory().get("question"):
            return False
        self._memory()["question"] = question_id
        return True

    def add(self, words: str) -> str:
        """Add a question of one's own, unless it is there; returns its id."""
        words = clean_line(words)
        same = next((one.id for one in self.questions if words in (one.id, one.words)), None)
        if same is None:
            self._own.append(words)
        return same or words

    @property
    def _own(self) -> list[str]:
        own = self._memory().setdefault("own questions", [])
        return own if isinstance(own, list) else []
