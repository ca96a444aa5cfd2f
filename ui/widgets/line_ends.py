"""Chooses line breaks that read well: no word is divided, no last line is too short."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MOST_LINES = 4
"""Longer texts just fill the width: the choice of breaks would not be noticed."""
TRIES = 24
_PAUSES = "、。，．！？!?,.;:　 \u2028"
_OPENING, _CLOSING = "（「『([", "）」』)]"
_PREFIXES = "おご"
"""They belong to the word that follows."""
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Letters that Qt counts as two."""
_WIDOW, _LONE_WORD = 0.12, 0.2
"""Share of the width; a shorter last line, or a single word, looks lost."""
_WIDOW_LETTERS = 2
_WELL = (True, True)
_MOST_FOUND = 4096
_found: dict[tuple[str, str, float], float] = {}


@dataclass(frozen=True)
class Line:
    """One laid-out line: where its text starts, how long it is, its width in px."""

    start: int
    length: int
    width: float


def tidied(
    text: str, lay_out: Callable[[float], tuple[Line, ...]], room: float, font: str
) -> tuple[Line, ...]:
    """The lines that ``lay_out`` makes of a text, in as few as fill ``room`` and well broken.

    ``lay_out`` breaks the text at a width in px; it is asked last for what is returned. What was
    found for a text in a ``font`` is remembered.
    """
    key = (text, font, room)
    if key in _found:
        return lay_out(_found[key])
    if len(_found) > _MOST_FOUND:
        _found.clear()
    full = lay_out(room)
    _found[key] = room
    if not 1 < len(full) <= MOST_LINES:
        return full
    best = _rank(text, full, room)
    if best == _WELL:
        return full
    width = chosen = room
    lines = full
    while best < _WELL:
        # Just too narrow for the widest of the lines that end by a break
        width = min(width, max(line.width for line in lines[:-1])) - 1
        if width < room / 2 or len(lines := lay_out(width)) > len(full):
            break
        if (rank := _rank(text, lines, room)) > best:
            best = rank
            chosen = width
    _found[key] = chosen
    return lay_out(chosen)


def worth(text: str, lines: Sequence[Line]) -> int:
    """Return the quality of the worst break: 2 at a pause, 1 where a new word begins, else 0."""
    letters = _as_counted(text)
    return min((_break(letters, line.start) for line in lines[1:]), default=2)


def _rank(text: str, lines: Sequence[Line], room: float) -> tuple[bool, bool]:
    last = lines[-1]
    words = _as_counted(text)[last.start : last.start + last.length].split()
    least = _WIDOW if len(words) > 1 else _LONE_WORD
    lost = last.width < room * least or last.length <= _WIDOW_LETTERS
    return not lost, worth(text, lines) > 0


def _as_counted(text: str) -> str:
    """The text with as many letters as Qt counts, so that its places are ours."""
    return _BEYOND.sub("\u4e00\u4e00", text)


def _break(letters: str, place: int) -> int:
    before, after, beyond = (
        letters[place - 1],
        letters[place : place + 1],
        letters[place + 1 : place + 2],
    )
    if before in _PAUSES:
        return 2
    if after in _PAUSES:
        return 0
    if after in _OPENING or (before in _CLOSING and not _is_hiragana(after)):
        return 1
    prefixed = after in _PREFIXES and not _is_hiragana(beyond)
    ends = _is_hiragana(before) and before not in _PREFIXES
    return int(ends and (prefixed or not _is_hiragana(after)))


def _is_hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u3096"
