"""The panel that splits a problem: two lines, both initially with its wording."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout

from ui.components.task_panel import TaskPanel
from ui.widgets.long_text import LongText
from ui.widgets.more_button import MoreButton
from ui.widgets.sheet import Sheet
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.sorting import SplitProblem

_PARTS = ("one", "two")


class SplitPanel(TaskPanel):
    """The first part remains the problem itself; the second becomes a new one next to it."""

    def build(self) -> None:
        self._first = LongText("room-quiet", most_lines=2)
        thread = Thread("room")
        parts = [ThreadPart("speech", tr("sort.reword.first"), widget=self._first)]
        for name in _PARTS:
            label = tr(f"sort.split.{name}")
            parts.append(ThreadPart("split", label, widget=self.add_entry(name, label)))
        self.entries["one"].field.returned.connect(self.entries["two"].setFocus)
        self.entries["two"].field.returned.connect(self.do)
        self.add_primary(tr("sort.split.do"))
        thread.set_parts(parts)
        sheet = Sheet(spacing=12)
        for widget in (thread, MoreButton(self._first), self.error):
            sheet.content.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        column.addStretch(1)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._first.set_text(problem.first_wording)

    def restore(self, draft: Mapping[str, str]) -> None:
        title = self.problem.title if self.problem is not None else ""
        super().restore(draft or dict.fromkeys(_PARTS, title))

    def typed(self) -> dict[str, str]:
        typed = {name: self.entered(name) for name in _PARTS}
        same = self.problem is not None and set(typed.values()) == {self.problem.title}
        return {} if same else typed

    def do(self) -> None:
        """Split the problem; two equal parts are refused."""
        if self.problem is None:
            return
        parts = tuple(self.entered(name) for name in _PARTS)
        if parts[0] == parts[1]:
            self.error.show_sentence(tr("sort.split.equal"))
            return
        number = self.problem.number
        if self.api.execute(SplitProblem(self.problem.id, parts)) is not None:
            self.api.toast(tr("sort.split.done", number=number), undo=True)
            self.finished.emit()
