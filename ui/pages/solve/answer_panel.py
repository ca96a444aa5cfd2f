"""An answer written on the spot, with its first steps."""

from __future__ import annotations

from ui.components.panel import Panel, badge_heading
from workshop_app.domain.outcome import CardKind, OutcomeKind
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import PlayCard


class AnswerPanel(Panel):
    """Enter goes from the answer to its steps; Ctrl+Enter records it."""

    NAME = "answer"

    def build(self) -> None:
        heading = badge_heading(OutcomeKind.SOLUTION, tr("solve.answer.heading"))
        sheet = self.make_sheet("solution", heading)
        title = self.add_entry("title")
        steps = self.add_entry("text", breaks=True)
        title.entered.connect(lambda _text: steps.setFocus())
        for widget in (title, steps, self.error):
            sheet.content.addWidget(widget)

    def do(self) -> None:
        title, text = self.said("title"), self.said("text")
        if self.problem is None:
            return
        if not title:
            self.error.show_sentence(tr("solve.answer.needs_title"))
            self.entries["title"].setFocus()
            return
        command = PlayCard(self.problem.id, CardKind.ANSWER, title, text)
        if self.api.execute(command) is None:
            return
        self.api.toast(tr("solve.done.answer"), undo=True)
        self.finished.emit()
