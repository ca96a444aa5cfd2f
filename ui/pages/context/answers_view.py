"""The answers to a question: counted, and in projected mode seen one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.components.people import short_name
from ui.pages.context.answer_marks import MARK_ICONS
from ui.widgets.action_button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.paged_list import PagedList
from ui.widgets.rows import Mark, Row
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class AnswersView(QWidget):
    """``turned`` when another answer is looked at, or none any more.

    ``one_by_one``: nothing but the count is seen until Alt+L shows one answer after the other.
    Otherwise all are listed, and the one in hand is the list's current row, from when the list
    gets the keyboard until ``let_go``.
    """

    turned = Signal()
    problem_wanted = Signal()
    correct_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, *, one_by_one: bool) -> None:
        super().__init__()
        self._one_by_one = one_by_one
        self._answers: tuple[ContextAnswer, ...] = ()
        self._state: WorkshopState | None = None
        self._at: int | None = None
        self._holding = False
        self._count = Text("room-quiet", "", wrap=False)
        self._look = ActionButton("", "eye", "Alt+L", "note")
        self._problem = ActionButton(
            tr("context.make_problem"), "arrow-right", "Alt+P", size="small"
        )
        self._correct = ActionButton(tr("context.correct"), "pen", "F2", "note", keyless=True)
        self._remove = ActionButton(tr("context.remove"), "trash", "Alt+Del", "note")
        self.list = PagedList(tr("context.answers"), role="list")
        self._arrange()
        self._look.clicked.connect(self.look)
        if not one_by_one:
            Shortcut("Alt+L", self, self.look)
        self._problem.clicked.connect(self.problem_wanted)
        self._correct.clicked.connect(self.correct_wanted)
        self._remove.clicked.connect(self.remove_wanted)
        self.list.current_changed.connect(lambda _id: self.turned.emit())
        self.list.view.installEventFilter(self)
        self.list.activated.connect(lambda _id: self.correct_wanted.emit())

    @property
    def in_hand(self) -> str | None:
        """Id of the answer looked at, or None."""
        if self._one_by_one:
            return None if self._at is None else self._answers[self._at].id
        return self.list.current_id() if self._holding else None

    def show_answers(self, state: WorkshopState, answers: Sequence[ContextAnswer]) -> None:
        """Show the answers to one question; the one looked at stays if it is still there."""
        kept = self.in_hand
        self._state, self._answers = state, tuple(answers)
        ids = [answer.id for answer in self._answers]
        self._at = ids.index(kept) if kept in ids else None
        self._renew()

    def look(self) -> None:
        """Show the next answer; after the last one, none."""
        if not self._one_by_one:
            self.list.setFocus()
            return
        following = 0 if self._at is None else self._at + 1
        self._at = following if following < len(self._answers) else None
        self._renew()
        self.turned.emit()

    def show_one(self, answer_id: str) -> None:
        """Look at this answer."""
        ids = [answer.id for answer in self._answers]
        if answer_id in ids:
            self._at = ids.index(answer_id)
            self._renew()
            self.list.set_current(answer_id)
            self.turned.emit()

    def let_go(self) -> bool:
        """Look at no answer any more; True when one was looked at."""
        if self.in_hand is None:
            return False
        self._at, self._holding = None, False
        if self._one_by_one:
            self._renew()
        self.turned.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and not self._one_by_one:
            self._holding = True
            self.turned.emit()
        return super().eventFilter(watched, event)

    def show_actions(self, *, for_given: bool) -> None:
        """Offer what can be done with the answer in hand, or with the one just given."""
        in_hand = self.in_hand is not None
        self._problem.setVisible(in_hand or for_given)
        self._correct.setVisible(in_hand)
        self._remove.setVisible(in_hand)

    def _renew(self) -> None:
        count = len(self._answers)
        self._count.setText(tr("context.count", n=count))
        shown = list(self._answers)
        if self._one_by_one:
            shown = [] if self._at is None else [self._answers[self._at]]
        self.list.set_rows([self._row(answer) for answer in shown])
        self.list.setVisible(bool(shown))
        self._look.setVisible(count > 0 and self._one_by_one)
        last = self._at == count - 1
        words = "look" if self._at is None else "look_end" if last else "look_next"
        self._look.setText(tr(f"context.{words}"))

    def _row(self, answer: ContextAnswer) -> Row:
        state = self._state
        marks: list[Mark] = []
        grown = [p for p in state.problems if p.answer_id == answer.id] if state else []
        if grown:
            marks.append(
                Mark(tr("context.became", number=grown[0].number), "arrow-right", "accent")
            )
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
        for widget in (self._count, self._look, self._problem, self._correct, self._remove):
            row.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.show_actions(for_given=False)
