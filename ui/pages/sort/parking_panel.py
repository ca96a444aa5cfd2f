"""The parking lot in place of the themes: what is kept for another time."""

from __future__ import annotations

from collections.abc import Callable

from ui.components.problem_commands import ProblemCommands
from ui.components.shelved_problems import Shelf
from ui.pages.sort.panel import Panel
from workshop_app.domain.problem import Problem
from workshop_app.domain.state import WorkshopState


class ParkingPanel(Panel):
    """Enter brings a problem back to those that are sorted, Delete removes it."""

    def build(self) -> None:
        self.lister = ProblemCommands(self.api)
        self.shelf = Shelf("parking")
        self.shelf.taken.connect(lambda key: self._with(key, self.lister.take))
        self.shelf.removed.connect(lambda key: self._with(key, self.lister.remove))
        self.column.addWidget(self.shelf)

    def show_all(self, state: WorkshopState) -> None:
        """Show what is in the lot."""
        self.shelf.show_problems(state.parking_lot)

    def focus_start(self) -> None:
        self.shelf.focus_start()

    def _with(self, problem_id: str, do: Callable[[Problem], bool]) -> None:
        state = self.api.session.state
        problem = state.problem(problem_id) if state else None
        if problem is not None:
            do(problem)
