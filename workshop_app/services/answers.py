"""The catalogues' answers to what somebody says: entries and the search over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Protocol

from workshop_app.catalogue.library import Entries, OtherCatalogue, load_others
from workshop_app.catalogue.loader import Catalogue, load
from workshop_app.catalogue.reading import Fault
from workshop_app.domain.solution import Solution
from workshop_app.search.index import Hit, SearchIndex


@dataclass(frozen=True, slots=True)
class EarlierChoices:
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
    confidence: float
    fit: int
    matched: tuple[str, ...]
    chosen: EarlierChoices | None = None
    near: str = ""
    asked: float = 0.0


class ExperienceSource(Protocol):
    """What earlier workshops tell of a problem."""

    def recall(
        self, text: str, share: Callable[[str], float], today_id: Callable[[str], str]
    ) -> dict[str, EarlierChoices]:
        """Return by catalogue id how often it was chosen for problems like `text`."""
        ...


_LEARNED_FROM = 40
"""Answers that are looked through for chosen ones, also when fewer are asked for."""
_BONUS = 0.25
"""What having been chosen adds to a score at most, as a share of the best one."""


@lru_cache(maxsize=1)
def _index_of(catalogues: tuple[Catalogue, ...]) -> SearchIndex:
    """Return the index of all answers; the same catalogues need none anew."""
    return SearchIndex(Entries(catalogues).values())


class Answers:
    """Reads the catalogues and builds their index when they are first needed.

    With `experience`, answers chosen for similar problems before say so and rank higher.
    `folders` tells where catalogues beside Mackerel's lie.
    """

    def __init__(
        self,
        experience: ExperienceSource | None = None,
        folders: Callable[[], Iterable[Path]] = tuple,
    ) -> None:
        self.experience = experience
        self._folders = folders

    @cached_property
    def catalogue(self) -> Catalogue:
        """Mackerel's catalogue, which comes with the program."""
        return load()

    @cached_property
    def others(self) -> tuple[OtherCatalogue, ...]:
        """The catalogues beside it, with what is wrong in them."""
        return load_others(self._folders())

    @cached_property
    def entries(self) -> Entries:
        """All answers by id; ids of earlier editions lead to today's answers."""
        return Entries(self._catalogues)

    @cached_property
    def _index(self) -> SearchIndex:
        return _index_of(self._catalogues)

    @property
    def _catalogues(self) -> tuple[Catalogue, ...]:
        return (self.catalogue, *(other.catalogue for other in self.others))

    def forget(self) -> None:
        """Read the catalogues anew when they are next needed."""
        for name in ("catalogue", "others", "entries", "_index"):
            self.__dict__.pop(name, None)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in all catalogues."""
        return tuple(fault for catalogue in self._catalogues for fault in catalogue.faults)

    @property
    def count(self) -> int:
        """The number of answers."""
        return len(self.entries)

    @property
    def version(self) -> str:
        """The version of Mackerel's catalogue."""
        return self.catalogue.version

    def version_of(self, solution: Solution) -> str:
        """The version of the catalogue an answer comes from, kept with each choice."""
        return next((c.version for c in self._catalogues if solution.id in c.solutions), "")

    def solution(self, solution_id: str) -> Solution | None:
        """The entry with this id; None when no catalogue has it (any more)."""
        return self.entries.get(solution_id)

    def search(self, text: str, language: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Return answers to `text`, written in `language`, best first; none for no words."""
        chosen: dict[str, EarlierChoices] = {}
        if self.experience is not None:
            chosen = self.experience.recall(text, self.word_share, self.entries.today_id)
        most = max(limit, _LEARNED_FROM) if chosen else limit
        hits = self._index.search(text, language, most)
        found = [self._suggestion(hit, language) for hit in hits]
        return tuple(ranked_with(chosen, found)[:limit] if chosen else found)

    def word_share(self, word: str) -> float:
        """Return how common an index word is: the share of the catalogue's sentences with it."""
        return self._index.share(word)

    def _suggestion(self, hit: Hit, language: str) -> Suggestion:
        solution = self.entries[hit.solution_id]
        problems = solution.text(language).problems
        return Suggestion(
            solution,
            hit.score,
            hit.confidence,
            hit.fit,
            hit.matched,
            near=problems[hit.near] if hit.near is not None else "",
            asked=hit.asked,
        )


def ranked_with(chosen: Mapping[str, EarlierChoices], found: list[Suggestion]) -> list[Suggestion]:
    """Return what was found with what was `chosen` before, and in an order that minds it.

    Habit decides among equals only. A chosen answer gets a bonus that grows with the times, up to
    a quarter of the best score, and passes the ones before it while its score is then higher
    *and it fits at least as well* (the four steps of `fit`). Belief and fit stay what the words
    alone say, so that a strong answer stays before a weaker one, however often that was chosen.
    """
    ranked: list[Suggestion] = []
    scores: list[float] = []
    best = max((each.score for each in found), default=0.0)
    for each in found:
        told = chosen.get(each.solution.id)
        score = each.score + (_BONUS * best * told.times / (told.times + 1) if told else 0.0)
        place = len(ranked)
        if told:
            while place and each.fit >= ranked[place - 1].fit and score > scores[place - 1]:
                place -= 1
        ranked.insert(place, replace(each, chosen=told) if told else each)
        scores.insert(place, score)
    return ranked
