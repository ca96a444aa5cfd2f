"""Commands of searching: the searches that handouts print for participants to repeat."""

from workshop_app.domain.problem import Problem
from workshop_app.domain.saved_search import SavedSearch
from workshop_app.domain.steps import Step
from workshop_app.domain.text import clean_line, match_key
from workshop_app.services.command import Command
from workshop_app.store.store import Store

MOST_LOOKED_AT = 12
"""Maximum number of answers stored per search: as many as a page shows."""


class KeepSearch(Command):
    """Store the words searched for a problem, and the answers opened; returns the search's id.

    If the same words are stored already, the answers are added to them. It is not an undo step.
    """

    problem_id: str
    words: str
    looked_at: tuple[str, ...] = ()

    step = Step.SOLVE
    placed = "problem_id"

    def apply(self, store: Store, workshop_id: str) -> str:
        problem = store.get(Problem, self.problem_id)
        words = clean_line(self.words)
        searches = store.all(SavedSearch, problem.workshop_id)
        for old in searches:
            if old.problem_id == problem.id and match_key(old.words) == match_key(words):
                store.update(old, looked_at=_joined(old.looked_at, self.looked_at))
                return old.id
        search = store.add(
            SavedSearch,
            problem.workshop_id,
            problem_id=problem.id,
            words=words,
            looked_at=_joined((), self.looked_at),
        )
        return search.id


def _joined(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *now)))[:MOST_LOOKED_AT]
