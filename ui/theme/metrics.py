"""Sizes in logical pixels, all derived from the size of the window and who reads it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

ROOM_SHARE = 0.0444  # of the window's height: smallest text size readable from the last row
PROBLEM_SHARE = 0.052
QUESTION_SHARE = 0.073
NARROW_WIDTH = 1100
COLUMNS_FROM = 1366
"""Minimum width for a list and a panel next to the work area at a desk."""


class Metrics(NamedTuple):
    """All sizes of the screens; only created by ``of``.

    Texts on a page begin ``edge`` px from its left; what stands in the margin before them ends
    ``hang`` px before that. Texts end ``margin`` px from its right.
    """

    desk: bool
    columns: bool
    narrow: bool
    rather_low: bool
    low: bool
    room: int
    problem: int
    question: int
    title: int
    section: int
    body: int
    meta: int
    timer: int
    clock: int
    rail: int
    bar: int
    banner: int
    foot: int
    panel: int
    edge: int
    margin: int
    hang: int
    side: int
    top: int
    gap: int
    target: int
    button_height: int
    room_target: int
    row: int

    def pad(self, line: int) -> int:
        """Return the space above and below the text in a row on the page, by its line height."""
        return max(0 if self.low else self.gap // 3, (self.room_target - line) // 2)

    @classmethod
    def of(cls, width: int, height: int, desk: bool = False, text_scale: float = 1.0) -> Metrics:
        """Return the sizes for a window of ``width`` × ``height`` logical pixels.

        ``desk``: only the facilitator sees the window, from close; otherwise a room reads it.
        ``text_scale`` is the user's text size (1.0 = 100 %); it enlarges small texts, never shrinks
        them, and does not change sizes derived from the window's height.
        """
        share = _share(width, height)
        beyond = max(1.0, min(height / 1080, width / 1920, 1.6))
        scale = beyond * max(1.0, text_scale)
        narrow = width <= NARROW_WIDTH * max(1.0, text_scale)

        def text(small: float, large: float) -> int:
            return round((small + (large - small) * share) * scale)

        def space(small: float, large: float) -> int:
            return round((small + (large - small) * share) * beyond)

        room = max(math.ceil(height * ROOM_SHARE), text(18, 20))
        problem = max(round(height * PROBLEM_SHARE), text(21, 24))
        body = text(15, 16.6)
        meta = math.ceil(text(14, 14) * 1.45)
        two = math.ceil(body * 1.5) + meta + 8 if desk else 2 * meta
        bar_text = max(room, text(24, 30)) if not desk else text(24, 30)
        return cls(
            desk=desk,
            columns=desk and width >= COLUMNS_FROM * max(1.0, text_scale),
            narrow=narrow,
            rather_low=height < 900,
            low=height < 720,
            room=text(18, 20) if desk else room,
            problem=text(28, 38) if desk else problem,
            question=text(28, 38) if desk else max(round(height * QUESTION_SHARE), problem),
            title=text(24, 28),
            section=text(18, 20),
            body=body,
            meta=text(14, 14),
            timer=bar_text,
            clock=text(40, 56),
            rail=_rail(width, narrow, desk, space),
            bar=max(space(56, 72), math.ceil(bar_text * 1.34) + 7, two),
            banner=max(space(40, 44), body + 25) if desk else 0,
            foot=max(space(60, 76), body + 40),
            panel=round(space(316, 400) * max(1.0, text_scale)),
            edge=space(88, 112) if narrow else 112 if desk else space(112, 157),
            margin=24 if narrow else space(32, 45),
            hang=space(16, 22),
            side=20 if narrow else space(32, 44),
            top=space(14, 22) if not desk else space(20, 28),
            gap=space(12, 20),
            target=max(36, text(36, 38)),
            button_height=max(40, text(40, 46)),
            room_target=max(44, text(44, 50)),
            row=max(48, math.ceil((body if desk else room) * 1.34) + space(12, 26)),
        )


def _share(width: int, height: int) -> float:
    """Return 0 at 1366 × 768 and below, 1 at 1920 × 1080 and above, interpolated between."""
    by_height = (height - 768) / (1080 - 768)
    by_width = (width - 1366) / (1920 - 1366)
    return max(0.0, min(1.0, by_height, by_width))


def _rail(width: int, narrow: bool, desk: bool, space: Callable[[float, float], int]) -> int:
    if narrow:
        return 64
    if desk and width >= 1600:
        return space(252, 252)
    return space(88, 104)
