"""Breaks large words into lines of about the same length."""

from __future__ import annotations

from collections.abc import Callable

from ui.widgets.lettering import Lettering
from ui.widgets.line_ends import MOST_LINES, TRIES, worth


def balanced(lay_out: Callable[[int], Lettering], room: int) -> Lettering:
    """The text laid out in as few lines as fill ``room``, but broken at the best places.

    ``lay_out`` breaks the text at a width in px.
    """
    full = lay_out(room)
    if not 1 < len(full.lines) <= MOST_LINES:
        return full
    step = max(1, room // (2 * TRIES))
    best, best_worth = full, worth(full.text, full.lines)
    for width in range(room - step, room // 2, -step):
        tried = lay_out(width)
        if len(tried.lines) > len(full.lines):
            break
        tried_worth = worth(tried.text, tried.lines)
        if tried_worth >= best_worth:  # as good a break, and narrower: more even lines
            best, best_worth = tried, tried_worth
    return best
