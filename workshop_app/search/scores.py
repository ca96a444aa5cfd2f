"""The scores of all documents for a query, summed up a word at a time.

An integer holds one fixed-point number per document, so that Python multiplies and adds a word's
weights in all documents at once; a loop over the documents of frequent words takes ten times as
long.
"""

import struct
from collections.abc import Iterable
from functools import cached_property

_ONE = 1 << 26
"""The fixed-point number 1. The sum of a thousand products of two such numbers fits 64 bits."""
_FREQUENT = 16
"""The number of documents from which on one operation on all of them is faster than a loop."""


class WordDocuments:
    """The documents that contain a word, with its weight in each, and its rarity; 0 to 1."""

    def __init__(self, weights: dict[int, float], rarity: float) -> None:
        self.weights = weights
        self.rarity = rarity

    @cached_property
    def packed(self) -> int:
        """The weights in all documents, 64 bits each, the first document's lowest."""
        numbers = [0] * (max(self.weights) + 1)
        for number, weight in self.weights.items():
            numbers[number] = round(weight * _ONE)
        return int.from_bytes(struct.pack(f"<{len(numbers)}Q", *numbers), "little")


def summed_scores(words: Iterable[tuple[WordDocuments, float]], count: int) -> list[int]:
    """Return for each of `count` documents its score, as a multiple of a constant.

    The score is the sum of the products of each word's weight in the query (0 to 1) and in the
    document, with an error of about 1e-8 per word.
    """
    frequent = 0
    rare: list[tuple[dict[int, float], int]] = []
    for documents, weight in words:
        fixed = round(weight * _ONE)
        if len(documents.weights) < _FREQUENT:
            rare.append((documents.weights, fixed))
        else:
            frequent += documents.packed * fixed
    scores = list(struct.unpack(f"<{count}Q", frequent.to_bytes(8 * count, "little")))
    for weights, fixed in rare:
        for number, weight in weights.items():
            scores[number] += fixed * round(weight * _ONE)
    return scores
