"""The probability that a catalogue entry solves what a query says, from seven features.

The weights are those of a logistic regression over ``talk.jsonl`` and the tuning half of
``benchmarks/labelled``, rounded; the constant is chosen by how many of those requests reach each
step of fit. ``python -m benchmarks ranking`` measures them on the other sets.
"""

import math
from dataclasses import dataclass

LIFTING = frozenset({"=adjust", "=cap", "=beyond"})
"""Synonym groups with which people ask for more than there is: change, raise, instead, longer."""
_FIT_STEPS = (0.25, 0.45, 0.7)
_CONSTANT = 3.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """The features of an entry; all weights are shares of the weight of the query."""

    said: float
    """The weight in the entry's best sentence, sentences on limits excluded."""
    limited: float
    """The weight in the catalogue's best sentence on a limit: it rules out what is asked for."""
    own_limit: float
    """The weight in the entry's own best sentence on a limit."""
    held: float
    """The weight of the words that the entry contains anywhere."""
    unknown: float
    """The weight of the words that no entry contains."""
    strength: float
    """The entry's score."""
    lifting: bool
    """Whether the query asks to change or to raise something."""


def confidence(evidence: Evidence) -> float:
    """Return the probability, 0 to 1, that the entry solves what the query says."""
    logit = (
        3.0 * evidence.said
        - 8.0 * max(0.0, evidence.limited - evidence.said)
        + 1.5 * (evidence.said - evidence.own_limit)
        + 2.5 * evidence.held
        - 1.6 * evidence.unknown
        + 0.8 * evidence.strength
        - 0.9 * evidence.lifting
        - _CONSTANT
    )
    return 1 / (1 + math.exp(-logit))


def fit_of(confidence: float) -> int:
    """Return how well an entry with this confidence fits, in four steps: 1 to 4."""
    return 1 + sum(confidence >= step for step in _FIT_STEPS)
