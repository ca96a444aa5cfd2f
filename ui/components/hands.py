"""How many hands went up for a line of the can-do check, with a bar of their share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.rows.cells import Cell
from ui.rows.row import Row
from ui.rows.style import Style
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.i18n import tr

_BAR = 6
"""Width of the bar in its heights."""
_GAP = 12


@dataclass(frozen=True)
class Hands(Cell):
    """How many can do it out of how many; None if not counted."""

    label: str
    hands: int | None
    people: int

    @property
    def count(self) -> str:
        """The number in words."""
        if self.hands is None:
            return tr("last_time.alone.uncounted")
        return tr("last_time.alone.hands", n=self.hands)

    @property
    def words(self) -> str:
        return f"{self.label} {self.count}"

    def width(self, style: Style) -> int:
        font = style.role
        words = text_width(self.label, font) + text_width(self.count, font)
        return words + _BAR * _height(style) + 2 * _GAP

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        font = style.role
        x, y, line = box.left(), box.top(), box.height()
        draw_line(painter, self.label, font, "ink2", x, y, line)
        x += text_width(self.label, font) + _GAP
        high = _height(style)
        bar = QRectF(x, y + (line - high) / 2, _BAR * high, high)
        rounded(painter, bar, 2, "surface", "edge")
        if self.hands:
            bar.setWidth(bar.width() * self.hands / max(self.people, self.hands))
            rounded(painter, bar, 2, "accent")
        x += _BAR * high + _GAP
        draw_line(painter, self.count, font, "ink", x, y, line)


def _height(style: Style) -> int:
    return round(style.size * 0.62)


def can_do_row(row_id: str, text: str, counts: Sequence[Hands]) -> Row:
    """Return a line of the check with its counts of hands, in order of time."""
    spoken = "  ".join([text, *(count.words for count in counts)])
    return Row(row_id, text, after=tuple(counts), spoken=spoken)
