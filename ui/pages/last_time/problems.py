"""The problems of the previous visit: their current status, and taking them over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.actions.binding import button_for
from ui.actions.offered import Offered, Offers
from ui.forms.form import FieldText, Form
from ui.pages.last_time.actions import LOOKS
from ui.pages.last_time.answered import AnsweredSection, answer_words
from ui.rows.cells import Icon
from ui.rows.row import Row, aside, detail
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.boxes import beside, column
from workshop_app.domain.action import ActionAnswer
from workshop_app.domain.facts.outcomes import main_promise, promises_of
from workshop_app.domain.facts.then_now import (
    answered_problems,
    left_problems,
    reached_today,
    taken_over,
)
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SHAPE, Promise
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, texts, tr
from workshop_app.services.became import split_answer
from workshop_app.services.commands.visits import NoteWhatBecame, TakeOverProblem
from workshop_app.services.later_answers import met_gaps


class ProblemsSection(AnsweredSection):
    """The status of a problem is an answer and a note; Enter or a button takes the problem over.

    1, 2 and 3 answer, and the same answer again removes it. If the catalogue answers a problem that
    met a known gap, it can be the note.
    """

    NAME = "problems"

    def build(self) -> None:
        self._problems: dict[str, Problem] = {}
        self.take = button_for(self, "last_time.take", self._take)
        self.by_catalogue = button_for(self, "last_time.entry", self._answer_by_catalogue)
        self._entries: dict[str, Solution] = {}
        text = FieldText(tr("last_time.problems.became"), tr("last_time.problems.hint"))
        form = Form(Problem, {"became": text}, self._save_note)
        self.build_answers(_answer_word, form)
        strip = QWidget()
        bottom = Qt.AlignmentFlag.AlignBottom
        line = beside(
            None,
            (self.answer, 3, Qt.AlignmentFlag(0) if theme().stacked else bottom),
            (self.note, 4),
            (self.take, 0, bottom),
            gap=16,
        )
        column(strip, (self.by_catalogue, 0, Qt.AlignmentFlag.AlignLeft), line, gap=8)
        self.build_list(tr("last_time.problems.rows"), tr("last_time.problems.none"), strip)
        self.rows.activated.connect(lambda _id: self._take())
        self.bind_answers()

    def offered(self) -> Offers:
        problem = self._current
        taken = problem is not None and taken_over(self.state, problem) is not None
        return {
            "last_time.take": Offered(enabled=not taken),
            "last_time.entry": Offered(enabled=self._has_entry),
        }

    def refresh(self, state: WorkshopState) -> None:
        problems = left_problems(state)
        self._problems = {problem.id: problem for problem in problems}
        gaps = met_gaps(self.api.answers, state.before, language()) if state.before else ()
        self._entries = {one.problem.id: one.entry for one in gaps if one.entry is not None}
        answered = answered_problems(state)
        lead = tr("last_time.problems.lead", n=len(problems), answered=answered)
        self.show_rows(problem_rows(state, self._entries), lead)
        self.show_current()

    def show_current(self) -> None:
        problem = self._current
        if problem is not None:
            given, note = split_answer(texts(), problem.became)
            self._form.show_record(replace(problem, became=note))
            self.answer.set_value(given)
        self.by_catalogue.setVisible(self._has_entry)
        self.foot_changed.emit()

    @property
    def _has_entry(self) -> bool:
        """Whether the catalogue answers the current problem, and nothing is written yet."""
        problem = self._current
        return problem is not None and problem.id in self._entries and not problem.became

    @property
    def _current(self) -> Problem | None:
        return self._problems.get(self.rows.current_id() or "")

    def _take(self) -> bool:
        problem = self._current
        if problem is None or taken_over(self.state, problem) is not None:
            return False
        self.note.flush()
        if self.api.execute(TakeOverProblem(problem.id)) is None:
            return False
        new = taken_over(self.state, problem)
        number = new.number if new is not None else ""
        self.api.toast(tr("last_time.problems.taken", number=number), undo=True)
        self.rows.view.setFocus()
        return True

    def give(self, answer: object) -> None:
        problem = self._current
        if problem is None:
            return
        self.note.flush()
        before, note = split_answer(texts(), (self._current or problem).became)
        given = None if answer == before else ActionAnswer(str(answer))
        self._record(problem, given, note)

    def _answer_by_catalogue(self) -> bool:
        """Record that the catalogue answers the problem since, with entry and edition."""
        problem = self._current
        entry = self._entries.get(problem.id) if problem is not None else None
        if problem is None or entry is None:
            return False
        edition = self.api.answers.version_of(entry)
        name = entry.text(language()).name
        note = tr("last_time.problems.entry", name=name, edition=edition)
        self._record(problem, ActionAnswer.DONE, note)
        return True

    def _record(self, problem: Problem, given: ActionAnswer | None, note: str) -> None:
        """Record the status of a problem."""
        command = NoteWhatBecame(problem.id, "became", _joined(given, note))
        if self.api.execute(command) is None:
            self.show_current()
            return
        self.rows.view.setFocus()

    def _save_note(self, problem_id: str, name: str, note: str) -> bool:
        """Save what is typed about a problem; its answer stays."""
        given, _ = split_answer(texts(), self._problems[problem_id].became)
        command = NoteWhatBecame(problem_id, name, _joined(given, note))
        return self.api.execute(command) is not None


def _answer_word(answer: ActionAnswer) -> str:
    return tr(f"last_time.problems.answer.{answer}")


def _joined(answer: ActionAnswer | None, note: str) -> str:
    """Return the status that begins with an answer, if any."""
    if answer is None:
        return note
    word = _answer_word(answer)
    return tr("last_time.problems.answered", answer=word, note=note) if note else word


def standing(before: WorkshopState, problem: Problem) -> str:
    """Return the outcome of a problem of the previous visit, in a few words for the room."""
    return _in_words(promises_of(before, problem).values())


def _in_words(promises: Iterable[Promise]) -> str:
    return tr("widgets.problem_side.and").join(tr(f"promises.room.{each}") for each in promises)


def state_icon(problem: Problem, promise: Promise) -> Icon:
    """Return the icon of what was answered about a problem, else of its promise."""
    answer, _ = split_answer(texts(), problem.became)
    style = OUTCOMES[SHAPE[promise]]
    return Icon(*LOOKS[answer]) if answer is not None else Icon(style.icon, style.colour)


def problem_rows(state: WorkshopState, entries: Mapping[str, Solution]) -> list[Row]:
    """Return the problems of the previous visit, and how each is by now.

    ``entries`` may answer the known gaps of some, by the problem's id.
    """
    return [_row(state, each, entries.get(each.id)) for each in left_problems(state)]


def _row(state: WorkshopState, problem: Problem, entry: Solution | None) -> Row:
    before = state.before or state
    new = taken_over(state, problem)
    today = reached_today(state, new) if new is not None else ()
    answer, note = split_answer(texts(), problem.became)
    promises = {**promises_of(before, problem)}
    asked = promises.pop(OutcomeKind.REQUEST, None)
    said = _in_words(promises.values()) if answer is None else _answer_word(answer)
    if new is not None and answer is None:
        said = tr("last_time.problems.now_number", number=new.number)
        said = tr("last_time.with_note", text=said, note=_in_words(today)) if today else said
    icon = "arrow-right" if note else "book"
    if entry is not None and not note:  # also with an answer, so that no row moves by it
        note = tr("requests.answered.may", name=entry.text(language()).name)
    if asked is not None:  # it goes on whatever is answered
        since = tr(f"promises.room.{asked}")
        icon = icon if note else OUTCOMES[OutcomeKind.REQUEST].icon
        note = tr("last_time.since", text=note, since=since) if note else since
    return Row(
        problem.id,
        problem.title,
        before=(state_icon(problem, today[0] if today else main_promise(before, problem)),),
        asides=aside(said, answer_words(_answer_word)),
        lines=detail(note, icon),
    )
