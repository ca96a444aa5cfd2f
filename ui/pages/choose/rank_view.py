"""The ranking for the room: place, wording, bar, votes, and a tick for chosen problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.rows.background import RowState
from ui.rows.continuation import (
    continuation_height,
    draw_continued,
    draw_continuing,
    draw_row_hint,
)
from ui.rows.paged_view import PagedView
from ui.rows.pager import Slot
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.painting import rounded
from ui.widgets.text_layout import draw_line, lettered, text_width
from workshop_app.domain.ranking import RankRow
from workshop_app.i18n import texts, tr

_LEAST_GAP = 12
"""Minimum px between two columns."""
_EDGE = 8
"""Px between the text of the head and the edge of the list."""


@dataclass(frozen=True)
class RankColumns:
    """Widths in px that all rows share, for a list of ``width`` px."""

    width: int
    rank: int
    number: int
    bar: int
    votes: int


class RankLayout:
    """Positions in px of the parts of ``row``, for painting and hit testing."""

    def __init__(self, row: RankRow, columns: RankColumns, role: str) -> None:
        self.row = row
        self.columns = columns
        self.size = theme().text_size(role)
        self.line_height = theme().line_height(role)
        self.pad_x = round(self.size * 0.6)
        gap = max(_LEAST_GAP, round(self.size * 0.5))
        after_rank = self.pad_x + columns.rank + (gap if columns.rank else 0)
        self.number_right = after_rank + columns.number
        self.text_left = self.number_right + gap
        self.tick = max(20, round(self.size * 0.86))
        self.tick_left = columns.width - self.pad_x - self.tick
        self.votes_right = self.tick_left - gap
        self.bar_left = self.votes_right - columns.votes - gap - columns.bar
        self.letters = lettered(
            row.text,
            theme().sized_font(self.size, row.chosen),
            self.line_height,
            self.bar_left - gap - self.text_left,
        )
        self.row_height = theme().metrics.row
        self.padding = round(self.size * 0.09)  # small, so that five rows of two lines fit a page

    @property
    def note(self) -> str:
        """The note below a place that problems with different numbers of votes share."""
        return tr("choose.rank.apart", n=self.row.apart) if self.row.apart else ""

    @property
    def lines(self) -> int:
        """Number of lines of the wording."""
        return len(self.letters.lines)

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        parts = (first > 0) + (last < self.lines)
        noted = continuation_height() if self.note and last == self.lines else 0
        words = max(self.row_height, self._words(first, last))
        return words + parts * continuation_height() + noted

    def spare(self, first: int, last: int, height: float) -> float:
        """Return the px left in a row of ``height`` px, to be split above and below."""
        parts = (first > 0) + (last < self.lines)
        return max(0.0, height - self._words(first, last) - parts * continuation_height())

    def _words(self, first: int, last: int) -> int:
        return 2 * self.padding + (last - first) * self.line_height


_BAR = 6
"""Width in px of the bar at the left of the current row."""


class RankView(PagedView[RankRow, RankLayout]):
    """Rows of ``RankRow``. ``ticked(id)`` is emitted by the box, or Space or Enter on the row."""

    def __init__(self) -> None:
        super().__init__("room")
        self._columns = RankColumns(0, 0, 0, 0, 0)
        self.setAccessibleName(tr("choose.rank.list"))
        self.activated.connect(self.ticked)

    def show_rows(self, rows: Sequence[RankRow], current: str | None) -> None:
        """Show these rows; the first one is selected if none was."""
        first = rows[0].id if rows else None
        known = current in [row.id for row in rows]
        self.set_rows(rows, current if known else first)

    def row_name(self, row: RankRow) -> str:
        votes = tr("choose.rank.no_votes")
        if row.votes is not None:
            votes = tr("choose.rank.votes", n=row.votes)
        return tr(
            "choose.rank.spoken",
            rank=texts().rank(row.rank) or "–",
            number=row.number,
            text=row.text,
            votes=votes,
            state=tr("choose.rank.is_chosen" if row.chosen else "choose.rank.not_chosen"),
        )

    def row_checked(self, row: RankRow) -> bool | None:
        return row.chosen

    def measure_all(self) -> None:
        size = theme().text_size(self._role)
        font = theme().sized_font(size, True)

        def widest(texts: list[str]) -> int:
            return max((digits_width(text, font) for text in set(texts)), default=0)

        ranks = widest([texts().rank(row.rank) for row in self.rows])
        self._columns = RankColumns(
            width=self.width(),
            rank=max(ranks, _width("place")) if ranks else 0,
            number=max(widest([row.number for row in self.rows]), _width("number")),
            bar=round(size * (2.6 if theme().metrics.narrow else 4.6)),
            votes=max(widest([_votes(row) for row in self.rows]), _width("votes_head")),
        )

    def lay_out(self, row: RankRow, current: bool) -> RankLayout:
        if self._columns.width != self.width():
            self.measure_all()
        return RankLayout(row, self._columns, self._role)

    def control_boxes(self, slot: Slot) -> tuple[QRectF, ...]:
        return (_tick_box(self._box(slot), self._layout(slot.row)),) if slot.begins else ()

    def part_at(self, slot: Slot, point: QPointF) -> str:
        layout = self._layout(slot.row)
        box = self._box(slot)
        reach = theme().metrics.room_target - layout.tick
        tick = _tick_box(box, layout).adjusted(-reach / 2, -reach / 2, reach / 2, reach / 2)
        return "tick" if slot.begins and tick.contains(point) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and row is not None:
            self.ticked.emit(row.id)
        else:
            super().keyPressEvent(event)

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        layout = self._layout(slot.row)
        box = self._box(slot)
        self._paint_background(painter, box, layout.row, state)
        if slot is not self.slots[0]:
            thick = layout.row.leads and slot.begins
            rule = QRectF(
                box.left(), box.top() - (1 if thick else 0), box.width(), 2 if thick else 1
            )
            strong = thick or layout.row.chosen  # a hairline is invisible on the tint
            painter.fillRect(rule, theme().colour("edge" if strong else "line"))
        noted = continuation_height() if layout.note and slot.ends else 0
        if noted:
            top = box.bottom() - noted - layout.padding
            draw_row_hint(painter, layout.note, layout.text_left, top)
            box = box.adjusted(0, 0, 0, -noted)
        y = box.top() + layout.padding
        if not slot.begins:
            draw_continuing(painter, layout.text_left, y - 4)
            y += continuation_height()
        y += layout.spare(slot.first, slot.last, box.height()) / 2
        ink = theme().colour("ink")
        layout.letters.draw(painter, layout.text_left, y, ink, slot.first, slot.last)
        if slot.begins:
            self._paint_numbers(painter, layout, y)
            self._paint_votes(painter, box, layout)
            self._paint_tick(painter, box, layout)
        if not slot.ends:
            bottom = y + (slot.last - slot.first) * layout.line_height
            draw_continued(painter, layout.text_left, bottom)

    @staticmethod
    def _paint_background(painter: QPainter, box: QRectF, row: RankRow, state: RowState) -> None:
        if row.chosen:
            painter.fillRect(box, theme().colour("accent_soft"))
            if theme().palette.high_contrast:
                rounded(painter, box.adjusted(1, 1, -1, -1), 0, None, theme().colour("accent"), 2)
        elif state.hovered:
            painter.fillRect(box, theme().colour("hover"))
        if state.current:
            bar = QRectF(box.left(), box.top(), _BAR, box.height())
            painter.fillRect(bar, theme().colour("accent"))
        if state.current and state.ringed:
            ring = box.adjusted(8.5, 2.5, -2.5, -2.5)
            rounded(painter, ring, 6, None, theme().colour("focus"), 3)

    @staticmethod
    def _paint_numbers(painter: QPainter, layout: RankLayout, y: float) -> None:
        row = layout.row
        font = theme().sized_font(layout.size, row.chosen)
        height = layout.line_height
        place = texts().rank(row.rank)
        rank_right = layout.pad_x + digits_width(place, font)
        draw_digits(painter, place, font, theme().colour("ink"), rank_right, y, height)
        accent = theme().colour("accent")
        bold = theme().sized_font(layout.size, True)
        draw_digits(painter, row.number, bold, accent, layout.number_right, y, height)

    @staticmethod
    def _paint_votes(painter: QPainter, box: QRectF, layout: RankLayout) -> None:
        row = layout.row
        font = theme().sized_font(layout.size, row.chosen)
        top = box.center().y() - layout.line_height / 2
        colour = theme().colour("ink" if row.votes else "ink2")
        draw_digits(painter, _votes(row), font, colour, layout.votes_right, top, layout.line_height)
        height = round(layout.size * 0.56)
        width = round(layout.columns.bar * row.share)
        if width:
            bar = QRectF(layout.bar_left, box.center().y() - height / 2, width, height)
            rounded(painter, bar, 4, theme().colour("accent" if row.chosen else "edge"))

    @staticmethod
    def _paint_tick(painter: QPainter, box: QRectF, layout: RankLayout) -> None:
        place = _tick_box(box, layout)
        on = layout.row.chosen
        edge = theme().colour("accent" if on else "edge")
        inner = place.adjusted(1, 1, -1, -1)
        rounded(painter, inner, 5, edge if on else theme().colour("surface"), edge, 2)
        if on:
            paint_icon(painter, "check", "on_accent", place.adjusted(4, 4, -4, -4))


class RankHead(QWidget):
    """The names of the columns of a ``RankView``, above them, on one line."""

    def __init__(self, view: RankView) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.page_changed.connect(self.update)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(200, theme().line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._view.rows:
            return
        painter = QPainter(self)
        layout = self._view.lay_out(self._view.rows[0], current=False)
        if layout.columns.rank:
            self._write(painter, "place", layout.pad_x)
        self._write(painter, "number", layout.number_right - _width("number"))
        self._write(painter, "problem", layout.text_left)
        centred = layout.tick_left + (layout.tick - _width("pick")) / 2
        pick = min(centred, self.width() - _EDGE - _width("pick"))
        self._write(painter, "pick", pick)
        votes = min(layout.votes_right, pick - _EDGE)
        self._write(painter, "votes_head", votes - _width("votes_head"))

    def _write(self, painter: QPainter, name: str, left: float) -> None:
        words, colour = tr(f"choose.rank.{name}"), theme().colour("ink2")
        draw_line(painter, words, theme().font("meta"), colour, left, 0, self.height())


def _width(name: str) -> int:
    return text_width(tr(f"choose.rank.{name}"), theme().font("meta"))


def _votes(row: RankRow) -> str:
    return tr("choose.rank.uncounted") if row.votes is None else str(row.votes)


def _tick_box(box: QRectF, layout: RankLayout) -> QRectF:
    top = round(box.center().y() - layout.tick / 2)
    return QRectF(box.left() + layout.tick_left, top, layout.tick, layout.tick)
