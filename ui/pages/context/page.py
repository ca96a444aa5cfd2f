"""Step 2, WindowApi: questions before any problem, and what was answered."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.people import chip_names
from ui.components.setup_line import ToldLine
from ui.components.speaker_memory import StickySpeaker
from ui.components.timestamps import now
from ui.pages.context.answer_block import AnswerBlock
from ui.pages.context.answers_view import AnswersView
from ui.pages.context.question_head import QuestionHead
from ui.pages.context.question_list import QuestionList
from ui.pages.context.question_order import Course
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.key_note import KeyNote
from ui.widgets.shortcut import Shortcut
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.room_views import Front
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.context import (
    AnswerQuestion,
    EditAnswer,
    MakeProblemOfAnswer,
    RemoveAnswer,
)
from workshop_app.services.commands.workshops import SkipStep


class ContextPage(Page):
    """The question is large; answers are never shown large, in projected mode only counted."""

    NAME: ClassVar[str] = "context"

    def build(self) -> None:
        self._workshop_id = ""
        self.course = Course(lambda: memory(self))
        self.speaker = StickySpeaker(self)
        self._given: str | None = None
        self._correcting = ""
        self._had_target = True
        self.head = QuestionHead(private=self.private)
        self.told = ToldLine()
        self.answers = AnswersView(one_by_one=not self.private)
        self.block = AnswerBlock()
        self.words = self.block.words
        self.questions = QuestionList() if self.private else None
        self.listening = None
        if self.private:
            from ui.pages.context.answer_hints import Listening

            self.listening = Listening()
        self._skip = ActionButton("", "arrow-right", "Alt+K", "note")
        self._choose = KeyNote(("Alt+Up", "Alt+Down"), tr("context.choose"))
        self._next = ActionButton("", key="Ctrl+Enter", kind="primary")
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        self._begin(state.workshop.id)
        self.course.take(state)
        question = self.course.question
        self.head.show_question(question, self.course.asked)
        self.told.show_question(state, question.id)
        if self.questions is not None:
            self.questions.show_questions(self.course.asked, question.id)
        if self.listening is not None:
            self.listening.show_state(state)
        self.answers.show_answers(state, question.answers)
        self.block.chips.set_people(chip_names(state), self.block.chips.current())
        skipped = state.workshop.context_skipped
        self._skip.setText(tr("context.take_up" if skipped else "context.skip"))
        self._next.setText(tr("context.next" if self.course.following else "context.go_on"))
        self._show_target()

    def show_record(self, record_id: str) -> None:
        answer = self._answer(record_id)
        if answer is not None:
            self._go(answer.question)
            self.answers.show_one(answer.id)

    def foot(self) -> FootContent:
        return FootContent(left=[self._skip], right=[self._choose], primary=self._next)

    def focus_start(self) -> None:
        if self.head.writing_own:
            self.head.own_entry.setFocus()
        else:
            self.words.focus_line()

    def front(self) -> Front | None:
        if not self.course.asked:
            return None
        question = self.course.question
        return Front(step=Step.CONTEXT, record_id=question.id, number=question.number)

    def handle_escape(self) -> bool:
        if self.head.writing_own:
            self.head.end_own()
        elif self.words.correcting:
            self.words.end_correction()
        elif self.answers.let_go():
            self.words.focus_line()
        else:
            return False
        return True

    # -- doing

    def _go(self, question_id: str) -> None:
        if self.course.go(question_id):
            self._given = None
            self.answers.let_go()
            self.refresh(self.session.state)
            self.audience_focus_changed.emit()

    def _say_too_long(self, length: int, limit: int) -> None:
        self.api.say_error(tr("errors.too_long", length=length, limit=limit))

    def _think_of(self, words: str) -> None:
        question_id = self.course.think_of(words)
        self.head.own_entry.clear()
        self.head.end_own()
        self._go(question_id)

    def _add(self, words: str) -> None:
        mark = self.block.marks.mark if self._target is None else AnswerMark.NONE
        done = self.api.execute(
            AnswerQuestion(self.course.question.id, words, self.speaker.id, mark)
        )
        if done is not None:
            self.words.entry.clear()
            self._given = str(done.result)
            self._show_target()
        self.words.focus_line()

    def _take_told(self, words: str) -> None:
        """Take what the files tell over as an answer that nobody in the room gave."""
        done = self.api.execute(AnswerQuestion(self.course.question.id, words))
        if done is not None:
            self._given = str(done.result)
            self._show_target()
            self.api.toast(tr("setup.told.taken"), undo=True)
        self.words.focus_line()

    def _mark(self, mark: object) -> None:
        if self._target is not None:
            self.api.execute(EditAnswer(self._target.id, "mark", mark))
        self._focus_back()

    def _choose_speaker(self, who: object | None) -> None:
        looked_at = self.answers.in_hand
        if looked_at is None:
            self.speaker.choose(who)
        else:
            self.api.execute(EditAnswer(looked_at, "participant_id", who))
        self._focus_back()

    def _make_problem(self) -> None:
        answer = self._target
        state = self.session.state
        if answer is None or state is None:
            self.api.toast(tr("context.no_answer"))
            return
        grown = next((p for p in state.problems if p.answer_id == answer.id), None)
        if grown is not None:
            self.api.toast(tr("context.became", number=grown.number))
            return
        done = self.api.execute(MakeProblemOfAnswer(answer.id, heard_at=now()))
        state = self.session.state
        problem = state.problem(str(done.result)) if done and state else None
        if problem is not None:
            self.api.toast(tr("context.made", number=problem.number), undo=True)

    def _start_correction(self) -> None:
        answer = self._target
        if answer is not None:
            self._correcting = answer.id
            self.words.start_correction("", answer.text)

    def _correct(self, words: str) -> None:
        if self.api.execute(EditAnswer(self._correcting, "text", words)):
            self.words.end_correction()

    def _remove(self) -> None:
        answer = self._target
        if answer is not None and self.api.execute(RemoveAnswer(answer.id)):
            self.api.toast(tr("context.removed"), undo=True)

    def _skip_or_take_up(self) -> None:
        state = self.session.state
        if state is None:
            return
        skip = not state.workshop.context_skipped
        if self.api.execute(SkipStep(state.workshop.id, "context_skipped", skip)) and skip:
            self.api.go("list")
            self.api.toast(tr("context.skipped"), undo=True)

    def _go_on(self) -> None:
        following = self.course.following
        if following is None:
            self.api.go("list")
        else:
            self._go(following)
            self.focus_start()

    # -- parts

    @property
    def _target(self) -> ContextAnswer | None:
        """What the keys act on: the answer looked at, or the one just given."""
        given = None if self.words.entry.text() else self._given
        return self._answer(self.answers.in_hand or given)

    def _answer(self, answer_id: str | None) -> ContextAnswer | None:
        state = self.session.state
        return next((a for a in state.answers if a.id == answer_id), None) if state else None

    def _begin(self, workshop_id: str) -> None:
        """Go on with nothing that was begun in another workshop."""
        if self._workshop_id not in ("", workshop_id):
            self.words.end_correction()
        self._workshop_id = workshop_id

    def _show_target(self) -> None:
        target, looked_at = self._target, self._answer(self.answers.in_hand)
        self.answers.show_actions(for_given=target is not None)
        which = "mark_next" if target is None else "mark_this" if looked_at else "mark_given"
        mark = target.mark if target else AnswerMark.NONE
        if target is not None or self._had_target:
            self.block.marks.show_mark(tr(f"context.{which}"), mark)
        self._had_target = target is not None
        self.block.chips.set_label(tr("context.speaker_this" if looked_at else "context.speaker"))
        who = looked_at.participant_id if looked_at else self.speaker.id
        self.block.chips.set_current(who)

    def _typed(self, text: str) -> None:
        """Typing is for a new answer."""
        if text:
            self._given = None
            self.answers.let_go()
        self._show_target()

    def _focus_back(self) -> None:
        if self.private and self.answers.in_hand:
            self.answers.list.setFocus()
        else:
            self.focus_start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In private mode the keys are for the line again once it has the keyboard."""
        if self.private and event.type() == QEvent.Type.FocusIn:
            self.answers.let_go()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        metrics = theme().metrics
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        column.setSpacing(metrics.gap)
        column.addWidget(self.head)
        column.addWidget(self.told)
        column.addWidget(self.block)
        column.addWidget(self.answers, 1)
        layout = QVBoxLayout(self) if theme().stacked else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if self.questions is not None:
            layout.addSpacing(metrics.side)
            layout.addWidget(self.questions)
        layout.addWidget(work, 1)
        if self.listening is not None:
            layout.addWidget(self.listening)

    def _connect(self) -> None:
        self.head.went.connect(self._go)
        self.told.taken.connect(self._take_told)
        self.head.thought_of.connect(self._think_of)
        self.head.closed.connect(self.words.focus_line)
        self.head.own_entry.too_long.connect(self._say_too_long)
        self.words.noted.connect(self._add)
        self.words.corrected.connect(self._correct)
        self.words.closed.connect(self._focus_back)
        self.words.entry.changed.connect(self._typed)
        self.words.entry.field.installEventFilter(self)
        self.block.chips.chosen.connect(self._choose_speaker)
        self.block.marks.marked.connect(self._mark)
        self.answers.problem_wanted.connect(self._make_problem)
        self.answers.turned.connect(self._show_target)
        self.answers.correct_wanted.connect(self._start_correction)
        self.answers.remove_wanted.connect(self._remove)
        self._skip.clicked.connect(self._skip_or_take_up)
        self._next.clicked.connect(self._go_on)
        Shortcut("F2", self, self._start_correction)
        if self.questions is not None:
            self.questions.went.connect(self._go)
