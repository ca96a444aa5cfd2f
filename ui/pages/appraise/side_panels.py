"""Private mode: the problems with their verdicts at the left, the text for the product at right."""

from __future__ import annotations

from ui.components.problem_outline import Outline
from ui.components.side_layout import roomy
from ui.components.side_panel import SidePanel
from ui.pages.appraise.outline_words import appraise_row
from ui.pages.appraise.request_details import request_told
from ui.pages.appraise.verdict_details import verdict_told
from ui.theme.theme import theme
from workshop_app.domain.appraisal import Verdict
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class PrivateSides:
    """``outline`` and ``panel`` stand beside the work area where there is room for them."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.panel = SidePanel(tr("appraise.told.heading"))

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show all problems with their verdicts, and the text that came of ``problem``."""
        problems = state.to_appraise
        done = sum(state.verdict_of(each) is not Verdict.OPEN for each in problems)
        self.outline.show_rows(
            tr("appraise.strip"),
            tr("desk.outline.done", n=done, total=len(problems)),
            [appraise_row(state, each) for each in problems],
            problem.id,
        )
        self._tell(state, problem)

    def fit(self, at_work: bool) -> bool:
        """Show what there is room for; True where the list and the panel stand there."""
        wide = at_work and roomy()
        self.outline.setVisible(wide)
        self.panel.setVisible(wide)
        return wide

    def _tell(self, state: WorkshopState, problem: Problem) -> None:
        """In a low window the verdict has no place under the criteria and is told here first."""
        told = request_told(state, problem)
        low = theme().metrics.tight
        self.panel.set_heading(tr("appraise.told.verdict" if low else "appraise.told.heading"))
        self.panel.story.show_pieces([*verdict_told(state, problem), *told] if low else told[1:])
