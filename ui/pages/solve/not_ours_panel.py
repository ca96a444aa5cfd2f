"""The outcome *not ours*, which always carries a reason."""

from __future__ import annotations

from ui.components.panel import Panel, badge_heading
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import DecideNotOurs


class NotOursPanel(Panel):
    """Enter or Ctrl+Enter ends the problem with the reason typed."""

    NAME = "not_ours"

    def build(self) -> None:
        heading = badge_heading(OutcomeKind.NOT_OURS, tr("solve.not_ours.heading"))
        sheet = self.make_sheet("not_ours", heading)
        reason = self.add_entry("reason")
        reason.entered.connect(lambda _text: self.do())
        self._hint = Text("body-quiet", tr("solve.not_ours.hint"))
        for widget in (reason, self.error, self._hint):
            sheet.content.addWidget(widget)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._hint.setVisible(bool(state.cards_of(problem.id)))

    def restore(self, typed: dict[str, str]) -> None:
        super().restore(typed)
        if not typed and self.problem is not None:
            self.entries["reason"].set_text(self.problem.not_ours_reason)

    def do(self) -> None:
        reason = self.said("reason")
        if self.problem is None:
            return
        if not reason:
            self.error.show_sentence(tr("solve.not_ours.needs_reason"))
            self.focus_start()
            return
        if self.api.execute(DecideNotOurs(self.problem.id, reason)) is None:
            return
        self.api.toast(tr("solve.done.not_ours"), undo=True)
        self.finished.emit()
