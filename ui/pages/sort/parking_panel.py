"""The parking lot in place of the themes."""

from __future__ import annotations

from typing import ClassVar

from ui.components.problems_aside import ProblemsAside
from ui.components.task_panel import TaskPanel
from ui.widgets.boxes import column
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


class ParkingPanel(TaskPanel):
    """Enter moves a problem back to the board, Delete removes it."""

    REOPENS: ClassVar[bool] = False

    def build(self) -> None:
        self.problems = ProblemsAside("parking", self.api)
        column(self, self.problems)

    def show_problem(self, state: WorkshopState, problem: Problem) -> None:
        """Show the parking lot; ``problem`` is or was in it."""
        super().show_problem(state, problem)
        self.problems.show_problems(state.parking_lot)

    def focus_start(self) -> None:
        self.problems.focus_start()
