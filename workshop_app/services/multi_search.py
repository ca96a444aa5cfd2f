"""Searches for a problem in several phrasings or sentences and combines the results."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workshop_app.search.confidence import fit_of
from workshop_app.services.answers import Answers, Suggestion

_END = re.compile(r"(?<=[。．！？!?\n])\s*|(?<=\.)\s+")
_SHORTEST = 8
"""The least characters of a sentence that is searched for by itself."""
_MOST = 4
"""The most sentences of a text that are searched for by themselves."""


def search_phrasings(
    answers: Answers, texts: Sequence[str], language: str, limit: int = 10
) -> tuple[Suggestion, ...]:
    """Return answers to any of `texts`, which say the same in several ways, best first.

    A text of several sentences is searched for as a whole and by each sentence, because other
    sentences would hide what a specific one finds. The confidence in the results of a sentence is
    reduced by its share of the whole text.
    """
    phrasings = list(dict.fromkeys(filter(None, (text.strip() for text in texts))))
    found: dict[str, Suggestion] = {}
    asked = 0.0
    for text in phrasings:
        whole = answers.search(text, language, limit)
        parts = list(_sentences(text))
        if len(phrasings) == 1 and not parts:
            return whole
        weight = whole[0].asked if whole else 0.0
        asked = max(asked, weight)
        for part in parts:
            whole += tuple(_scaled(hit, weight) for hit in answers.search(part, language, limit))
        for hit in whole:
            found[hit.solution.id] = _better(found.get(hit.solution.id), hit)
    best = sorted(found.values(), key=_order)
    return tuple(replace(hit, asked=asked) for hit in best[:limit])


def _order(hit: Suggestion) -> tuple[object, ...]:
    """Return a sort key: best fit first; of equal fits those chosen before."""
    return -hit.fit, hit.chosen is None, -hit.confidence, -hit.score, hit.solution.id


def _sentences(text: str) -> Iterator[str]:
    sentences = [each.strip() for each in _END.split(text)]
    long = [each for each in sentences if len(each) >= _SHORTEST]
    return iter(long[:_MOST] if len(long) > 1 else ())


def _scaled(hit: Suggestion, weight: float) -> Suggestion:
    share = min(1.0, hit.asked / weight) if weight else 0.0
    confidence = hit.confidence * share**0.5
    return replace(hit, confidence=confidence, fit=fit_of(confidence), score=hit.score * share)


def _better(one: Suggestion | None, other: Suggestion) -> Suggestion:
    """Return the one with more confidence, with the words by which both were found."""
    if one is None:
        return other
    better = other if other.confidence > one.confidence else one
    matched = tuple(dict.fromkeys((*one.matched, *other.matched)))
    return replace(better, matched=matched, near=better.near or one.near or other.near)
