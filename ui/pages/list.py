"""Step 3, List: problems as they are said, in the words in which they are said."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.base import FootContent, Page
from ui.pages.in_hand import InHand
from ui.pages.list_parts.entry import RowActions, SpeakerLine, problem_line
from ui.pages.list_parts.hand_over import HandOver
from ui.pages.list_parts.list_foot import ListFoot
from ui.pages.list_parts.note_panel import NotePanel
from ui.pages.list_parts.rows import known_words, near, number_with, origin, problem_rows
from ui.pages.list_parts.suggestion_line import SuggestionLine
from ui.pages.moment import now
from ui.pages.pasting import clipboard_text, paste_lines
from ui.pages.people import chip_names
from ui.pages.registry import page
from ui.pages.sticky_speaker import StickySpeaker
from ui.pages.suggesting import marks_of
from ui.theme.theme import theme
from ui.widgets.paged_list import PagedList
from ui.widgets.paste_preview import PastePreview
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.room_views import Front
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import (
    AddProblem,
    AddProblems,
    CorrectFirstWording,
    EditProblem,
    RemoveProblem,
)


@page
class ListPage(Page):
    """One field, one key; the newest problems under it, at a size the room reads."""

    NAME: ClassVar[str] = "list"
    STEP: ClassVar[int | None] = 3
    ICON: ClassVar[str] = "speech"

    def build(self) -> None:
        self._known: dict[str, int] = {}
        self._workshop_id = ""
        self._correcting, self._from_row = "", False
        self.speaker = StickySpeaker(self)
        self.row_actions = RowActions()
        self.speakers = SpeakerLine(None if self.private else self.row_actions)
        self.words = problem_line()
        self.rows = PagedList(tr("list.rows"))
        self._empty = Text("room-quiet", tr("list.empty"), align=Qt.AlignmentFlag.AlignHCenter)
        self.suggestion = SuggestionLine(self.context.answers)
        self.preview = PastePreview(marks_of(lambda: self.context.answers))
        self.panel = NotePanel(self.row_actions) if self.private else None
        self.bar = ListFoot(self)
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        self._begin(state.workshop.id)
        self._known = known_words(state)
        self.speakers.chips.set_people(chip_names(state), self.speakers.chips.current())
        rows = problem_rows(state, private=self.private)
        self.rows.set_rows(rows, near(self.rows.current_id(), self.rows.rows(), rows))
        self.rows.set_caption(tr("list.count", n=len(rows)))
        self._show_body()
        self._show_speaker()
        self.bar.show_state(state)
        self._show_note()
        self._show_repeat()
        self._suggest()

    def show_record(self, record_id: str) -> None:
        self.rows.set_current(record_id)
        self._show_speaker()
        self._show_note()

    def foot(self) -> FootContent:
        return self.bar.content()

    def focus_start(self) -> None:
        if self.preview.isVisibleTo(self):
            self.preview.list.setFocus()
        else:
            self.words.focus_line()

    def front(self) -> Front:
        return Front(step=Step.LIST, record_id=self.rows.current_id() or "")

    def in_hand(self) -> InHand | None:
        typed = self.words.entry.text().strip()
        return InHand(words=typed) if typed else super().in_hand()

    def handle_escape(self) -> bool:
        if self.preview.isVisibleTo(self):
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
        done = self.context.execute(AddProblem(words, self.speaker.id, heard_at=now()))
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
            self.context.execute(EditProblem(current, "speaker_id", who))
        if self.words.correcting:
            self.words.focus_line()
        else:
            self.rows.setFocus()

    def _paste(self, text: str) -> None:
        lines = paste_lines(text, self.session.state)
        if not lines:
            self.context.toast(tr("paste.nothing"))
            return
        self.speakers.for_next(self.speaker.id)
        self.preview.show_lines(lines)
        self._show_body()

    def _add_pasted(self, lines: object) -> None:
        words = lines if isinstance(lines, tuple) else ()
        done = self.context.execute(AddProblems(words, speaker_id=self.speaker.id, heard_at=now()))
        if done is not None:
            self.preview.added()
            if isinstance(done.result, tuple) and done.result:
                self.rows.set_current(done.result[-1])
            self.context.toast(tr("paste.done", n=len(words)), undo=True)

    def _start_correction(self) -> None:
        problem = self._problem
        if problem is not None and not self.preview.isVisibleTo(self):
            note = tr("list.correcting", number=problem.number)
            self._correcting, self._from_row = problem.id, self._of_row
            self.words.start_correction(note, problem.first_wording)

    def _correct(self, words: str) -> None:
        if self.context.execute(CorrectFirstWording(self._correcting, words)):
            self.words.end_correction()

    def _end_correction(self) -> None:
        (self.rows if self._from_row else self.words.entry).setFocus()

    def _remove(self) -> None:
        problem = self._problem
        if problem is not None and self.context.execute(RemoveProblem(problem.id)):
            self.context.toast(tr("list.removed", number=problem.number), undo=True)
            if not self.rows.rows():
                self.words.entry.setFocus()

    def _note(self, problem_id: str, text: str) -> None:
        self.context.execute(EditProblem(problem_id, "private_note", text))

    def _next_nameless(self) -> None:
        state = self.session.state
        nameless = [p.id for p in state.listed if p.speaker_id is None] if state else []
        if nameless and not self.preview.isVisibleTo(self):
            order = [row.id for row in self.rows.rows()]
            here = order.index(self.rows.current_id() or nameless[0])
            after = [one for one in nameless if order.index(one) > here]
            self.rows.setFocus()
            self.show_record((after or nameless)[0])

    # -- parts

    @property
    def _of_row(self) -> bool:
        return self.speakers.row_number is not None

    @property
    def _problem(self) -> Problem | None:
        state = self.session.state
        return state.problem(self.rows.current_id()) if state else None

    def _begin(self, workshop_id: str) -> None:
        """Leave nothing of another workshop in the lines."""
        if self._workshop_id not in ("", workshop_id):
            self.words.entry.clear()
            self.words.end_correction()
            self.preview.cancel()
        self._workshop_id = workshop_id

    def _show_body(self) -> None:
        pasting = self.preview.isVisibleTo(self)
        self.words.setVisible(not pasting)
        self.suggestion.setVisible(not pasting)
        self.rows.setVisible(not pasting and bool(self.rows.rows()))
        self._empty.setVisible(not pasting and not self.rows.rows())

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
        wanted = self.context.settings.list_suggestions == "on" and not self.words.correcting
        self.suggestion.show_for(self.words.entry.text() if wanted else "")

    def _arrange(self) -> None:
        metrics = theme().metrics
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        column.setSpacing(metrics.gap)
        column.addWidget(self.speakers)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self.words)
        lines.addWidget(self.suggestion)
        column.addLayout(lines)
        column.addWidget(self.rows, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self.preview, 1)
        layout = QHBoxLayout(self)
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
        self.suggestion.pressed.connect(lambda: self.context.go("catalogue"))
        self.words.entry.pasted_lines.connect(self._paste)
        self.speakers.chips.chosen.connect(self._choose_speaker)
        self.row_actions.correct_wanted.connect(self._start_correction)
        self.row_actions.remove_wanted.connect(self._remove)
        self.rows.current_changed.connect(lambda _id: (self._show_speaker(), self._show_note()))
        self.rows.activated.connect(lambda _id: self._start_correction())
        self.preview.accepted.connect(self._add_pasted)
        self.preview.closed.connect(self._end_paste)
        hands = HandOver(self.words.entry.field, self.rows)
        hands.to_field.connect(lambda: self.speakers.for_next(self.speaker.id))
        hands.to_rows.connect(self._show_row)
        Shortcut("F2", self, self._start_correction)
        self.bar.paste_wanted.connect(lambda: self._paste(clipboard_text()))
        self.bar.nameless_wanted.connect(self._next_nameless)
        self.bar.next_wanted.connect(lambda: self.context.go("sort"))
        self.bar.changed.connect(self._fit_foot)
        if self.panel is not None:
            self.panel.noted.connect(self._note)

    def _fit_foot(self) -> None:
        if self.isVisible():
            self.context.update_foot()

    def _end_paste(self) -> None:
        self._show_body()
        self.words.entry.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.rows.view.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)
