"""Places in a text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_KATAKANA = re.compile("[\u30a1-\u30ff]{2,}")


class Span(NamedTuple):
    """From `start` up to `end`."""

    start: int
    end: int


def foreign_words(folded: str) -> list[Span]:
    """Return where the words in katakana stand."""
    return [Span(*found.span()) for found in _KATAKANA.finditer(folded)]


def outside(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a place touches none of the others."""
    return all(other.end <= span.start or span.end <= other.start for other in others)
