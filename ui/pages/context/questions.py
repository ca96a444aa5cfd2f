"""The questions of a workshop: those of the bank, then those of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.widgets.problem_tabs import StripItem
from workshop_app.domain.context_questions import QUESTIONS, ContextAnswer
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


@dataclass(frozen=True)
class Question:
    """One question: ``id`` is a bank id or the words of one's own, ``why`` a word on its use."""

    id: str
    number: int
    words: str
    why: str = ""
    answers: tuple[ContextAnswer, ...] = ()


def questions(state: WorkshopState, own: Sequence[str]) -> list[Question]:
    """All questions in order; ``own`` are those thought of in this run, answered or not."""
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


def strip_items(asked: Sequence[Question]) -> list[StripItem]:
    """The questions as a strip: a tick on those with an answer."""
    return [
        StripItem(
            id=question.id,
            number=str(question.number),
            marks=(("check", "accent"),) if question.answers else (),
            spoken=tr("context.spoken", number=question.number, n=len(question.answers)),
        )
        for question in asked
    ]
