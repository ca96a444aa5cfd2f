"""The probability that an entry solves what a query says, or that a gap is what it asks for.

Both are logistic regressions with rounded weights, fitted on all sets of ``benchmarks/labelled``
except the held-out one. Rows of ``real-tuning.jsonl`` weigh most, since real users do not write
like a catalogue. That of the entries is also fitted on problems and wishes of the catalogue that
were left out of the index and searched for. Weights are relative to the weight of the words known
to the catalogues, since the length and the setting of a request do not matter.

``python -m benchmarks ranking`` measures them.
"""

import math
from bisect import bisect_right
from typing import NamedTuple

_FIT_STEPS = (0.25, 0.5, 0.75)
_LEAST_SCORE = 0.2
"""Added to both scores in a ratio, so that two very low ones count as equal."""
_LEAST_LEAD = 0.1
"""The same for the scores of two entries, or two gaps, which are not shares."""


class EntryFeatures(NamedTuple):
    """Features of an entry; weights and scores are shares of the known weight of the query."""

    best_sentence: float
    """Weight of the query words in its best sentence, excluding sentences on limits."""
    own_limit: float
    """Weight in its best sentence on a limit, which may exclude what is asked for."""
    score: float
    gap_score: float
    """The score of the best gap."""
    lead: float
    """Lead of the best entry over the next (see `lead`); 0 for all others."""


class GapFeatures(NamedTuple):
    """Features of a gap; weights and scores are shares of the known weight of the query."""

    contained: float
    """Weight of the query words that it contains anywhere."""
    score: float
    entry_score: float
    """The score of the best entry, which may answer the request."""
    lead: float
    """Lead of the best gap over the next (see `lead`); 0 for all others."""


def lead(score: float, other: float) -> float:
    """Return the logarithm of the ratio of a score to that of the best other one."""
    return math.log((score + _LEAST_LEAD) / (other + _LEAST_LEAD))


def confidence(features: EntryFeatures) -> float:
    """Return the probability, 0 to 1, that the entry solves what the query says.

    The dominant term is the logarithm of the ratio of its score to that of the best gap.
    """
    logit = (
        6.7 * math.log((features.score + _LEAST_SCORE) / (features.gap_score + _LEAST_SCORE))
        + 2.1 * features.best_sentence
        + 1.4 * (features.best_sentence - features.own_limit)
        + 1.5 * features.lead
        - 3.0
    )
    return 1 / (1 + math.exp(-logit))


def gap_confidence(features: GapFeatures) -> float:
    """Return the probability, 0 to 1, that the gap is what the query asks for."""
    logit = (
        9.4 * math.log((features.score + _LEAST_SCORE) / (features.entry_score + _LEAST_SCORE))
        + 0.7 * features.contained
        + 0.8 * features.lead
        - 0.2
    )
    return 1 / (1 + math.exp(-logit))


def fit_of(confidence: float) -> int:
    """Return how well an entry with this confidence fits, in four steps: 1 to 4."""
    return 1 + bisect_right(_FIT_STEPS, confidence)
