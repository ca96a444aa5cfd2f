"""The painted list of records: content, layout and painting of its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.components.text_stack import TextStack
from ui.pages.start.step_bar import BAR_WIDTH, draw_steps
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.badge import badge_size, draw_badge, outcome_word
from ui.widgets.continuation import continuation_height, draw_continued, draw_continuing
from ui.widgets.lettering import draw_line, text_width
from ui.widgets.pager import Slot
from ui.widgets.row_layout import badge_font
from ui.widgets.row_painter import RowState, paint_ground
from ui.widgets.rows import Row, RowNames
from ui.widgets.sheet_view import SheetView
from workshop_app.domain.contact import ContactKind
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import texts, tr
from workshop_app.services.contact_words import way_name
from workshop_app.services.queries import WorkshopSummary

_SIDE = 16
_GAP = 18
_CHEVRON = 16
_LEAST_LETTERS = 9
"""Minimum width of a title next to the columns; with less space the columns are below it."""
_CELL_GAP = 14
_LINE = 24
_YEAR = 20


@dataclass(frozen=True)
class RecordRow(Row):
    """One workshop; ``text`` is the whole row for screen readers, the other fields are painted.

    ``done`` says for each step whether it is shown as done; ``year`` is empty in the current year.
    """

    title: str = ""
    customer: str = ""
    day: str = ""
    year: str = ""
    done: tuple[bool, ...] = ()
    outcomes: Mapping[OutcomeKind, int] = field(default_factory=dict, hash=False)
    papers: bool = False
    sample: bool = False


def record_row(summary: WorkshopSummary, today: date) -> RecordRow:
    """Return the row of a workshop."""
    iso = summary.date or summary.created_at[:10]
    outcomes = dict(summary.outcomes)
    counts = [f"{outcome_word(kind)} {count}" for kind, count in outcomes.items()]
    kind = way_name(texts(), summary.kind, summary.own_kind)
    other = "" if summary.kind is ContactKind.WORKSHOP or kind == summary.title else kind
    spoken = [
        texts().date(iso),
        other,
        summary.title,
        summary.customer,
        tr("start.records.steps_done", n=summary.steps_done, all=len(summary.done)),
        *counts,
        _paper_words(summary.exported),
    ]
    return RecordRow(
        summary.id,
        "  ".join(part for part in spoken if part),
        title=summary.title,
        customer="  ".join(part for part in (other, summary.customer) if part),
        day=texts().date(iso, year=False, short=True),
        year="" if iso[:4] == str(today.year) else iso[:4],
        done=summary.done,
        outcomes=outcomes,
        papers=summary.exported,
        sample=summary.is_sample,
    )


@dataclass(frozen=True)
class RecordColumns:
    """Column widths in px, shared by all records of a list."""

    day: int = 0
    cells: tuple[tuple[OutcomeKind, int], ...] = ()
    papers: int = 0

    @classmethod
    def of(cls, rows: tuple[RecordRow, ...]) -> RecordColumns:
        """Return the widths that the contents of the rows need."""
        meta = theme().font("meta")
        days = {row.day for row in rows} | {row.year for row in rows}
        widest = {
            kind: max(row.outcomes.get(kind, 0) for row in rows)
            for kind in OutcomeKind
            if any(kind in row.outcomes for row in rows)
        }
        cells = tuple(
            (kind, badge_size(str(count), badge_font(), compact=True)[0] + _CELL_GAP)
            for kind, count in widest.items()
        )
        papers = {_paper_words(row.papers) for row in rows}
        return cls(
            day=max((text_width(day, theme().font("body")) for day in days), default=0),
            cells=cells,
            papers=max((text_width(words, meta) for words in papers), default=0),
        )

    @property
    def outcomes(self) -> int:
        """Width of all outcome counts."""
        return sum(width for _, width in self.cells)

    @property
    def after_text(self) -> int:
        """Width of everything at the right of a title."""
        return BAR_WIDTH + _GAP + self.outcomes + self.papers


class RecordLayout:
    """The measures of ``row`` in a list of ``width`` px.

    ``below``: the columns are below the text, because they do not fit next to it.
    """

    def __init__(self, row: RecordRow, width: int, columns: RecordColumns) -> None:
        self.row = row
        self.columns = columns
        self.text_left = _SIDE + columns.day + _GAP + 4
        self.right = width - _SIDE - _CHEVRON - 12
        beside = self.right - self.text_left - _GAP - columns.after_text
        self.below = beside < _LEAST_LETTERS * theme().text_size("list")
        available = self.right - self.text_left if self.below else beside
        self.after_left = self.text_left if self.below else self.right - columns.after_text
        self.stack = TextStack(max(1, available))
        self.stack.add(row.title, "list-bold")
        customer = "  ".join(
            part
            for part in (tr("start.records.sample") if row.sample else "", row.customer)
            if part
        )
        self.stack.add(customer, "meta")
        self.padding = 6 if theme().metrics.low else 8

    @property
    def lines(self) -> int:
        """Number of lines of title and customer."""
        return len(self.stack)

    @property
    def below_height(self) -> int:
        """Height in px of the columns below the text; 0 if they are next to it."""
        return 28 if self.below else 0

    def height(self, first: int, last: int) -> int:
        """Return the height in px of the lines ``first`` up to ``last`` (exclusive)."""
        height = 2 * self.padding + self.stack.height(first, last)
        height += continuation_height() * ((first > 0) + (last < self.lines))
        if last == self.lines:
            height += self.below_height
        return max(48, height)


class RecordsView(RowNames, SheetView[RecordRow, RecordLayout]):
    """Draws ``RecordRow`` in columns that are the same for all rows."""

    def __init__(self) -> None:
        super().__init__("list")
        self._columns = RecordColumns()

    def lay_out(self, row: RecordRow, current: bool) -> RecordLayout:
        return RecordLayout(row, self.width(), self._columns)

    def measure_all(self) -> None:
        self._columns = RecordColumns.of(self._rows)

    def part_at(self, slot: Slot, point: QPointF) -> str:
        # the whole right end opens the record, regardless of the height
        chevron = _chevron_box(self._box(slot), point.y())
        return "action" if chevron.adjusted(-12, 0, 12, 0).contains(point) else ""

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        box = self._box(slot)
        layout = self._layout(slot.row)
        paint_ground(painter, box, state)
        x = box.left() + layout.text_left
        y = box.top() + layout.padding
        if not slot.begins:
            draw_continuing(painter, x, y)
            y += continuation_height()
        text_height = layout.stack.height(slot.first, slot.last)
        if slot.begins and slot.ends and not layout.below:
            y = box.top() + (box.height() - text_height) / 2
        layout.stack.draw(painter, x, y, slot.first, slot.last)
        if slot.begins:
            centred = _is_centred(layout, text_height)
            centre = box.center().y() if centred else y + theme().line_height("list") / 2
            _paint_day(
                painter, box.left() + _SIDE, box.center().y() if centred else None, y, layout
            )
            paint_icon(painter, "chevron-right", "ink3", _chevron_box(box, centre))
            if not layout.below:
                _paint_columns(painter, box.left() + layout.after_left, centre, layout)
        if slot.ends and layout.below:
            centre = y + text_height + layout.below_height / 2 + 2
            _paint_columns(painter, box.left() + layout.after_left, centre, layout)
        if not slot.ends:
            draw_continued(painter, x, y + text_height)


def _chevron_box(box: QRectF, centre: float) -> QRectF:
    """Return the box of the chevron that opens the record."""
    left = box.right() - _SIDE - _CHEVRON + 4
    return QRectF(left, round(centre - _CHEVRON / 2), _CHEVRON, _CHEVRON)


def _is_centred(layout: RecordLayout, text_height: int) -> bool:
    """Return whether the row is so low that its columns are centred, not at its top."""
    usual = theme().line_height("list") + theme().line_height("meta")
    return not layout.below and text_height <= usual


def _paint_day(
    painter: QPainter, x: float, centre: float | None, top: float, layout: RecordLayout
) -> None:
    """Paint the day and year around ``centre``, or below ``top`` if that is None."""
    row = layout.row
    height = _LINE + (_YEAR if row.year else 0)
    y = top if centre is None else centre - height / 2
    draw_line(painter, row.day, theme().font("body"), theme().colour("ink2"), x, y, _LINE)
    if row.year:
        font = theme().font("meta")
        draw_line(painter, row.year, font, theme().colour("ink3"), x, y + _LINE, _YEAR)


def _paint_columns(painter: QPainter, x: float, centre: float, layout: RecordLayout) -> None:
    draw_steps(painter, x, centre, layout.row.done)
    x += BAR_WIDTH + _GAP
    for kind, width in layout.columns.cells:
        count = layout.row.outcomes.get(kind, 0)
        if count:
            cell = QRectF(x, round(centre - _LINE / 2), width, _LINE)
            draw_badge(painter, kind, str(count), badge_font(), cell, compact=True)
        x += width
    words = _paper_words(layout.row.papers)
    colour = theme().colour("ink2")
    draw_line(painter, words, theme().font("meta"), colour, x, centre - _LINE / 2, _LINE)


def _paper_words(written: bool) -> str:
    """Return the text that says whether the papers of a workshop were written."""
    return tr("start.records.papers" if written else "start.records.no_papers")
