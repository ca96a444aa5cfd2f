"""The questions of a workshop, those of the bank first, and which of them are on the sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ui.forms.unsent import Slot, Unsent
from workshop_app.domain.agenda import plan_of
from workshop_app.domain.context_questions import QUESTIONS, ContextAnswer, questions_for
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line
from workshop_app.i18n import tr


@dataclass(frozen=True)
class Question:
    """``id`` is a bank id, or the text of a user-defined question; ``why`` is its purpose."""

    id: str
    number: int
    words: str
    why: str = ""
    answers: tuple[ContextAnswer, ...] = ()


def questions(state: WorkshopState, own: Sequence[str]) -> list[Question]:
    """Return all questions in order; ``own`` are those that were added, answered or not."""
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
    """Which questions are on the sheet, and which of them is the current one.

    Until one is swapped in, the agenda determines their number, and those answered last time come
    after the others. ``memory()`` returns a dictionary
    that survives the page: the current question, and the questions on the sheet once one was
    swapped in. User-defined questions are only in the records with an answer; until then they are
    ``unsent``. Number and position of a question of the bank never change.
    """

    def __init__(self, memory: Callable[[], dict[str, object]], unsent: Unsent) -> None:
        self._memory = memory
        self._unsent = unsent
        self._own = Slot("", Step.CONTEXT, "own questions")
        self.questions: list[Question] = []
        """All questions."""
        self._heard: frozenset[str] = frozenset()
        """Ids of the questions that were answered last time."""
        self._fitting: list[str] = []
        """Ids of the questions for which the agenda has time."""

    def set_state(self, state: WorkshopState) -> None:
        """Set the questions of a state; sheet and current question are kept."""
        self._own = self._own._replace(workshop=state.workshop.id)
        self.questions = questions(state, tuple(self._unsent.parts(self._own).values()))
        answered = [question.id for question in self.questions if question.answers]
        rest = [question.id for question in self.questions if not question.answers]
        before = state.before.answers if state.before else ()
        self._heard = frozenset(answer.question for answer in before)
        rest.sort(key=self._heard.__contains__)
        size = questions_for(plan_of(state.agenda).get(Step.CONTEXT, 0))
        self._fitting = answered + rest[: max(0, size - len(answered))]
        self._memory()["question"] = self.current.id
        self._number_own()

    def _number_own(self) -> None:
        """Number user-defined questions after those of the bank that are on the sheet."""
        bank = [one for one in self.questions if one.id in QUESTIONS]
        first = 1 + max((one.number for one in self.on_sheet if one.id in QUESTIONS), default=0)
        own = enumerate(self.questions[len(bank) :], first)
        self.questions = bank + [replace(one, number=number) for number, one in own]

    @property
    def on_sheet(self) -> list[Question]:
        """The questions on the sheet, in order of their numbers, including all answered ones."""
        sheet = self._sheet
        return [question for question in self.questions if question.id in sheet or question.answers]

    @property
    def others(self) -> list[Question]:
        """The questions that are not on the sheet."""
        shown = {question.id for question in self.on_sheet}
        return [question for question in self.questions if question.id not in shown]

    @property
    def left_out(self) -> list[Question]:
        """The questions that are not on the sheet because they were answered last time."""
        return [question for question in self.others if question.id in self._heard]

    @property
    def current(self) -> Question:
        """The current question: the selected one, or the first without an answer."""
        wanted = self._memory().get("question")
        sheet = self.on_sheet or self.questions
        found = next((one for one in sheet if one.id == wanted), None)
        unanswered = next((one for one in sheet if not one.answers), sheet[0])
        return found or unanswered

    @property
    def following(self) -> str | None:
        """Id of the next question on the sheet without an answer, or None."""
        here = self.current.number
        return next((q.id for q in self.on_sheet if q.number > here and not q.answers), None)

    def beside(self, by: int) -> str | None:
        """Return the id of the question before (-1) or after (1) the current one, or None."""
        ids = [question.id for question in self.on_sheet]
        place = ids.index(self.current.id) + by
        return ids[place] if 0 <= place < len(ids) else None

    def go(self, question_id: str) -> bool:
        """Select another question; return False if it is selected already.

        One of the bank that is not on the sheet replaces the current one, or the last one without
        an answer. If all are answered, it is added, as is a user-defined one.
        """
        if question_id == self._memory().get("question"):
            return False
        if question_id not in (question.id for question in self.on_sheet):
            replaces = question_id in QUESTIONS
            free = [one for one in (*reversed(self.on_sheet), self.current) if not one.answers]
            gone = free[-1].id if not self.current.answers else free[0].id if free else ""
            kept = (one for one in self._sheet if one != gone or not replaces)
            self._memory()["sheet"] = (*kept, question_id)
        self._memory()["question"] = question_id
        return True

    def add(self, words: str) -> str:
        """Add a user-defined question, unless it exists; return its id."""
        words = clean_line(words)
        same = next((one.id for one in self.questions if words in (one.id, one.words)), None)
        if same is None:
            own = self._unsent.parts(self._own)
            self._unsent.put(self._own, {**own, str(len(own) + 1): words}, begun=False)
            self._unsent.touched()
        return same or words

    @property
    def _sheet(self) -> tuple[str, ...]:
        kept = self._memory().get("sheet")
        return kept if isinstance(kept, tuple) else tuple(self._fitting)
