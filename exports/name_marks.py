"""Finds names of people, customers and hosts, addresses and home folders on a page of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from exports.matching import folded, pattern_of
from exports.protected import PATTERNS, Guard, TermKind, terms_of
from workshop_app.domain.state import WorkshopState

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

Patterns = Sequence[tuple[TermKind, re.Pattern[str]]]
_LAST_CHARACTER = 0x10FFFF


class NameBox(NamedTuple):
    """A box around a name, in fractions (0 to 1) of the page's size from the top left."""

    kind: str
    left: float
    top: float
    right: float
    bottom: float


def naming_patterns(state: WorkshopState, guard: Guard | None) -> Patterns:
    """Return the patterns that find names of people, customers and hosts, addresses and folders."""
    named = terms_of(state, guard or Guard())
    found = [(term.kind, pattern_of(term.text)) for term in named if term.kind is not TermKind.NOTE]
    if state.workshop.facilitator.strip():
        found.append((TermKind.PERSON, pattern_of(state.workshop.facilitator)))
    return (*found, *PATTERNS.items())


def name_boxes(page: PdfPage, patterns: Patterns) -> tuple[NameBox, ...]:
    """Return the boxes of all names on a page; a name across two lines has two."""
    words = page.get_textpage()
    try:
        text, sources = _text_of(words)
        width, height = page.get_size()
        return tuple(
            NameBox(kind.value, left / width, 1 - top / height, right / width, 1 - bottom / height)
            for kind, span in _named_in(text, patterns)
            for left, bottom, right, top in _boxes(words, sources, span)
        )
    finally:
        words.close()


def _named_in(text: str, patterns: Patterns) -> list[tuple[TermKind, tuple[int, int]]]:
    """Return the spans of names, excluding those inside longer ones, such as 青木 in 青木 健."""
    found = [(kind, match.span()) for kind, pattern in patterns for match in pattern.finditer(text)]
    found.sort(key=lambda each: (each[1][0], -each[1][1]))
    outermost: list[tuple[TermKind, tuple[int, int]]] = []
    for kind, (start, end) in found:
        if start < end and (not outermost or end > outermost[-1][1][1]):
            outermost.append((kind, (start, end)))
    return outermost


def _text_of(words: PdfTextPage) -> tuple[str, list[int]]:
    """Return the folded text of a page, and the index of the page's character for each letter."""
    from pypdfium2.raw import FPDFText_GetUnicode

    letters: list[str] = []
    sources: list[int] = []
    for place in range(words.count_chars()):
        number = FPDFText_GetUnicode(words, place)
        letter = folded(chr(number)) if 0 < number <= _LAST_CHARACTER else " "
        letters.append(letter)
        sources += [place] * len(letter)
    return "".join(letters), sources


def _boxes(
    words: PdfTextPage, sources: list[int], span: tuple[int, int]
) -> Iterator[tuple[float, float, float, float]]:
    first = sources[span[0]]
    last = sources[span[1] - 1]
    for number in range(words.count_rects(first, last - first + 1)):
        yield words.get_rect(number)
