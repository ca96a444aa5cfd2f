"""Notes in a list where a row is split between two pages."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from ui.theme.theme import theme
from ui.widgets.text_layout import draw_line
from workshop_app.i18n import tr

_LEAST_HEIGHT = 24  # px


def continuation_height() -> int:
    """Return the height in px of the note that a row continues."""
    return max(_LEAST_HEIGHT, theme().line_height("meta"))


def draw_continuing(painter: QPainter, x: float, top: float) -> None:
    """Paint that the row began on the previous page."""
    draw_row_hint(painter, tr("widgets.list.group_continued"), x, top)


def draw_continued(painter: QPainter, x: float, top: float) -> None:
    """Paint that the row continues on the next page."""
    draw_row_hint(painter, tr("widgets.list.continued"), x, top)


def draw_row_hint(painter: QPainter, words: str, x: float, top: float) -> None:
    """Paint one small line of text within a row."""
    colour = theme().colour("ink2")
    draw_line(painter, words, theme().font("hint"), colour, x, top, continuation_height())
