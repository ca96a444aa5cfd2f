"""The probability that an entry solves what a query says, or that a gap is what it wishes for.

Both are logistic regressions over the labels of ``benchmarks/labelled``, with rounded weights: that
of an entry over ``requests.jsonl`` and ``talk.jsonl``, that of a gap over ``real-tuning.jsonl`` as
well. So that a gap that nobody has written yet does not make an entry look better than it is, each
request with a known gap also counted, with less weight, as if that gap were missing.

``python -m benchmarks ranking`` measures them on the other sets.
"""

import math
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

    Most of it is the contrast: how much better the entry's words match than those of any gap.
    """
    return _probability(
        2.7 * _contrast(features.score, features.gap_score)
        + 2.4 * features.best_sentence
        + 1.5 * (features.best_sentence - features.own_limit)
        - 0.6 * features.asks_to_raise
        - 2.2
    )


def gap_confidence(features: GapFeatures) -> float:
    """Return the probability, 0 to 1, that the gap is what the query wishes for."""
    return _probability(
        5.3 * _contrast(features.score, features.entry_score)
        + 1.6 * features.contained
        + 0.3 * features.asks_to_raise
        - 0.8
    )


def fit_of(confidence: float) -> int:
    """Return how well an entry with this confidence fits, in four steps: 1 to 4."""
    return 1 + sum(confidence >= step for step in _FIT_STEPS)


def _contrast(score: float, rival: float) -> float:
    """Return the logarithm of how many times `score` is as high as that of its rival."""
    return math.log((score + _LEAST_SCORE) / (rival + _LEAST_SCORE))


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))
