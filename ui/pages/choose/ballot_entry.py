"""Reads what is typed for a ballot: the number of a problem, and how many dots it gets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PAIR = re.compile(r"(\d{1,9})(?:[\s,.:;x*=、。・：×-]+(\d{1,9}))?")


@dataclass(frozen=True)
class Given:
    """``dots`` for the problem that the room calls by ``number``."""

    number: int
    dots: int


def parse_given(text: str) -> Given | None:
    """Read ``4 2`` as two dots for problem 4, and ``4`` as one; full-width digits count too."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    found = _PAIR.fullmatch(plain)
    if found is None:
        return None
    return Given(int(found[1]), int(found[2]) if found[2] else 1)
