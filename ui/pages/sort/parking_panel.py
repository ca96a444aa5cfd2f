"""The parking lot in place of the themes."""

from __future__ import annotations

from ui.components.problem_commands import ProblemCommands
from ui.components.shelved_problems import ShelvedProblems
from ui.pages.sort.panel import SortPanel
from workshop_app.domain.state import WorkshopState


class ParkingPanel(SortPanel):
    """Enter brings a problem back to those that are sorted, Delete removes it."""

    def build(self) -> None:
        self.problems = ShelvedProblems("parking", ProblemCommands(self.api))
        self.column.addWidget(self.problems)

    def show_all(self, state: WorkshopState) -> None:
        """Show what is in the parking lot."""
        self.problems.show_problems(state.parking_lot)

    def focus_start(self) -> None:
        self.problems.focus_start()
