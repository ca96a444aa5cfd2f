"""Paints numbers with digits of equal width, so that they do not move while they change."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui.theme.theme import Face, Ink, theme
from ui.widgets.text_layout import draw_line


def digits_width(text: str, font: Face) -> int:
    """Return the width in px of a number, where each digit is as wide as ``0``."""
    return math.ceil(_parts(text, theme().font(font))[1])


@lru_cache(maxsize=4096)
def _parts(text: str, font: QFont) -> tuple[tuple[tuple[float, str], ...], float]:
    """Return the text in parts, each with its left edge in px, and the total width.

    Only a digit that is narrower than others, such as ``1``, is a part of its own.
    """
    advance = QFontMetricsF(font).horizontalAdvance
    parts: list[tuple[float, str]] = []
    end, joins = 0.0, False
    for char in text:
        width = advance(char)
        room = advance("0") if char.isdigit() else width
        if joins and room == width:
            parts[-1] = (parts[-1][0], parts[-1][1] + char)
        else:
            parts.append((end + (room - width) / 2, char))
        joins = room == width
        end += room
    return tuple(parts), end


def draw_digits(
    painter: QPainter,
    text: str,
    font: Face,
    colour: Ink,
    right: float,
    top: float,
    height: float,
) -> None:
    """Paint ``text`` right aligned at ``right``."""
    parts, width = _parts(text, theme().font(font))
    for left, part in parts:
        draw_line(painter, part, font, colour, right - width + left, top, height)
