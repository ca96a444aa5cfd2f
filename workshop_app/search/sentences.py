"""How much of a query a single sentence, or a single name, of a document contains."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Sequence
from typing import NamedTuple

from workshop_app.domain.in_steps import BuiltInSteps
from workshop_app.search.documents import SAID
from workshop_app.search.stems import stem

Parts = Sequence[list[tuple[str, list[str]]]]
"""For each document its lines: the name of the part, and the words."""
_NAMES = frozenset({"name", "other_names"})
_LEAST_OF_NAME = 0.6
_WORDS_PER_STEP = 200


class Sentences(BuiltInSteps):
    """The sentences of all documents in one language, by their words.

    `weigh` returns the weight of a word in a sentence.
    """

    def fill(self, documents: Parts, weigh: Callable[[str], float]) -> Generator[None, None, None]:
        """Add the documents in steps; for a new object only."""
        self._first: list[int] = []
        """By document: its first sentence; those of a document are consecutive."""
        self._said: list[list[int]] = []
        self._limits: list[list[int]] = []
        self._lengths: list[int] = []
        self._is_limit: list[bool] = []
        self._is_not_for: list[bool] = []
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, lines in enumerate(documents):
            yield
            self._first.append(len(self._lengths))
            self._said.append([])
            self._limits.append([])
            for part, words in lines:
                sentence = len(self._lengths)
                if part in SAID:
                    self._said[number].append(sentence)
                elif part == "limits":
                    self._limits[number].append(sentence)
                different = dict.fromkeys(words)
                for word in different:
                    by_word[word].append(sentence)
                self._lengths.append(len(different))
                self._is_limit.append(part == "limits")
                self._is_not_for.append(part == "not_for")
        yield
        self._by_word = dict(by_word)
        self._first.append(len(self._lengths))
        self._weights = [0.0] * len(self._lengths)
        """By sentence: the weight of all its words."""
        weights = self._weights
        for number, (word, sentences) in enumerate(self._by_word.items()):
            if weight := weigh(word):
                for sentence in sentences:
                    weights[sentence] += weight
            if number % _WORDS_PER_STEP == 0:
                yield

    def share(self, word: str) -> float:
        """Return the share of all sentences that contain `word`, 0 to 1."""
        return len(self._by_word.get(word, ())) / max(1, len(self._lengths))

    def compare(
        self, weights: dict[str, float], documents: Iterable[int]
    ) -> dict[int, SentenceOverlap]:
        """Return for some documents how much their sentences contain of a query.

        The query is given as its words with weights.
        """
        words = [(self._by_word.get(word, ()), weight) for word, weight in weights.items()]
        asked = sum(weights.values())
        found: dict[int, SentenceOverlap] = {}
        for number in documents:
            first = self._first[number]
            end = self._first[number + 1]
            totals: dict[int, float] = {}
            for sentences, weight in words:
                place = bisect_left(sentences, first)
                while place < len(sentences) and (sentence := sentences[place]) < end:
                    totals[sentence] = totals.get(sentence, 0.0) + weight
                    place += 1
            said = limited = similar = not_for = 0.0
            for sentence, weight in totals.items():
                if self._is_limit[sentence]:
                    limited = max(weight, limited)
                    continue
                if self._is_not_for[sentence]:
                    not_for = max(self._similar(sentence, weight, asked), not_for)
                    continue
                said = max(weight, said)
                if weight > similar:  # it is at most this
                    similar = max(self._similar(sentence, weight, asked), similar)
            found[number] = SentenceOverlap(totals, said, limited, similar, not_for)
        return found

    def _similar(self, sentence: int, common: float, asked: float) -> float:
        """Return the weighted Jaccard index of a sentence and a query, times the query's weight."""
        own = self._weights[sentence]
        return common * asked / (asked + own - common if own > common else asked)

    def nearest(self, number: int, overlap: SentenceOverlap, least: float) -> int | None:
        """Return the index of the problem or wish with the most weight, None if below `least`.

        Of equal ones the shortest is returned.
        """
        return self._best(self._said[number], overlap, least)

    def limit(self, number: int, overlap: SentenceOverlap, least: float) -> int | None:
        """Return the index of the limit with the most weight, None if below `least`."""
        return self._best(self._limits[number], overlap, least)

    def _best(self, among: list[int], overlap: SentenceOverlap, least: float) -> int | None:
        totals = overlap.by_sentence
        sizes = [(totals.get(each, 0.0), -self._lengths[each]) for each in among]
        most = max(sizes, default=(0.0, 0))
        return sizes.index(most) if most[0] >= least else None


class SentenceOverlap(NamedTuple):
    """How much of a query the sentences of a document contain."""

    by_sentence: dict[int, float]
    said: float
    """Weight in its best sentence, excluding limits and counter-examples."""
    limited: float
    """Weight in its best sentence on a limit."""
    similar: float
    """Similarity of its most similar sentence (the weighted Jaccard index), times the weight of
    the query."""
    not_for: float
    """The same of its most similar counter-example."""

    @property
    def is_not_for(self) -> bool:
        """Whether a counter-example is more similar than all other sentences."""
        return self.not_for > self.similar


class DocumentNames(BuiltInSteps):
    """The names of the documents in all languages."""

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
