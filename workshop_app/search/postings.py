"""Which documents contain a word, and its precomputed BM25 weight over their weighted parts."""

import math
from bisect import bisect_left
from collections.abc import Generator, Iterable, Sequence

from workshop_app.domain.in_steps import BuiltInSteps
from workshop_app.search.documents import PARTS

_SATURATION = 3.5
_LENGTH = 0.6


class Postings(BuiltInSteps):
    """For each word the documents that contain it, with their BM25 weight excluding the rarity.

    `kinds` is a number per document: its length is normalised within its kind.
    """

    def fill(
        self, documents: Iterable[list[tuple[str, list[str]]]], kinds: Sequence[int]
    ) -> Generator[None, None, None]:
        """Add the documents in steps; for new postings only."""
        weights: list[dict[str, float]] = []
        for parts in documents:
            weight: dict[str, float] = {}
            for part, words in parts:
                for word in words if PARTS[part] else ():
                    weight[word] = weight.get(word, 0.0) + PARTS[part]
            weights.append(weight)
            yield
        self._documents = len(weights)
        lengths = [sum(weight.values()) for weight in weights]
        usual: dict[int, float] = {}
        for kind in set(kinds):
            of_kind = [length for length, each in zip(lengths, kinds, strict=True) if each == kind]
            usual[kind] = sum(of_kind) / len(of_kind) or 1.0
        self._by_word: dict[str, dict[int, float]] = {}
        for number, (weight, length) in enumerate(zip(weights, lengths, strict=True)):
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * length / usual[kinds[number]])
            for word, amount in weight.items():
                share = amount / (amount + norm)
                self._by_word.setdefault(word, {})[number] = share
            yield
        self._sorted = sorted(self._by_word)

    def holding(self, word: str) -> dict[int, float]:
        """Return the documents that contain `word`, with a weight from 0 to 1."""
        return self._by_word.get(word, {})

    def with_prefix(self, prefix: str) -> dict[int, float]:
        """Return the documents that contain a word with this prefix, with a weight from 0 to 1."""
        found: dict[int, float] = {}
        for place in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            word = self._sorted[place]
            if not word.startswith(prefix):
                break
            for number, share in self._by_word[word].items():
                found[number] = max(found.get(number, 0.0), share)
        return found

    def rarity(self, holding: int) -> float:
        """Return the rarity of a word that `holding` documents contain: 1 for the rarest."""
        rarest = math.log(1 + (self._documents + 0.5) / 0.5)
        return math.log(1 + (self._documents - holding + 0.5) / (holding + 0.5)) / rarest
