"""The catalogue's answers to what somebody says: entries and the search over them."""

from dataclasses import dataclass
from functools import cached_property

from workshop_app.catalogue.loader import Catalogue, load
from workshop_app.domain.solution import Solution
from workshop_app.search.index import Hit, SearchIndex


@dataclass(frozen=True, slots=True)
class Chosen:
    """How often an answer was chosen for similar problems in earlier workshops, and when last."""

    times: int
    last: str
    """The day of that workshop, such as ``2026-05-14``."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer that may fit: `fit` is 1 to 4, `matched` the words of the query it was found by.

    `chosen` is what earlier workshops tell about it; None when they tell nothing. `near` is the
    problem of the entry that is close to the query, empty for none; `asked` is what the query
    weighs: 1 is as much as one word of a single entry.
    """

    solution: Solution
    score: float
    belief: float
    fit: int
    matched: tuple[str, ...]
    chosen: Chosen | None = None
    near: str = ""
    asked: float = 0.0


class Answers:
    """Reads the catalogue and builds its index when they are first needed."""

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue that comes with the program."""
        return load()

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex(self.catalogue.solutions.values())

    @property
    def count(self) -> int:
        """The number of answers."""
        return len(self.catalogue.solutions)

    @property
    def version(self) -> str:
        """The catalogue's version, kept with each choice."""
        return self.catalogue.version

    def solution(self, solution_id: str) -> Solution | None:
        """The entry with this id; None when the catalogue no longer has it."""
        return self.catalogue.get(solution_id)

    def search(self, text: str, language: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Return answers to `text`, written in `language`, best first; none for no words."""
        return tuple(
            self._suggestion(hit, language) for hit in self._index.search(text, language, limit)
        )

    def _suggestion(self, hit: Hit, language: str) -> Suggestion:
        solution = self.catalogue.solutions[hit.solution_id]
        problems = solution.text(language).problems
        return Suggestion(
            solution,
            hit.score,
            hit.belief,
            hit.fit,
            hit.matched,
            near=problems[hit.near] if hit.near is not None else "",
            asked=hit.asked,
        )
