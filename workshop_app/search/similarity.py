"""When two texts are alike: they share half of what their rare words weigh."""

import math
from collections.abc import Iterable
from itertools import accumulate

from workshop_app.search.query import Query
from workshop_app.search.terms import Term

COMMON = 0.05
"""From this share of all texts on, a word tells nothing: 監視, サーバー, alert."""
_RAREST = 0.002
"""Below this share, words tell equally much, so that one misspelt word does not outweigh all."""
_ALIKE = 0.5
_ENOUGH = 2.0
"""What the words in common weigh at least: as much as one word that one text in 150 holds."""
_LONE = 0.5
_MOST_WORDS = 30

Found = frozenset[int]
"""The numbers of the texts that hold a word."""


def distinctive_words(text: str) -> dict[str, Term]:
    """Return the words of `text` by which others may be like it; what any text may hold is none."""
    return {term.text: term for term in Query(text).words[:_MOST_WORDS]}


def word_weight(term: Term, share: float) -> float:
    """Return what a word weighs that a `share` (0 to 1) of all texts holds; 0 for a common one.

    A long run of Japanese is cut into many pairs of characters, so each counts less.
    """
    rarity = math.log(COMMON / max(share, _RAREST))
    return max(0.0, rarity) * (_LONE if term.open_ended else term.run**-0.5)


def similar_texts(words: Iterable[tuple[Found, float]], most: int) -> list[int]:
    """Return the texts that hold half the weight of all `words`, the likest first, `most` of them.

    A word comes as the texts that hold it, and its weight. The words of the fewest texts are read
    first. Once those left weigh less than half, no further text can come in, so that the longer
    lists are only asked about the ones that are already there.
    """
    by_number = sorted(words, key=lambda word: len(word[0]))
    needed = max(_ENOUGH, _ALIKE * sum(weighs for _, weighs in by_number))
    left = list(accumulate((weighs for _, weighs in reversed(by_number)), initial=0.0))[::-1]
    held: dict[int, float] = {}
    for (texts, weighs), still in zip(by_number, left, strict=False):
        for text in texts if still >= needed else texts & held.keys():
            held[text] = held.get(text, 0.0) + weighs
    found = [text for text, total in held.items() if total >= needed]
    return sorted(found, key=lambda text: (-held[text], text))[:most]
