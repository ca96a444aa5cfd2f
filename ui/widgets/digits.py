"""Draws numbers with digits of equal width, so that they stay in place while they change."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QPainter

from ui.widgets.lettering import draw_line, text_width


def digits_width(text: str, font: QFont) -> int:
    """Width in px of a number: each digit takes the width of ``0``."""
    return _digits_width(text, font.toString())


@lru_cache(maxsize=4096)
def _digits_width(text: str, font_key: str) -> int:
    font = QFont()
    font.fromString(font_key)
    cell = text_width("0", font)
    return sum(cell if char.isdigit() else text_width(char, font) for char in text)


def draw_digits(
    painter: QPainter,
    text: str,
    font: QFont,
    colour: QColor,
    right: float,
    top: float,
    height: float,
) -> None:
    """Draw ``text`` so that it ends at ``right``."""
    cell = text_width("0", font)
    x = right - digits_width(text, font)
    for char in text:
        width = text_width(char, font)
        room = cell if char.isdigit() else width
        draw_line(painter, char, font, colour, x + (room - width) / 2, top, height)
        x += room
