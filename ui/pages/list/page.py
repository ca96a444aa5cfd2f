"""Step 3, List: problems as they are said, in the words in which they are said."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.components.note_panel import NotePanel
from ui.components.page import FootContent, Page
from ui.components.page_memory import memory
from ui.components.people import chip_names
from ui.components.problem_commands import ProblemCommands
from ui.components.search_start import SearchStart
from ui.components.speaker_memory import StickySpeaker
from ui.components.timestamps import now
from ui.pages.list.board import Board
from ui.pages.list.entry_row import RowActions
from ui.pages.list.field_to_rows import HandOver
from ui.pages.list.foot import ListFoot
from ui.pages.list.list_memory import ListMemory
from ui.pages.list.paste import Pasting
from ui.pages.list.rows import (
    ProblemRows,
    known_words,
    nameless_after,
    near,
    number_with,
    origin,
)
from ui.pages.list.views import Stage
from ui.theme.theme import theme
from ui.widgets.shortcut import Shortcut
from ui.widgets.toggle import Toggle
from workshop_app.domain.problem import Problem
from workshop_app.domain.room_views import Front
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import (
    AddProblem,
    CorrectFirstWording,
    EditProblem,
)


class ListPage(Page):
    """One field, one key; the newest problems under it, at a size the room reads."""

    NAME: ClassVar[str] = "list"

    def build(self) -> None:
        self._known: dict[str, int] = {}
        self._row_maker = ProblemRows(private=self.private)
        self._workshop_id = ""
        self._correcting, self._from_row = "", False
        self.speaker = StickySpeaker(self)
        self.lister = ProblemCommands(self.api)
        self.kept = ListMemory(lambda: memory(self), self.api)
        self.row_actions = RowActions(private=self.private)
        beside = None if self.private else self.row_actions
        self.board = Board(beside, lambda: self.api.answers, calm=self.unseen)
        self.speakers, self.words = self.board.speakers, self.board.words
        self.suggestion, self.rows = self.board.suggestion, self.board.rows
        self.preview = self.board.preview
        self.hold = Toggle(tr("list.hold_next"), key="Alt+H") if self.private else None
        self.panel = NotePanel(self.row_actions, self.hold) if self.private else None
        self.stage = Stage(self.board, self.kept, self.lister, private=self.private)
        self.bar = ListFoot(self, self.stage, self)
        self.pasting = Pasting(self.api, self.board, self.speaker, self)
        self._name_line(self.kept.holding)
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        self._begin(state.workshop.id)
        self._known = known_words(state, held=self.private)
        self.speakers.chips.set_people(chip_names(state), self.speakers.chips.current())
        rows = [] if self.unseen else self._row_maker.of(state, self._known)
        self.rows.set_rows(rows, near(self.rows.current_id(), self.rows.rows(), rows))
        self.rows.set_caption(tr("list.count", n=len(rows)))
        self._show_body()
        self._show_speaker()
        self.speakers.show_names(not state.workshop.anonymous)
        self.speakers.show_sheet(self.kept.sheet)
        self.stage.show_state(state)
        if self.panel is not None and self.hold is not None:
            self.hold.setChecked(self.kept.holding)
            self.panel.setVisible(self.stage.mode == "list")
        self.bar.show_state(state, later=self.kept.later)
        self._show_note()
        self._show_repeat()
        self._suggest()
        self._take_up()

    def settle(self) -> None:
        super().settle()
        begun = self.board.begun(self._correcting, of_row=self._from_row, held=self.holding)
        self.kept.begun = begun or self.kept.begun

    def show_record(self, record_id: str) -> None:
        self.rows.set_current(record_id)
        self._show_speaker()
        self._show_note()
        self.audience_focus_changed.emit()

    def foot(self) -> FootContent:
        return self.bar.content()

    def focus_start(self) -> None:
        if self.stage.focus_start():
            return
        if self.board.pasting:
            self.preview.focus_start()
        else:
            self.words.focus_line()

    def front(self) -> Front:
        current = self.rows.current_id() or ""
        return Front(step=Step.LIST, record_id=current, writing=self.stage.silence)

    def search_start(self) -> SearchStart | None:
        typed = "" if self.holding else self.words.entry.text().strip()
        return SearchStart(words=typed) if typed else super().search_start()

    def handle_escape(self) -> bool:
        if self.stage.leave():
            return True
        if self.board.pasting:
            self.preview.cancel()
        elif self.words.correcting:
            self.words.end_correction()
        elif self._of_row:
            self.words.entry.setFocus()
        else:
            return False
        return True

    # -- doing

    def _add(self, words: str) -> None:
        sheet, held = self.kept.sheet, self.holding
        speaker = None if self._anonymous else self.speaker.id
        command = AddProblem(words, speaker, heard_at=now(), worksheet=sheet, held=held)
        done = self.api.execute(command)
        if done is not None:
            self.words.entry.clear()
            self.rows.set_current(str(done.result))
            self._show_note()
        self.words.entry.setFocus()

    def _choose_speaker(self, who: object | None) -> None:
        if not self._of_row:
            self.speaker.choose(who)
            self.focus_start()
            return
        current = self.rows.current_id()
        if current is not None:
            self.api.execute(EditProblem(current, "speaker_id", who))
        if self.words.correcting:
            self.words.focus_line()
        else:
            self.rows.setFocus()

    def _start_correction(self) -> None:
        problem = self._problem
        if problem is not None and not self.board.pasting:
            note = tr("list.correcting", number=problem.number)
            self._correcting, self._from_row = problem.id, self._of_row
            self.words.start_correction(note, problem.first_wording)

    def _correct(self, words: str) -> None:
        if self.api.execute(CorrectFirstWording(self._correcting, words)):
            self.words.end_correction()

    def _end_correction(self) -> None:
        self.kept.begun = None
        (self.rows if self._from_row else self.words.entry).setFocus()

    def _remove(self) -> None:
        problem = self._problem
        if problem is not None and self.lister.remove(problem) and not self.rows.rows():
            self.words.entry.setFocus()

    def park(self) -> None:
        """Keep the problem in hand for another time."""
        problem = self._problem
        if problem is not None and self.lister.park(problem) and not self.rows.rows():
            self.words.entry.setFocus()

    def toggle_later(self) -> None:
        """Show the room only how many there are, or all of them."""
        self.show_problems(later=not self.kept.later)

    def reveal(self) -> bool:
        self.toggle_later()
        return True

    def paste(self) -> None:
        """Show what the clipboard would become."""
        self.pasting.show_clipboard()

    def finish(self) -> None:
        """Go on to the next step; after silent writing, type what stands on the sheets."""
        if self.stage.finish_writing():
            self.speakers.show_sheet(self.kept.sheet)
        else:
            self.api.go("sort")

    def _turn_sheet(self, by: int) -> None:
        self.kept.sheet += by
        self.speakers.show_sheet(self.kept.sheet)
        self.words.focus_line()

    def _hold_next(self, wanted: bool) -> None:
        self.kept.hold(wanted)
        self._name_line(wanted)

    def _hold_row(self) -> None:
        if self._problem is not None:
            self.lister.hold(self._problem)

    def _note(self, problem_id: str, text: str) -> None:
        self.api.execute(EditProblem(problem_id, "private_note", text))

    def next_nameless(self) -> None:
        """Bring the next problem without a speaker in hand."""
        state = self.session.state
        found = nameless_after(state, self.rows.current_id()) if state else None
        if found is not None and not self.board.pasting:
            self.rows.setFocus()
            self.show_record(found.id)

    # -- parts

    @property
    def unseen(self) -> bool:
        """Whether this window is what the room sees, and is to show no problem yet."""
        return self.kept.later and not self.private

    @property
    def _anonymous(self) -> bool:
        state = self.session.state
        return state is not None and state.workshop.anonymous

    @property
    def holding(self) -> bool:
        """Whether what is added goes to the inbox."""
        return self.private and self.kept.holding

    def _turned(self) -> None:
        """Something else is in front."""
        if self.panel is not None:
            self.panel.setVisible(self.stage.mode == "list")
        self.api.update_foot()
        self.focus_start()

    @property
    def _of_row(self) -> bool:
        return self.speakers.row_number is not None

    @property
    def _problem(self) -> Problem | None:
        state = self.session.state
        return state.problem(self.rows.current_id()) if state else None

    def _begin(self, workshop_id: str) -> None:
        """Go on with nothing that was begun in another workshop."""
        if self._workshop_id not in ("", workshop_id):
            self.words.end_correction()
            self.preview.cancel()
        self._workshop_id = workshop_id

    def _name_line(self, holding: bool) -> None:
        """Words for the inbox are another draft: they wait for private mode."""
        self.words.entry.setObjectName("held-problem" if holding and self.private else "problem")

    def _take_up(self) -> None:
        """Go on with what was begun before the page was built anew."""
        begun, state = self.kept.begun, self.session.state
        if begun is None or state is None or self.stage.mode != "list":
            return
        if self.words.correcting or self.board.pasting:
            self.kept.begun = None
        elif begun.lines and (self.private or not begun.held):
            self.kept.begun = None
            self.pasting.show("\n".join(begun.lines))
        elif begun.problem_id and not self.unseen:
            self.kept.begun = None
            problem = state.problem(begun.problem_id)
            if problem is not None and problem in state.listed:
                self.rows.set_current(problem.id)
                self._start_correction()
                self._from_row = begun.of_row
                self.words.correction.set_text(begun.words)

    def _show_body(self) -> None:
        state = self.session.state
        self.board.show_body(len(state.listed) if state else 0, unseen=self.unseen)

    def _show_speaker(self) -> None:
        if self._of_row and self._problem is not None:
            self._show_row()
        else:
            self.speakers.for_next(self.speaker.id)

    def _show_row(self) -> None:
        """The chips are for the row in hand."""
        problem = self._problem
        if problem is not None:
            self.speakers.for_row(problem.number, problem.speaker_id)

    def _show_note(self) -> None:
        state = self.session.state
        if self.panel is None or state is None:
            return
        problem = self._problem
        self.panel.show_problem(problem, origin(state, problem) if problem else "")

    def _show_repeat(self) -> None:
        number = number_with(self.words.entry.text(), self._known)
        note = "" if number is None else tr("list.repeat", number=number)
        self.words.entry.set_note(note)

    def _suggest(self) -> None:
        """Say beside what is being typed whether the catalogue has an answer, if that is wanted."""
        wanted = self.api.settings.list_suggestions == "on" and not self.words.correcting
        wanted = wanted and not self.unseen
        self.suggestion.show_for(self.words.entry.text() if wanted else "")

    def _arrange(self) -> None:
        metrics = theme().metrics
        work = QWidget()
        around = QVBoxLayout(work)
        around.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        around.addWidget(self.stage)
        layout = QVBoxLayout(self) if theme().stacked else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(work, 1)
        if self.panel is not None:
            layout.addWidget(self.panel)

    def _connect(self) -> None:
        self.words.noted.connect(self._add)
        self.words.corrected.connect(self._correct)
        self.words.closed.connect(self._end_correction)
        self.words.entry.changed.connect(lambda _text: (self._show_repeat(), self._suggest()))
        self.suggestion.pressed.connect(lambda: self.api.go("catalogue"))
        self.speakers.chips.chosen.connect(self._choose_speaker)
        self.row_actions.correct_wanted.connect(self._start_correction)
        self.row_actions.remove_wanted.connect(self._remove)
        self.rows.current_changed.connect(lambda _id: (self._show_speaker(), self._show_note()))
        self.rows.activated.connect(lambda _id: self._start_correction())
        self.preview.closed.connect(self._end_paste)
        hands = HandOver(self.words.entry.field, self.rows)
        hands.to_field.connect(lambda: self.speakers.for_next(self.speaker.id))
        hands.to_rows.connect(self._show_row)
        Shortcut("F2", self.board, self._start_correction)
        Shortcut("Alt+P", self.board, self.park)
        self.row_actions.park_wanted.connect(self.park)
        self.speakers.sheet_wanted.connect(self._turn_sheet)
        self.stage.turned.connect(self._turned)
        self.stage.turned.connect(self.audience_focus_changed)
        self.rows.current_changed.connect(lambda _id: self.audience_focus_changed.emit())
        self.kept.writing.changed.connect(self.audience_focus_changed)
        self.bar.changed.connect(self._fit_foot)
        if self.panel is not None and self.hold is not None:
            self.panel.noted.connect(self._note)
            self.hold.toggled.connect(self._hold_next)
            self.row_actions.hold_wanted.connect(self._hold_row)
            Shortcut("Alt+Shift+H", self.board, self._hold_row)

    def _fit_foot(self) -> None:
        if self.isVisible():
            self.api.update_foot()

    def _end_paste(self) -> None:
        self.kept.begun = None
        self._show_body()
        self.words.entry.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.rows.view.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)
