"""The thread of a problem while it gets its concrete wording."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.sort_parts.panel import Panel, first_wording
from ui.widgets.entry_line import EntryLine
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.more_button import MoreButton
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem

_CHECKLIST = {
    "who": "person",
    "what": "target",
    "where": "server",
    "how_often": "clock",
    "what_then": "arrow-right",
}


class RewordPanel(Panel):
    """The first wording above, untouched; the concrete one below. Enter saves it."""

    def build(self) -> None:
        self._first = first_wording(4)
        label = tr("sort.reword.concrete")
        self.entry = EntryLine(label, tr("sort.reword.placeholder"))
        self.entry.field.returned.connect(self._enter)
        self.entry.changed.connect(lambda _text: self.error.show_sentence(""))
        thread = Thread("room")
        thread.set_parts(
            [
                ThreadPart("speech", tr("sort.reword.first"), widget=self._first),
                ThreadPart("pen", label, widget=self.entry),
            ]
        )
        sheet = Sheet(spacing=12)
        for widget in (thread, MoreButton(self._first), self.error):
            sheet.content.addWidget(widget)
        self.column.addWidget(sheet)
        self.column.addWidget(_checklist())
        self.column.addStretch(1)

    def open(self, state: WorkshopState, problem: Problem) -> None:
        self.show_problem(state, problem)
        self.error.show_sentence("")
        self.entry.set_text(self.drafts.get(problem.id, [problem.title])[0])

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._first.set_text(problem.first_wording)

    def keep(self) -> None:
        if self.problem is None:
            return
        text = self._wording()
        if text == self.problem.title:
            self.drafts.pop(self.problem.id, None)
        else:
            self.drafts[self.problem.id] = [text]

    def do(self) -> bool:
        """Save; the first words again mean that there are no others."""
        problem = self.problem
        if problem is None:
            return True
        wording = self._wording()
        wording = "" if wording == problem.first_wording else wording
        if wording != problem.wording and not self.context.execute(
            EditProblem(problem.id, "wording", wording)
        ):
            return False
        self.drafts.pop(problem.id, None)
        return True

    def focus_start(self) -> None:
        self.entry.setFocus()

    def _enter(self) -> None:
        if self.do():
            self.closed.emit()

    def _wording(self) -> str:
        self.entry.field.settle()
        return self.entry.text().strip()


def _checklist() -> QWidget:
    """What a wording that can be solved tells: a quiet hint that blocks nothing."""
    hint = QWidget()
    row = Flow(18, hint)
    row.addWidget(Text("meta", tr("sort.reword.checklist"), wrap=False))
    for part, icon in _CHECKLIST.items():
        item = QWidget()
        pair = QHBoxLayout(item)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(6)
        pair.addWidget(IconLabel(icon, "ink3", 18))
        pair.addWidget(Text("meta", tr(f"sort.reword.{part}"), wrap=False))
        row.addWidget(item)
    return hint
