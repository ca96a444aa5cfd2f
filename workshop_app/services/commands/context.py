"""Commands on context answers."""

from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.problem import Problem, Source
from workshop_app.domain.steps import Step
from workshop_app.domain.text import required_line, required_note
from workshop_app.services.command import Command, open_workshop
from workshop_app.services.commands.edit import Edit, Remove, cleaners
from workshop_app.services.commands.problems import add_problem
from workshop_app.store.store import Store


class AnswerQuestion(Command):
    """Add an answer to a context question; returns the answer's id."""

    question: str
    text: str
    participant_id: str | None = None
    mark: AnswerMark = AnswerMark.NONE

    step = Step.CONTEXT

    def apply(self, store: Store, workshop_id: str) -> str:
        workshop = open_workshop(store, workshop_id)
        answer = store.add(
            ContextAnswer,
            workshop_id,
            question=required_line(self.question),
            text=required_note(self.text),
            participant_id=None if workshop.anonymous else self.participant_id,
            mark=self.mark,
        )
        if workshop.context_skipped:
            store.update(workshop, context_skipped=False)
        return answer.id


class EditAnswer(Edit):
    """Set one field of a context answer."""

    step = Step.CONTEXT
    record = ContextAnswer
    fields = cleaners(ContextAnswer, "text", "participant_id", "mark")


class RemoveAnswer(Remove):
    """Remove a context answer; problems made from it are kept."""

    step = Step.CONTEXT
    record = ContextAnswer

    def apply(self, store: Store, workshop_id: str) -> None:
        for problem in store.some(Problem, workshop_id, "answer_id", [self.record_id]):
            store.update(problem, answer_id=None)
        super().apply(store, workshop_id)


class MakeProblemOfAnswer(Command):
    """Add a problem with the text of a context answer; returns the problem's id."""

    answer_id: str
    heard_at: str = ""

    step = Step.CONTEXT
    placed = "answer_id"

    def apply(self, store: Store, workshop_id: str) -> str:
        answer = store.get(ContextAnswer, self.answer_id)
        return add_problem(
            store,
            answer.workshop_id,
            answer.text,
            speaker_id=answer.participant_id,
            source=Source.CONTEXT,
            heard_at=self.heard_at,
            answer_id=answer.id,
        )
