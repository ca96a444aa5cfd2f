"""The answers given to a question: counted, and in projected mode seen one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.actions.binding import bind
from ui.components.people import short_name
from ui.pages.context.answer_marks import MARK_ICONS
from ui.widgets.action_button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.key_action import KeyAction
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Mark, Row
from ui.widgets.text import Text
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class GivenAnswers(QWidget):
    """The answers to one question, of which one or none is selected.

    With ``one_by_one`` only the number of answers is shown until `look` shows, and so selects, one
    after the other. Otherwise all are listed, and the list's current row is selected between
    ``select_current`` and ``deselect``. ``selection_changed`` after each change. The page's actions
    ``to_problem``, ``correct`` and ``remove`` are for the selected answer or the one just given.
    """

    selection_changed = Signal()

    def __init__(
        self, *, one_by_one: bool, to_problem: KeyAction, correct: KeyAction, remove: KeyAction
    ) -> None:
        super().__init__()
        self._one_by_one = one_by_one
        self._answers: tuple[ContextAnswer, ...] = ()
        self._state: WorkshopState | None = None
        self._shown: int | None = None
        """Index of the answer that is shown alone."""
        self._row_selected = False
        """Whether the list's current row is selected."""
        self._count = Text("room-quiet", "", wrap=False)
        self._look = bind(self, "context.look", self.look, on_button=one_by_one)
        self._look_button = ActionButton(kind="note", action=self._look)
        self._problem = ActionButton(size="small", action=to_problem)
        self._correct = ActionButton(kind="note", action=correct)
        self._remove = ActionButton(kind="note", action=remove)
        self.list = PagedList(tr("context.answers"), role="list")
        self.list.row_actions = ("context.problem", "context.correct", "context.remove")
        self._arrange()
        self.list.current_changed.connect(lambda _id: self.selection_changed.emit())
        self.list.activated.connect(correct.trigger)

    @property
    def selected(self) -> str | None:
        """Id of the selected answer, or None."""
        if self._one_by_one:
            return None if self._shown is None else self._answers[self._shown].id
        return self.list.current_id() if self._row_selected else None

    def show_answers(self, state: WorkshopState, answers: Sequence[ContextAnswer]) -> None:
        """Show the answers to one question; the selected one stays if it is still there."""
        selected = self.selected
        self._state = state
        self._answers = tuple(answers)
        ids = [answer.id for answer in self._answers]
        self._shown = ids.index(selected) if selected in ids else None
        self._renew()

    def look(self) -> None:
        """Show the next answer, after the last one none; or put the keyboard on the list."""
        if not self._one_by_one:
            self.list.setFocus()
            return
        following = 0 if self._shown is None else self._shown + 1
        self._shown = following if following < len(self._answers) else None
        self._renew()
        self.selection_changed.emit()

    def show_one(self, answer_id: str) -> None:
        """Show this answer and make its row the current one."""
        ids = [answer.id for answer in self._answers]
        if answer_id in ids:
            self._shown = ids.index(answer_id)
            self._renew()
            self.list.set_current(answer_id)
            self.selection_changed.emit()

    def select_current(self) -> None:
        """Select the list's current row."""
        self._row_selected = True
        self.selection_changed.emit()

    def deselect(self) -> bool:
        """Select no answer; False when none was selected."""
        if self.selected is None:
            return False
        self._shown = None
        self._row_selected = False
        if self._one_by_one:
            self._renew()
        self.selection_changed.emit()
        return True

    def show_actions(self, *, for_given: bool) -> None:
        """Offer what can be done with the selected answer, or with the one just given."""
        selected = self.selected is not None
        self._problem.setVisible(selected or for_given)
        self._correct.setVisible(selected)
        self._remove.setVisible(selected)

    def _renew(self) -> None:
        count = len(self._answers)
        self._count.setText(tr("context.count", n=count))
        shown = list(self._answers)
        if self._one_by_one:
            shown = [] if self._shown is None else [self._answers[self._shown]]
        self.list.set_rows([self._row(answer) for answer in shown])
        self.list.setVisible(bool(shown))
        self._look_button.setVisible(count > 0 and self._one_by_one)
        last = self._shown == count - 1
        words = "look" if self._shown is None else "look_end" if last else "look_next"
        self._look.setText(tr(f"context.{words}"))

    def _row(self, answer: ContextAnswer) -> Row:
        state = self._state
        marks: list[Mark] = []
        problems = state.problems if state else ()
        made = next((problem for problem in problems if problem.answer_id == answer.id), None)
        if made is not None:
            marks.append(Mark(tr("context.became", number=made.number), "arrow-right", "accent"))
        if answer.mark is not AnswerMark.NONE:
            words = tr(f"context.mark.{answer.mark.value}")
            marks.append(Mark(words, MARK_ICONS[answer.mark]))
        name = short_name(state, answer.participant_id) if state else ""
        marks.append(Mark(name, "person") if name else Mark(tr("context.nobody")))
        return Row(id=answer.id, text=answer.text, marks=tuple(marks))

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        row = Flow(8)
        for widget in (
            self._count,
            self._look_button,
            self._problem,
            self._correct,
            self._remove,
        ):
            row.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.show_actions(for_given=False)
