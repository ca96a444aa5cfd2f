"""The quality of a search result: whether the program states an answer, a known gap, or neither.

The bounds were chosen on all sets of ``benchmarks/labelled`` but the held-out one, and on problems
and wishes of the catalogue that were left out of the index, both languages together; ``python -m
benchmarks ranking`` measures them.
"""

from enum import StrEnum
from typing import NamedTuple

_ANSWERS = 0.55
"""From here on the first entry is right more often than not, also for what people really wrote."""
_ANSWERS_BESIDE_GAP = 0.8
"""The same if the query mentions the subject of the best gap, which is then often what is meant."""
_IS_GAP = 0.3
"""Less than for an answer, since a gap is only stated if its subject is mentioned, too."""
_MAY_FIT = 0.17
"""From this probability of the best entry on, a gap is only asked about: no answer is denied."""
_COVERED = 0.35
"""Minimum share of the words that an entry must contain: others may change the meaning."""
_GAP_COVERED = 0.3
"""The same for a gap, so that one word alone never results in a gap."""
_KNOWN = 0.25
"""If neither contains this share, the words are of another world."""
_ALSO_GAP = 0.3
_ALSO_COVERED = 0.5
"""From here on a gap is asked about though its subject is not mentioned."""
_ALSO_MENTIONED = 0.02
"""The same for a gap whose subject is mentioned."""
_SAYS_ENOUGH = 0.6
"""A query of less weight, such as "monitoring", says too little."""


class MatchQuality(StrEnum):
    """The quality of a search result."""

    ANSWER = "answer"
    """An entry answers the query."""
    CANDIDATES = "candidates"
    """Some entry may fit; people have to decide."""
    GAP = "gap"
    """A known gap is what was asked for."""
    TOO_LITTLE = "too_little"
    """Too few words, or too few known words."""
    NOTHING_NEAR = "nothing_near"
    """What was found is about something else."""


class Signals(NamedTuple):
    """The measures of a search result."""

    answer: float = 0.0
    """Probability, 0 to 1, that the best entry answers the query."""
    gap: float = 0.0
    """Probability, 0 to 1, that the best gap is meant."""
    answer_covers: float = 0.0
    """Share, 0 to 1, of the weight of the query in words that the best entry contains."""
    gap_covers: float = 0.0
    """Share, 0 to 1, of the weight in words that the best gap contains."""
    gap_mentioned: bool = False
    """Whether the query mentions the subject of the best gap."""
    gap_has_subject: bool = True
    """Whether the best gap has a subject, without which it may not be stated."""
    asked: float = 0.0
    """Weight of the query: 1 is that of one word of a single entry."""
    elsewhere: bool = False
    """Whether the query is about something else than monitoring."""


def match_quality(signals: Signals) -> MatchQuality:
    """Return the quality of a search result; the first rule that matches decides."""
    if signals.elsewhere:
        return MatchQuality.NOTHING_NEAR
    may_be_stated = signals.gap_mentioned or not signals.gap_has_subject
    if is_likely_gap(signals) and may_be_stated and signals.gap_covers >= _GAP_COVERED:
        return MatchQuality.GAP if signals.answer < _MAY_FIT else MatchQuality.CANDIDATES
    sure = _ANSWERS_BESIDE_GAP if signals.gap_mentioned else _ANSWERS
    if signals.answer >= sure and signals.answer_covers >= _COVERED:
        return MatchQuality.ANSWER
    if signals.asked < _SAYS_ENOUGH or max(signals.answer_covers, signals.gap_covers) < _KNOWN:
        return MatchQuality.TOO_LITTLE
    return MatchQuality.CANDIDATES


def is_likely_gap(signals: Signals) -> bool:
    """Return whether the best gap is more likely to be meant than the best entry."""
    return signals.gap >= _IS_GAP and signals.gap > signals.answer


def is_possible_gap(probability: float, covers: float, *, mentioned: bool) -> bool:
    """Return whether a gap may be meant although another one is more likely.

    It is `mentioned` if the query contains its subject.
    """
    if mentioned and probability >= _ALSO_MENTIONED:
        return True
    return probability >= _ALSO_GAP and covers >= _ALSO_COVERED
