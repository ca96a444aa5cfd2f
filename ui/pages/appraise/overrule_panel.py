"""The panel in which a person overrules the verdict of the rules."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_button, bind_each
from ui.actions.offered import Offers, left
from ui.components.field_panel import FieldPanel, FieldTask, PanelField, Values
from ui.components.window_api import WindowApi
from ui.pages.appraise.verdicts import verdict_word
from ui.rows.cells import Number
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.boxes import STRETCH, beside, column, row
from ui.widgets.text import Text
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.facts.verdicts import appraisal_of, decision_of, verdict_of
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import OUTCOME_OF
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.commands.appraising import Overrule

_VERDICTS = tuple(verdict for verdict in Verdict if verdict is not Verdict.OPEN)


class OverrulePanel(FieldPanel):
    """Alt+1 to Alt+7, or Up and Down, choose a verdict; Enter moves on to reason and name."""

    def __init__(self, api: WindowApi, back: str) -> None:
        self._initial: dict[str, str] = {}
        fields = {
            "reason": PanelField(
                tr("appraise.overrule.reason"),
                tr("appraise.overrule.why"),
                needed=tr("appraise.overrule.needs_reason"),
            ),
            "by": PanelField(tr("appraise.overrule.by"), role="body"),
        }
        task = FieldTask(
            fields,
            tr("appraise.overrule.do"),
            self._overruled,
            done=lambda _problem: tr("appraise.overrule.done"),
            saved=lambda _problem: self._initial,
        )
        super().__init__(api, task, back)

    def build(self) -> None:
        self.verdicts = PagedList(tr("appraise.overrule.verdicts"))
        self._own = Badge(OutcomeKind.OPEN)
        self._rule = Text("body-quiet")
        super().build()
        bind_button(self, "appraise.take_back", self._return_to_rules)
        self.verdicts.activated.connect(lambda _id: self.entries["reason"].setFocus())
        self.verdicts.current_changed.connect(lambda _id: self._show_verdicts())
        bind_each(self, "appraise.verdict", self._choose_number)

    def open(self, state: WorkshopState, problem: Problem, draft: Mapping[str, str]) -> None:
        appraisal = appraisal_of(state, problem)
        verdict = verdict_of(state, problem)
        self._initial = {
            "verdict": (verdict if verdict in _VERDICTS else Verdict.REQUEST).value,
            "reason": appraisal.override_reason,
            "by": appraisal.override_by or state.workshop.facilitator,
        }
        super().open(state, problem, draft)

    def restore(self, draft: Mapping[str, str]) -> None:
        super().restore(draft)
        self._show_verdicts(draft.get("verdict") or self._initial["verdict"])

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        decision = decision_of(state, problem)
        self._own.set_outcome(OUTCOME_OF[decision.verdict], verdict_word(decision.verdict))
        self._rule.setText(tr(f"appraisal.rule.{decision.rule.id}"))

    def typed(self) -> dict[str, str]:
        texts = {name: entry.text() for name, entry in self.entries.items()}
        values = {"verdict": self.verdicts.current_id() or ""} | texts
        return values if values != self._initial else {}

    def _overruled(self, problem: Problem, values: Values) -> Overrule | None:
        """Return the command that records the chosen verdict with reason and name."""
        chosen = self.verdicts.current_id()
        if chosen is None:
            return None
        return Overrule(problem.id, Verdict(chosen), values["reason"], values["by"])

    def offered(self) -> Offers:
        overruled = appraisal_of(self.state, self.problem).override is not None
        return super().offered() | {"appraise.take_back": left()._replace(enabled=overruled)}

    def focus_start(self) -> None:
        self.verdicts.setFocus()

    def _return_to_rules(self) -> None:
        done = tr("appraise.overrule.taken_back")
        if self.api.execute(Overrule(self.problem.id, None), done=done):
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

    def arrange(self) -> None:
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
        )
        for label, entry in self.entries.items():
            layout.addWidget(Text("body-quiet", tr(f"appraise.overrule.{label}")))
            layout.addWidget(entry)
        layout.addWidget(self.error)
        layout.addStretch(1)
        beside(self, (self.verdicts, 5), (side, 5), gap=theme().metrics.gap + 8)
