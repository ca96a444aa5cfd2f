"""How much of a query a single sentence, or a single name, of a document contains."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Self

from workshop_app.search.documents import SAID
from workshop_app.search.stems import stem

Parts = Sequence[list[tuple[str, list[str]]]]
"""For each document its lines: the name of the part, and the words."""
_NAMES = frozenset({"name", "other_names"})
_LEAST_OF_NAME = 0.6
_WORDS_PER_STEP = 200


class Sentences:
    """The sentences of all documents in one language, by their words.

    `weigh` returns the weight of a word in a sentence.
    """

    def __init__(self, documents: Parts, weigh: Callable[[str], float]) -> None:
        for _step in self.fill(documents, weigh):
            pass

    @classmethod
    def in_steps(
        cls, documents: Parts, weigh: Callable[[str], float]
    ) -> Generator[None, None, Self]:
        """Return an object that is built in steps (`InSteps`)."""
        made = cls.__new__(cls)
        yield from made.fill(documents, weigh)
        return made

    def fill(self, documents: Parts, weigh: Callable[[str], float]) -> Generator[None, None, None]:
        """Add the documents in steps; for a new object only."""
        self._owner: list[int] = []
        self._said: list[list[int]] = []
        self._limits: list[list[int]] = []
        self._lengths: list[int] = []
        self._is_limit: list[bool] = []
        self._by_word: dict[str, list[int]] = {}
        for number, lines in enumerate(documents):
            yield
            self._said.append([])
            self._limits.append([])
            for part, words in lines:
                if part in SAID:
                    self._said[number].append(len(self._owner))
                elif part == "limits":
                    self._limits[number].append(len(self._owner))
                different = dict.fromkeys(words)
                for word in different:
                    self._by_word.setdefault(word, []).append(len(self._owner))
                self._lengths.append(len(different))
                self._is_limit.append(part == "limits")
                self._owner.append(number)
        yield
        self._weights = [0.0] * len(self._owner)
        """By sentence: the weight of all its words."""
        for number, (word, sentences) in enumerate(self._by_word.items()):
            weight = weigh(word)
            for sentence in sentences:
                self._weights[sentence] += weight
            if number % _WORDS_PER_STEP == 0:
                yield

    def share(self, word: str) -> float:
        """Return the share of all sentences that contain `word`, 0 to 1."""
        return len(self._by_word.get(word, ())) / max(1, len(self._owner))

    def compare(self, weights: dict[str, float]) -> SentenceOverlap:
        """Return how much the sentences contain of a query, given as its words with weights."""
        totals = [0.0] * len(self._owner)
        touched: set[int] = set()
        for word, weight in weights.items():
            sentences = self._by_word.get(word, ())
            touched.update(sentences)
            for sentence in sentences:
                totals[sentence] += weight
        asked = sum(weights.values())
        said = [0.0] * len(self._said)
        limited = said.copy()
        similar = said.copy()
        for sentence in touched:
            owner = self._owner[sentence]
            weight = totals[sentence]
            if self._is_limit[sentence]:
                if weight > limited[owner]:  # noqa: PLR1730 - max() takes twice as long
                    limited[owner] = weight
                continue
            if weight > said[owner]:  # noqa: PLR1730
                said[owner] = weight
            if weight > similar[owner]:  # the product below is at most this
                own = self._weights[sentence]
                share = weight * asked / (asked + own - weight if own > weight else asked)
                similar[owner] = max(share, similar[owner])
        return SentenceOverlap(totals, said, limited, similar)

    def nearest(self, number: int, compared: SentenceOverlap, least: float) -> int | None:
        """Return the index of the problem or wish with the most weight, None if below `least`.

        Of equal ones the shortest is returned.
        """
        return self._best(self._said[number], compared, least)

    def limit(self, number: int, compared: SentenceOverlap, least: float) -> int | None:
        """Return the index of the limit with the most weight, None if below `least`."""
        return self._best(self._limits[number], compared, least)

    def _best(self, among: list[int], compared: SentenceOverlap, least: float) -> int | None:
        totals = compared.by_sentence
        sizes = [(totals[each], -self._lengths[each]) for each in among]
        most = max(sizes, default=(0.0, 0))
        return sizes.index(most) if most[0] >= least else None


@dataclass(frozen=True, slots=True)
class SentenceOverlap:
    """How much of a query the sentences contain; all but the first list are by document."""

    by_sentence: list[float]
    said: list[float]
    """Weight in its best sentence, excluding sentences on limits."""
    limited: list[float]
    """Weight in its best sentence on a limit."""
    similar: list[float]
    """Similarity of its most similar sentence (the weighted Jaccard index), times the weight of
    the query."""


class DocumentNames:
    """The names of the documents in all languages."""

    def __init__(self, languages: Sequence[Parts], ids: Sequence[str]) -> None:
        for _step in self.fill(languages, ids):
            pass

    @classmethod
    def in_steps(
        cls, languages: Sequence[Parts], ids: Sequence[str]
    ) -> Generator[None, None, Self]:
        """Return an object that is built in steps (`InSteps`)."""
        made = cls.__new__(cls)
        yield from made.fill(languages, ids)
        return made

    def fill(self, languages: Sequence[Parts], ids: Sequence[str]) -> Generator[None, None, None]:
        """Add the documents in steps; for a new object only."""
        owners: dict[frozenset[str], set[int]] = {}
        for documents in languages:
            for number, lines in enumerate(documents):
                said = [words for part, words in lines if part in _NAMES]
                for words in (*said, [stem(word) for word in ids[number].split("-")]):
                    plain = frozenset(word for word in words if not word.startswith("="))
                    if plain:
                        owners.setdefault(plain, set()).add(number)
                yield
        self._names = list(owners)
        self._owners = list(owners.values())
        self._by_word: dict[str, list[int]] = {}
        for place, name in enumerate(self._names):
            for word in name:
                self._by_word.setdefault(word, []).append(place)

    def weigh(self, weights: dict[str, float]) -> dict[int, float]:
        """Return by document the weight of the names that the query mostly contains."""
        matched: dict[int, list[float]] = {}
        for word, weight in weights.items():
            for place in self._by_word.get(word, ()):
                matched.setdefault(place, []).append(weight)
        found: dict[int, float] = {}
        for place, parts in matched.items():
            share = len(parts) / len(self._names[place])
            if share >= _LEAST_OF_NAME:
                for number in self._owners[place]:
                    found[number] = max(found.get(number, 0.0), sum(parts) * share**2)
        return found
