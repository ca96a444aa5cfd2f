"""The problem for which the catalogue is searched: its name, the search trail, and choosing."""

from __future__ import annotations

from ui.components import search_start
from ui.components.outcome_commands import OutcomeCommands
from ui.components.search_recorder import SearchRecorder
from ui.components.window_api import WindowApi
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import Solution
from workshop_app.i18n import tr


class ForProblem(Text):
    """Shows the problem for which an answer is searched; hidden if there is none."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__("body-quiet", "")
        self._api = api
        self.begun: search_start.SearchStart | None = None
        """The start of the search, to compare with a later one."""
        self._deciding = OutcomeCommands(api)
        self.trail = SearchRecorder(api, self)

    @property
    def problem(self) -> Problem | None:
        """The current version of the problem; None without one, or if it was merged."""
        state = self._api.session.state
        if state is None or self.begun is None:
            return None
        problem = state.problem(self.begun.problem_id)
        return problem if problem is not None and problem.merged_into is None else None

    def begin(self, before: object) -> str | None:
        """Start with the selection of the previous page; return the words to search for.

        Return None if the start is equal to ``before``, or if nothing was selected: the words of
        the last search are kept.
        """
        start = search_start.last_search_start(self._api)
        self.begun = start
        problem = self.problem
        words = problem.title if problem is not None else ""
        self.trail.begin(problem.id if problem else "", words, start.words if start else "")
        self.show_problem()
        if start is None or start is before:
            return None
        return start.words or words or None

    def show_problem(self) -> None:
        """Show the name of the problem."""
        problem = self.problem
        if problem is not None:
            words = tr("catalogue.for_problem", number=problem.number, words=problem.title)
            self.setText(words)
        self.setVisible(problem is not None)

    def taken(self) -> frozenset[str]:
        """Return the ids of the answers that are already chosen for it."""
        state = self._api.session.state
        problem = self.problem
        cards = state.cards_of(problem.id) if state is not None and problem is not None else ()
        canonical_id = self._api.answers.entries.canonical_id
        return frozenset(canonical_id(card.catalogue_id) for card in cards if card.catalogue_id)

    def choose(self, solution: Solution, words: str) -> bool:
        """Choose an answer for the problem, with the search words; return False if refused."""
        problem = self.problem
        if problem is None:
            return False
        self.trail.look_at(solution.id)
        self.trail.keep()
        return self._deciding.choose(problem, solution, words)
