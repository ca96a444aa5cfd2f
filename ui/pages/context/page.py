"""Step 2, Context: questions before any problem, and their answers."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.actions.binding import bind, bind_each
from ui.actions.meanings import Meaning
from ui.actions.offered import PRIMARY, Beside, FootArea, Offered, Offers, left, primary
from ui.actions.table import find
from ui.components.empty_state import StartButton
from ui.components.page import ADDED, Page
from ui.components.page_memory import memory
from ui.components.people import hides_names, name_options
from ui.components.speaker_memory import StickySpeaker
from ui.components.step_intro import StepIntro
from ui.components.timestamps import now
from ui.components.words_entry import Correction, enter
from ui.forms.unsent import Slot
from ui.forms.unsent_line import UnsentLine
from ui.pages.context.answer_row import MARK_ICONS
from ui.pages.context.other_questions import OtherQuestions
from ui.pages.context.question_sheet import QuestionSheet
from ui.pages.context.questions import QuestionOrder
from ui.pages.context.setup_line import SetupLine
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column, row
from ui.widgets.check_group import CheckButtons, Option, Rule
from ui.widgets.check_line import CheckLine
from ui.widgets.entry_line import EntryLine
from ui.widgets.flow import Flow
from ui.widgets.text import Text
from ui.widgets.words_line import LineWords, WordsLine
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

_LABELS = (
    "speaker", "speaker_this", "speaker_of", "mark_next", "mark_given", "mark_this", "mark_of",
)  # fmt: skip
"""Labels before names and marks; these keep their places whichever of the labels is shown."""
_LONGEST_NUMBER = 88
"""A question's number that is as wide as any."""


class ContextPage(Page):
    """As many questions as the time allows, on one sheet; a key shows the others.

    The current question is largest. Answers are below their questions and the line for a new one,
    in small text, the newest first, so that names and marks keep their places.
    """

    NAME: ClassVar[str] = "context"

    def build(self) -> None:
        self.order = QuestionOrder(lambda: memory(self), self.api.unsent)
        self.speaker = StickySpeaker(self)
        self._given: str | None = None
        """Id of the answer given last or gone to, until something else is typed."""
        self._had_target = True
        self._fitting = Text("body-quiet", "", wrap=False)
        self._each = Text("body-quiet", "", wrap=False)
        self._own = bind(self, "context.own", self._start_own, on_button=True)
        ask = tr("context.own_entry")
        self.own_entry = EntryLine(ask, ask, icon="question", name="own question")
        self._why = Text("body-quiet", "") if self.private else None
        self.intro = StepIntro(self.api, Step.CONTEXT)
        self.setup_line = SetupLine()
        labels = tuple(tr(f"context.{name}", number=_LONGEST_NUMBER) for name in _LABELS)
        self.chips = CheckLine(tr("context.speaker"), nobody=tr("widgets.chips.nobody"))
        self.chips.set_label_alternatives(labels)
        self.words = _words_line()
        self.entry = self.words.entry
        self._line = UnsentLine(self.api.unsent, self.words.entry, self.NAME, editor="answer")
        mode = "private" if self.private else "projected"  # its text is kept for this mode
        self.correction = Correction(self, self.words, self._correct, mode)
        self._mark_label = Text("meta", "", wrap=False)
        self._mark_label.set_alternatives(labels)
        self.marks = CheckButtons(
            "",
            [Option(mark, tr(f"context.mark.{mark.value}")) for mark in MARK_ICONS],
            rule=Rule.AT_MOST_ONE,
            keys=find("context.mark").keys,
            heading=self._mark_label,
        )
        bind_each(self.marks, "context.mark", lambda place: self.marks.choose_number(place + 1))
        self.others = OtherQuestions(
            bind(self, "context.others", self._toggle_others, on_button=True)
        )
        self.sheet = QuestionSheet(
            self._answer_entry(), self.words.entry.field, self.others, private=self.private
        )
        bind(self, "context.problem", self._make_problem)
        bind(self, "context.correct", self._start_correction)
        bind(self, "context.remove", self._remove)
        bind_each(self, "context.question", self._step)
        self.hints = None
        if self.private:
            from ui.pages.context.answer_hints import AnswerHints

            self.hints = AnswerHints()
        bind(self, "context.skip", self._skip_or_take_up, on_button=True)
        to_list = find("everywhere.step").keys_for(Step.LIST.number)
        leave = ActionButton(
            tr("context.go_on"), find("context.skip").icon, to_list[0], keyless=True, parent=self
        )
        leave.hide()
        leave.clicked.connect(self._leave)
        self.foot_widgets["leave"] = leave
        bind(self, PRIMARY, self._go_on, on_button=True)
        self._arrange()
        self._connect()

    # -- content

    def refresh(self, state: WorkshopState | None) -> None:
        self.refresh_selecting(state, "")

    def refresh_selecting(self, state: WorkshopState | None, select: str) -> None:
        if state is None:
            return
        self.correction.show_workshop(state.workshop.id)
        self.order.set_state(state)
        question = self.order.current
        self._show_line(state.workshop.id, question.id)
        sheet = self.order.on_sheet
        self._show_time(state, len(sheet))
        self.setup_line.show_question(state, question.id)
        if self._why is not None:
            self._why.setText(question.why)
            self._why.setVisible(bool(question.why))
        self.others.show_questions(self.order.others)
        if self.hints is not None:
            self.hints.show_state(state)
        begun = bool(state.answers) or state.workshop.context_skipped
        start = StartButton(tr("guide.context.begin"), self._begin, "play")
        begin = None if self.api.time_runs else start
        due = not begun and not self.others.unfolded
        self.intro.show_state(state, due=due, begin=begin)
        self.sheet.show_alone(due)
        self.sheet.show_questions(state, sheet, question.id)
        if select == ADDED and question.answers:
            self._given = question.answers[-1].id
        self.chips.set_options(name_options(state), self.chips.value())
        self.api.update_foot()
        self._show_target()
        self.correction.resume(self._start_correction_of)

    def show_record(self, record_id: str) -> None:
        answer = self._answer(record_id)
        if answer is not None:
            self._go(answer.question)
            self._given = answer.id
            self._show_target()

    def offered(self, state: WorkshopState | None) -> Offers:
        if state is None:
            return {}
        others = "context.close_others" if self.others.unfolded else "context.open_others"
        offers: Offers = {"context.others": Offered(tr(others))}
        skipped = state.workshop.context_skipped
        if skipped or not state.answers:
            words = tr("context.take_up" if skipped else "context.skip")
            offers["context.skip"] = left(words, "note")
        elif self.order.following is not None:  # otherwise the primary button moves on
            offers["leave"] = Beside(FootArea.LEFT)
        begins = self.intro.begin_button is not None and self.intro.due
        words = tr("context.next" if self.order.following else "context.go_on")
        offers[PRIMARY] = primary(words, filled=not begins)
        return offers

    def focus_start(self) -> None:
        if self.writing_own:
            self.own_entry.setFocus()
        elif self.others.unfolded:
            self.others.list.setFocus()
        else:
            self.words.focus_line()

    def audience_focus(self) -> AudienceFocus | None:
        if not self.order.questions:
            return None
        question = self.order.current
        return AudienceFocus(step=Step.CONTEXT, record_id=question.id, number=question.number)

    def handle_escape(self) -> bool:
        if self.writing_own:
            self._end_own()
        elif self.words.correcting:
            self.words.end_correction()
        elif self.others.unfolded:
            self._toggle_others()
        elif self.sheet.deselect():
            self.words.focus_line()
        else:
            return False
        return True

    @property
    def writing_own(self) -> bool:
        """Whether the line for a user-defined question is shown."""
        return not self.own_entry.isHidden()

    # -- actions

    def _go(self, question_id: str) -> None:
        """Go to a question; text in the line stays with the question for which it was typed."""
        if self.order.go(question_id):
            self._given = None
            state = self.session.state
            if state is not None and len(state.participants) > 1:
                self.speaker.choose(None)  # of several people it is often another one
            self.sheet.deselect()
            self.audience_focus_changed.emit()
        self.refresh(self.session.state)

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

    def _choose_question(self, question_id: str) -> None:
        if self.words.submit():
            self._go(question_id)
        self.words.focus_line()

    def _swap_in(self, question_id: str) -> None:
        self._unfold(False)
        self._choose_question(question_id)

    def _step(self, by: int) -> bool:
        """Move to the previous or next question; return False if there is none on the sheet."""
        wanted = self.order.beside(by)
        if wanted is not None:
            self._choose_question(wanted)
        return wanted is not None

    def _toggle_others(self) -> None:
        self._unfold(not self.others.unfolded)
        self.focus_start()

    def _unfold(self, unfolded: bool) -> None:
        self.others.unfold(unfolded)
        self.sheet.unfold(unfolded)
        self.api.update_foot()
        self.refresh(self.session.state)

    def _begin(self) -> None:
        self.api.start_time()
        self.words.focus_line()

    def _start_own(self) -> None:
        self.own_entry.show()
        self.own_entry.setFocus()

    def _end_own(self) -> None:
        self.own_entry.hide()
        self.words.focus_line()

    def _say_too_long(self, length: int, limit: int) -> None:
        self.api.say_error(tr("errors.too_long", length=length, limit=limit))

    def _ask_own(self, words: str) -> None:
        if not self.words.submit():
            return
        question_id = self.order.add(words)
        self.own_entry.clear()
        self._end_own()
        self._go(question_id)

    def _add(self, words: str) -> None:
        mark = self._mark if self._target is None else AnswerMark.NONE
        command = AnswerQuestion(self.order.current.id, words, self.speaker.id, mark)
        enter(self.words.entry, lambda: self.api.execute(command, select=ADDED))
        self.words.focus_line()

    def _add_from_setup(self, words: str) -> None:
        """Add the derived answer from the customer's files, without a speaker."""
        command = AnswerQuestion(self.order.current.id, words)
        if self.api.execute(command, select=ADDED) is not None:
            self.api.toast(tr("setup.answers.taken"), undo=True)
        self.words.focus_line()

    @property
    def _mark(self) -> AnswerMark:
        """The mark that is chosen for the answer."""
        chosen = self.marks.value()
        return chosen if isinstance(chosen, AnswerMark) else AnswerMark.NONE

    def _set_mark(self) -> None:
        if self._target is not None:
            self.api.execute(EditAnswer(self._target.id, "mark", self._mark))
        self._focus_back()

    def _choose_speaker(self, who: object | None) -> None:
        selected = self.sheet.selected
        if selected is None:
            self.speaker.choose(who)
        else:
            self.api.execute(EditAnswer(selected, "participant_id", who))
            self._show_target()
        self._focus_back()

    def _make_problem_of(self, answer_id: str) -> None:
        self.sheet.select(answer_id)
        self._make_problem()

    def _make_problem(self) -> None:
        answer = self._target
        state = self.session.state
        if answer is None or state is None:
            self.api.toast(tr("context.no_answer", key=Meaning.LIST))
            return
        made = next((p for p in state.problems if p.answer_id == answer.id), None)
        if made is not None:
            self.api.toast(tr("context.became", number=made.number))
            return
        done = self.api.execute(MakeProblemOfAnswer(answer.id, heard_at=now()))
        state = self.session.state
        problem = state.problem(str(done.result)) if done and state else None
        if problem is not None:
            self.api.toast(tr("context.made", number=problem.number), undo=True)

    def _start_correction(self) -> bool:
        target = self._target
        if target is not None:
            self._start_correction_of(target.id)
        return target is not None

    def _start_correction_of(self, answer_id: str) -> None:
        answer = self._answer(answer_id)
        if answer is None:
            return
        if self.others.unfolded:
            self._unfold(False)  # the list replaces the line
        self.correction.start(answer.id, answer.text)

    def _correct(self, answer_id: str, words: str) -> bool:
        return self.api.execute(EditAnswer(answer_id, "text", words)) is not None

    def _remove_answer(self, answer_id: str) -> None:
        self.sheet.select(answer_id)
        self._remove()
        self.words.focus_line()

    def _remove(self) -> None:
        answer = self._target
        if answer is not None and self.api.execute(RemoveAnswer(answer.id)):
            self.api.toast(tr("context.removed"), undo=True)

    def _skip_or_take_up(self) -> None:
        state = self.session.state
        if state is None:
            return
        self.commit_pending()  # otherwise a step after the skipping, which undo would revert
        skip = not state.workshop.context_skipped
        if self.api.execute(SkipStep(state.workshop.id, "context_skipped", skip)) and skip:
            self.api.go("list")
            self.api.toast(tr("context.skipped"), undo=True)

    def _go_on(self) -> None:
        if not self.words.submit():
            return
        following = self.order.following
        if following is None:
            self._leave()
        else:
            self._go(following)
            self.focus_start()

    def _leave(self) -> None:
        if self.words.submit():
            self.api.go(Step.LIST.value)

    # -- components

    @property
    def _target(self) -> ContextAnswer | None:
        """The answer that the keys apply to: the selected or the latest one."""
        given = None if self.words.entry.text() else self._given
        return self._answer(self.sheet.selected or given)

    def _answer(self, answer_id: str | None) -> ContextAnswer | None:
        state = self.session.state
        return next((a for a in state.answers if a.id == answer_id), None) if state else None

    def _show_target(self) -> None:
        target = self._target
        selected = self._answer(self.sheet.selected)
        self.sheet.show_target(target.id if target is not None else None)
        number = self._number_elsewhere(selected)
        this = "of" if number else "this"
        which = "mark_next" if target is None else f"mark_{this}" if selected else "mark_given"
        mark = target.mark if target else AnswerMark.NONE
        if target is not None or self._had_target:
            self._mark_label.setText(tr(f"context.{which}", number=number))
            self.marks.set_value(mark)
        self._had_target = target is not None
        whose = f"speaker_{this}" if selected else "speaker"
        self.chips.set_label(tr(f"context.{whose}", number=number))
        if selected and hides_names(self.session.state, private=self.private):
            self.chips.set_checked(())
        else:
            self.chips.set_value(selected.participant_id if selected else self.speaker.id)

    def _number_elsewhere(self, selected: ContextAnswer | None) -> int:
        """Return the number of the question of an answer, 0 if that is the current one."""
        if selected is None or selected.question == self.order.current.id:
            return 0
        numbers = {each.id: each.number for each in self.order.questions}
        return numbers.get(selected.question, 0)

    def _typed(self, text: str) -> None:
        """Handle typing: it applies to a new answer."""
        if text:
            self._given = None
            self.sheet.deselect()
        self._show_target()

    def _focus_back(self) -> None:
        selected = self.sheet.selected
        if selected:
            self.sheet.select(selected)
        else:
            self.focus_start()

    def _show_time(self, state: WorkshopState, count: int) -> None:
        """Show the total time for the questions, and the time for each."""
        minutes = plan_of(state.agenda).get(Step.CONTEXT, 0)
        fitting = questions_for(minutes)
        if not minutes:
            self._fitting.setText(tr("context.sheet", n=count))
        elif count > fitting:
            words = tr("context.more_than_fit", n=count, fitting=fitting, minutes=minutes)
            self._fitting.setText(words)
        else:
            self._fitting.setText(tr("context.fitting", minutes=minutes, n=count))
        each = minutes // max(1, count)
        self._each.setText(tr("context.each", n=each))
        self._each.setVisible(each > 0)

    def _arrange(self) -> None:
        metrics = theme().metrics
        work = QWidget()
        head = Flow(8) if theme().stacked else QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._fitting)
        head.addWidget(ActionButton(kind="quiet", size="small", action=self._own))
        if isinstance(head, QHBoxLayout):
            head.addStretch(1)
        head.addWidget(self._each)
        self.own_entry.hide()
        column(
            work,
            head,
            self.own_entry,
            (self.sheet, 1),
            self.intro,
            gap=metrics.gap,
            around=(metrics.side, metrics.top, metrics.side, metrics.top),
        )
        (column if theme().stacked else row)(self, (work, 1), self.hints, gap=0, around=NO_MARGINS)

    def _answer_entry(self) -> QWidget:
        """Create the entry line for an answer: text, speaker and mark."""
        entry = QWidget()
        column(
            entry,
            self._why,
            self.setup_line,
            self.words,
            self.chips,
            self.marks,
            gap=6,
            around=(20 if theme().stacked else 56, 0, 20, 10),
        )
        return entry

    def _bind_chips(self) -> None:
        numbers = bind_each(self.chips, "context.speaker", self.chips.choose_number)
        nobody = bind(self.chips, "context.nobody", self.chips.choose_nobody)
        self.chips.set_keys([one.key for one in numbers], nobody.key)

    def _connect(self) -> None:
        self._bind_chips()
        self.own_entry.entered.connect(self._ask_own)
        self.own_entry.limit_exceeded.connect(self._say_too_long)
        self.others.picked.connect(self._swap_in)
        self.setup_line.taken.connect(self._add_from_setup)
        self.words.noted.connect(self._add)
        self.words.entry.changed.connect(self._typed)
        self.correction.ended.connect(self._focus_back)
        self.chips.chosen.connect(self._choose_speaker)
        self.marks.chosen.connect(self._set_mark)
        self.sheet.question_chosen.connect(self._choose_question)
        self.sheet.selection_changed.connect(self._show_target)
        self.sheet.problem_requested.connect(self._make_problem_of)
        self.sheet.correct_requested.connect(self._start_correction_of)
        self.sheet.remove_requested.connect(self._remove_answer)


def _words_line() -> WordsLine:
    words = LineWords(
        entry=tr("context.entry"),
        placeholder=tr("context.placeholder"),
        add=tr("context.add"),
        correction=tr("context.correction"),
        save=tr("context.correct_save"),
    )
    return WordsLine(words, role="body", limit=NOTE_LIMIT, line_breaks=True, quiet=True)
