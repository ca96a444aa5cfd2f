"""Notes in a list where a row is split between two pages."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from ui.theme.theme import theme
from ui.widgets.text_layout import draw_line

_LEAST_HEIGHT = 24  # px


def continuation_height() -> int:
    """Return the height in px of the note that a row continues."""
    return max(_LEAST_HEIGHT, theme().line_height("meta"))


def draw_continuation(painter: QPainter, words: str, x: float, top: float) -> None:
    """Paint that the row began on the previous page, or continues on the next one."""
    colour = theme().colour("ink2")
    draw_line(painter, words, theme().font("hint"), colour, x, top, continuation_height())
