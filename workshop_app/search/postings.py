"""Which entries contain a word, and its BM25 weight over their weighted parts, precomputed."""

import math
from bisect import bisect_left
from collections.abc import Iterable

from workshop_app.domain.solution import SolutionText
from workshop_app.search.terms import fold, meanings, terms

PARTS = {
    "name": 5.5,
    "other_names": 2.5,
    "problems": 1.2,
    "search_words": 4.0,
    "terms": 2.0,
    "what": 1.5,
    "first_steps": 1.0,
    "limits": 0.3,
}
"""The weight of each part of an entry: names and problems count more than instructions."""
_SATURATION = 3.5
_LENGTH = 0.4


def lines_of(text: SolutionText) -> list[tuple[str, str]]:
    """Return every sentence and name of an entry with the name of its part."""
    pairs = []
    for part in PARTS:
        value = getattr(text, part)
        pairs += [(part, line) for line in ((value,) if isinstance(value, str) else value)]
    return pairs


def words_of(line: str) -> list[str]:
    """Return the words and the synonym groups of a line."""
    folded = fold(line)
    return [term.text for found in (terms, meanings) for term in found(folded)]


class Postings:
    """For each word the entries that contain it, with their BM25 weight without the rarity."""

    def __init__(self, entries: Iterable[list[tuple[str, list[str]]]]) -> None:
        weights: list[dict[str, float]] = []
        for parts in entries:
            weight: dict[str, float] = {}
            for part, words in parts:
                for word in words:
                    weight[word] = weight.get(word, 0.0) + PARTS[part]
            weights.append(weight)
        self._entries = len(weights)
        lengths = [sum(weight.values()) for weight in weights]
        usual = sum(lengths) / max(1, len(lengths)) or 1.0
        self._by_word: dict[str, dict[int, float]] = {}
        for number, (weight, length) in enumerate(zip(weights, lengths, strict=True)):
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * length / usual)
            for word, amount in weight.items():
                share = amount / (amount + norm)
                self._by_word.setdefault(word, {})[number] = share
        self._sorted = sorted(self._by_word)

    def holding(self, word: str) -> dict[int, float]:
        """Return the entries that contain `word`, with a weight from 0 to 1."""
        return self._by_word.get(word, {})

    def with_prefix(self, prefix: str) -> dict[int, float]:
        """Return the entries that contain a word with this prefix, with a weight from 0 to 1."""
        found: dict[int, float] = {}
        for place in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            word = self._sorted[place]
            if not word.startswith(prefix):
                break
            for number, share in self._by_word[word].items():
                found[number] = max(found.get(number, 0.0), share)
        return found

    def rarity(self, holding: int) -> float:
        """Return the rarity of a word that `holding` entries contain: 1 for the rarest."""
        rarest = math.log(1 + (self._entries + 0.5) / 0.5)
        return math.log(1 + (self._entries - holding + 0.5) / (holding + 0.5)) / rarest
