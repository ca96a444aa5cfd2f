"""Step 3, List: problems as they are said, in the words in which they are said."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.base import FootContent, Page
from ui.pages.list_parts.entry import RowActions, SpeakerLine, problem_line
from ui.pages.list_parts.note_panel import NotePanel
from ui.pages.list_parts.rows import known_words, number_with, problem_rows
from ui.pages.memory import memory
from ui.pages.moment import now
from ui.pages.pasting import clipboard_text, paste_lines
from ui.pages.people import chip_names, short_name
from ui.pages.registry import page
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.icon_label import IconLabel
from ui.widgets.paged_list import PagedList
from ui.widgets.paste_preview import PastePreview
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
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
        self._nameless_count = 0
        self.actions = RowActions()
        self.speakers = SpeakerLine(None if self.private else self.actions)
        self.words = problem_line()
        self.rows = PagedList(tr("list.rows"))
        self._empty = Text("room-quiet", tr("list.empty"), align=Qt.AlignmentFlag.AlignHCenter)
        self.preview = PastePreview()
        self.panel = NotePanel(self.actions) if self.private else None
        self._make_foot()
        self._arrange()
        self._connect()

    # -- showing

    def refresh(self, state: WorkshopState | None) -> None:
        if state is None:
            return
        self._known = known_words(state)
        self.speakers.chips.set_people(chip_names(state), self.speakers.chips.current())
        rows = problem_rows(state, private=self.private)
        current = self.rows.current_id() or (rows[-1].id if rows else None)
        self.rows.set_rows(rows, current if current in {r.id for r in rows} else self._near(rows))
        self.rows.set_caption(tr("list.count", n=len(rows)))
        self._show_body()
        self._show_speaker()
        self._show_nameless(state)
        self._show_note()
        self._show_repeat()

    def show_record(self, record_id: str) -> None:
        self.rows.set_current(record_id)
        self._show_speaker()
        self._show_note()

    def foot(self) -> FootContent:
        right: list[QWidget] = [self._nameless] if self._nameless_count else []
        left = self._foot_left[:1] if theme().metrics.compact else self._foot_left
        return FootContent(left=left, right=right, primary=self._next)

    def focus_start(self) -> None:
        if self.preview.isVisibleTo(self):
            self.preview.list.setFocus()
        else:
            self.words.entry.setFocus()

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
        done = self.context.execute(AddProblem(words, self._speaker, heard_at=now()))
        if done is not None:
            self.words.entry.clear()
            self.rows.set_current(str(done.result))
            self._show_note()
        self.words.entry.setFocus()

    def _choose_speaker(self, who: object | None) -> None:
        if not self._of_row:
            memory(self)["speaker"] = who
            self.focus_start()
            return
        current = self.rows.current_id()
        if current is not None:
            self.context.execute(EditProblem(current, "speaker_id", who))
        self.rows.setFocus()

    def _paste(self, text: str) -> None:
        lines = paste_lines(text, self.session.state)
        if not lines:
            self.context.toast(tr("paste.nothing"))
            return
        self.speakers.for_next(self._speaker)
        self.preview.show_lines(lines)
        self._show_body()

    def _add_pasted(self, lines: object) -> None:
        words = lines if isinstance(lines, tuple) else ()
        done = self.context.execute(AddProblems(words, speaker_id=self._speaker, heard_at=now()))
        if done is not None:
            self.preview.added()
            if isinstance(done.result, tuple) and done.result:
                self.rows.set_current(done.result[-1])
            self.context.toast(tr("paste.done", n=len(words)), undo=True)

    def _start_correction(self) -> None:
        problem = self._problem
        if problem is not None and not self.preview.isVisibleTo(self):
            note = tr("list.correcting", number=problem.number)
            self.words.start_correction(note, problem.first_wording)

    def _correct(self, words: str) -> None:
        problem = self._problem
        if problem is None or self.context.execute(CorrectFirstWording(problem.id, words)):
            self.words.end_correction()

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
    def _speaker(self) -> str | None:
        who = memory(self).get("speaker")
        state = self.session.state
        known = state is not None and state.participant(str(who)) is not None
        return str(who) if known else None

    @property
    def _of_row(self) -> bool:
        return self.speakers.row_number is not None

    @property
    def _problem(self) -> Problem | None:
        state = self.session.state
        return state.problem(self.rows.current_id()) if state else None

    def _near(self, rows: list) -> str | None:
        """The row that stands where the current one, now gone, stood."""
        before = [row.id for row in self.rows.rows()]
        current = self.rows.current_id()
        place = before.index(current) if current in before else len(rows)
        return rows[min(place, len(rows) - 1)].id if rows else None

    def _show_body(self) -> None:
        pasting = self.preview.isVisibleTo(self)
        self.words.setVisible(not pasting)
        self.rows.setVisible(not pasting and bool(self.rows.rows()))
        self._empty.setVisible(not pasting and not self.rows.rows())

    def _show_speaker(self) -> None:
        problem = self._problem
        if self._of_row and problem is not None:
            self.speakers.for_row(problem.number, problem.speaker_id)
        else:
            self.speakers.for_next(self._speaker)

    def _show_nameless(self, state: WorkshopState) -> None:
        count = sum(problem.speaker_id is None for problem in state.listed)
        shown, self._nameless_count = self._nameless_count, count if state.participants else 0
        self._nameless.setText(tr("list.nameless", n=count))
        if bool(shown) != bool(self._nameless_count):
            self.context.update_foot()

    def _show_note(self) -> None:
        state = self.session.state
        if self.panel is None or state is None:
            return
        problem = self._problem
        origin = ""
        if problem is not None:
            name = short_name(state, problem.speaker_id) or tr("list.no_speaker")
            source = tr(f"list.source.{problem.source.value}")
            origin = "  ".join(part for part in (name, source, _clock(problem.heard_at)) if part)
        self.panel.show_problem(problem, origin)

    def _show_repeat(self) -> None:
        number = number_with(self.words.entry.text(), self._known)
        note = "" if number is None else tr("list.repeat", number=number)
        self.words.entry.set_note(note)

    def _make_foot(self) -> None:
        paste = ActionButton(tr("list.paste"), "tray", "Ctrl+Shift+V")
        paste.clicked.connect(lambda: self._paste(clipboard_text()))
        leaves = QWidget()
        row = QHBoxLayout(leaves)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("document", "ink2", 18))
        row.addWidget(Text("meta", tr("list.leaves"), wrap=False))
        self._foot_left: list[QWidget] = [paste, leaves]
        self._nameless = ActionButton("", "person", "Alt+J", "note")
        self._nameless.clicked.connect(self._next_nameless)
        self._next = ActionButton(tr("list.next"), key="Ctrl+Enter")
        self._next.clicked.connect(lambda: self.context.go("sort"))

    def _arrange(self) -> None:
        metrics = theme().metrics
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(metrics.side, metrics.top, metrics.side, metrics.top)
        column.setSpacing(metrics.gap)
        column.addWidget(self.speakers)
        column.addWidget(self.words)
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
        self.words.closed.connect(self.words.entry.setFocus)
        self.words.entry.changed.connect(lambda _text: self._show_repeat())
        self.words.entry.pasted_lines.connect(self._paste)
        self.speakers.chips.chosen.connect(self._choose_speaker)
        self.actions.correct_wanted.connect(self._start_correction)
        self.actions.remove_wanted.connect(self._remove)
        self.rows.current_changed.connect(lambda _id: (self._show_speaker(), self._show_note()))
        self.rows.activated.connect(lambda _id: self._start_correction())
        self.preview.accepted.connect(self._add_pasted)
        self.preview.closed.connect(self._end_paste)
        self.rows.view.installEventFilter(self)
        self.words.entry.field.installEventFilter(self)
        Shortcut("F2", self, self._start_correction)
        theme().changed.connect(self._fit_foot)
        if self.panel is not None:
            self.panel.noted.connect(self._note)

    def _fit_foot(self) -> None:
        if self.isVisible():
            self.context.update_foot()

    def _end_paste(self) -> None:
        self._show_body()
        self.words.entry.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Chips are for the row while the list has the keyboard; Up and Down lead to it."""
        field = self.words.entry.field
        if event.type() == QEvent.Type.FocusIn:
            problem = self._problem
            if watched is field:
                self.speakers.for_next(self._speaker)
            elif problem is not None:
                self.speakers.for_row(problem.number, problem.speaker_id)
        elif watched is field and isinstance(event, QKeyEvent) and self._leads_to_rows(event):
            self.rows.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _leads_to_rows(self, event: QKeyEvent) -> bool:
        field = self.words.entry.field
        return (
            event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not field.composing
            and not field.uses(event)
            and bool(self.rows.rows())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.rows.view.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)


def _clock(heard_at: str) -> str:
    """The time of day of an ISO moment, or empty."""
    return heard_at.partition("T")[2][:5]
