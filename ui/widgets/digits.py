"""Paints numbers with digits of equal width, so that they do not move while they change."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QPainter

from ui.widgets.text_layout import draw_line, text_width


def digits_width(text: str, font: QFont) -> int:
    """Return the width in px of a number, where each digit is as wide as ``0``."""
    return _cells(text, font)[1]


@lru_cache(maxsize=4096)
def _cells(text: str, font: QFont) -> tuple[tuple[float, ...], int]:
    """Return the left edge of each character in px, and the total width."""
    cell = text_width("0", font)
    lefts: list[float] = []
    end = 0
    for char in text:
        width = text_width(char, font)
        room = cell if char.isdigit() else width
        lefts.append(end + (room - width) / 2)
        end += room
    return tuple(lefts), end


def draw_digits(
    painter: QPainter,
    text: str,
    font: QFont,
    colour: QColor,
    right: float,
    top: float,
    height: float,
) -> None:
    """Paint ``text`` right aligned at ``right``."""
    lefts, width = _cells(text, font)
    for char, left in zip(text, lefts, strict=True):
        draw_line(painter, char, font, colour, right - width + left, top, height)
