"""The problems of the previous visit: their current status, and taking them over."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions.binding import bind
from ui.components.asked_list import AskedListSection
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.edit_line import EditLine
from ui.widgets.rows import Row
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import SHAPE
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.then_now import left_problems, taken_over
from workshop_app.i18n import tr
from workshop_app.services.commands.visits import NoteWhatBecame, TakeOverProblem


class ProblemsSection(AskedListSection):
    """Enter or a button takes the current problem over; a line holds its current status."""

    NAME = "problems"

    def build(self) -> None:
        self._problems: dict[str, Problem] = {}
        self._take_over = bind(self, "last_time.take", self._take, on_button=True)
        self.take = ActionButton(action=self._take_over)
        self.became = EditLine(tr("last_time.problems.became"), tr("last_time.problems.hint"))
        self.became.edited.connect(self._write)
        self.became.field.returned.connect(self._end)
        strip = QWidget()
        row = QVBoxLayout(strip) if theme().stacked else QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.became, 1)
        row.addWidget(self.take)
        self.build_list(tr("last_time.problems.rows"), tr("last_time.problems.none"), strip)
        self.rows.activated.connect(lambda _id: self._take())
        bind(self.rows, "last_time.note", self.became.setFocus)

    def refresh(self, state: WorkshopState) -> None:
        problems = left_problems(state)
        self._problems = {problem.id: problem for problem in problems}
        lead = tr("last_time.problems.lead", n=len(problems))
        self.show_rows([_row(state, problem) for problem in problems], lead)
        self.show_current()

    def show_current(self) -> None:
        problem = self._current
        if problem is not None:
            self.became.set_text(problem.became, problem.id)
            self._take_over.setEnabled(taken_over(self.state, problem) is None)

    def handle_escape(self) -> bool:
        if not self.became.field.hasFocus():
            return False
        self._end()
        return True

    @property
    def _current(self) -> Problem | None:
        return self._problems.get(self.rows.current_id() or "")

    def _take(self) -> bool:
        problem = self._current
        if problem is None or taken_over(self.state, problem) is not None:
            return False
        self.became.flush()
        if self.api.execute(TakeOverProblem(problem.id)) is None:
            return False
        new = taken_over(self.state, problem)
        number = new.number if new is not None else ""
        self.api.toast(tr("last_time.problems.taken", number=number), undo=True)
        self.rows.view.setFocus()
        return True

    def _write(self, text: str) -> None:
        problem = self._current
        if problem is not None and text != problem.became:
            self.api.execute(NoteWhatBecame(problem.id, "became", text))

    def _end(self) -> None:
        self.became.flush()
        self.rows.view.setFocus()


def standing(before: WorkshopState, problem: Problem) -> str:
    """Return the outcome of a problem of the previous visit, in a few words for the room."""
    promises = before.promises_of(problem).values()
    return tr("widgets.problem_side.and").join(tr(f"promises.room.{each}") for each in promises)


def _row(state: WorkshopState, problem: Problem) -> Row:
    before = state.before or state
    look = OUTCOMES[SHAPE[next(iter(before.promises_of(problem).values()))]]
    new = taken_over(state, problem)
    said = standing(before, problem)
    if new is not None:
        said = tr("last_time.problems.now_number", number=new.number)
    return Row(
        problem.id,
        problem.title,
        aside=said,
        icon=look.icon,
        icon_colour=look.colour,
        detail=problem.became,
        detail_icon="arrow-right",
    )
