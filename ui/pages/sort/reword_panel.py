"""The panel in which a problem gets its concrete wording."""

from __future__ import annotations

from typing import ClassVar

from ui.pages.sort.panel import SortPanel, first_wording
from ui.pages.sort.wording_helper import WordingHelper
from ui.widgets.entry_line import EntryLine
from ui.widgets.more_button import MoreButton
from ui.widgets.sheet import Sheet
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem


class RewordPanel(SortPanel):
    """The first wording above, the concrete one below; Enter saves it.

    Five optional questions under it help to make one.
    """

    done_words: ClassVar[str] = "sort.reword.do"

    def build(self) -> None:
        self._first = first_wording(4)
        label = tr("sort.reword.concrete")
        self.entry = EntryLine(label, tr("sort.reword.placeholder"))
        self.entry.field.returned.connect(self._enter)
        self.entry.changed.connect(lambda _text: self.error.show_sentence(""))
        self.helper = WordingHelper(self._wording)
        self.helper.composed.connect(self.entry.set_text)
        self.helper.left.connect(self.entry.setFocus)
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
        self.column.addWidget(self.helper)
        self.column.addStretch(1)

    def open(self, state: WorkshopState, problem: Problem) -> None:
        self.show_problem(state, problem)
        self.error.show_sentence("")
        words, *answers = self.drafts.get(problem.id, [problem.title])
        self.entry.set_text(words)
        self.helper.begin(words, answers)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._first.set_text(problem.first_wording)

    def keep(self) -> None:
        if self.problem is None:
            return
        answers = self.helper.answers()
        text = self._wording()
        if text == self.problem.title and not answers:
            self.drafts.pop(self.problem.id, None)
        else:
            self.drafts[self.problem.id] = [text, *answers]

    def do(self) -> bool:
        """Save; the first words again mean that there are no others."""
        problem = self.problem
        if problem is None:
            return True
        self.helper.take()
        wording = self._wording()
        wording = "" if wording == problem.first_wording else wording
        if wording != problem.wording and not self.api.execute(
            EditProblem(problem.id, "wording", wording)
        ):
            return False
        self.drafts.pop(problem.id, None)
        return True

    def focus_start(self) -> None:
        (self.helper.entry if self.helper.asking else self.entry).setFocus()

    def leave(self) -> bool:
        return self.helper.leave()

    def _enter(self) -> None:
        if self.do():
            self.closed.emit()

    def _wording(self) -> str:
        self.entry.field.settle()
        return self.entry.text().strip()
