"""The first wording of a problem, and the concrete one to be written."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui.components.page import FootContent
from ui.pages.appraise.panel import Panel
from ui.widgets.entry_line import EntryLine
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem


class WordingPanel(Panel):
    """The first wording stands above, untouched; Enter or Ctrl+Enter keeps the concrete one."""

    NAME = "wording"
    HIDES_WORDS = True

    def build(self) -> None:
        self._first = LongText("room-quiet", most_lines=4)
        label = tr("appraise.wording.concrete")
        self.entry = EntryLine(label, tr("appraise.wording.placeholder"))
        self.entry.field.returned.connect(self.do)
        self._do = self.make_primary(tr("appraise.wording.do"))
        self._do.clicked.connect(self.do)
        thread = Thread("room")
        first = ThreadPart("speech", tr("appraise.wording.first"), widget=self._first)
        thread.set_parts([first, ThreadPart("pen", label, widget=self.entry)])
        sheet = Sheet(spacing=12)
        sheet.content.addWidget(thread)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        column.addStretch(1)

    def open(self, state: WorkshopState, problem: Problem, typed: dict[str, str]) -> None:
        super().open(state, problem, typed)
        self.entry.set_text(typed.get("wording", problem.title))

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._first.set_text(problem.first_wording)

    def typed(self) -> dict[str, str]:
        return {"wording": self.entry.text()}

    def do(self) -> None:
        """Keep the wording; the first words again mean that there is no other one."""
        problem = self.problem
        self.entry.field.settle()
        if problem is None:
            return
        wording = self.entry.text().strip()
        wording = "" if wording == problem.first_wording else wording
        if wording == problem.wording or self.api.execute(
            EditProblem(problem.id, "wording", wording)
        ):
            self.closed.emit()

    def foot(self) -> FootContent:
        return FootContent(left=[self.back], primary=self._do)

    def focus_start(self) -> None:
        self.entry.setFocus()
