"""How good a search result is: whether the program states an answer, or a known gap, or neither."""

from dataclasses import dataclass
from enum import StrEnum

_ANSWERS = 0.5
"""An entry that is right more often than not is stated as the answer."""
_SURELY_ANSWERS = 0.8
"""Needed where another entry matches nearly as well: then one of two such first ones is wrong."""
_CLOSE = 0.95
"""The share of the best score from which on another entry matches nearly as well."""
_IS_GAP = 0.35
"""Less than for an answer: to name a gap that is not meant is mended by looking at the answers
below it, and a wish for what there is rarely reaches it."""
_SAYS_ENOUGH = 0.6
"""The weight below which a query says too little, such as "monitoring"."""


class MatchQuality(StrEnum):
    """What may honestly be said of a search result."""

    ANSWER = "answer"
    """An entry states what was asked for."""
    CANDIDATES = "candidates"
    """Something may fit; people have to look."""
    GAP = "gap"
    """A known gap is what was asked for."""
    TOO_LITTLE = "too_little"
    """The words are too few to tell."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What was measured of a search result."""

    answer: float = 0.0
    """The probability, 0 to 1, that the best entry solves what was said."""
    gap: float = 0.0
    """The probability, 0 to 1, that the best gap is what was said."""
    second: float = 0.0
    """The score of the second entry, as a share of that of the best."""
    asked: float = 0.0
    """The weight of the words: 1 is that of one word of a single entry."""


def match_quality(signals: Signals) -> MatchQuality:
    """Return what may be said of a search result; the first rule that holds decides."""
    if signals.gap >= _IS_GAP and signals.gap > signals.answer:
        return MatchQuality.GAP
    if signals.answer >= (_SURELY_ANSWERS if signals.second >= _CLOSE else _ANSWERS):
        return MatchQuality.ANSWER
    if signals.asked < _SAYS_ENOUGH:
        return MatchQuality.TOO_LITTLE
    return MatchQuality.CANDIDATES
