"""Line breaking for mixed Japanese and Latin text: kinsoku, whole words, whole addresses."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_NOT_FIRST = frozenset(
    "、。，．・：；？！ー～〜…‥―）」』】〕〉》］｝”’〟゛゜ヽヾゝゞ々〻％"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    ")]},.!?:;%–"
)
"""Characters that never begin a line."""
_NOT_LAST = frozenset("（「『【〔〈《［｛“‘〝([{＃№＄￥")
"""Characters that never end a line."""
_INSEPARABLE = frozenset("…‥―—")
_ADDRESS_BREAKS = frozenset("/?&=_.-")
_LOOK_BACK = 24
"""The most combining characters that are kept with their base."""

_SPACE, _LATIN, _WIDE = range(3)


def break_lines(
    text: str, widths: Sequence[float], room: float, first_room: float | None = None
) -> list[tuple[int, int]]:
    """Return the lines of `text` as (start, end), broken at line feeds and at the width `room`.

    `widths` has the width of each character; `first_room` is the width of the first line if it
    differs. Spaces at a break belong to no line. A word is split only if it is wider than a line.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        while True:
            space = room if lines or first_room is None else first_room
            end = _line_end(text, widths, start, stop, space, whole=space < room)
            lines.append((start, _without_spaces(text, start, end)))
            start = end
            while start < stop and text[start] == " ":
                start += 1
            if start >= stop:
                break
        start = stop + 1
    return lines


def _line_end(
    text: str, widths: Sequence[float], start: int, stop: int, room: float, *, whole: bool
) -> int:
    """Return where the line from `start` ends; if `whole`, no word is split for it."""
    total = 0.0
    last = start
    for i in range(start, stop):
        if i > start and may_break(text, i):
            last = i
        total += widths[i]
        if total > room + 0.001 and text[i] != " ":
            if last > start:
                return last
            return start if whole else _split_word(text, start, i)
    return stop


def _split_word(text: str, start: int, end: int) -> int:
    """Return where to split a word wider than a line: after a separator, else anywhere."""
    end = max(end, start + 1)
    for i in range(end, start + 1, -1):
        if text[i - 1] in _ADDRESS_BREAKS and text[i : i + 1] not in _ADDRESS_BREAKS:
            return i
    for i in range(end, max(start, end - _LOOK_BACK), -1):
        if not (i < len(text) and unicodedata.combining(text[i])):
            return i
    return end


def may_break(text: str, i: int) -> bool:
    """Tell whether a line may end before the character at `i` (1 or more)."""
    before = text[i - 1]
    after = text[i]
    if after == " ":
        return False
    if before == " ":
        return i < 2 or not _is_counted(text[i - 2], after)
    kinds = _kind(before), _kind(after)
    if kinds == (_LATIN, _LATIN) or unicodedata.combining(after):
        return False
    if after in _NOT_FIRST or before in _NOT_LAST or _is_counted(before, after):
        return False
    return not (before == after and before in _INSEPARABLE)


def _is_counted(before: str, after: str) -> bool:
    """Tell whether a number ends and its Japanese counter begins, as in 46台 or 46 台."""
    return before.isdigit() and _kind(after) == _WIDE


@lru_cache(maxsize=4096)
def _kind(character: str) -> int:
    if character == " ":
        return _SPACE
    wide = unicodedata.east_asian_width(character) in "WF" or character in "…‥―→←↑↓×○●△▲□■◇◆☆★※"
    return _WIDE if wide else _LATIN


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
