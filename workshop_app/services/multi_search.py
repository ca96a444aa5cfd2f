"""Searches for a problem in several phrasings or sentences and combines the results."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from workshop_app.services.answers import Answers, Findings, GapHit, Suggestion
from workshop_app.services.named_products import named_products_first

H = TypeVar("H", Suggestion, GapHit)
_END = re.compile(r"(?<=[。．！？!?\n])\s*|(?<=\.)\s+")
_SHORTEST = 8
"""Minimum length of a sentence that is searched for separately."""
_MOST = 4
"""Maximum number of sentences of a text that are searched for separately."""


def search_phrasings(
    answers: Answers, texts: Sequence[str], language: str, limit: int = 10
) -> Findings:
    """Return answers and gaps for any of `texts`, which are phrasings of the same, best first.

    A text of several sentences is searched for as a whole and by each sentence, because other
    sentences would hide what a specific one finds. The confidence in the results of a sentence is
    reduced by its share of the whole text. A product that was named comes before others of its
    kind.
    """
    phrasings = list(dict.fromkeys(filter(None, map(str.strip, texts))))
    found: dict[str, Suggestion] = {}
    gaps: dict[str, GapHit] = {}
    asked = 0.0
    for text in phrasings:
        whole = answers.find(text, language, limit)
        parts = list(_sentences(text))
        if len(phrasings) == 1 and not parts:
            return whole._replace(answers=named_products_first(whole.answers, text))
        weight = max((hit.asked for hit in (*whole.answers, *whole.gaps)), default=0.0)
        asked = max(asked, weight)
        results = [whole]
        results += [_scaled(answers.find(part, language, limit), weight) for part in parts]
        for result in results:
            for hit in result.answers:
                found[hit.solution.id] = _better(found.get(hit.solution.id), hit)
            for gap in result.gaps:
                gaps[gap.gap.id] = _better(gaps.get(gap.gap.id), gap)
    best = sorted(found.values(), key=_order)[:limit]
    best_gaps = sorted(gaps.values(), key=lambda hit: (-hit.confidence, -hit.score, hit.gap.id))
    best = named_products_first(best, "\n".join(phrasings))
    return Findings(
        tuple(replace(hit, asked=asked) for hit in best),
        tuple(replace(hit, asked=asked) for hit in best_gaps),
    )


def _order(hit: Suggestion) -> tuple[object, ...]:
    """Return a sort key: best fit first; of equal fits those chosen before."""
    return -hit.fit, hit.chosen is None, -hit.confidence, -hit.score, hit.solution.id


def _sentences(text: str) -> Iterator[str]:
    sentences = [each.strip() for each in _END.split(text)]
    long = [each for each in sentences if len(each) >= _SHORTEST]
    return iter(long[:_MOST] if len(long) > 1 else ())


def _scaled(found: Findings, weight: float) -> Findings:
    """Return what a sentence found, with confidence scaled by its share of the text's `weight`."""
    hits = (*found.answers, *found.gaps)
    share = min(1.0, max(hit.asked for hit in hits) / weight) if hits and weight else 0.0

    def scaled(hit: H) -> H:
        return replace(hit, confidence=hit.confidence * share**0.5, score=hit.score * share)

    return Findings(tuple(map(scaled, found.answers)), tuple(map(scaled, found.gaps)))


def _better(one: H | None, other: H) -> H:
    """Return the one with more confidence, with what was found by either."""
    if one is None:
        return other
    better = other if other.confidence > one.confidence else one
    return replace(
        better,
        matched=tuple(dict.fromkeys((*one.matched, *other.matched))),
        near=better.near or one.near or other.near,
        mentioned=one.mentioned or other.mentioned,
    )
