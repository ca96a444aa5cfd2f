"""Explains the text of a paper: each part has to be one of the pieces that may stand there."""

import unicodedata
from collections.abc import Iterable

from tests.truth.plain import squeezed

_MARKS = {"Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sm", "So", "Sk"}


def on_paper(text: object) -> str:
    """Return a text without spaces, and without hyphens, which may be at the end of any line."""
    return squeezed(text).replace("-", "").replace("\u2010", "")


def unexplained(text: str, pieces: Iterable[str]) -> list[str]:
    """Return the parts of a squeezed text that are none of the pieces, with what is before them.

    Of all ways to lay the pieces over the text the one that leaves out least is taken.
    """
    by_start: dict[str, list[str]] = {}
    for piece in {each for each in pieces if each}:
        by_start.setdefault(piece[:2], []).append(piece)
    end = len(text)
    left = [0] * (end + 1)
    taken = [0] * (end + 1)
    for at in range(end - 1, -1, -1):
        best, step = left[at + 1] + (unicodedata.category(text[at]) not in _MARKS), 0
        for piece in (*by_start.get(text[at : at + 2], ()), *by_start.get(text[at], ())):
            after = at + len(piece)
            if after <= end and left[after] < best and text.startswith(piece, at):
                best, step = left[after], len(piece)
        left[at], taken[at] = best, step
    found: list[str] = []
    at = last = 0
    while at < end:
        if taken[at]:
            at += taken[at]
        elif unicodedata.category(text[at]) in _MARKS:
            at += 1
        else:
            begin = at
            while at < end and not taken[at]:
                at += 1
            found.append(f"{text[max(last, begin - 12) : begin]}[{text[begin:at]}]")
            last = at
    return found
