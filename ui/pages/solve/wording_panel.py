"""The thread of a problem while it gets its concrete wording."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.components.panel import Panel
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem


class WordingPanel(Panel):
    """The first wording above, untouched; the concrete one below. Enter saves it."""

    NAME = "wording"
    HIDES_WORDS = True

    def build(self) -> None:
        self._first = LongText("room-quiet", most_lines=4)
        entry = self.add_entry("placeholder")
        entry.set_words(tr("solve.wording.concrete"), tr("solve.wording.placeholder"))
        entry.field.returned.connect(self.do)
        thread = Thread("room")
        thread.set_parts(
            [
                ThreadPart("speech", tr("solve.wording.first"), widget=self._first),
                ThreadPart("pen", tr("solve.wording.concrete"), widget=entry),
            ]
        )
        sheet = Sheet(spacing=12)
        for widget in (thread, self.error, Text("hint", tr("solve.wording.hint"))):
            sheet.content.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        column.addStretch(1)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._first.set_text(problem.first_wording)

    def restore(self, typed: dict[str, str]) -> None:
        super().restore(typed)
        if not typed and self.problem is not None:
            self.entries["placeholder"].set_text(self.problem.title)

    def typed(self) -> dict[str, str]:
        text = self.entries["placeholder"].text()
        same = self.problem is not None and text == self.problem.title
        return {} if same else {"placeholder": text}

    def do(self) -> None:
        if self.problem is None:
            return
        wording = self.said("placeholder")
        if wording == self.problem.first_wording:
            wording = ""  # no other words than the first ones: nothing was restated
        if wording != self.problem.wording:
            if self.api.execute(EditProblem(self.problem.id, "wording", wording)) is None:
                return
            self.api.toast(tr("solve.done.wording"), undo=True)
        self.finished.emit()
