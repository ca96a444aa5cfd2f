"""Step 2, Context: questions before any problem, and their answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_all, bind_button, bind_each
from ui.actions.meanings import Meaning
from ui.actions.offered import Offers
from ui.actions.table import find
from ui.components.empty_state import StartButton
from ui.components.entry_page import EntryPage
from ui.components.page_memory import memory
from ui.components.row_editor import EditorTexts
from ui.components.side_panel import lay_out, side_panel
from ui.components.step_intro import StepIntro
from ui.components.timestamps import now
from ui.components.window_api import ADDED
from ui.components.words_entry import enter
from ui.forms.unsent import Slot
from ui.forms.unsent_line import UnsentLine
from ui.pages.context.next_answer import NextAnswer
from ui.pages.context.offered import offered
from ui.pages.context.questions import Question, QuestionOrder
from ui.pages.context.rows import (
    TOLD,
    answer_of_files,
    answer_rows,
    question_rows,
)
from ui.rows.paged_list import PagedList
from ui.rows.row import current_after
from ui.rows.style import paper
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column
from ui.widgets.check_group import Option
from ui.widgets.deferred_layout import Refitted
from ui.widgets.line import Line
from ui.widgets.problem_head import ProblemHead
from ui.widgets.ruled_line import RuledLine
from ui.widgets.text import Text
from ui.widgets.text_layout import in_role
from workshop_app.domain.agenda import plan_of
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer, questions_for
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.domain.text import NOTE_LIMIT
from workshop_app.i18n import tr
from workshop_app.services.commands.context import (
    AnswerQuestion,
    EditAnswer,
    MakeProblemOfAnswer,
    RemoveAnswer,
)
from workshop_app.services.commands.workshops import SkipStep

_ANSWER = "answer"
"""The name of the line for the next answer, whose text belongs to a question."""
_WAITING = 2
"""Number of following questions at the foot of the page."""
_LEAST_ROWS = 2
"""Number of answers for which there is space before following questions are shown."""
_GROWTH = 1
"""Number of further lines to which the next answer can wrap without moving anything else."""


class ContextPage(Refitted, EntryPage):
    """The current question fills the page; its answers are rows above the line for the next one.

    As many questions as the time allows are tabs, and a key lists the others. The line, and what
    waits below it, keep their places.
    """

    NAME = "context"
    FITS_LAST = True

    def build(self) -> None:
        self.order = QuestionOrder(lambda: memory(self), self.api.unsent)
        self._next_mark = AnswerMark.NONE
        self._shown = ""
        """Id of the question whose answers are shown."""
        asked = {"context.own": self._start_own, "context.others": self._toggle_others}
        ways = tuple(bind_all(self, asked, buttons=True).values())
        self.head = ProblemHead(tr("context.questions"), ways, role="question")
        self.own_entry = self._own_line()
        self._why = Text("body-quiet") if self.private else None
        self.intro = StepIntro(self.api, Step.CONTEXT)
        self.next = NextAnswer()
        self.build_entry(
            PagedList(tr("context.answers"), style=paper),
            self.next,
            EditorTexts(tr("context.correction"), line_breaks=True),
            self,
            name="private" if self.private else "projected",  # its text is kept for this mode
            limit=NOTE_LIMIT,
        )
        self._line = UnsentLine(self.api.unsent, self.entry, self.NAME, editor=_ANSWER)
        self.others = PagedList(tr("context.others"), role="answer", style=paper)
        self.others.hide()
        self.waiting = PagedList(tr("context.waiting"), style=paper, paging_keys=False)
        self.waiting.view.marks_current = False
        self._waiting_line = Line()
        self._work = QWidget()
        self._fitted: tuple[object, ...] = ()
        self._space: tuple[tuple[object, ...], int] = ((), 0)
        """The height for following questions, and of which sheet and size."""
        self._bind_row_actions()
        self.next.marks.set_keys(find("context.mark").keys)
        bind_each(self, "context.question", self._step)
        bind_button(self, "context.skip", self._skip_or_take_up)
        self.side = side_panel(self, tr("context.listening.heading"))
        to_list = find("everywhere.step").keys_for(Step.LIST.number)
        leave = ActionButton(
            tr("context.go_on"), find("context.skip").icon, to_list[0], parent=self
        )
        leave.hide()
        leave.clicked.connect(self._leave)
        self.foot_widgets["leave"] = leave
        self._arrange()
        self._connect()

    # -- content

    def refresh_selecting(self, select: str) -> None:
        state = self.state
        self.editor.show_workshop(state.workshop.id)
        self.order.set_state(state)
        self._show_line(state.workshop.id, self.order.current.id)
        self._show_question(state)
        self.show_speakers(state)
        self._show_rows(state, added=select == ADDED)
        if self.side is not None and self.private:
            from ui.pages.context.answer_hints import hint_pieces

            self.side.show_details(tr("context.listening.heading"), hint_pieces(state))
        self._show_intro(state)
        self._go_on_row(self._on_row)
        self._show_parts()
        self.editor.resume(self._resume_correction)

    def show_record(self, record_id: str) -> None:
        answer = self._answer(record_id)
        if answer is not None:
            self._go(answer.question)
            self.rows.set_current(answer.id)
            self._show_speaker()
            self.api.update_foot()

    def show_unsent(self, slot: Slot) -> None:
        super().show_unsent(slot)
        self.others.hide()
        if slot.name == self.own_entry.objectName():
            self._start_own()
        elif slot.name == _ANSWER and slot.record:
            self._go(slot.record)

    def offered(self) -> Offers:
        begins = self.intro.begin_button is not None and self.intro.due
        return offered(
            self.state,
            self._answer(self.rows.current_id()),
            on_row=self._on_row and not self.choosing,
            told=bool(answer_of_files(self.state, self.order.current.id)),
            choosing=self.choosing,
            following=self.order.following is not None,
            filled=not begins and not self.editor.record,
        )

    def focus_start(self) -> None:
        if self.writing_own:
            self.own_entry.setFocus()
        elif self.choosing:
            self.others.setFocus()
        else:
            (self.editor.field or self.entry).setFocus()

    def audience_focus(self) -> AudienceFocus | None:
        if not self.order.questions:
            return None
        question = self.order.current
        return AudienceFocus(step=Step.CONTEXT, record_id=question.id, number=question.number)

    def handle_escape(self) -> bool:
        if self.writing_own:
            self._end_own()
        elif self.choosing:
            self._toggle_others()
        elif self.editor.record:
            self.editor.end()
        elif self._on_row:
            self.entry.setFocus()
        else:
            return False
        return True

    @property
    def writing_own(self) -> bool:
        """Whether the line for a user-defined question is shown."""
        return not self.own_entry.isHidden()

    @property
    def choosing(self) -> bool:
        """Whether the list of other questions is shown."""
        return not self.others.isHidden()

    # -- questions

    def _go(self, question_id: str) -> None:
        """Go to a question; text in the line stays with the question for which it was typed."""
        if self.order.go(question_id):
            if len(self.state.participants) > 1:
                self.set_speaker(None)  # of several people it is often another one
            self._next_mark = AnswerMark.NONE
            self.audience_focus_changed.emit()
        self.refresh()

    def _choose_question(self, question_id: str) -> None:
        self.others.hide()
        if self._submit():
            self._go(question_id)
        else:
            self.refresh()
        self.focus_start()

    def _step(self, by: int) -> bool:
        """Move to the previous or next question; return False if there is none on the sheet."""
        wanted = self.order.beside(by)
        if wanted is not None:
            self._choose_question(wanted)
        return wanted is not None

    def _toggle_others(self) -> None:
        opened = not self.choosing and self.editor.save_begun()
        self.others.setVisible(opened)
        self.refresh()
        self.focus_start()

    def _start_own(self) -> None:
        self.own_entry.show()
        self.head.show_words(False)
        self.own_entry.setFocus()

    def _end_own(self) -> None:
        self.own_entry.hide()
        self.head.show_words(True)
        self.focus_start()

    def _own_line(self) -> RuledLine:
        ask = tr("context.own_entry")
        role = "room" if theme().stacked else "problem"  # where large buttons need the width
        line = RuledLine(ask, ask, icon="question", role=role, name="own question",
                         button=tr("context.add"))  # fmt: skip
        cancel = ActionButton(tr("widgets.editor.cancel"), key="Esc", kind="note", size="small")
        cancel.clicked.connect(self._end_own)
        line.add_trailing(cancel)
        return line

    def _ask_own(self, words: str) -> None:
        if not self._submit():
            return
        question_id = self.order.add(words)
        self.own_entry.clear()
        self._end_own()
        self._go(question_id)

    def do_primary(self) -> None:
        if not self._submit():
            return
        following = self.order.following
        if following is None:
            self._leave()
        else:
            self._go(following)
            self.focus_start()

    def _leave(self) -> None:
        if self._submit():
            self.api.go(Step.LIST.value)

    def _begin(self) -> None:
        self.api.run_timer(True)
        self.entry.setFocus()

    def _skip_or_take_up(self) -> None:
        self.commit_pending()  # otherwise a step after the skipping, which undo would revert
        workshop = self.state.workshop
        skip = not workshop.context_skipped
        if self.api.execute(SkipStep(workshop.id, "context_skipped", skip)) and skip:
            self.api.go("list")
            self.api.toast(tr("context.skipped"), undo=True)

    # -- answers

    def _add(self, words: str) -> None:
        who = None if self.state.workshop.anonymous else self.speaker
        command = AnswerQuestion(self.order.current.id, words, who, self._next_mark)
        done = self._added_by(who)
        if enter(self.entry, lambda: self.api.execute(command, select=ADDED, done=done)):
            self._next_mark = AnswerMark.NONE
            self._show_speaker()
        self.focus_start()

    def _add_from_files(self) -> bool:
        """Add what the customer's files say as an answer, without a speaker."""
        question = self.order.current.id
        words = answer_of_files(self.state, question)
        if not words:
            return False
        done = tr("setup.answers.taken")
        self.api.execute(AnswerQuestion(question, words), select=ADDED, done=done)
        self.focus_start()
        return True

    def _set_said_by(self, record_id: str, who: object | None) -> None:
        command = EditAnswer(record_id, "participant_id", who)
        self.api.execute(command, done=self._said_by(who))

    def _choose_mark(self, _mark: object) -> None:
        """Mark the current row, or else the next answer."""
        mark = self.next.mark
        if self._record:
            self.api.execute(EditAnswer(self._record, "mark", mark))
            (self.editor.field or self.rows).setFocus()
        else:
            self._next_mark = mark
            self.focus_start()

    @property
    def _target(self) -> ContextAnswer | None:
        """The answer that keys apply to: that of the selected row, unless another one is typed."""
        typing = not self._on_row and bool(self.entry.text())
        return None if typing else self._answer(self.rows.current_id())

    def _act_on_row(self, row_id: str) -> None:
        """Do what the words at the right of a row say."""
        if row_id == TOLD:
            self._add_from_files()
        else:
            self._make_problem_of(self._answer(row_id))

    def _make_problem(self) -> None:
        self._make_problem_of(self._target)

    def _make_problem_of(self, answer: ContextAnswer | None) -> None:
        if answer is None:
            self.api.toast(tr("context.no_answer", key=Meaning.LIST), done=False)
            return
        made = next((p for p in self.state.problems if p.answer_id == answer.id), None)
        if made is not None:
            self.api.toast(tr("context.became", number=made.number), done=False)
            return
        done = self.api.execute(MakeProblemOfAnswer(answer.id, heard_at=now()))
        problem = self.state.problem(str(done.result)) if done else None
        if problem is not None:
            self.api.toast(tr("context.made", number=problem.number), undo=True)

    def _start_correction(self) -> bool:
        answer = self._target
        if answer is None:
            return False
        self.others.hide()
        return self._edit(answer.id, answer.text)

    def _resume_correction(self, answer_id: str) -> None:
        answer = self._answer(answer_id)
        if answer is not None and answer.question != self.order.current.id:
            self._go(answer.question)  # its refresh resumes
        elif answer is not None:
            self.rows.set_current(answer.id)
            self._go_on_row(True)
            self._start_correction()

    def _correct(self, record_id: str, words: str) -> bool:
        return self.api.execute(EditAnswer(record_id, "text", words)) is not None

    def _said(self, record_id: str) -> tuple[str, object | None] | None:
        answer = self._answer(record_id)
        return (tr("context.speaker_this"), answer.participant_id) if answer is not None else None

    def _remove(self) -> bool:
        answer = self._target
        done = tr("context.removed")
        if answer is None or not self.api.execute(RemoveAnswer(answer.id), done=done):
            return False
        if not self.rows.rows():
            self.entry.setFocus()
        return True

    def _answer(self, answer_id: str | None) -> ContextAnswer | None:
        return next((a for a in self.state.answers if a.id == answer_id), None)

    # -- components

    def _show_line(self, workshop: str, question: str) -> None:
        """Show what was typed for a question; text without one was kept by version 0.2."""
        if (self._line.workshop, self._line.record) == (workshop, question):
            return
        unsent = self.api.unsent
        slot = Slot(workshop, self.NAME, "answer")
        if typed := unsent.parts(slot):
            unsent.put(slot._replace(record=question), typed)
            unsent.drop(slot)
        self._line.begin(workshop, question, {})

    def _show_question(self, state: WorkshopState) -> None:
        question = self.order.current
        self.head.show_problem(question.number, "", question.words)
        tabs = [
            Option(
                each.id,
                str(each.number),
                (("check", "accent"),) if each.answers else (),
                tr("context.spoken", number=each.number, n=len(each.answers)),
            )
            for each in self.order.on_sheet
        ]
        numbers = tr("sort.between").join(str(each.number) for each in self.order.left_out)
        heard = tr("context.left_out", numbers=numbers) if numbers else ""
        self.head.set_tabs(heard or self._time_words(state, len(tabs)), tabs, question.id)
        if self._why is not None:
            self._why.setText(question.why)
            self._why.setVisible(bool(question.why))
        self.others.set_rows(question_rows(self.order.others), self.others.current_id())

    def _time_words(self, state: WorkshopState, count: int) -> str:
        """Return how many questions there are, and the time for each."""
        minutes = plan_of(state.agenda).get(Step.CONTEXT, 0)
        fitting = questions_for(minutes)
        if minutes and count > fitting:
            return tr("context.more_than_fit", n=count, fitting=fitting, minutes=minutes)
        each = minutes // max(1, count)
        return tr("context.each", n=count, each=each) if each else tr("context.sheet", n=count)

    def _show_rows(self, state: WorkshopState, *, added: bool) -> None:
        question = self.order.current
        rows = answer_rows(state, question, private=self.private)
        newest = rows[-1].id if rows else None
        before = self.rows.rows()
        again = self._shown == question.id and not added
        current = current_after(self.rows.current_id(), before, rows) if again else newest
        self._shown = question.id
        self.rows.set_rows(rows, current)
        if self.editor.record and self.editor.record not in {each.id for each in rows}:
            self.editor.end()

    def _show_intro(self, state: WorkshopState) -> None:
        begun = bool(state.answers) or state.workshop.context_skipped
        start = StartButton(tr("guide.context.begin"), self._begin, "play")
        begin = None if self.api.time_runs else start
        self.intro.show_state(state, due=not begun and not self.choosing, begin=begin)

    def _show_parts(self) -> None:
        """Show the line for the next answer, unless an answer is edited or a question chosen."""
        self.next.setVisible(not self.editor.record and not self.choosing)
        self.rows.setVisible(not self.choosing)
        self.refit.invalidate()
        self._update_foot()

    def _show_speaker(self) -> None:
        super()._show_speaker()
        answer = self._answer(self._record)
        self.next.marks.set_value(answer.mark if answer is not None else self._next_mark)
        named = self.next.speakers.isEnabled()
        self.entry.set_note(self._names.get(self.speaker, "") if named else "")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.refit.invalidate()
        return super().event(event)

    def fit_parts(self) -> None:
        """Show the following questions for which there is space below some answers.

        Their space is the same for all questions, so that the line keeps its place. The
        introduction takes the space of answers, and more if it needs that.
        """
        if not self.order.questions:
            return
        metrics, current = theme().metrics, self.order.current
        self.rows.view.setMinimumHeight(metrics.room_target)
        sheet = self.order.on_sheet
        away = self.editor.record or self.choosing
        following = [one for one in sheet if one.number > current.number][:_WAITING]
        width = self._work.width()
        beside = width - metrics.edge - metrics.margin
        why = self._why if self._why is not None and not self._why.isHidden() else None
        lines = [one for one in (self.head, self.own_entry, self.next) if not one.isHidden()]
        high = _height(why, beside) + metrics.gap if why is not None else 0
        high += sum(_height(one, width) for one in lines)
        longest = max((self._words_height(one) for one in sheet), default=0)
        line = theme().line_height(self.entry.field.role)
        growth = _GROWTH * line
        grown = min(growth, self.entry.field.sizeHint().height() - line)
        if grown >= line:  # the words of the room need the space
            self.intro.hide()
        below = max(metrics.row + growth, _LEAST_ROWS * metrics.room_target)
        below += longest - self._words_height(current)
        if self.intro.isVisible():
            below = max(below, _height(self.intro, beside) + metrics.room_target)
        room = self._work.height() - high - below + grown
        fitted = (width, room, tuple(sheet), current.id, away, metrics)
        if fitted == self._fitted:
            return
        self._fitted = fitted
        key = (tuple(one.id for one in sheet), self._work.size(), metrics)
        before, space = self._space
        if not away and (before != key or room < space):
            space = self._waiting_height(room)
            self._space = (key, space)
        space = 0 if away else space
        rows = question_rows(following, quiet=True)
        self.waiting.set_rows(rows)
        while rows and self.waiting.view.needed_height() > space:
            rows.pop()
            self.waiting.set_rows(rows)
        self._waiting_line.setVisible(bool(rows))
        self.waiting.setVisible(bool(space))
        self.waiting.setFixedHeight(space if rows or not space else space + 1)  # with the line

    def _words_height(self, question: Question) -> int:
        """Return the height in px of a question, and in private mode of why it is asked."""
        role, width = self.head.problem.role, self.head.problem.width()
        line = theme().line_height(role)
        words = in_role(question.words, role, width)
        height = round(min(words.height, self.head.problem.most_lines * line))
        if self._why is None or not question.why:
            return height
        metrics = theme().metrics
        beside = self._work.width() - metrics.edge - metrics.margin
        why = in_role(question.why, self._why.role, beside)
        return height + round(why.height) + metrics.gap

    def _waiting_height(self, room: int) -> int:
        """Return the most height in px within ``room`` that following questions need somewhere."""
        sheet = self.order.on_sheet
        needed = [0]
        for start, _ in enumerate(sheet):
            for end in range(start + 1, start + _WAITING + 1):
                self.waiting.set_rows(question_rows(sheet[start:end], quiet=True))
                needed.append(self.waiting.view.needed_height())
        return max(each for each in needed if each <= max(0, room))

    def _bind_row_actions(self) -> None:
        done: dict[str, Callable[[], object]] = {
            "context.correct": self._start_correction,
            "context.problem": self._make_problem,
            "context.remove": self._remove,
            "context.told": self._add_from_files,
        }
        bind_all(self, done)
        bind_each(self, "context.mark", lambda n: self.next.marks.choose_number(n + 1))
        self.rows.row_actions = (
            "context.told",
            "context.problem",
            "context.correct",
            "context.said_by",
            "context.mark",
            "context.remove",
        )

    def _arrange(self) -> None:
        metrics = theme().metrics
        self.own_entry.hide()
        around = (metrics.edge, 0, metrics.margin, metrics.gap)
        parts = [
            (self.head, 0),
            (self.own_entry, 0),
            (column(None, self._why, around=around), 0) if self._why is not None else None,
            (column(None, self.intro, around=(metrics.edge, 0, metrics.margin, 0)), 0),
            (self.rows, 1),
            (self.others, 1),
            (self.next, 0),
            (self._waiting_line, 0),
            (self.waiting, 0),
        ]
        column(self._work, *parts, gap=0)
        lay_out(self, self._work, self.side)

    def _connect(self) -> None:
        self.head.problem_requested.connect(self._choose_question)
        self.own_entry.entered.connect(self._ask_own)
        for questions in (self.others, self.waiting):
            questions.activated.connect(self._choose_question)
            questions.clicked.connect(self._choose_question)
        self.next.marks.chosen.connect(self._choose_mark)
        self.editor.left.connect(lambda _id: self.api.toast(tr("context.saved"), undo=True))
        self.rows.current_changed.connect(lambda _id: self._update_foot())
        self.rows.acted.connect(self._act_on_row)


def _height(part: QWidget, width: int) -> int:
    """Return the height in px that a part of the page needs at a width."""
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
