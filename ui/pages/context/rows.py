"""The answers to a question as rows, after what the customer's files say about it."""

from __future__ import annotations

from collections.abc import Sequence

from ui.components.people import hides_names, names_by_id
from ui.components.setup_words import say_all
from ui.pages.context.questions import Question
from ui.rows.cells import Cell, Icon, Link, Number, Words
from ui.rows.row import Row
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.setup_answers import answers_from_setup
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

TOLD = "told"
"""The id of the row with what the files say."""
MARK_ICONS = {
    AnswerMark.IN_USE: "check",
    AnswerMark.GIVEN_UP: "circle-slash",
    AnswerMark.UNCLEAR: "question",
}


def told_by_files(state: WorkshopState, question: str) -> str:
    """Return the answer to a question derived from the customer's files; empty for none."""
    return say_all(answers_from_setup(setup_of(state.setup), question))


def answer_of_files(state: WorkshopState, question: str) -> str:
    """Return that answer as it is stored; empty for none, and once it was taken."""
    words = told_by_files(state, question)
    answer = tr("setup.answers.answer", text=words) if words else ""
    given = [one.text for one in state.answers if one.question == question]
    return "" if answer in given else answer


def answer_rows(state: WorkshopState, question: Question, *, private: bool) -> list[Row]:
    """Return what the files say in small text, and the answers, with names where allowed."""
    made = {one.answer_id: one.number for one in state.problems if one.answer_id}
    names = {} if hides_names(state, private=private) else names_by_id(state)
    nobody = tr("widgets.chips.nobody") if private and not state.workshop.anonymous else ""
    rows = [
        _answer_row(one, made.get(one.id), names.get(one.participant_id, nobody))
        for one in question.answers
    ]
    told = told_by_files(state, question.id)
    if not told:
        return rows
    take = (Link(tr("setup.answers.take")),) if answer_of_files(state, question.id) else ()
    spoken = f"{tr('setup.answers.label')} {told}"
    first = Row(TOLD, told, (Icon("server"),), after=take, role="body-quiet", spoken=spoken)
    return [first, *rows]


def _answer_row(answer: ContextAnswer, problem: int | None, name: str) -> Row:
    after: list[Cell] = []
    if answer.mark is not AnswerMark.NONE:
        after.append(Words(tr(f"context.mark.{answer.mark.value}"), MARK_ICONS[answer.mark]))
    if name:
        after.append(Words(name, "person"))
    if problem is None:
        after.append(Link(tr("context.to_problem")))
    else:
        after.append(Words(tr("context.became", number=problem), colour="accent", role="body"))
    return Row(answer.id, answer.text, (Icon("speech"),), after=tuple(after))


def question_rows(questions: Sequence[Question], *, quiet: bool = False) -> list[Row]:
    """Return questions with their numbers, and how many answers each has."""
    return [_question_row(each, quiet=quiet) for each in questions]


def _question_row(question: Question, *, quiet: bool) -> Row:
    count = len(question.answers)
    marks = (Words(str(count), "speech", "accent"),) if count else ()
    return Row(
        question.id,
        question.words,
        (Number(str(question.number)),),
        after=marks,
        quiet=quiet,
        spoken=f"{tr('context.spoken', number=question.number, n=count)} {question.words}",
    )
