"""Commands that move problems between list, inbox and parking lot, each with a message."""

from __future__ import annotations

from collections.abc import Sequence

from ui.components.window_api import WindowApi
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr
from workshop_app.services.command import Command
from workshop_app.services.commands.problems import HoldProblems, ParkProblem, RemoveProblem

_MOST_NUMBERS = 3


class ProblemCommands:
    """Each method returns whether the command was done."""

    def __init__(self, api: WindowApi) -> None:
        self._api = api

    def park(self, *problems: Problem) -> bool:
        """Move problems to the parking lot."""
        words = tr("list.parking.parked", number=numbers_of(problems))
        ids = tuple(problem.id for problem in problems)
        return bool(ids) and self._do(ParkProblem(ids, parked=True), words)

    def take(self, problem: Problem) -> bool:
        """Move a problem from the inbox or the parking lot to the list."""
        if problem.held:
            return self.release((problem,))
        words = tr("list.parking.back", number=problem.number)
        return self._do(ParkProblem((problem.id,), parked=False), words)

    def hold(self, problem: Problem) -> bool:
        """Move a problem to the inbox, which the audience does not see."""
        words = tr("list.inbox.taken", number=problem.number)
        return self._do(HoldProblems((problem.id,), held=True), words)

    def release(self, problems: Sequence[Problem]) -> bool:
        """Move problems from the inbox to the list."""
        ids = tuple(problem.id for problem in problems)
        words = tr("list.inbox.released", n=len(ids))
        return bool(ids) and self._do(HoldProblems(ids, held=False), words)

    def remove(self, problem: Problem) -> bool:
        return self._do(RemoveProblem(problem.id), tr("list.removed", number=problem.number))

    def _do(self, command: Command, words: str) -> bool:
        return self._api.execute(command, done=words) is not None


def numbers_of(problems: Sequence[Problem]) -> str:
    """Return the numbers of problems, of many the first ones and how many follow."""
    numbers = tr("sort.between").join(str(one.number) for one in problems[:_MOST_NUMBERS])
    more = len(problems) - _MOST_NUMBERS
    return tr("sort.numbers_more", numbers=numbers, n=more) if more > 0 else numbers
