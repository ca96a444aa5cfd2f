"""Ranks answers that differ only by the product they are for, once a product was named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from workshop_app.domain.solution import Solution
from workshop_app.search.terms import fold
from workshop_app.services.answers import Suggestion

_OTHER = 0.2
"""Maximum confidence in an answer for another product than the one that was named."""


def named_products_first(answers: Sequence[Suggestion], text: str) -> tuple[Suggestion, ...]:
    """Return answers, best first, with those for a product named in `text` before their siblings.

    Siblings have the same `asks_product`. The named ones take the siblings' positions and the
    highest confidence among them; the others can hardly be meant, and come last.
    """
    ranked = list(answers)
    said = fold(text)
    for asked in dict.fromkeys(filter(None, map(asked_of, answers))):
        siblings = [hit for hit in ranked if asked_of(hit) == asked]
        named = [hit for hit in siblings if is_product_named(hit.solution, said)]
        if not named or len(named) == len(siblings):
            continue
        most = max(hit.confidence for hit in siblings)
        score = max(hit.score for hit in siblings)
        named[0] = replace(named[0], confidence=most, score=score)
        positions = [n for n, hit in enumerate(ranked) if asked_of(hit) == asked]
        for n, hit in zip(positions, named, strict=False):
            ranked[n] = hit
        others = [hit for hit in siblings if not is_product_named(hit.solution, said)]
        rest = positions[len(named) :]
        ranked = [hit for n, hit in enumerate(ranked) if n not in rest]
        ranked += map(_reduced, others)
    return tuple(ranked)


def asked_of(hit: Suggestion) -> str:
    """Return the question about the product, which siblings share; empty if there is none."""
    return hit.solution.ja.asks_product


def is_product_named(solution: Solution, folded: str) -> bool:
    """Return whether a folded text names a product of `solution`, in either language."""
    names = {*solution.ja.products, *solution.en.products}
    return any(_pattern(name).search(folded) for name in names)


def _reduced(hit: Suggestion) -> Suggestion:
    return replace(hit, confidence=min(hit.confidence, _OTHER))


@lru_cache(maxsize=256)
def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, fold(name).split()))
    return re.compile(f"(?<![a-z0-9]){words}(?![a-z0-9])")
