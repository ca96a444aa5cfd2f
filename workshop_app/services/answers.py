"""The entries and gaps of all catalogues, and the search for answers to a problem in them."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

from workshop_app.catalogue.editions import MACKEREL_KEY, EditionFile, load_edition, newest
from workshop_app.catalogue.library import Entries, OtherCatalogue, load_others
from workshop_app.catalogue.loader import BUILT_IN, Catalogue, load
from workshop_app.catalogue.reading import Fault
from workshop_app.domain.errors import InvalidInput
from workshop_app.domain.gap import Gap
from workshop_app.domain.in_steps import InSteps
from workshop_app.domain.outcome import PlayedCard
from workshop_app.domain.record import Record
from workshop_app.domain.solution import Solution
from workshop_app.domain.state import WorkshopState
from workshop_app.search.confidence import fit_of
from workshop_app.search.index import Hit, SearchIndex, Topics


class EarlierChoices(NamedTuple):
    """How often an answer was chosen for similar problems in earlier workshops."""

    times: int
    last: str
    """The date of the latest of these workshops, such as ``2026-05-14``."""


class _Found(Record):
    """What may be meant by a query, with the probability that it is (`confidence`, 0 to 1)."""

    score: float
    confidence: float
    matched: tuple[str, ...]
    """The words by which it was found."""
    asked: float = 0.0
    """The weight of the query, where 1 is that of one word of a single entry."""
    covered: float = 0.0
    """Weight of the query words that it contains, as a share (0 to 1) of the query."""
    mentioned: bool = False
    """Of a gap: whether the words contain its subject."""
    elsewhere: bool = False
    """Whether the query is about something else than monitoring."""
    near: str = ""
    """Of an entry: its problem that is close to the query, or empty."""

    @property
    def fit(self) -> int:
        """How well it fits, from 1 to 4."""
        return fit_of(self.confidence)


class Suggestion(_Found):
    """An answer that may fit.

    `chosen` is set if it was chosen for similar problems in earlier workshops. `limit` is its limit
    about what the query says, which may exclude it, or empty.
    """

    solution: Solution
    chosen: EarlierChoices | None = None
    limit: str = ""


class GapHit(_Found):
    """A known gap that may be what is asked for."""

    gap: Gap


class Findings(NamedTuple):
    """The results for a text: answers and known gaps, each best first."""

    answers: tuple[Suggestion, ...] = ()
    gaps: tuple[GapHit, ...] = ()


class ExperienceSource(Protocol):
    """Provides the answers that were chosen in earlier workshops."""

    def recall(
        self, text: str, share: Callable[[str], float], canonical_id: Callable[[str], str]
    ) -> dict[str, EarlierChoices]:
        """Return by catalogue id how often it was chosen for problems like `text`."""
        ...


_LEARNED_FROM = 40
"""The number of answers that are searched for chosen ones, even if fewer are asked for."""
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_BONUS = 0.25
"""Maximum bonus of earlier choices, as a share of the best score."""


@lru_cache(maxsize=1)
def _index_of(catalogues: tuple[Catalogue, ...]) -> InSteps[SearchIndex]:
    """Return the index of all answers and gaps; it is kept for the same catalogues."""
    gaps = [gap for catalogue in catalogues for gap in catalogue.gaps.values()]
    records = [*Entries(catalogues).values(), *gaps]
    return InSteps(lambda: SearchIndex.in_steps(records))


class Answers:
    """The catalogues and their search index, loaded on first use.

    With `experience`, answers that were chosen for similar problems before rank higher. `folders`
    returns the folders of the catalogues other than Mackerel's, `editions` the files with added
    editions.
    """

    def __init__(
        self,
        experience: ExperienceSource | None = None,
        folders: Callable[[], Iterable[Path]] = tuple,
        editions: Callable[[], Iterable[EditionFile]] = tuple,
    ) -> None:
        self.experience = experience
        self._folders = folders
        self._list_editions = editions

    @property
    def catalogue(self) -> Catalogue:
        """The newest edition of Mackerel's catalogue: the built-in one or an added one."""
        return self._mackerel[0]

    @property
    def edition(self) -> EditionFile | None:
        """The file of Mackerel's catalogue; None for the built-in one."""
        return self._mackerel[1]

    @cached_property
    def editions(self) -> tuple[EditionFile, ...]:
        """The files with added editions, newest first."""
        return tuple(self._list_editions())

    @cached_property
    def _mackerel(self) -> tuple[Catalogue, EditionFile | None]:
        own = load()
        found, edition = newest(own, self.editions, MACKEREL_KEY)
        return found or own, edition

    @cached_property
    def others(self) -> tuple[OtherCatalogue, ...]:
        """The other catalogues, with their faults."""
        return load_others(self._folders(), self.editions, self.catalogue)

    @cached_property
    def entries(self) -> Entries:
        """All answers by id; ids of earlier editions are accepted."""
        return Entries(self._catalogues)

    @cached_property
    def gaps(self) -> Mapping[str, Gap]:
        """All known gaps by id."""
        return {gap.id: gap for each in self._catalogues for gap in each.gaps.values()}

    @cached_property
    def _index(self) -> SearchIndex:
        return _index_of(self._catalogues).value

    @property
    def _catalogues(self) -> tuple[Catalogue, ...]:
        return (self.catalogue, *(other.catalogue for other in self.others))

    def forget(self) -> None:
        """Discard the catalogues, so that they are read again on next use."""
        for name in ("editions", "_mackerel", "others", "entries", "gaps", "_index", "_earlier"):
            self.__dict__.pop(name, None)

    @property
    def ready(self) -> bool:
        """Whether the catalogues are read and indexed, which takes about a second otherwise."""
        if "_index" in self.__dict__:
            return True
        return BUILT_IN.done and _index_of(self._catalogues).done

    def prepare(self) -> Iterator[None]:
        """Read and index the catalogues in steps of a few milliseconds.

        A search meanwhile completes the remaining steps immediately.
        """
        yield from BUILT_IN.steps()
        catalogues = self._catalogues
        yield
        yield from _index_of(catalogues).steps()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults in all catalogues."""
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
        """Return the version of the catalogue of an answer; it is stored with each choice."""
        return next((c.version for c in self._catalogues if solution.id in c.solutions), "")

    def solution(self, solution_id: str) -> Solution | None:
        """Return the entry with this id, or None if no catalogue has it."""
        return self.entries.get(solution_id)

    def chosen(self, card: PlayedCard) -> Solution | None:
        """Return the entry of a card as it was chosen; None for other cards, or if not found."""
        return self.as_chosen(card.catalogue_id, card.catalogue_version)

    def as_chosen(self, solution_id: str, version: str = "") -> Solution | None:
        """Return an entry as it was in the edition it was chosen from.

        If that edition is not on this computer, return the current entry; if there is none, that of
        the newest edition that had it.
        """
        if not solution_id:
            return None
        today = self.entries.get(solution_id)
        if today is not None and version in ("", self.version_of(today)):
            return today
        earlier = self._earlier.get(solution_id, ())
        then = (found for edition, found in earlier if edition == version)
        return next(then, None) or today or next((found for _, found in earlier), None)

    def entries_of(self, state: WorkshopState) -> Mapping[str, Solution]:
        """Return all answers by id, those chosen in a workshop as they were chosen."""
        named = {card.catalogue_id: card.catalogue_version for card in state.cards}
        named |= {each.nearest_id: "" for each in state.requests if each.nearest_id not in named}
        found = {name: self.as_chosen(name, version) for name, version in named.items() if name}
        chosen = {key: each for key, each in found.items() if each}
        return ChainMap(chosen, cast("dict[str, Solution]", self.entries))  # which it only reads

    @cached_property
    def _earlier(self) -> Mapping[str, list[tuple[str, Solution]]]:
        """The entries of editions that are not in use, with their editions, newest first."""
        in_use = {other.edition for other in self.others} | {self.edition}
        catalogues = [load(), *(other.own for other in self.others if other.own is not None)]
        for file in self.editions:
            if file not in in_use:
                with suppress(InvalidInput):
                    catalogues.append(load_edition(file.path, self.catalogue))
        catalogues.sort(key=lambda each: each.version, reverse=True)
        found: dict[str, list[tuple[str, Solution]]] = {}
        for catalogue in catalogues:
            ids = dict.fromkeys((*catalogue.solutions, *catalogue.renamed))
            for solution_id in ids:
                solution = catalogue.get(solution_id)
                if solution is not None:
                    found.setdefault(solution_id, []).append((catalogue.version, solution))
        return found

    def search(self, text: str, language: str, limit: int = 10) -> tuple[Suggestion, ...]:
        """Return answers to `text`, written in `language`, best first; none if it has no words."""
        return self.find(text, language, limit).answers

    def find(self, text: str, language: str, limit: int = 10) -> Findings:
        """Return answers to `text`, written in `language`, and the gaps that may be meant."""
        chosen: dict[str, EarlierChoices] = {}
        if self.experience is not None:
            chosen = self.experience.recall(text, self._index.share, self.entries.canonical_id)
        most = max(limit, _LEARNED_FROM) if chosen else limit
        hits = self._index.search(text, language, most)
        found = [self._suggestion(hit, language) for hit in hits.entries]
        ranked = ranked_with(chosen, found)[:limit] if chosen else found
        gaps = tuple(GapHit(gap=self.gaps[hit.id], **_found(hit)) for hit in hits.gaps)
        return Findings(tuple(ranked), gaps)

    def word_share(self, word: str) -> float:
        """Return the share of the catalogues' sentences that contain an index word."""
        return self._index.share(word)

    def topics(self, text: str) -> Topics:
        """Return the entries and gaps that a text is about (`SearchIndex.topics`)."""
        return self._index.topics(text, "ja" if _JAPANESE.search(text) else "en")

    def _suggestion(self, hit: Hit, language: str) -> Suggestion:
        solution = self.entries[hit.id]
        text = solution.text(language)
        return Suggestion(
            solution=solution,
            near=text.problems[hit.near] if hit.near is not None else "",
            limit=text.limits[hit.limit] if hit.limit is not None else "",
            **_found(hit),
        )


def _found(hit: Hit) -> dict[str, Any]:
    names = ("score", "confidence", "matched", "asked", "covered", "mentioned", "elsewhere")
    return {name: getattr(hit, name) for name in names}


def ranked_with(chosen: Mapping[str, EarlierChoices], found: list[Suggestion]) -> list[Suggestion]:
    """Return the findings, reordered by what was `chosen` before.

    A chosen answer gets a bonus that grows with the number of choices, up to a quarter of the best
    score. It passes the answers before it while its score is higher *and it fits at least as well*
    (the four steps of `fit`). Confidence and fit do not include the bonus, so that a better answer
    is never passed by a worse one that was chosen often.
    """
    ranked: list[Suggestion] = []
    scores: list[float] = []
    best = max((each.score for each in found), default=0.0)
    for each in found:
        choices = chosen.get(each.solution.id)
        score = each.score
        if choices:
            score += _BONUS * best * choices.times / (choices.times + 1)
        place = len(ranked)
        if choices:
            while place and each.fit >= ranked[place - 1].fit and score > scores[place - 1]:
                place -= 1
        ranked.insert(place, replace(each, chosen=choices) if choices else each)
        scores.insert(place, score)
    return ranked
