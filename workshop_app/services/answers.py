"""The catalogue's answers to what somebody says: entries and the search over them."""

from dataclasses import dataclass
from functools import cached_property

from workshop_app.catalogue.loader import Catalogue, load
from workshop_app.domain.solution import Solution
from workshop_app.search.index import SearchIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An answer that may fit: `fit` is 1 to 4, `matched` the words of the query it was found by."""

    solution: Solution
    score: float
    belief: float
    fit: int
    matched: tuple[str, ...]


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
            Suggestion(
                self.catalogue.solutions[hit.solution_id],
                hit.score,
                hit.belief,
                hit.fit,
                hit.matched,
            )
            for hit in self._index.search(text, language, limit)
        )
