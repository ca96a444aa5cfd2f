"""Chooses readable line breaks: words are not split, and no last line is too short.

This adds a line only if a word would be split otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

_MOST_TIDIED = 60
"""Texts of more lines are filled greedily."""
LONG = 8
"""Of longer paragraphs several lines may be added so that no word is split."""
_LONGER = 1.35
PAUSE = 3
PHRASE = 2
PART = 1
NONE = 0
"""Quality of a line end: at a pause, before a phrase, between parts of a word, or bad."""

_UNBROKEN_SPACE = "\u00a0"
_PAUSES = "、。，．！？：；!?,.;:　 \u2028"
_OPENING = "（「『(["
_CLOSING = "）」』)]"
_PREFIXES = "おご"
"""They belong to the following word."""
_STEMS = "きしちみりぎじびけめれげせべえ"
"""Between two kanji these end the first half of a word such as 切り替え, not a phrase."""
_AFTER_STEM_I = "方合込直出物"
_PARTICLE = "を"
"""The only particle that is never part of a word."""
_PARTICLES = "がはもにでと"
_COMMON = (
    "ある",
    "あり",
    "ない",
    "なく",
    "でき",
    "する",
    "した",
    "して",
    "いる",
    "なる",
    "なり",
    "いい",
)
"""Words in hiragana that may begin a line after a particle, if a word would be split otherwise."""
_NEVER_FIRST = "ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々ゝゞヽヾ・：；/／"
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
"""Characters that Qt counts as two."""
_WIDOW = 0.12
_LONE_WORD = 0.2
"""Share of the width; a shorter last line, or a single word, looks lost."""
_WIDOW_LETTERS = 2
_COST = {PAUSE: 0.0, PHRASE: 0.01, PART: 0.3}
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
    """Return the quality of a line end before the character at ``position``."""
    before = letters[position - 1]
    after = letters[position : position + 1]
    if _UNBROKEN_SPACE in (before, after):
        return NONE
    if after in _NEVER_FIRST or after == " " or (after in _PAUSES and before not in _PAUSES):
        return NONE  # no line begins with the second of two spaces
    if before in _PAUSES:
        if after in _CLOSING or _is_in_word(letters, position):
            return NONE
        return _break_at_space(letters, position) if before == " " else PAUSE
    if before in _OPENING or after in _CLOSING:
        return NONE
    if after in _OPENING or (before in _CLOSING and not _is_hiragana(after)):
        return PHRASE
    if _is_hiragana(before):
        return _break_after_hiragana(letters, position)
    return PART if _is_script_change(before, after) else NONE


def _break_after_hiragana(letters: str, position: int) -> int:
    before = letters[position - 1]
    after = letters[position]
    beyond = letters[position + 1 : position + 2]
    if before in _PREFIXES:
        return NONE
    if _is_hiragana(after):
        prefixed = after in _PREFIXES and beyond and not _is_hiragana(beyond)
        if prefixed or before == _PARTICLE:
            return PHRASE
        begins = before in _PARTICLES and letters.startswith(_COMMON, position)
        joined = letters.startswith("として", position - 1)
        return PART if begins and not joined else NONE
    between = position > 1 and _is_kanji(letters[position - 2]) and _is_kanji(after)
    inner = before in _STEMS or (before == "い" and after in _AFTER_STEM_I)
    return NONE if between and inner else PHRASE


def _break_at_space(letters: str, position: int) -> int:
    """Return the quality of a line end at a space before a Japanese or other character.

    A number stays with its counter (13 ページ), and a Latin word with one in katakana that it is
    joined to (USB メモリー); a line end before kanji is avoided.
    """
    one = letters[position - 2 : position - 1]
    other = letters[position]
    if not one.isascii() or other.isascii() or unicodedata.category(other)[0] != "L":
        return PAUSE
    if one.isdigit() or (one.isalpha() and _script(other) == "katakana"):
        return NONE
    return PART if one.isalpha() and _is_kanji(other) else PAUSE


def _is_in_word(letters: str, position: int) -> bool:
    """Return whether a point or colon is within something like 1.5, 10:30 or a.example."""
    return (
        letters[position - 1] in ".,:;!?"
        and letters[position].isascii()
        and letters[position].isalnum()
    )


def _is_script_change(before: str, after: str) -> bool:
    """Return whether a kanji and a katakana word, or a Latin one and either of them, meet."""
    one = _script(before)
    other = _script(after)
    return bool(one and other) and one != other and "number" not in (one, other)


def _script(letter: str) -> str:
    if _is_kanji(letter):
        return "kanji"
    if "\u30a1" <= letter <= "\u30fc":
        return "katakana"
    if letter.isdigit():
        return "number"
    return "latin" if unicodedata.category(letter)[0] == "L" and ord(letter) < 0x250 else ""


def _is_kanji(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or letter == "々"


def _is_hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u3096"
