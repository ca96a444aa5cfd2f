"""Adds outcomes to a problem and removes them."""

from __future__ import annotations

from ui.components.window_api import WindowApi
from ui.widgets.fit import is_limited
from workshop_app.domain.outcome import CardKind
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import language, tr
from workshop_app.services.command import Command
from workshop_app.services.commands.solving import (
    DecideNotOurs,
    MakeRequest,
    PlayCard,
    TakeBackCard,
    TakeBackRequest,
)
from workshop_app.services.multi_search import search_phrasings

NOT_OURS = "not-ours"
"""The id of the row of the outcome *not ours*."""
WAY_ROUND = "way-round"
"""The id of the row with the workaround for a known gap."""
NEXT_GAP = "next-gap"
"""The id of the row that shows the next possible gap, or what is not near; it has no outcome."""
WORDING = "wording"
"""The id of the row that asks for more words and opens the concrete wording; it has no outcome."""
_STATEMENT = "says:"
_ENTRY = "entry:"
_LOOKED_AT = 10
"""The number of answers among which one has to be for its fit to be known."""


def candidate_id(solution_id: str) -> str:
    """Return the row id of a catalogue entry that is not chosen."""
    return _ENTRY + solution_id


def solution_id(row_id: str) -> str | None:
    """Return the catalogue id of a candidate by its row id; None for other rows."""
    return row_id.removeprefix(_ENTRY) if row_id.startswith(_ENTRY) else None


def statement_id(part: str) -> str:
    """Return the row id of a part of the statement above the candidates; it has no outcome."""
    return _STATEMENT + part


def is_statement(row_id: str) -> bool:
    """Return whether a row only has a text of the statement."""
    return row_id.startswith(_STATEMENT)


class OutcomeCommands:
    """Executes the commands and shows a toast after each."""

    def __init__(self, api: WindowApi) -> None:
        self._api = api

    def act(self, problem: Problem, row_id: str, search_words: str) -> None:
        """Choose the candidate in a row, or remove the outcome in it."""
        found = solution_id(row_id)
        if found is None:
            if not is_statement(row_id):
                self.take_back(problem, row_id)
            return
        solution = self._api.answers.solution(found)
        if solution is not None:
            self.choose(problem, solution, search_words)

    def choose(self, problem: Problem, solution: Solution, search_words: str) -> bool:
        """Choose a catalogue answer found by ``search_words``; return whether it was done."""
        command = PlayCard(
            problem.id,
            CardKind.SOLUTION,
            solution.text(language()).name,
            catalogue_id=solution.id,
            catalogue_version=self._api.answers.version_of(solution),
            search_words=search_words,
            worked_on=True,
            limit_number=self._limit_number(problem, solution),
        )
        return self._api.execute(command, done=tr("solve.done.chosen")) is not None

    def _limit_number(self, problem: Problem, solution: Solution) -> int:
        """Return the number of the answer's limit that is about a problem it fits; 0 for none."""
        phrasings = self._api.session.open_state.phrasings_of(problem)
        found = search_phrasings(self._api.answers, phrasings, language(), _LOOKED_AT).answers
        hit = next((each for each in found if each.solution.id == solution.id), None)
        if hit is None or not is_limited(hit.fit, hit.limit):
            return 0
        return hit.solution.text(language()).limits.index(hit.limit) + 1

    def go_round(self, problem: Problem, way: str) -> bool:
        """Record the workaround for a known gap as an answer; return whether it was done."""
        command = PlayCard(problem.id, CardKind.ANSWER, way, worked_on=True)
        return self._api.execute(command, done=tr("solve.done.way_round")) is not None

    def take_back(self, problem: Problem, row_id: str) -> None:
        """Remove a card, a request, or the outcome *not ours*."""
        done = "reopened" if row_id == NOT_OURS else "taken_back"
        command = self._take_back_command(problem, row_id)
        self._api.execute(command, done=tr(f"solve.done.{done}"))

    def _take_back_command(self, problem: Problem, row_id: str) -> Command:
        if row_id == NOT_OURS:
            return DecideNotOurs(problem.id, "")
        cards = self._api.session.open_state.cards_of(problem.id)
        is_request = any(card.id == row_id and card.kind is CardKind.UPDATE for card in cards)
        return (TakeBackRequest if is_request else TakeBackCard)(row_id, problem.id)

    def make_request(
        self,
        state: WorkshopState,
        problem: Problem,
        nearest: str,
        shortfall: str = "",
        gap_id: str = "",
    ) -> bool:
        """Make the problem a request, unless it is one; return whether that was done.

        ``nearest`` is the id of the closest answer, or empty; ``shortfall`` says why it is not
        enough, ``gap_id`` is the known gap that the request is based on.
        """
        if state.request_of(problem.id) is not None:
            self._api.toast(tr("solve.done.request_there"), done=False)
            return False
        systems = state.customer.architecture
        command = MakeRequest(problem.id, systems, nearest, shortfall, gap_id)
        done = tr("solve.done.request_filled" if shortfall else "solve.done.request")
        return self._api.execute(command, done=done) is not None
