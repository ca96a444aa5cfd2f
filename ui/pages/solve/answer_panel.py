"""The panel for an answer that the room finds itself, with its first steps."""

from __future__ import annotations

from ui.components.task_panel import TaskPanel
from ui.widgets.badge import Badge
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import PlayCard


class AnswerPanel(TaskPanel):
    """Enter moves from the answer to its steps; Ctrl+Enter records it."""

    def build(self) -> None:
        heading = Badge(OutcomeKind.SOLUTION, tr("solve.answer.heading"))
        sheet = self.add_sheet(heading, "solution")
        title = self.add_entry("title", tr("solve.answer.title"))
        steps = self.add_entry("text", tr("solve.answer.text"), line_breaks=True)
        self.add_primary(tr("solve.answer.do"))
        title.entered.connect(lambda _text: steps.setFocus())
        for widget in (title, steps, self.error):
            sheet.content.addWidget(widget)

    def do(self) -> None:
        title = self.entered("title")
        text = self.entered("text")
        if self.problem is None:
            return
        if not title:
            self.error.show_sentence(tr("solve.answer.needs_title"))
            self.entries["title"].setFocus()
            return
        command = PlayCard(self.problem.id, CardKind.ANSWER, title, text, worked_on=True)
        if self.api.execute(command) is None:
            return
        self.api.toast(tr("solve.done.answer"), undo=True)
        self.finished.emit()
