"""The panel in which a person overrules the verdict of the rules."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind, bind_each
from ui.actions.offered import Offers, left
from ui.components.task_panel import TaskPanel
from ui.pages.appraise.verdicts import appraisal_of, verdict_word
from ui.rows.cells import Number
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import NO_MARGINS, STRETCH, column, row
from ui.widgets.entry_line import EntryLine
from ui.widgets.text import Text
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import OUTCOME_OF
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import Overrule

_VERDICTS = tuple(verdict for verdict in Verdict if verdict is not Verdict.OPEN)


class OverrulePanel(TaskPanel):
    """Alt+1 to Alt+7, or Up and Down, choose a verdict; Enter moves on to reason and name."""

    def build(self) -> None:
        self._initial: dict[str, str] = {}
        self.verdicts = PagedList(tr("appraise.overrule.verdicts"), footer=False)
        self.reason = EntryLine(tr("appraise.overrule.reason"), tr("appraise.overrule.why"))
        self.by = EntryLine(tr("appraise.overrule.by"), tr("appraise.overrule.by"), role="body")
        self._own = Badge(OutcomeKind.OPEN)
        self._rule = Text("body-quiet", "")
        self.add_primary(tr("appraise.overrule.do"))
        bind(self, "appraise.take_back", self._return_to_rules, on_button=True)
        self._arrange()
        self.verdicts.activated.connect(lambda _id: self.reason.setFocus())
        self.verdicts.current_changed.connect(lambda _id: self._show_verdicts())
        self.reason.entered.connect(lambda _text: self.by.setFocus())
        self.by.field.returned.connect(self.do)
        self.reason.changed.connect(lambda _text: self.error.show_sentence(""))
        bind_each(self, "appraise.verdict", self._choose_number)

    def open(self, state: WorkshopState, problem: Problem, draft: Mapping[str, str]) -> None:
        appraisal = appraisal_of(state, problem)
        verdict = state.verdict_of(problem)
        self._initial = {
            "verdict": (verdict if verdict in _VERDICTS else Verdict.REQUEST).value,
            "reason": appraisal.override_reason,
            "by": appraisal.override_by or state.workshop.facilitator,
        }
        super().open(state, problem, draft)

    def restore(self, draft: Mapping[str, str]) -> None:
        values = {**self._initial, **draft}
        self.error.show_sentence("")
        self.reason.set_text(values["reason"])
        self.by.set_text(values["by"])
        self._show_verdicts(values["verdict"])

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        decision = state.decision_of(problem)
        self._own.set_outcome(OUTCOME_OF[decision.verdict], verdict_word(decision.verdict))
        self._rule.setText(tr(f"appraisal.rule.{decision.rule.id}"))

    def typed(self) -> dict[str, str]:
        values = {
            "verdict": self.verdicts.current_id() or "",
            "reason": self.reason.text(),
            "by": self.by.text(),
        }
        return values if values != self._initial else {}

    def do(self) -> None:
        """Record the chosen verdict with reason and name."""
        chosen = self.verdicts.current_id()
        problem = self.problem
        for entry in (self.reason, self.by):
            entry.field.settle()
        reason = self.reason.text().strip()
        if problem is None or chosen is None:
            return
        if not reason:
            self.error.show_sentence(tr("appraise.overrule.needs_reason"))
            self.reason.setFocus()
            return
        command = Overrule(problem.id, Verdict(chosen), reason, self.by.text())
        if self.api.execute(command) is not None:
            self.api.toast(tr("appraise.overrule.done"), undo=True)
            self.finished.emit()

    def offered(self, state: WorkshopState | None) -> Offers:
        overruled = (
            state is not None
            and self.problem is not None
            and appraisal_of(state, self.problem).override is not None
        )
        return super().offered(state) | {"appraise.take_back": left()._replace(enabled=overruled)}

    def focus_start(self) -> None:
        self.verdicts.setFocus()

    def _return_to_rules(self) -> None:
        if self.problem is not None and self.api.execute(Overrule(self.problem.id, None)):
            self.api.toast(tr("appraise.overrule.taken_back"), undo=True)
            self.finished.emit()

    def _choose_number(self, number: int) -> None:
        self._show_verdicts(_VERDICTS[number - 1].value)

    def _show_verdicts(self, current: str | None = None) -> None:
        wanted = current or self.verdicts.current_id()
        rows = [
            Row(
                verdict.value,
                verdict_word(verdict),
                before=(Number(str(number)),),
                chosen=verdict.value == wanted,
            )
            for number, verdict in enumerate(_VERDICTS, 1)
        ]
        self.verdicts.set_rows(rows, wanted)

    def _arrange(self) -> None:
        side = QWidget()
        layout = column(
            side,
            row(
                None,
                Text("body-quiet", tr("appraise.verdict.by_rules"), wrap=False),
                self._own,
                STRETCH,
                gap=8,
            ),
            self._rule,
            8,
            gap=8,
            around=NO_MARGINS,
        )
        for label, entry in (("reason", self.reason), ("by", self.by)):
            layout.addWidget(Text("body-quiet", tr(f"appraise.overrule.{label}")))
            layout.addWidget(entry)
        layout.addWidget(self.error)
        layout.addStretch(1)
        row(self, (self.verdicts, 5), (side, 5), gap=theme().metrics.gap + 8, around=NO_MARGINS)
