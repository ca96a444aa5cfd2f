"""The catalogue while a problem is in hand: for which one, how it was searched, and choosing."""

from __future__ import annotations

from ui.components import search_start
from ui.components.outcome_commands import OutcomeCommands
from ui.components.page import WindowApi
from ui.components.search_recorder import SearchRecorder
from ui.widgets.text import Text
from workshop_app.domain.problem import Problem
from workshop_app.domain.solution import Solution
from workshop_app.i18n import tr


class ForProblem(Text):
    """Says for which problem an answer is looked for; hidden while there is none."""

    def __init__(self, api: WindowApi) -> None:
        super().__init__("body-quiet", "")
        self._api = api
        self._begun: search_start.SearchStart | None = None
        self._deciding = OutcomeCommands(api)
        self.trail = SearchRecorder(api, self)

    @property
    def problem(self) -> Problem | None:
        """The problem in hand, as it is now."""
        state = self._api.session.state
        if state is None or self._begun is None:
            return None
        problem = state.problem(self._begun.problem_id)
        return problem if problem is not None and problem.merged_into is None else None

    def begin(self, before: object) -> str | None:
        """Take what was in hand on the page that was left; returns the words to begin with.

        None where that is what was begun with ``before``, or where nothing was in hand: then the
        words stay that were searched for last.
        """
        held = search_start.last_search_start(self._api)
        self._begun = held
        problem = self.problem
        words = problem.title if problem is not None else ""
        self.trail.begin(problem.id if problem else "", words, held.words if held else "")
        self.show_problem()
        if held is None or held is before:
            return None
        return held.words or words or None

    @property
    def begun(self) -> object:
        """What the search began with, to be told from what comes next."""
        return self._begun

    def show_problem(self) -> None:
        """Name the problem, or nothing."""
        problem = self.problem
        if problem is not None:
            words = tr("library.for_problem", number=problem.number, words=problem.title)
            self.setText(words)
        self.setVisible(problem is not None)

    def taken(self) -> frozenset[str]:
        """Ids of the answers that are already chosen for it."""
        state, problem = self._api.session.state, self.problem
        cards = state.cards_of(problem.id) if state is not None and problem is not None else ()
        today_id = self._api.answers.entries.today_id
        return frozenset(today_id(card.catalogue_id) for card in cards if card.catalogue_id)

    def choose(self, solution: Solution, words: str) -> bool:
        """Choose an answer for the problem, with the words that led to it; True when done."""
        problem = self.problem
        if problem is None:
            return False
        self.trail.look_at(solution.id)
        self.trail.keep()
        return self._deciding.choose(problem, solution, words)
