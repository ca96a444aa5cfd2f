"""The ranking as the room reads it: place, wording, bar, votes, and what is worked on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from ui.pages.choose.rank_layout import Columns, RankLayout
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.lettering import draw_line
from ui.widgets.pager import Slot
from ui.widgets.painting import rounded
from ui.widgets.row_layout import continued_height
from ui.widgets.row_painter import RowState
from ui.widgets.sheet_view import SheetView
from workshop_app.domain.ranking import RankRow
from workshop_app.i18n import tr

_BAR = 6


class RankView(SheetView[RankRow, RankLayout]):
    """Rows of ``RankRow``. ``ticked(id)``: the box, Space or Enter on the current row."""

    def __init__(self) -> None:
        super().__init__("room")
        self._columns = Columns(0, 0, 0, 0, 0)
        self.setAccessibleName(tr("choose.rank.list"))
        self.activated.connect(self.ticked)

    def show_rows(self, rows: Sequence[RankRow], current: str | None) -> None:
        """Show these rows; the first one is the current one if none was."""
        first = rows[0].id if rows else None
        known = current in [row.id for row in rows]
        self.set_rows(rows, current if known else first)

    def row_name(self, row: RankRow) -> str:
        votes = tr("choose.rank.no_votes")
        if row.votes is not None:
            votes = tr("choose.rank.votes", n=row.votes)
        return tr(
            "choose.rank.spoken",
            rank=row.rank or "–",
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

        self._columns = Columns(
            width=self.width(),
            rank=widest([row.rank for row in self.rows]),
            number=widest([row.number for row in self.rows]),
            bar=round(size * (2.6 if theme().metrics.compact else 4.6)),
            votes=widest([_votes(row) for row in self.rows]),
        )

    def lay_out(self, row: RankRow, current: bool) -> RankLayout:
        if self._columns.width != self.width():
            self.measure_all()
        return RankLayout(row, self._columns, self._role)

    def part_at(self, slot: Slot, point: QPointF) -> str:
        layout, box = self._layout(slot.row), self._box(slot)
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
        layout, box = self._layout(slot.row), self._box(slot)
        self._paint_ground(painter, box, layout.row, state)
        if slot is not self.slots[0]:
            thick = layout.row.leads and slot.begins
            rule = QRectF(
                box.left(), box.top() - (1 if thick else 0), box.width(), 2 if thick else 1
            )
            painter.fillRect(rule, theme().colour("edge" if thick else "line"))
        y = box.top() + layout.padding
        if not slot.begins:
            self._paint_note(painter, "continuing", layout, y - 4)
            y += continued_height()
        y += layout.spare(slot.first, slot.last, box.height()) / 2
        ink = theme().colour("ink")
        layout.letters.draw(painter, layout.text_left, y, ink, slot.first, slot.last)
        if slot.begins:
            self._paint_place(painter, layout, y)
            self._paint_votes(painter, box, layout)
            self._paint_tick(painter, box, layout)
        if not slot.ends:
            bottom = y + (slot.last - slot.first) * layout.line_height
            self._paint_note(painter, "continued", layout, bottom)

    @staticmethod
    def _paint_ground(painter: QPainter, box: QRectF, row: RankRow, state: RowState) -> None:
        if row.chosen:
            painter.fillRect(box, theme().colour("accent_soft"))
            if theme().palette.high_contrast:
                rounded(painter, box.adjusted(1, 1, -1, -1), 0, None, theme().colour("accent"), 2)
        elif state.hovered:
            painter.fillRect(box, theme().colour("hover"))
        if state.current:
            bar = QRectF(box.left(), box.top(), _BAR, box.height())
            painter.fillRect(bar, theme().colour("accent"))
        if state.current and state.focused:
            ring = box.adjusted(8.5, 2.5, -2.5, -2.5)
            rounded(painter, ring, 6, None, theme().colour("focus"), 3)

    @staticmethod
    def _paint_place(painter: QPainter, layout: RankLayout, y: float) -> None:
        font, height = theme().sized_font(layout.size, True), layout.line_height
        row, ink, accent = layout.row, theme().colour("ink"), theme().colour("accent")
        rank_right = layout.pad_x + digits_width(row.rank, font)
        draw_digits(painter, row.rank, font, ink, rank_right, y, height)
        draw_digits(painter, row.number, font, accent, layout.number_right, y, height)

    @staticmethod
    def _paint_votes(painter: QPainter, box: QRectF, layout: RankLayout) -> None:
        row, font = layout.row, theme().sized_font(layout.size, True)
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
        place, on = _tick_box(box, layout), layout.row.chosen
        edge = theme().colour("accent" if on else "edge")
        inner = place.adjusted(1, 1, -1, -1)
        rounded(painter, inner, 5, edge if on else theme().colour("surface"), edge, 2)
        if on:
            paint_icon(painter, "check", "on_accent", place.adjusted(4, 4, -4, -4))

    @staticmethod
    def _paint_note(painter: QPainter, which: str, layout: RankLayout, top: float) -> None:
        words, font = tr(f"widgets.list.{which}"), theme().font("hint")
        height = continued_height()
        draw_line(painter, words, font, theme().colour("ink2"), layout.text_left, top, height)


def _votes(row: RankRow) -> str:
    return tr("choose.rank.uncounted") if row.votes is None else str(row.votes)


def _tick_box(box: QRectF, layout: RankLayout) -> QRectF:
    top = round(box.center().y() - layout.tick / 2)
    return QRectF(box.left() + layout.tick_left, top, layout.tick, layout.tick)
