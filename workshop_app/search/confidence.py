"""How far an entry may be believed to solve what was said: a chance, from seven signs.

The weights are a logistic regression over ``talk.jsonl`` and the tuning half of
``benchmarks/labelled``, rounded; the constant goes by how many of those requests reach each step of
fit; ``python -m benchmarks ranking`` measures them on the other sets.
"""

import math
from dataclasses import dataclass

LIFTING = frozenset({"=adjust", "=cap", "=beyond"})
"""Groups of words by which people ask for more than there is: change, raise, instead, longer."""
_FIT_STEPS = (0.25, 0.45, 0.7)
_LEAST = 3.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for an entry and against it; all are shares of what the query weighs."""

    said: float
    """What the entry's best sentence holds, the ones on its limits aside."""
    limited: float
    """What the catalogue's best sentence on a limit holds: somebody wants what is ruled out."""
    own_limit: float
    """What the entry's own best sentence on a limit holds."""
    held: float
    """What the entry holds anywhere in its text."""
    unknown: float
    """What no entry holds."""
    strength: float
    """The entry's score."""
    lifting: bool
    """Whether the query asks to change or to raise something."""


def confidence(evidence: Evidence) -> float:
    """Return the chance, 0 to 1, that the entry solves what was said."""
    signs = (
        3.0 * evidence.said
        - 8.0 * max(0.0, evidence.limited - evidence.said)
        + 1.5 * (evidence.said - evidence.own_limit)
        + 2.5 * evidence.held
        - 1.6 * evidence.unknown
        + 0.8 * evidence.strength
        - 0.9 * evidence.lifting
        - _LEAST
    )
    return 1 / (1 + math.exp(-signs))


def fit_of(chance: float) -> int:
    """Return in four steps how well an entry fits that is believed so much: 1 to 4."""
    return 1 + sum(chance >= step for step in _FIT_STEPS)
