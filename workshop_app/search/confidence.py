"""The probability that an entry solves what a query says, or that a gap is what it wishes for.

Both are logistic regressions over the labels of ``benchmarks/labelled``, with rounded weights: that
of an entry over ``requests.jsonl`` and ``talk.jsonl``, that of a gap over ``real-tuning.jsonl`` as
well. So that a gap that nobody has written yet does not make an entry look better than it is, each
request with a known gap also counted, with less weight, as if that gap were missing.

``python -m benchmarks ranking`` measures them on the other sets.
"""

import math
from bisect import bisect_right
from dataclasses import dataclass

RAISING_TERMS = frozenset({"=adjust", "=cap", "=beyond"})
"""Synonym groups with which people ask for more than there is: change, raise, instead, longer."""
_FIT_STEPS = (0.25, 0.5, 0.75)
_LEAST_SCORE = 0.2
"""Added to both scores that are compared, so that two very low ones count as equal."""


@dataclass(frozen=True, slots=True)
class EntryFeatures:
    """The features of an entry; weights and scores are shares of the weight of the query."""

    best_sentence: float
    """The weight in the entry's best sentence, sentences on limits excluded."""
    own_limit: float
    """The weight in the entry's best sentence on a limit: it may rule out what is asked for."""
    score: float
    gap_score: float
    """The score of the best gap."""
    asks_to_raise: bool
    """Whether the query asks to change or to raise something."""


@dataclass(frozen=True, slots=True)
class GapFeatures:
    """The features of a gap; weights and scores are shares of the weight of the query."""

    contained: float
    """The weight of the words that the gap contains anywhere."""
    score: float
    entry_score: float
    """The score of the best entry, which may answer the request."""
    asks_to_raise: bool


def confidence(features: EntryFeatures) -> float:
    """Return the probability, 0 to 1, that the entry solves what the query says.

    Most of it is the contrast, the logarithm of how many times as well the entry's words match as
    those of any gap.
    """
    logit = (
        2.7 * math.log((features.score + _LEAST_SCORE) / (features.gap_score + _LEAST_SCORE))
        + 2.4 * features.best_sentence
        + 1.5 * (features.best_sentence - features.own_limit)
        - 0.6 * features.asks_to_raise
        - 2.2
    )
    return 1 / (1 + math.exp(-logit))


def gap_confidence(features: GapFeatures) -> float:
    """Return the probability, 0 to 1, that the gap is what the query wishes for."""
    logit = (
        5.3 * math.log((features.score + _LEAST_SCORE) / (features.entry_score + _LEAST_SCORE))
        + 1.6 * features.contained
        + 0.3 * features.asks_to_raise
        - 0.8
    )
    return 1 / (1 + math.exp(-logit))


def fit_of(confidence: float) -> int:
    """Return how well an entry with this confidence fits, in four steps: 1 to 4."""
    return 1 + bisect_right(_FIT_STEPS, confidence)
