"""Breaks words where a reader pauses; large ones in lines of about the same length."""

from __future__ import annotations

from collections.abc import Callable

from ui.widgets.lettering import Lettering

_MOST_LINES = 4
"""Longer texts fill the width."""
_PAUSES = "、。，．！？!?,.;:　 "
_TRIES = 24
_WIDOW = 0.12
"""Of the width: a last line that is shorter looks lost."""


def tidy(lay_out: Callable[[int], Lettering], room: int) -> Lettering:
    """The text in as few lines as fill ``room``, no word cut and no widow where that is free.

    ``lay_out`` breaks the text at a width in px.
    """
    full = lay_out(room)
    if not 1 < len(full.lines) <= _MOST_LINES:
        return full
    step = max(1, room // (2 * _TRIES))
    for width in range(room, room // 2, -step):
        tried = lay_out(width)
        if len(tried.lines) > len(full.lines):
            break
        if _worth(tried) and tried.lines[-1].width > room * _WIDOW:
            return tried
    return full


def balanced(lay_out: Callable[[int], Lettering], room: int) -> Lettering:
    """The text laid out in as few lines as fill ``room``, but broken at the best places.

    ``lay_out`` breaks the text at a width in px.
    """
    full = lay_out(room)
    if not 1 < len(full.lines) <= _MOST_LINES:
        return full
    step = max(1, room // (2 * _TRIES))
    best, worth = full, _worth(full)
    for width in range(room - step, room // 2, -step):
        tried = lay_out(width)
        if len(tried.lines) > len(full.lines):
            break
        if _worth(tried) >= worth:  # as good a break, and narrower: more even lines
            best, worth = tried, _worth(tried)
    return best


def _worth(letters: Lettering) -> int:
    """How good the worst of the breaks is: 2 at a pause, 1 where a new word begins, else 0."""
    starts = [line.start for line in letters.lines[1:]]
    return min(_break(letters.text[place - 1], letters.text[place]) for place in starts)


def _break(before: str, after: str) -> int:
    if before in _PAUSES or before == "\u2028":
        return 2
    return int(_is_hiragana(before) and not _is_hiragana(after) and after not in _PAUSES)


def _is_hiragana(letter: str) -> bool:
    return "\u3041" <= letter <= "\u3096"
