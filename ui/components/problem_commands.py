"""What listing does to problems, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence

from ui.components.page import WindowApi
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr
from workshop_app.services.command import Command
from workshop_app.services.commands.problems import HoldProblems, ParkProblem, RemoveProblem


class ProblemCommands:
    """Each method returns whether something was done."""

    def __init__(self, api: WindowApi) -> None:
        self._api = api

    def park(self, problem: Problem) -> bool:
        """Keep a problem for another time."""
        words = tr("list.parking.parked", number=problem.number)
        return self._do(ParkProblem(problem.id, parked=True), words)

    def take(self, problem: Problem) -> bool:
        """Take a problem off its shelf: let the room see it, or let it be on the list again."""
        if problem.held:
            return self.release((problem,))
        words = tr("list.parking.back", number=problem.number)
        return self._do(ParkProblem(problem.id, parked=False), words)

    def hold(self, problem: Problem) -> bool:
        """Take a problem off what the room sees, into the inbox."""
        words = tr("list.inbox.taken", number=problem.number)
        return self._do(HoldProblems((problem.id,), held=True), words)

    def release(self, problems: Sequence[Problem]) -> bool:
        """Let the room see problems from the inbox."""
        ids = tuple(problem.id for problem in problems)
        words = tr("list.inbox.released", n=len(ids))
        return bool(ids) and self._do(HoldProblems(ids, held=False), words)

    def remove(self, problem: Problem) -> bool:
        """Remove a problem."""
        return self._do(RemoveProblem(problem.id), tr("list.removed", number=problem.number))

    def _do(self, command: Command, words: str) -> bool:
        if self._api.execute(command) is None:
            return False
        self._api.toast(words, undo=True)
        return True
