"""The list that arrived before the session: each line becomes a problem without a speaker."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from ui.actions.binding import bind
from ui.components.action_toggle import action_toggle
from ui.components.clipboard_lines import clipboard_text, paste_lines
from ui.components.problem_commands import ProblemCommands
from ui.components.section import Section, turn_list
from ui.components.suggestions import answer_marks
from ui.components.timestamps import now
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.marked_rows import MarkedRowsView
from ui.widgets.paged_list import PagedList
from ui.widgets.paste_preview import PastePreview
from ui.widgets.rows import Row
from ui.widgets.text import Text
from workshop_app.domain.errors import UserError
from workshop_app.domain.problem import Source
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import AddProblems
from workshop_app.services.imports.read import read_text_file


class ReceivedListSection(Section):
    """Paste a list or, in private mode where file names may be seen, read one from a file."""

    NAME = "advance"

    def build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        paste = bind(
            self, "prepare.paste", lambda: self.preview_text(clipboard_text()), on_button=True
        )
        self.paste = ActionButton(action=paste)
        row = Flow(10) if theme().stacked else QHBoxLayout()
        row.addWidget(self.paste)
        if self.private:
            choose = bind(self, "prepare.file", self._choose_file, on_button=True)
            self.file = ActionButton(action=choose)
            row.addWidget(self.file)
            self.hold = action_toggle("prepare.hold")
            row.addWidget(self.hold)
        self._hint = Text("body-quiet", tr(f"prepare.advance_hint{'_private' * self.private}"))
        if isinstance(row, QHBoxLayout):
            row.addWidget(self._hint, 1)
        marks = answer_marks(lambda: self.api.answers)
        divide = bind(self, "prepare.split", self._divide, on_button=True)
        self.preview = PastePreview(marks, divide=divide)
        self.preview.accepted.connect(self._add)
        self.preview.closed.connect(self._show_list)
        view = MarkedRowsView(self.role, marks)
        self.rows = PagedList(
            tr("prepare.advance_list"), role=self.role, view=view, paging_keys=False
        )
        self.rows.row_actions = ("row.remove",)
        bind(self.rows, "row.remove", self._remove, listens=False)
        column.addLayout(row)
        if theme().stacked:
            column.addWidget(self._hint)
        column.addWidget(self.preview, 1)
        column.addWidget(self.rows, 1)
        self.setFocusProxy(self.paste)

    def refresh(self, state: WorkshopState) -> None:
        shown = (*state.listed, *state.inbox) if self.private else state.listed
        received = [problem for problem in shown if problem.source is Source.ADVANCE]
        rows = [Row(p.id, p.first_wording, number=str(p.number)) for p in received]
        ids = [row.id for row in rows]
        current = self.rows.current_id()
        self.rows.set_rows(rows, current if current in ids else next(iter(ids), None))
        self.rows.set_caption(tr("prepare.advance_count", n=len(received)))

    def preview_text(self, text: str) -> None:
        """Show what a text would become."""
        lines = paste_lines(text, self.api.session.state)
        if not lines:
            self.api.toast(tr("paste.nothing"))
            return
        self.rows.hide()
        self.preview.show_lines(lines)

    def preview_file(self, path: Path) -> None:
        """Show what a text file would become; says in one sentence why it cannot be read."""
        try:
            text = read_text_file(path)
        except UserError as error:
            self.api.say_error(tr(error.key, **error.values))
            return
        self.preview_text(text)

    def turn(self, by: int) -> bool:
        if self.preview.isVisibleTo(self):
            return True
        return turn_list(self.rows, by)

    def handle_escape(self) -> bool:
        if not self.preview.isVisibleTo(self):
            return False
        self.preview.cancel()
        return True

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr("prepare.advance_file"), "", tr("prepare.advance_filter")
        )
        if name:
            self.preview_file(Path(name))

    def _add(self, lines: object) -> None:
        words = lines if isinstance(lines, tuple) else ()
        held = self.private and self.hold.isChecked()
        command = AddProblems(words, source=Source.ADVANCE, heard_at=now(), held=held)
        done = self.api.execute(command)
        if done is not None:
            self.preview.added()
            self.api.toast(tr("paste.done", n=len(words)), undo=True)

    def _remove(self) -> bool:
        problem = self.state.problem(self.rows.current_id())
        return problem is not None and ProblemCommands(self.api).remove(problem)

    def _divide(self) -> None:
        self.preview.divide()

    def _show_list(self) -> None:
        self.rows.show()
        self.paste.setFocus()
