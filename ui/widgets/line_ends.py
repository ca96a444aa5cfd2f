"""Chooses readable line breaks: words are not split, and no last line is too short.

This adds a line only if a word would be split otherwise. Words and phrases are those of papers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from workshop_app.line_breaks import has_hiragana, is_in_name, may_break, phrase_ends

_MOST_TIDIED = 60
"""Texts of more lines are filled greedily."""
LONG = 8
"""Of longer paragraphs several lines may be added so that no word is split."""
_LONGER = 1.35
PAUSE = 3
PHRASE = 2
PART = 1
NONE = 0
"""Quality of a line end, as `phrase_ends` of papers returns it; bad also within a word."""


_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Characters that Qt counts as two."""
_WIDOW = 0.12
_LONE_WORD = 0.2
"""Share of the width; a shorter last line, or a single word, looks lost."""
_WIDOW_LETTERS = 2
_COST = {PAUSE: 0.0, PHRASE: 0.01, PART: 0.18}
_LOST = 1.0
_SLACK = (0.5, 2.0, 4.0)
"""Px added to a measured width, since kerning can make the last character of a line wider."""
_MOST_FOUND = 4096
_found: dict[tuple[str, Hashable, float], tuple[float, ...]] = {}


class TextLine(NamedTuple):
    """One laid-out line: start and length of its text, and its width in px."""

    start: int
    length: int
    width: float


class LineLayout:
    """A text that can be laid out in lines of given widths, as `tidied` needs it."""

    def fill(self, widths: Sequence[float]) -> tuple[TextLine, ...]:
        """Fill lines of these widths in px; the last one is repeated for all further lines."""
        raise NotImplementedError

    def measure(self) -> Callable[[int, int], float]:
        """Return a function for the width in px of a part of the text on one line."""
        raise NotImplementedError


def tidied(text: str, layout: LineLayout, room: float, font: Hashable) -> tuple[TextLine, ...]:
    """Return the fewest lines of at most ``room`` px, with the best breaks.

    The result for a text in a ``font`` is cached.
    """
    key = (text, font, room)
    if key not in _found:
        if len(_found) > _MOST_FOUND:
            _found.clear()
        _found[key] = _widths(text, layout, room)
    return layout.fill(_found[key])


def worth(letters: str, lines: Sequence[TextLine]) -> int:
    """Return the quality of the worst break: ``PAUSE``, ``PHRASE``, ``PART`` or ``NONE``.

    ``letters`` are the text `as_counted`.
    """
    return min((_break(letters, line.start) for line in lines[1:]), default=PAUSE)


def _widths(text: str, layout: LineLayout, room: float) -> tuple[float, ...]:
    """Return widths of lines that end at readable positions."""
    full = layout.fill((room,))
    letters = as_counted(text)
    if not 1 < len(full) <= _MOST_TIDIED or _is_well(letters, full, room):
        return (room,)
    measure = layout.measure()
    starts: list[int] = []
    for paragraph in _paragraphs(letters, full):
        filled = [line.start for line in paragraph]
        most = len(filled) + any(_break(letters, start) == NONE for start in filled[1:])
        if len(filled) > LONG:
            most = round(len(filled) * _LONGER)
        end = paragraph[-1].start + paragraph[-1].length
        found = _starts(letters, filled[0], end, room, measure)
        starts += found if 0 < len(found) <= most else filled
    if starts == [line.start for line in full]:
        return (_narrowed(letters, layout, full, room),)
    ends = [*starts[1:], len(letters)]
    measured = [measure(a, b) for a, b in zip(starts, ends, strict=True)]
    for slack in _SLACK:
        widths = (*(min(room, width + slack) for width in measured), room)
        if [line.start for line in layout.fill(widths)] == starts:
            return widths
    return (room,)


def _narrowed(letters: str, layout: LineLayout, full: tuple[TextLine, ...], room: float) -> float:
    """Return the width at which as many lines have no lost last one; ``room`` if there is none."""
    lines = full
    width = room
    while _is_lost(letters[lines[-1].start :], lines[-1].width / room):
        width = min(width, max(line.width for line in lines[:-1])) - 1
        if width < room / 2 or len(lines := layout.fill((width,))) > len(full):
            return room
    return width


def _starts(
    letters: str, begin: int, end: int, room: float, measure: Callable[[int, int], float]
) -> list[int]:
    """Return where the lines of a paragraph start: the fewest lines with the best breaks.

    Empty if a word would have to be split.
    """
    ends = [begin, *(n for n in range(begin + 1, end) if _break(letters, n) > NONE), end]
    best: dict[int, tuple[int, float, int]] = {begin: (0, 0.0, begin)}
    for rank, first in enumerate(ends[:-1]):
        if first not in best:
            continue
        lines, cost, _ = best[first]
        for last in ends[rank + 1 :]:
            width = measure(first, last)
            if width > room:
                break
            found = (lines + 1, cost + _cost(letters, first, last, end, width / room), first)
            if last not in best or found < best[last]:
                best[last] = found
    starts: list[int] = []
    while end in best and end > begin:
        end = best[end][2]
        starts.insert(0, end)
    return starts


def _cost(letters: str, first: int, last: int, end: int, filled: float) -> float:
    if last < end:
        return (1 - filled) ** 2 + _COST[_break(letters, last)]
    return _LOST if _is_lost(letters[first:last], filled) else 0.0


def _is_well(letters: str, lines: Sequence[TextLine], room: float) -> bool:
    if worth(letters, lines) < PHRASE:
        return False
    return not any(
        len(paragraph) > 1
        and _is_lost(
            letters[paragraph[-1].start : paragraph[-1].start + paragraph[-1].length],
            paragraph[-1].width / room,
        )
        for paragraph in _paragraphs(letters, lines)
    )


def _is_lost(words: str, filled: float) -> bool:
    """Return whether a last line is so short that it looks lost."""
    least = _WIDOW if len(words.split()) > 1 else _LONE_WORD
    return filled < least or len(words.rstrip()) <= _WIDOW_LETTERS


def _paragraphs(letters: str, lines: Sequence[TextLine]) -> list[list[TextLine]]:
    found: list[list[TextLine]] = [[]]
    for line in lines:
        found[-1].append(line)
        if letters[line.start : line.start + line.length].endswith("\u2028"):
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def as_counted(text: str) -> str:
    """Return the text with as many characters as Qt counts, so that positions agree."""
    return _BEYOND.sub("\u4e00\u4e00", text)


def _break(letters: str, position: int) -> int:
    """Return how suitable a line break at a position is, from NONE to PAUSE."""
    around = letters[position - 1 : position + 1]
    if around.startswith("\u2028"):
        return PAUSE
    if "\u00a0" in around:
        return NONE
    if position >= len(letters) or not may_break(letters, position):
        return NONE
    if is_in_name(letters, position) and has_hiragana(letters):
        return PART
    return phrase_ends(letters, position)
