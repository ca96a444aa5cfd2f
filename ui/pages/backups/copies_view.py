"""The list of copies: when and why each was made, its content, and whether it is sound."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.list_head import ListHead
from ui.widgets.pager import Slot
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView
from workshop_app.i18n import tr

_SIDE = 16
_GAP = 18
_ICON = 18
_ICON_GAP = 6
_LEAST_OCCASION = 8  # letters


@dataclass(frozen=True)
class Cell:
    """A number in a column; bold if it differs from the current one."""

    text: str
    differs: bool = False


@dataclass(frozen=True)
class CopyRow(Row):
    """One copy; ``text`` is the whole row for screen readers, the other fields are painted."""

    day: str = ""
    time: str = ""
    occasion: str = ""
    cells: tuple[Cell, ...] = ()
    state: str = ""
    icon: str = ""
    pinned: bool = False


@dataclass(frozen=True)
class CopyColumns:
    """Horizontal positions in px shared by all rows, for a list of ``width`` px."""

    width: int = 0
    day: int = 0
    time: int = 0
    cells: tuple[int, ...] = ()
    """The right edges of the columns that fit."""
    state: int = 0

    @property
    def occasion_left(self) -> int:
        """The left edge of the occasion."""
        return self.time + _GAP

    @classmethod
    def of(cls, rows: tuple[CopyRow, ...], heads: tuple[str, ...], width: int) -> CopyColumns:
        """Return the positions required by the contents of the rows, last columns first."""
        body = theme().font("body")
        meta = theme().font("meta")
        day = _SIDE + max((text_width(row.day, meta) for row in rows), default=0)
        time = day + _GAP + max((digits_width(row.time, _bold()) for row in rows), default=0)
        states = (text_width(row.state, meta) for row in rows)
        state = width - _SIDE - _ICON - _ICON_GAP - max(states, default=0)
        occasions = (text_width(row.occasion, body) for row in rows)
        least = min(max(occasions, default=0), 14 * theme().metrics.body)
        edge = time + _GAP + max(least, _LEAST_OCCASION * theme().metrics.body)
        if any(row.pinned for row in rows):
            edge += _ICON + _ICON_GAP
        places = []
        for place, head in enumerate(heads):
            numbers = (
                digits_width(row.cells[place].text, _bold())
                for row in rows
                if place < len(row.cells)
            )
            edge += _GAP + max(text_width(head, meta), max(numbers, default=0))
            if edge + _GAP > state:
                break
            places.append(edge)
        free = state - _GAP - places[-1] if places else 0
        return cls(width, day, time, tuple(place + free for place in places), state)


class CopyLayout:
    """The height of a row, which always has one line."""

    lines = 1

    def height(self, first: int, last: int) -> int:
        """Height in px."""
        return max(44, theme().line_height("body") + 16)


class CopiesView(RowNames, SheetView[CopyRow, CopyLayout]):
    """Draws ``CopyRow`` in columns that are the same for all rows."""

    def __init__(self) -> None:
        super().__init__("body")
        self.heads: tuple[str, ...] = ()
        self._columns = CopyColumns()

    @property
    def columns(self) -> CopyColumns:
        """The positions of the columns at the current width."""
        if self._columns.width != self.width():
            self.measure_all()
        return self._columns

    def row_name(self, row: Row) -> str:
        return row.text

    def measure_all(self) -> None:
        self._columns = CopyColumns.of(self._rows, self.heads, self.width())

    def lay_out(self, row: CopyRow, current: bool) -> CopyLayout:
        return CopyLayout()

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        box = self._box(slot)
        row = self.rows[slot.row]
        columns = self.columns
        paint_ground(painter, box, state)
        top = box.top()
        height = box.height()
        meta = theme().font("meta")
        body = theme().font("body")
        quiet = theme().colour("ink2")
        ink = theme().colour("ink")
        draw_line(painter, row.day, meta, quiet, box.left() + _SIDE, top, height)
        draw_digits(painter, row.time, _bold(), ink, box.left() + columns.time, top, height)
        left = box.left() + columns.occasion_left
        if row.pinned:
            _icon(painter, "star", "accent", left, box)
            left += _ICON + _ICON_GAP
        draw_line(painter, row.occasion, body, ink, left, top, height)
        for right, cell in zip(columns.cells, row.cells, strict=False):
            font = _bold() if cell.differs else body
            colour = ink if cell.differs else quiet
            draw_digits(painter, cell.text, font, colour, box.left() + right, top, height)
        state_left = box.left() + columns.state
        if row.icon:
            sound = row.icon == "check"
            _icon(painter, row.icon, "solution" if sound else "danger", state_left, box)
        draw_line(painter, row.state, meta, quiet, state_left + _ICON + _ICON_GAP, top, height)


class CopiesHead(ListHead[CopiesView]):
    """The names of the columns, above the list."""

    def paint_names(self, painter: QPainter) -> None:
        columns = self._view.columns
        self.write(painter, tr("backups.head.time"), _SIDE)
        self.write(painter, tr("backups.head.occasion"), columns.occasion_left)
        for right, head in zip(columns.cells, self._view.heads, strict=False):
            self.write(painter, head, right - text_width(head, theme().font("meta")))


def _bold() -> QFont:
    return theme().sized_font(theme().metrics.body, True)


def _icon(painter: QPainter, name: str, colour: str, left: float, box: QRectF) -> None:
    top = round(box.center().y() - _ICON / 2)
    paint_icon(painter, name, colour, QRectF(round(left), top, _ICON, _ICON))
