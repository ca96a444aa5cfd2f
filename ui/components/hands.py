"""How many hands went up for a line of the can-do check, with a square for each person."""

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

_MOST_SQUARES = 10
"""With more people a bar shows the share."""
_BAR = 6
"""Width of the bar in squares."""
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
        return words + self._drawn(style) + 2 * _GAP

    def paint(self, painter: QPainter, box: QRectF, style: Style, hovered: bool) -> None:
        font = style.role
        x, y, line = box.left(), box.top(), box.height()
        draw_line(painter, self.label, font, "ink2", x, y, line)
        x += text_width(self.label, font) + _GAP
        self._paint_hands(painter, x, y + (line - _square(style)) / 2, style)
        x += self._drawn(style) + _GAP
        draw_line(painter, self.count, font, "ink", x, y, line)

    @property
    def _people(self) -> int:
        return max(self.people, self.hands or 0, 1)

    def _drawn(self, style: Style) -> int:
        """Return the width in px of the squares or the bar."""
        squares = self._people if self._people <= _MOST_SQUARES else _BAR
        return squares * (_square(style) + 3)

    def _paint_hands(self, painter: QPainter, x: float, top: float, style: Style) -> None:
        side = _square(style)
        fill = "accent"
        surface = "surface"
        if self._people > _MOST_SQUARES:
            width = self._drawn(style) - 3
            rounded(painter, QRectF(x, top, width, side), 2, surface, "edge")
            if self.hands:
                part = QRectF(x, top, width * self.hands / self._people, side)
                rounded(painter, part, 2, fill)
            return
        for number in range(self._people):
            box = QRectF(x + number * (side + 3) + 0.5, top + 0.5, side - 1, side - 1)
            raised = self.hands is not None and number < self.hands
            rounded(painter, box, 2, fill if raised else surface, "edge")


def _square(style: Style) -> int:
    return round(style.size * 0.62)


def can_do_row(row_id: str, text: str, counts: Sequence[Hands]) -> Row:
    """Return a line of the check with its counts of hands, in order of time."""
    spoken = "  ".join([text, *(count.words for count in counts)])
    return Row(row_id, text, after=tuple(counts), spoken=spoken)
