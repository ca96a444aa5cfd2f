"""Notes in a list where a row, or a group of rows, is split between two pages."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from ui.rows.cells import Words
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.text_layout import draw_line
from workshop_app.i18n import tr

_LEAST_HEIGHT = 24  # px


def continuation_height() -> int:
    """Return the height in px of the note that a row continues."""
    return max(_LEAST_HEIGHT, theme().line_height("meta"))


def continued(head: Row, role: str = "meta") -> Row:
    """Return the head of a group as it is on a further page, where it says that it continues."""
    return head._replace(after=(Words(tr("widgets.list.group_continued"), role=role), *head.after))


def draw_continuation(painter: QPainter, words: str, x: float, top: float) -> None:
    """Paint that the row began on the previous page, or continues on the next one."""
    draw_line(painter, words, "hint", "ink2", x, top, continuation_height())
