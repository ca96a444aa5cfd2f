"""The panel with all verdict rules, with the deciding one marked."""

from __future__ import annotations

from collections.abc import Mapping

from ui.components.task_panel import TaskPanel
from ui.pages.appraise.verdicts import verdict_word
from ui.rows.cells import Number, Outcome, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.widgets.boxes import column
from ui.widgets.text import Text
from workshop_app.domain.facts.verdicts import decision_of
from workshop_app.domain.problem import Problem
from workshop_app.domain.promises import OUTCOME_OF
from workshop_app.domain.state import WorkshopState
from workshop_app.domain.verdict_rules import RULES, Rule
from workshop_app.i18n import tr


class RulesPanel(TaskPanel):
    """The rules in order; the first one that matches decides."""

    def build(self) -> None:
        self.list = PagedList(tr("appraise.rules.label"))
        column(
            self,
            Text("body-quiet", tr("appraise.rules.lead")),
            (self.list, 1),
            gap=8,
        )

    def open(self, state: WorkshopState, problem: Problem, draft: Mapping[str, str]) -> None:
        super().open(state, problem, draft)
        self.list.set_current(decision_of(state, problem).rule.id)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        super().show_problem(state, problem)
        deciding = decision_of(state, problem).rule
        rows = [_row(index, rule, rule is deciding) for index, rule in enumerate(RULES, 1)]
        self.list.set_rows(rows, self.list.current_id() or deciding.id)

    def focus_start(self) -> None:
        self.list.setFocus()


def _row(index: int, rule: Rule, decides: bool) -> Row:
    mark = Outcome(OUTCOME_OF[rule.verdict], verdict_word(rule.verdict))
    tick = (Words(tr("appraise.rules.decides"), "check", "accent", bold=True),) if decides else ()
    words = tr(f"appraisal.rule.{rule.id}")
    return Row(rule.id, words, before=(Number(str(index)),), after=(*tick, mark), chosen=decides)
