"""Lines of the can-do check, with a square for each hand: those of the previous visit and now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.theme.theme import theme
from ui.widgets.continuation import continuation_height
from ui.widgets.lettering import draw_line, lettered, text_width
from ui.widgets.pager import Slot
from ui.widgets.painting import rounded
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView
from workshop_app.i18n import tr

_MOST_SQUARES = 10
"""With more people a bar shows the share."""
_BAR = 6
"""Width of the bar in squares."""
_GAP = 12


@dataclass(frozen=True)
class Hands:
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


@dataclass(frozen=True)
class CanDoRow(Row):
    """A line with its counts of hands, in order of time."""

    counts: tuple[Hands, ...] = ()


class CanDoLayout:
    """The lines of a row: its text, then one line per count, or all counts on one.

    A single count is at the right of a short text.
    """

    def __init__(self, row: CanDoRow, width: int, role: str) -> None:
        self.row = row
        self.size = theme().text_size(role)
        self.line_height = theme().line_height(role)
        self.pad = max(14, round(self.size * 0.6))
        room = width - 2 * self.pad
        font = theme().font(role)
        widths = [self._width(count, font) + 2 * _GAP for count in row.counts]
        self.beside = sum(widths) <= room
        self._counts = 0 if not row.counts else 1 if self.beside else len(row.counts)
        self.right = 0
        """Where a single count stands at the right of the text, in px; 0: below it."""
        if len(widths) == 1:
            left = room - widths[0]
            if text_width(row.text, font) + 2 * _GAP <= left:
                self.right = self.pad + left
                self._counts = 0
        self.text = lettered(row.text, font, self.line_height, room)

    @property
    def lines(self) -> int:
        """Number of lines."""
        return len(self.text.lines) + self._counts

    def height(self, first: int, last: int) -> int:
        """Height in px of the lines ``first`` to before ``last`` as one part."""
        parts = (first > 0) + (last < self.lines)
        return 2 * _padding() + (last - first) * self.line_height + parts * continuation_height()

    @property
    def square(self) -> int:
        """Side length of a square in px."""
        return round(self.size * 0.62)

    def drawn_width(self, count: Hands) -> int:
        """Width in px of the squares or the bar."""
        people = max(count.people, count.hands or 0, 1)
        return (people if people <= _MOST_SQUARES else _BAR) * (self.square + 3)

    def _width(self, count: Hands, font) -> int:  # noqa: ANN001 - QFont
        words = text_width(count.label, font) + text_width(count.count, font)
        return words + self.drawn_width(count) + 2 * _GAP


def _padding() -> int:
    return max(6, theme().metrics.gap // 2)


class CanDoView(RowNames, SheetView[CanDoRow, CanDoLayout]):
    """Draws ``CanDoRow`` for a ``PagedList``."""

    def lay_out(self, row: CanDoRow, current: bool) -> CanDoLayout:
        return CanDoLayout(row, self.width(), self._role)

    def row_name(self, row: Row) -> str:
        counts = row.counts if isinstance(row, CanDoRow) else ()
        said = [f"{count.label} {count.count}" for count in counts]
        return "  ".join([super().row_name(row), *said])

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        box = self._box(slot)
        layout = self._layout(slot.row)
        paint_ground(painter, box, state)
        x = box.left() + layout.pad
        y = box.top() + _padding() + (0 if slot.begins else continuation_height())
        own = len(layout.text.lines)
        last = min(slot.last, own)
        if layout.right and slot.begins:
            self._paint_counts(painter, layout, layout.row.counts, box.left() + layout.right, y)
        if slot.first < last:
            layout.text.draw(painter, x, y, theme().colour("ink"), slot.first, last)
            y += (last - slot.first) * layout.line_height
        if slot.last > own:
            shown = layout.row.counts
            if not layout.beside:
                shown = shown[max(0, slot.first - own) : slot.last - own]
            self._paint_counts(painter, layout, shown, x, y)

    def _paint_counts(
        self,
        painter: QPainter,
        layout: CanDoLayout,
        counts: tuple[Hands, ...],
        left: float,
        y: float,
    ) -> None:
        font = theme().font(self._role)
        x = left
        for count in counts:
            line = layout.line_height
            draw_line(painter, count.label, font, theme().colour("ink2"), x, y, line)
            x += text_width(count.label, font) + _GAP
            _paint_hands(painter, layout, count, x, y)
            x += layout.drawn_width(count) + _GAP
            draw_line(painter, count.count, font, theme().colour("ink"), x, y, line)
            x += text_width(count.count, font) + 2 * _GAP
            if not layout.beside:
                x = left
                y += line


def _paint_hands(painter: QPainter, layout: CanDoLayout, count: Hands, x: float, y: float) -> None:
    side = layout.square
    top = y + (layout.line_height - side) / 2
    people = max(count.people, count.hands or 0, 1)
    edge = theme().colour("edge")
    fill = theme().colour("accent")
    if people > _MOST_SQUARES:
        width = layout.drawn_width(count) - 3
        rounded(painter, QRectF(x, top, width, side), 2, theme().colour("surface"), edge)
        share = (count.hands or 0) / people
        if share:
            rounded(painter, QRectF(x, top, width * share, side), 2, fill)
        return
    for number in range(people):
        box = QRectF(x + number * (side + 3) + 0.5, top + 0.5, side - 1, side - 1)
        raised = count.hands is not None and number < count.hands
        rounded(painter, box, 2, fill if raised else theme().colour("surface"), edge)
