"""The panel for the outcome *not ours*, which requires a reason."""

from __future__ import annotations

from collections.abc import Mapping

from ui.components.task_panel import TaskPanel
from ui.widgets.badge import Badge
from ui.widgets.text import Text
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.solving import DecideNotOurs


class NotOursPanel(TaskPanel):
    """Enter or Ctrl+Enter records the outcome with the reason typed."""

    def build(self) -> None:
        heading = Badge(OutcomeKind.NOT_OURS, tr("solve.not_ours.heading"))
        sheet = self.add_sheet(heading, "not_ours")
        reason = self.add_entry("reason", tr("solve.not_ours.reason"))
        reason.entered.connect(lambda _text: self.do())
        self.add_primary(tr("solve.not_ours.do"))
        self._hint = Text("body-quiet", tr("solve.not_ours.hint"))
        for widget in (reason, self.error, self._hint):
            sheet.content.addWidget(widget)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        self._hint.setVisible(bool(state.cards_of(problem.id)))

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        if not draft and self.problem is not None:
            self.entries["reason"].set_text(self.problem.not_ours_reason)

    def typed(self) -> dict[str, str]:
        typed = super().typed()
        same = self.problem is not None and typed == {"reason": self.problem.not_ours_reason}
        return {} if same else typed

    def do(self) -> None:
        reason = self.entered("reason")
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
