"""Finds texts that share half of the weight of a query's rare words."""

import math
from collections.abc import Iterable
from itertools import accumulate

from workshop_app.search.query import Query
from workshop_app.search.terms import Term

COMMON = 0.05
"""A word in at least this share of all texts has no weight: 監視, サーバー, alert."""
_RAREST = 0.002
"""Words below this share weigh the same, so that a misspelt word does not outweigh all others."""
_LEAST_SHARE = 0.5
_LEAST_WEIGHT = 2.0
"""Minimum weight of the shared words: that of a word in one of 150 texts."""
_SINGLE_CHARACTER = 0.5
_MOST_WORDS = 30

TextNumbers = frozenset[int]
"""The numbers of the texts that contain a word."""


def distinctive_words(text: str) -> dict[str, Term]:
    """Return the words of `text` used to find similar texts, without stop words."""
    return {term.text: term for term in Query(text).words[:_MOST_WORDS]}


def word_weight(term: Term, share: float) -> float:
    """Return the weight of a word that a `share` (0 to 1) of all texts contains; 0 if common.

    Each of the pairs of characters into which a long run of Japanese is cut weighs less.
    """
    rarity = math.log(COMMON / max(share, _RAREST))
    return max(0.0, rarity) * (_SINGLE_CHARACTER if term.open_ended else term.run**-0.5)


def similar_texts(words: Iterable[tuple[TextNumbers, float]], most: int) -> list[int]:
    """Return at most `most` texts that contain half of the weight of all `words`, best first.

    A word is given as the texts that contain it, and its weight. Words of few texts are processed
    first. Once the remaining words weigh less than half, no new text can reach it, so their longer
    lists are only intersected with the texts found so far.
    """
    given = list(words)
    sizes = [len(texts) for texts, _ in given]
    if not any(sizes):
        return []
    by_frequency = [given[place] for place in sorted(range(len(given)), key=sizes.__getitem__)]
    weights = [weight for _, weight in reversed(by_frequency)]
    needed = max(_LEAST_WEIGHT, _LEAST_SHARE * sum(weights))
    remaining = list(accumulate(weights, initial=0.0))[::-1]
    totals: dict[int, float] = {}
    for (texts, weight), left in zip(by_frequency, remaining, strict=False):
        for text in texts if left >= needed else texts & totals.keys():
            totals[text] = totals.get(text, 0.0) + weight
    found = sorted([(-total, text) for text, total in totals.items() if total >= needed])
    return [text for _, text in found[:most]]
