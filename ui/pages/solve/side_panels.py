"""Private mode: the chosen problems at the left, and at the right what the one in hand comes to."""

from __future__ import annotations

from ui.components.problem_notes import ProblemSide
from ui.components.problem_outline import Outline
from ui.components.problem_words import solve_row
from ui.components.side_layout import roomy
from ui.components.side_panel import SidePanel
from ui.pages.solve import problem_queue as hand
from ui.pages.solve.outcome_details import conclusion
from ui.theme.theme import theme
from ui.widgets.edit_area import EditArea
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr
from workshop_app.services.answers import Answers


class PrivateSides:
    """``outline`` and ``panel`` stand beside the work area where there is room for them."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.outline = Outline()
        self.side = ProblemSide(in_panel=True)
        self.panel = SidePanel(tr("solve.conclusion.heading"), self.side)

    @property
    def note(self) -> EditArea:
        """The private note of the problem in hand."""
        return self.side.note

    def show_problem(self, state: WorkshopState, problem: Problem, everything: bool) -> None:
        """Show all problems in hand, and what ``problem`` comes to."""
        everything = everything or not problem.chosen or not state.chosen
        problems = hand.problems_in_hand(state, everything)
        done = sum(not hand.is_open(state, each) for each in problems)
        other = tr(f"solve.strip.{'show_chosen' if everything else 'show_all'}")
        self.outline.show_rows(
            tr(f"solve.strip.{'all' if everything else 'label'}"),
            tr("desk.outline.done", n=done, total=len(problems)),
            [solve_row(state, each, each.id == problem.id) for each in problems],
            problem.id,
            other if state.chosen else "",
        )
        self.side.show_problem(state, problem)
        self.panel.story.show_pieces(conclusion(state, problem, self._answers))

    def fit(self, at_work: bool, *, in_the_way: bool) -> bool:
        """Show what there is room for; True where the list and the panel stand in full."""
        wide = roomy()
        self.outline.setVisible(at_work and wide)
        self.panel.setVisible(at_work and not (in_the_way and theme().metrics.compact))
        return wide and at_work
