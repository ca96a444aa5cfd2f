"""The panel in which a problem gets its concrete wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout

from ui.components.page import WindowApi
from ui.components.task_panel import TaskPanel
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.thread import Thread, ThreadPart
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.problems import EditProblem

_QUESTION = 1
"""Number of the part with the question."""
_FIRST_LINES = 4
"""Lines of the first wording that are shown at a time; one fewer with a question."""


class WordingPanel(TaskPanel):
    """The first wording, which is never changed, and below it a field for the concrete one.

    Enter saves. ``placeholder`` and ``save`` are the texts of the field and of the primary button;
    ``hint`` is shown below the field; ``saved`` is the toast after saving, if given. ``question``
    returns what is to be asked, or an empty text: it is shown between both wordings, and the hint
    says that the answer is to be added to the wording.
    """

    HIDES_WORDING = True

    def __init__(
        self,
        api: WindowApi,
        back: str = "",
        *,
        placeholder: str,
        save: str,
        hint: str = "",
        saved: str = "",
        question: Callable[[], str] | None = None,
    ) -> None:
        self._placeholder = placeholder
        self._save_words = save
        self._hint = hint
        self._saved = saved
        self._question = question
        super().__init__(api, back)

    def build(self) -> None:
        label = tr("solve.wording.concrete")
        self.first = LongText("room-quiet", most_lines=_FIRST_LINES)
        self.question = LongText("room", most_lines=3)
        entry = self.add_entry("wording", label)
        entry.set_words(label, self._placeholder)
        entry.field.returned.connect(self.do)
        self.add_primary(self._save_words)
        self.wordings = Thread("room")
        self.wordings.set_parts(
            [
                ThreadPart("speech", tr("solve.wording.first"), widget=self.first),
                ThreadPart("people", tr("solve.statement.ask"), widget=self.question),
                ThreadPart("pen", label, widget=entry),
            ]
        )
        self.sheet = Sheet(spacing=12)
        self.sheet.content.addWidget(self.wordings)
        self.sheet.content.addWidget(self.error)
        self.hint = Text("hint", self._hint)
        self.sheet.content.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        column.addStretch(1)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self.first.set_text(problem.first_wording)
        question = self._question() if self._question is not None else ""
        self.first.set_most_lines(_FIRST_LINES - bool(question))
        self.question.set_text(question)
        self.wordings.show_part(_QUESTION, bool(question))
        hint = tr("solve.wording.answer") if question else self._hint
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        if not draft and self.problem is not None:
            self.entries["wording"].set_text(self.problem.title)

    def typed(self) -> dict[str, str]:
        text = self.entries["wording"].text()
        same = self.problem is not None and text == self.problem.title
        return {} if same else {"wording": text}

    def do(self) -> None:
        if self.problem is None:
            return
        wording = self.entered("wording")
        if wording == self.problem.first_wording:
            wording = ""  # equal to the first wording means that there is no concrete one
        if wording != self.problem.wording:
            if self.api.execute(EditProblem(self.problem.id, "wording", wording)) is None:
                return
            if self._saved:
                self.api.toast(self._saved, undo=True)
        self.finished.emit()
