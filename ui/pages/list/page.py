"""Step 3, List: collecting problems in the words of the participants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.actions.binding import BoundAction, bind, bind_all, bind_button, bind_each
from ui.actions.offered import Offers
from ui.actions.table import find
from ui.components.empty_state import EmptyState, StartButton
from ui.components.entry_page import EntryPage
from ui.components.list_paste import BegunPaste, ListPaste, clipboard_text
from ui.components.method_heard import correct_method
from ui.components.page import show_problems
from ui.components.page_memory import memory
from ui.components.paragraph_view import text_row
from ui.components.problem_commands import ProblemCommands
from ui.components.problems_aside import ProblemsAside
from ui.components.row_editor import EditorTexts
from ui.components.search_start import SearchStart
from ui.components.side_panel import lay_out, problem_note, side_panel
from ui.components.step_intro import StepIntro
from ui.components.timestamps import now
from ui.components.window_api import ADDED
from ui.components.words_entry import enter
from ui.forms.unsent import Slot
from ui.pages.list.next_problem import NextProblem
from ui.pages.list.offered import offered
from ui.pages.list.rows import (
    KnownWords,
    ListRows,
    next_nameless,
    next_number,
    origin,
)
from ui.pages.list.silent_writing import SilentWriting
from ui.pages.list.suggestion_line import SuggestionLine
from ui.pages.list.writing_view import WritingView
from ui.rows.paged_list import PagedList
from ui.rows.row import Row, current_after
from ui.rows.style import paper
from ui.theme.theme import theme
from ui.widgets.boxes import column
from ui.widgets.check_button import SWITCH, CheckButton
from ui.widgets.text import Text
from workshop_app.domain.audience_focus import AudienceFocus
from workshop_app.domain.audience_view import SilentWritingView
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.participants import ShowSpeakers
from workshop_app.services.commands.problems import (
    AddProblem,
    CorrectFirstWording,
    EditProblem,
)
from workshop_app.services.commands.workshops import SwitchList
from workshop_app.services.imports.text import ListLine


@dataclass
class ListMemory:
    """Data that survives the page, per workshop, while the program runs."""

    mode: str = "list"
    """The current view: ``list``, ``writing``, ``inbox`` or ``parking``."""
    worksheet: int = 0
    """The worksheet whose problems are being typed; 0 for none."""
    writing: SilentWriting = field(default_factory=SilentWriting)


_FOR_INBOX = "for inbox"


class ListPage(EntryPage):
    """The page is the list: the line being typed is its next row, readable by the room.

    Silent writing, the inbox and the parking lot replace field and problems. The inbox is not
    created where the audience could see it.
    """

    NAME: ClassVar[str] = "list"

    def build(self) -> None:
        self._known = KnownWords()
        self._workshop_id = ""
        self._kept_paste: BegunPaste | None = None
        self._asked_nameless = ""
        """The problem without a speaker whose speaker is asked for."""
        self._went_on_to = ""
        """That problem, if it was reached by choosing the speaker of the one before."""
        self.api.unsent.attach(self)
        self._list_rows = ListRows(private=self.private)
        self.commands = ProblemCommands(self.api)
        self._list_layer = QWidget()
        self.suggestion = SuggestionLine(self.api.answers)
        self.next = NextProblem(role="body" if self.unseen else "room")
        self.build_entry(
            PagedList(tr("list.rows"), style=paper),
            self.next,
            EditorTexts(tr("list.correction"), tr("list.correction_marked")),
            self._list_layer,
        )
        self.rows.view.at_bottom = True
        self._bind_row_actions()
        bind(self, "list.speakers_shown", self._show_speakers)
        self.preview = ListPaste(self.api, divide="list.split")
        self._count = Text("problem", "", align=Qt.AlignmentFlag.AlignHCenter)
        self._unseen_note = EmptyState(tr("list.shown_later"))
        self.intro = StepIntro(self.api, Step.LIST)
        self.writing = WritingView(self.memory.writing)
        asides = ("inbox", "parking") if self.private else ("parking",)
        self.asides = {name: ProblemsAside(name, self.api) for name in asides}
        self.hold = self._hold_toggle() if self.private else None
        self.side = side_panel(self, "", problem_note, below=self.hold)
        self._foot_bound = self._foot_actions()
        steps = (1, -1)
        bind_each(self._list_layer, "list.sheet", lambda n: self._step_worksheet(steps[n]))
        self.name_lines()
        self._arrange()
        self._connect()

    # -- content

    def refresh_selecting(self, select: str) -> None:
        state = self.state
        self._show_workshop(state)
        self.show_speakers(state)
        self._known = KnownWords(state.problems, inbox=self.private)
        self._go_on_row(self._on_row)
        self._show_rows(state, added=select == ADDED)
        self._show_parts()
        self._show_mode(state)
        if self.hold is not None:
            self.hold.setChecked(state.workshop.holding)
        self._show_note()
        self._show_typed(self.entry.text())
        self._resume(state)

    def keep(self) -> None:
        """Keep the lines of the preview; those for the inbox are private."""
        begun = self.preview.begun() if self.pasting else None
        if begun is None and self.pasting:
            self.api.unsent.drop(self._paste_slot)
        elif begun is not None and begun != self._kept_paste:
            parts = begun.parts() | {_FOR_INBOX: "yes" if self.holding else ""}
            self.api.unsent.put(self._paste_slot, parts, begun=False)
        self._kept_paste = begun

    def field_of(self, slot: Slot) -> QWidget | None:
        return self.preview if self.pasting and slot == self._paste_slot else None

    def show_record(self, record_id: str) -> None:
        self.rows.set_current(record_id)
        self._show_speaker()
        self._show_current()
        self.audience_focus_changed.emit()

    def offered(self) -> Offers:
        return offered(
            self.state,
            self.mode,
            private=self.private,
            filled=(bool(self.rows.rows()) or self.unseen) and not self.editor.record,
            row=self._problem if self._on_row and not self.pasting else None,
            worksheet=self.memory.worksheet,
        )

    def focus_start(self) -> None:
        mode = self.mode
        if mode == "writing":
            self.writing.setFocus()
        elif mode in self.asides:
            self.asides[mode].focus_start()
        elif self.pasting:
            self.preview.focus_start()
        else:
            self.focus_line()

    def audience_focus(self) -> AudienceFocus:
        begun = self.memory.writing
        writing = None
        if self.mode == "writing":
            left = begun.seconds_left()
            writing = SilentWritingView(minutes=begun.minutes, seconds_left=left, done=begun.done)
        current = self.rows.current_id() or ""
        return AudienceFocus(step=Step.LIST, record_id=current, writing=writing)

    def search_start(self) -> SearchStart | None:
        typed = "" if self.holding else self.entry.text().strip()
        return SearchStart(words=typed) if typed else super().search_start()

    def handle_escape(self) -> bool:
        if self.leave_mode():
            return True
        if self.pasting:
            self.preview.cancel()
        elif self.editor.record:
            self.editor.end()
        elif self._on_row or (
            self.private and self.side is not None and self.side.note.field.hasFocus()
        ):
            self.entry.setFocus()
        else:
            return False
        return True

    # -- list, silent writing, inbox and parking lot

    @property
    def memory(self) -> ListMemory:
        """The data that survives this page."""
        kept = memory(self)
        if "list" not in kept:
            kept["list"] = ListMemory()
        return cast("ListMemory", kept["list"])

    @property
    def mode(self) -> str:
        """``list``, ``writing``, ``inbox`` or ``parking``."""
        mode = self.memory.mode
        return mode if mode in ("writing", *self.asides) else "list"

    @property
    def pasting(self) -> bool:
        """Whether the preview of pasted lines replaces the problems."""
        return not self.preview.isHidden()

    @property
    def unseen(self) -> bool:
        """Whether the audience sees this window while problems are to be shown later."""
        return self.state.workshop.shown_later and not self.private

    @property
    def holding(self) -> bool:
        """Whether new problems go to the inbox."""
        state = self.session.state  # asked for with no workshop open, too
        return self.private and state is not None and state.workshop.holding

    def show_mode(self, mode: str) -> None:
        """Show the list, silent writing, the inbox or the parking lot."""
        self.memory.mode = mode
        self.audience_focus_changed.emit()
        self._layers.setCurrentWidget(self._layer())
        if self.side is not None:
            self.side.set_subject(self.mode == "list")
        self.show_front()

    def leave_mode(self) -> bool:
        """Go back to the list; return False if it is shown."""
        if self.mode == "list":
            return False
        if self.mode == "writing":
            self.memory.writing.end()
        self.show_mode("list")
        return True

    def _layer(self) -> QWidget:
        layers = {"writing": self.writing, **self.asides}
        inner = layers.get(self.mode)
        return self._list_layer if inner is None else inner.parentWidget()

    # -- actions

    def _add(self, words: str) -> None:
        speaker = None if self.state.workshop.anonymous else self.speaker
        sheet = self.memory.worksheet
        command = AddProblem(words, speaker, heard_at=now(), worksheet=sheet, held=self.holding)
        done = self._added_by(speaker, number=next_number(self.state))
        enter(self.entry, lambda: self.api.execute(command, select=ADDED, done=done))
        self.entry.setFocus()

    def _set_said_by(self, record_id: str, who: object | None) -> None:
        if self.api.execute(EditProblem(record_id, "speaker_id", who)) is None:
            return
        problem = self.state.problem(record_id)
        number = problem.number if problem is not None else 0
        if self._asked_nameless == record_id:
            self._ask_nameless()  # so that each further one takes one click
            self._went_on_to = self._asked_nameless
        self.api.toast(self._said_by(who, number=number), undo=True)

    def _start_correction(self) -> bool:
        problem = self._problem
        if problem is None or self.pasting:
            return False
        return self._edit(problem.id, problem.first_wording)

    def _correct(self, record_id: str, words: str) -> bool:
        return self.api.execute(CorrectFirstWording(record_id, words)) is not None

    def _said(self, record_id: str) -> tuple[str, object | None] | None:
        problem = self.state.problem(record_id)
        if problem is None:
            return None
        return tr("list.speaker_of", number=problem.number), problem.speaker_id

    def _say_saved(self, problem_id: str) -> None:
        """Say that a click elsewhere saved what was edited."""
        problem = self.state.problem(problem_id)
        if problem is not None:
            self.api.toast(tr("list.saved", number=problem.number), undo=True)

    def _remove(self) -> None:
        problem = self._problem
        if problem is not None and self.commands.remove(problem) and not self.rows.rows():
            self.entry.setFocus()

    def _park(self) -> bool:
        problem = self._problem
        if problem is None or not self.commands.park(problem):
            return False
        if not self.rows.rows():
            self.entry.setFocus()
        return True

    def _hold_current(self) -> bool:
        problem = self._problem
        return problem is not None and self.commands.hold(problem)

    def _hold_next(self, holding: bool) -> None:
        """Switch whether new problems go to the inbox or to the list."""
        if holding != self.state.workshop.holding:
            self.api.execute(SwitchList(self.state.workshop.id, "holding", holding))
        self.name_lines()

    def reveal(self) -> bool:
        """Show the audience only the number of problems, or all of them."""
        show_problems(self.api, later=not self.state.workshop.shown_later)
        return True

    def show_lines(self, text: str) -> None:
        """Show the preview of a text, by lines or by columns."""
        if self.preview.show_text(text, unseen=self.unseen):
            self._begin_paste()

    def open_files(self, paths: Sequence[Path]) -> bool:
        self.leave_mode()
        if self.preview.show_files(paths, unseen=self.unseen):
            self._begin_paste()
        return True

    def _choose_file(self) -> None:
        if self.preview.choose_file(unseen=self.unseen):
            self._begin_paste()

    @property
    def _paste_slot(self) -> Slot:
        return Slot(self._workshop_id, self.NAME, "paste")

    def _begin_paste(self) -> None:
        self.api.unsent.touched()
        self.editor.save_begun()
        self._show_parts()

    def _add_lines(self, lines: Sequence[ListLine]) -> None:
        command = self.preview.addition(lines, speaker_id=self.speaker, held=self.holding)
        if self.api.execute(command, select=ADDED) is not None:
            self.preview.added()
            self.api.toast(tr("paste.done", n=len(command.lines)), undo=True)

    def _end_paste(self) -> None:
        self.api.unsent.drop(self._paste_slot)
        self._show_parts()
        self.entry.setFocus()

    def do_primary(self) -> None:
        """Move on to the next step; after silent writing, to typing the next worksheet.

        What is typed in the line is entered first.
        """
        if self.mode != "writing":
            if self.mode != "list" or self.pasting or self._submit():
                self.api.go("sort")
            return
        typed = (problem.worksheet for problem in self.state.problems)
        self.memory.worksheet = max(typed, default=0) + 1
        self._show_numbers()
        self.leave_mode()

    def _release_all(self) -> None:
        if self.commands.release(self.state.inbox):
            self.show_mode("list")

    def _step_worksheet(self, by: int) -> None:
        self.memory.worksheet = max(0, self.memory.worksheet + by)
        self._show_numbers()
        self.api.update_foot()
        self.focus_line()

    def show_location(self, name: str) -> None:
        """Import the clipboard (``paste``), a file (``file``), or what was noted (``heard``)."""
        if name == "paste":
            self.show_lines(clipboard_text())
        elif name == "file":
            self._choose_file()
        elif name == "heard" and self.private:
            self.show_lines(self.state.workshop.heard)

    def _correct_method(self) -> bool:
        problem = self._problem
        return problem is not None and correct_method(self.api, self.rows, (problem,))

    def _show_speakers(self) -> None:
        """Show the room who said each problem, or hide that."""
        shown = not self.state.speakers_shown
        if self.api.execute(ShowSpeakers(shown)):
            self.api.toast(tr("opening.shown" if shown else "opening.unshown"), undo=True)

    def _next_nameless(self) -> None:
        """Go to the next problem without a speaker, unless the last answer just did."""
        if not self._went_on_to or self._went_on_to != self._record:
            self._ask_nameless()
        self._went_on_to = ""

    def _ask_nameless(self) -> None:
        self._asked_nameless = ""
        found = next_nameless(self.state, self._record)
        if found is None or self.pasting or not self.editor.save_begun():
            return
        self.rows.setFocus()
        self.show_record(found.id)
        self._asked_nameless = found.id

    def focus_line(self) -> None:
        """Focus the words that are edited, else the line for the next problem."""
        (self.editor.field or self.entry).setFocus()

    # -- components

    @property
    def _problem(self) -> Problem | None:
        return self.state.problem(self.rows.current_id())

    def _show_workshop(self, state: WorkshopState) -> None:
        """Do not continue anything that was started in another workshop."""
        if self._workshop_id not in ("", state.workshop.id) and self.pasting:
            self.preview.clear()
            self._show_parts()
        self._workshop_id = state.workshop.id
        self.editor.show_workshop(state.workshop.id)
        self.writing.set_writing(self.memory.writing)

    def name_lines(self) -> None:
        """Set the name of the line: text for the inbox is a separate draft in private mode."""
        self.entry.setObjectName("held-problem" if self.holding else "problem")

    def _resume(self, state: WorkshopState) -> None:
        """Continue what was started before the page was rebuilt."""
        if self.mode != "list":
            return
        pasted = self.api.unsent.parts(self._paste_slot)
        if pasted and (self.private or not pasted.get(_FOR_INBOX)):
            begun = BegunPaste.of(pasted)
            if begun is not None and not self.editor.record and not self.pasting:
                self.preview.resume(begun, unseen=self.unseen)
                self._begin_paste()
        if not self.unseen and not self.pasting:

            def start(problem_id: str) -> None:
                if any(problem.id == problem_id for problem in state.listed):
                    self.rows.set_current(problem_id)
                    self._start_correction()

            self.editor.resume(start)

    def _show_rows(self, state: WorkshopState, *, added: bool) -> None:
        rows: list[Row] = []
        if not self.unseen:
            rows = self._list_rows.rows(state, self._known)
        before = self.rows.rows()
        if added and len(rows) > len(before):
            current: str | None = rows[-1].id
        else:
            current = current_after(self.rows.current_id(), before, rows)
        self.rows.set_rows(rows, current)
        if self.editor.record and self.editor.record not in {one.id for one in state.listed}:
            self.editor.end()
        self._show_numbers()

    def _show_numbers(self) -> None:
        state = self.state
        self.next.show_numbers(next_number(state), len(state.listed), self.memory.worksheet)

    def _show_mode(self, state: WorkshopState) -> None:
        for name, aside in self.asides.items():
            aside.show_problems(state.inbox if name == "inbox" else state.parking_lot)
        self.writing.show_people(state.votes.present, anonymous=state.workshop.anonymous)
        self._layers.setCurrentWidget(self._layer())
        if self.side is not None:
            self.side.set_subject(self.mode == "list")

    def _show_parts(self) -> None:
        """Show the problems; only their number while they are hidden, or a preview."""
        pasting = self.pasting
        unseen = self.unseen
        empty = not self.rows.rows()
        editing = bool(self.editor.record)
        self.next.setVisible(not pasting and not editing)
        self.suggestion.setVisible(self.private and not pasting and not editing)
        self.rows.setVisible(not pasting and not empty)
        self._count.setText(tr("list.count", n=len(self.state.listed)))
        self._note_box.setVisible(not pasting and unseen)
        self._count.setVisible(not pasting and unseen)
        self._unseen_note.setVisible(not pasting and unseen)
        due = empty and not pasting and not unseen
        bound = self._foot_bound
        begin = StartButton(action=bound["writing"])
        links = [StartButton(action=bound[name]) for name in ("paste", "file") if name in bound]
        self.intro.show_state(self.state, due=due, begin=begin, links=links)
        self._update_foot()

    def _show_note(self) -> None:
        if self.side is None or not self.private:
            return
        problem = self._problem
        self.side.show_note(problem)
        if problem is None:
            self.side.show_details(tr("list.panel_none"))
        else:
            name = self._names.get(problem.speaker_id, "")
            words = [text_row(problem.first_wording), text_row(origin(problem, name), "meta")]
            self.side.show_details(tr("list.panel", number=problem.number), words)

    def _show_current(self) -> None:
        self._show_note()
        self._update_foot()

    def _show_typed(self, text: str) -> None:
        if text and not self.editor.record and self.rows.view.rows_after():
            self.rows.view.scroll_to(len(self.rows.rows()) - 1)  # what is typed follows these
        self._show_repeat(text)
        self._suggest(text)

    def _show_repeat(self, text: str) -> None:
        number = self._known.number_of(text)
        note = "" if number is None else tr("list.repeat", number=number)
        self.entry.set_note(note)

    def _suggest(self, text: str) -> None:
        """Show in private mode whether the catalogue has an answer to the text, if enabled."""
        wanted = self.api.settings.list_suggestions == "on" and not self.editor.record
        wanted = wanted and self.private and not self.unseen
        self.suggestion.show_for(text if wanted else "")

    def _bind_row_actions(self) -> None:
        self.rows.row_actions = (
            "list.correct",
            "list.said_by",
            "list.way",
            "list.park",
            "list.hold_row",
            "list.speakers_shown",
            "row.remove",
        )
        bind(self, "row.remove", self._remove, listens=False)
        done: dict[str, Callable[[], object]] = {
            "list.correct": self._start_correction,
            "list.way": self._correct_method,
            "list.park": self._park,
        }
        if self.private:
            done["list.hold_row"] = self._hold_current
        bind_all(self._list_layer, done)

    def _hold_toggle(self) -> CheckButton:
        toggle = CheckButton(tr("list.hold_next"), SWITCH, find("list.hold").keys[0])
        bind(self._list_layer, "list.hold", toggle.click)
        return toggle

    def _foot_actions(self) -> dict[str, BoundAction]:
        """Return the actions of the foot bar by name."""
        done: dict[str, Callable[[], object]] = {
            "list.writing": lambda: self.show_mode("writing"),
            "list.paste": lambda: self.show_lines(clipboard_text()),
            "list.later": self.reveal,
            "list.parking": lambda: self.show_mode("parking"),
            "list.nameless": self._next_nameless,
        }
        if self.private:
            done["list.file"] = self._choose_file
            done["list.inbox"] = lambda: self.show_mode("inbox")
        bound = bind_all(self._list_layer, done)
        if self.private:
            bound["list.release"] = bind_button(self, "list.release", self._release_all)
        return {one.definition.name: one for one in bound.values()}

    def _arrange(self) -> None:
        metrics = theme().metrics
        side = (metrics.edge, metrics.top, metrics.margin, metrics.top)
        self.preview.setContentsMargins(*side)
        self._note_box = QWidget()
        column(self._note_box, self._count, self._unseen_note, around=side)
        self.intro.setContentsMargins(*side)
        column(
            self._list_layer,
            self.intro,
            *((part, 1) for part in (self._note_box, self.rows, self.preview)),
            self.next,
            self.suggestion,
            gap=0,
        )
        self._layers = QStackedWidget()
        self._layers.addWidget(self._list_layer)
        for layer in (self.writing, *self.asides.values()):
            framed = QWidget()
            column(framed, layer, around=side)
            self._layers.addWidget(framed)
        lay_out(self, self._layers, self.side)

    def _connect(self) -> None:
        self._connect_entry()
        self._connect_rows()
        theme().changed.connect(self._update_foot)
        if self.hold is not None:
            self.hold.toggled.connect(self._hold_next)

    def _connect_entry(self) -> None:
        self.entry.changed.connect(self._show_typed)
        self.entry.lines_pasted.connect(self.show_lines)
        self.editor.left.connect(self._say_saved)
        self.suggestion.clicked.connect(lambda: self.api.go("catalogue"))
        self.preview.accepted.connect(self._add_lines)
        self.preview.closed.connect(self._end_paste)

    def _connect_rows(self) -> None:
        self.rows.current_changed.connect(self._show_current)
        self.rows.current_changed.connect(lambda _id: self.audience_focus_changed.emit())
        self.memory.writing.changed.connect(self.audience_focus_changed)
        self._go_on_row(False)
