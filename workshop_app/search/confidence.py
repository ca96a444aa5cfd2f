"""The probability that a catalogue entry solves what a query says, from seven features.

The weights are those of a logistic regression over ``talk.jsonl`` and the tuning half of
``benchmarks/labelled``, rounded; the constant is chosen by how many of those requests reach each
step of fit. ``python -m benchmarks ranking`` measures them on the other sets.
"""

import math
from dataclasses import dataclass

RAISING_TERMS = frozenset({"=adjust", "=cap", "=beyond"})
"""Synonym groups with which people ask for more than there is: change, raise, instead, longer."""
_FIT_STEPS = (0.25, 0.45, 0.7)
_CONSTANT = 3.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """The features of an entry; all weights are shares of the weight of the query."""

    best_sentence: float
    """The weight in the entry's best sentence, sentences on limits excluded."""
    best_limit: float
    """The weight in the catalogue's best sentence on a limit: it rules out what is asked for."""
    own_limit: float
    """The weight in the entry's own best sentence on a limit."""
    contained: float
    """The weight of the words that the entry contains anywhere."""
    unknown: float
    """The weight of the words that no entry contains."""
    score: float
    """The entry's score."""
    asks_to_raise: bool
    """Whether the query asks to change or to raise something."""
    best_wish: float = 0.0
    """The weight in the best sentence of the best gap."""


@dataclass(frozen=True, slots=True)
class GapFeatures:
    """The features of a gap; all weights are shares of the weight of the query."""

    best_wish: float
    """The weight in the gap's best sentence."""
    best_problem: float
    """The weight in the best sentence of the best entry, which may answer the request."""
    contained: float
    """The weight of the words that the gap contains anywhere."""
    unknown: float
    score: float
    asks_to_raise: bool


def confidence(evidence: Evidence) -> float:
    """Return the probability, 0 to 1, that the entry solves what the query says."""
    logit = (
        3.0 * evidence.best_sentence
        - 8.0 * max(0.0, evidence.best_limit - evidence.best_sentence)
        + 1.5 * (evidence.best_sentence - evidence.own_limit)
        + 2.5 * evidence.contained
        - 1.6 * evidence.unknown
        + 0.8 * evidence.score
        - 0.9 * evidence.asks_to_raise
        - _CONSTANT
    )
    return 1 / (1 + math.exp(-logit))


def gap_confidence(features: GapFeatures) -> float:
    """Return the probability, 0 to 1, that the gap is what the query wishes for."""
    logit = (
        4.0 * features.best_wish
        - 3.0 * features.best_problem
        + 2.0 * features.contained
        - 1.0 * features.unknown
        + 0.5 * features.asks_to_raise
        - 2.5
    )
    return 1 / (1 + math.exp(-logit))


def fit_of(confidence: float) -> int:
    """Return how well an entry with this confidence fits, in four steps: 1 to 4."""
    return 1 + sum(confidence >= step for step in _FIT_STEPS)
