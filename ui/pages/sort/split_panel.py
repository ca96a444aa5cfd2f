"""The panel that splits a problem: two lines, both with its wording at first."""

from __future__ import annotations

from typing import ClassVar

from ui.pages.sort.panel import SortPanel, first_wording
from ui.widgets.entry_line import EntryLine
from ui.widgets.more_button import MoreButton
from ui.widgets.sheet import Sheet
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.sorting import SplitProblem


class SplitPanel(SortPanel):
    """The first part stays the problem itself; the second becomes a new one beside it."""

    done_words: ClassVar[str] = "sort.split.do"

    def build(self) -> None:
        self._first = first_wording(2)
        labels = (tr("sort.split.one"), tr("sort.split.two"))
        self.entries = tuple(EntryLine(label, label) for label in labels)
        self.entries[0].field.returned.connect(self.entries[1].setFocus)
        self.entries[1].field.returned.connect(self._enter)
        thread = Thread("room")
        parts = [ThreadPart("speech", tr("sort.reword.first"), widget=self._first)]
        for label, entry in zip(labels, self.entries, strict=True):
            parts.append(ThreadPart("split", label, widget=entry))
            entry.changed.connect(lambda _text: self.error.show_sentence(""))
        thread.set_parts(parts)
        sheet = Sheet(spacing=12)
        for widget in (thread, MoreButton(self._first), self.error):
            sheet.content.addWidget(widget)
        self.column.addWidget(sheet)
        self.column.addStretch(1)

    def open(self, state: WorkshopState, problem: Problem) -> None:
        self.show_problem(state, problem)
        self.error.show_sentence("")
        kept = self.drafts.get(problem.id, [problem.title, problem.title])
        for entry, text in zip(self.entries, kept, strict=True):
            entry.set_text(text)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._first.set_text(problem.first_wording)

    def keep(self) -> None:
        if self.problem is None:
            return
        parts = self._parts()
        if parts == [self.problem.title] * 2:
            self.drafts.pop(self.problem.id, None)
        else:
            self.drafts[self.problem.id] = parts

    def do(self) -> bool:
        """Split; two equal parts would be one problem twice."""
        problem, parts = self.problem, self._parts()
        if problem is None:
            return True
        if parts[0] == parts[1]:
            self.error.show_sentence(tr("sort.split.equal"))
            return False
        if not self.api.execute(SplitProblem(problem.id, tuple(parts))):
            return False
        self.drafts.pop(problem.id, None)
        self.api.toast(tr("sort.split.done", number=problem.number), undo=True)
        return True

    def focus_start(self) -> None:
        self.entries[0].setFocus()

    def _enter(self) -> None:
        if self.do():
            self.closed.emit()

    def _parts(self) -> list[str]:
        for entry in self.entries:
            entry.field.settle()
        return [entry.text().strip() for entry in self.entries]
