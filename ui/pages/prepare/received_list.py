"""The list received before the session: each line, or row of a table, becomes a problem."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, button_for
from ui.components.action_switch import action_switch
from ui.components.empty_state import EmptyState
from ui.components.list_paste import ListPaste, clipboard_text
from ui.components.method_heard import correct_method
from ui.components.private_button import private_button
from ui.components.section import PreviewingSection
from ui.components.suggestions import answer_marks
from ui.forms.record_list import RecordCommands, RecordList
from ui.pages.prepare.words import received_list
from ui.rows.cells import Number
from ui.rows.marked_rows import MarkedRowsView
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column, flow, row
from ui.widgets.text import Text
from workshop_app.domain.problem import Source
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import RemoveProblem
from workshop_app.services.imports.text import ListLine


class ReceivedListSection(PreviewingSection[ListPaste]):
    """Paste a list or, in private mode since file names are visible, read one from a file."""

    NAME = "advance"

    preview_toggled = Signal()
    """The preview was shown or hidden."""

    def build(self) -> None:
        paste = bind(self, "prepare.paste", lambda: self.preview_text(clipboard_text()))
        self.paste = ActionButton(action=paste)
        buttons: list[QWidget] = [self.paste]
        if self.private:
            self.file = button_for(self, "prepare.file", self.choose_file)
            self.hold = action_switch("prepare.hold")
            buttons += [self.file, self.hold]
        else:
            words = tr("prepare.advance_file_private")
            buttons.append(private_button(self.api, words, kind="note"))
        self._hint = Text("body-quiet", tr(f"prepare.advance_hint{'_private' * self.private}"))
        below = theme().stacked or (self.private and theme().metrics.narrow)
        self._buttons = QWidget()
        if theme().stacked:
            flow(self._buttons, *buttons, gap=10)
        else:  # the focus ring of a button does not touch the next one
            row(self._buttons, *buttons, None if below else (self._hint, 99), STRETCH, gap=12)
        self.preview = ListPaste(self.api, divide="prepare.split", paging_keys=False)
        self.preview.accepted.connect(self._add)
        self.preview.closed.connect(self._show_list)
        view = None
        if self.private:
            view = MarkedRowsView(self.role, answer_marks(lambda: self.api.answers))
        self.rows = PagedList(
            tr("prepare.advance_list"), role=self.role, view=view, paging_keys=False
        )
        self._empty = EmptyState(tr("prepare.advance_empty"))
        self.records = RecordList(
            self.api,
            self.rows,
            RecordCommands(RemoveProblem, self._said_of_removal),
            nothing=self._empty,
        )
        self.records.offer({"prepare.way": self._correct_method, "row.remove": self.records.remove})
        hint = self._hint if below else None
        lists = [(part, 1) for part in (self.preview, self._empty, self.rows)]
        column(self, self._buttons, hint, *lists, gap=12)
        self.setFocusProxy(self.paste)

    def refresh(self, state: WorkshopState) -> None:
        received = received_list(state, private=self.private)
        rows = [Row(p.id, p.first_wording, before=(Number(str(p.number)),)) for p in received]
        self.records.show(rows)
        if not self.preview.isHidden():
            self.records.show_rows(False)

    def preview_text(self, text: str) -> None:
        if self.preview.show_text(text):
            self._show_preview()

    def preview_files(self, paths: Sequence[Path]) -> None:
        """Show the preview of a file; an error says why it cannot be read."""
        if self.preview.show_files(paths):
            self._show_preview()

    def choose_file(self) -> None:
        """Ask for a file in the system's dialog and show its preview."""
        if self.preview.choose_file():
            self._show_preview()

    def _add(self, lines: Sequence[ListLine]) -> None:
        held = self.private and self.hold.isChecked()
        command = self.preview.addition(lines, source=Source.ADVANCE, held=held)
        if self.api.execute(command, done=tr("paste.done", n=len(command.lines))) is not None:
            self.preview.added()

    def _said_of_removal(self, problem_id: str) -> str:
        problem = self.state.problem(problem_id)
        return tr("list.removed", number=problem.number if problem is not None else "")

    def _correct_method(self, problem_id: str) -> bool:
        problem = self.state.problem(problem_id)
        return problem is not None and correct_method(self.api, self.rows, (problem,))

    def _show_preview(self) -> None:
        self.records.show_rows(False)
        for part in (self._buttons, self._hint):
            part.hide()
        self.preview_toggled.emit()

    def _show_list(self) -> None:
        self.records.show_rows(True)
        self._buttons.show()
        self._hint.show()
        self.paste.setFocus()
        self.preview_toggled.emit()
