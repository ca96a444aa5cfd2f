"""The base class of the parts of the page: the counts of an open round, and the ranking after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.components.foot_buttons import Offering
from ui.components.page_memory import memory_of
from workshop_app.domain.steps import Step
from workshop_app.services.commands.choosing import EditVote

if TYPE_CHECKING:
    from ui.components.window_api import WindowApi


class ChoosePart(Offering):
    """Shows the problems, of which ``current`` is the current one, and records what is counted.

    ``changed``: it has to be shown again, such as with another current problem.
    """

    changed = Signal()

    def __init__(self, api: WindowApi) -> None:
        super().__init__()
        self.api = api

    @property
    def memory(self) -> dict[str, object]:
        """Current problem, current ballot and number of dots, for the open workshop."""
        return memory_of(self.api, Step.CHOOSE.value)

    @property
    def current(self) -> str:
        """The id of the current problem; empty for none."""
        return str(self.memory.get("current", ""))

    def show_round(self) -> None:
        """Show the open workshop."""

    def current_id(self) -> str:
        """Return the id of the problem that is shown as the current one, or empty."""
        raise NotImplementedError

    def focus_start(self) -> None:
        """Set the initial focus."""
        self.setFocus()

    def leave(self) -> None:
        """Record what is typed when the page is left; invalid text is discarded."""

    def commit(self) -> bool:
        """Record what is typed; return False, and show the reason, if it is refused."""
        return True

    def go_to(self, problem_id: str) -> None:
        """Make another problem the current one."""
        self.memory["current"] = problem_id
        self.changed.emit()

    def limit(self, field: str, number: int | None) -> None:
        """Change the head count, or another field of the vote."""
        workshop = self.state.workshop
        known = self.state.votes.present if field == "present" else getattr(workshop, field)
        if field == "dots" and not number:
            self.changed.emit()  # dots cannot be 0: show the number as it was
        elif (number or 0) != known:
            self.api.execute(EditVote(workshop.id, field, number or 0))
