"""Shows the room its problems, or until later only how many there are."""

from __future__ import annotations

from typing import Protocol

from workshop_app.services.command import Command
from workshop_app.services.commands.workshops import SwitchList
from workshop_app.services.session import Session


class Console(Protocol):
    """What is asked of the window around the page."""

    session: Session

    def execute(self, command: Command) -> object | None:
        """Do a command; None where it is refused."""

    def rebuild(self) -> None:
        """Build the pages again."""


def show_problems(console: Console, *, later: bool) -> bool:
    """Show the room the problems, or until ``later`` only how many; False when it was so before."""
    state = console.session.state
    if state is None or state.workshop.shown_later == later:
        return False
    if console.execute(SwitchList(state.workshop.id, "shown_later", later)) is not None:
        console.rebuild()
    return True
