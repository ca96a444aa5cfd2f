"""Similarity of two problems of different workshops, and the lookup of candidates.

A heuristic: a person confirms the results. Word weights are based on frequencies in the catalogues,
so that a threshold means the same for stores of any size.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import product
from typing import NamedTuple

from workshop_app.domain.words import index_words
from workshop_app.search.duplicates import WordWeight, shared_weight, weighted_words
from workshop_app.search.index import Topics
from workshop_app.search.terms import words_of_meaning

LEAST_LIKENESS = 0.475
"""From here on two problems may be the same; tuned by `benchmarks.likes`."""
_ABOUT = 1.2
"""The weight of the topics of two problems, relative to 1 for their common words."""
SAME_ENTRY = 0.12
"""Added if both have the same catalogue entry, chosen or named as the nearest one."""
LEAST_IN_COMMON = 1.6
"""Minimum number of shared words: one word alone makes a theme, not the same problem."""
_SENTENCES = 1_500
"""Approximate number of sentences in the catalogues, to estimate the weight of one."""
_BACKGROUND = 20.0
"""Virtual sentences with each word, so that an unknown word does not outweigh all others."""

Share = Callable[[str], float]
"""Returns how common a word is, 0 to 1."""


class Wording(NamedTuple):
    """A text split into words, each with its weight and spelling, and the total weight."""

    words: dict[str, WordWeight]
    total: float


def wording(text: str, share: Share) -> Wording:
    """Return a text in the form used for comparison."""
    words = weighted_words(text)
    return Wording(words, sum(_rarity(share(word)) * each.weight for word, each in words.items()))


class ComparedProblem(NamedTuple):
    """The wordings and topics of a problem, for comparison."""

    wordings: Sequence[Wording]
    topics: Topics


def likeness(one: ComparedProblem, other: ComparedProblem, share: Share) -> float:
    """Return the similarity of two problems, 0 to 1.

    It combines the words of the most similar pair of wordings with the common entries and gaps of
    the catalogues, which are more reliable between languages.
    """
    pairs = product(one.wordings, other.wordings)
    words = max((_likeness(here, there, share) for here, there in pairs), default=0.0)
    about = sum(weight * other.topics.get(topic, 0.0) for topic, weight in one.topics.items())
    return (words + _ABOUT * about) / (1 + _ABOUT)


def _likeness(one: Wording, other: Wording, share: Share) -> float:
    common, weight = shared_weight(one.words, other.words, partial(word_rarity, share=share))
    if common < LEAST_IN_COMMON:
        return 0.0
    return 2 * weight / (one.total + other.total)


def word_rarity(word: str, share: Share) -> float:
    """Return the weight of a word by its rarity in the catalogues."""
    return _rarity(share(word))


def _rarity(share: float) -> float:
    return math.log((_SENTENCES + 2 * _BACKGROUND) / (share * _SENTENCES + _BACKGROUND))


@cache
def lookup(word: str) -> str:
    """Return the FTS5 expression for texts with a word of `weighted_words`; empty for none.

    A meaning is looked up by all of its words, in both languages.
    """
    spellings = words_of_meaning(word) if word.startswith("=") else (word,)
    return " OR ".join(filter(None, map(_phrase, spellings)))


def both(one: str, other: str) -> str:
    """Return the FTS5 expression for texts that match both expressions."""
    return f"({one}) AND ({other})"


def _phrase(spelling: str) -> str:
    words = index_words(spelling)
    if not words:
        return ""
    open_ended = spelling.isascii() or len(words[-1]) == 1
    return '"' + " ".join(words) + '"' + "*" * open_ended


def rarest_first(words: Iterable[str], share: Share) -> list[str]:
    """Return words ordered by rarity in the catalogues, rarest first; ties keep their order."""
    return sorted(words, key=share)
