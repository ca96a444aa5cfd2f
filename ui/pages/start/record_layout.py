"""Measures one record of the list at a width; painting reads the same figures."""

from __future__ import annotations

from dataclasses import dataclass

from ui.components.text_stack import TextStack
from ui.pages.start.record_row import RecordRow, paper_words
from ui.pages.start.step_bar import BAR_WIDTH
from ui.theme.theme import theme
from ui.widgets.badge import badge_size
from ui.widgets.lettering import text_width
from ui.widgets.row_layout import badge_font, continued_height
from workshop_app.domain.outcome import OutcomeKind
from workshop_app.i18n import tr

SIDE = 16
GAP = 18
CHEVRON = 16
_NARROWEST = 9  # letters of a title beside the columns; with less room they go under it
_CELL_GAP = 14


@dataclass(frozen=True)
class Columns:
    """Widths in px that all records of a list share, so that their parts stand in line."""

    day: int
    cells: tuple[tuple[OutcomeKind, int], ...]
    papers: int

    @classmethod
    def of(cls, rows: tuple[RecordRow, ...]) -> Columns:
        """Measure what the rows say."""
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
        papers = {paper_words(row.papers) for row in rows}
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
        """Width of what stands at the right of a title."""
        return BAR_WIDTH + GAP + self.outcomes + self.papers


class RecordLayout:
    """Where the parts of ``row`` stand in a list of ``width`` px."""

    def __init__(self, row: RecordRow, width: int, columns: Columns) -> None:
        self.row = row
        self.columns = columns
        self.text_left = SIDE + columns.day + GAP + 4
        self.right = width - SIDE - CHEVRON - 12
        beside = self.right - self.text_left - GAP - columns.after_text
        self.below = beside < _NARROWEST * theme().text_size("list")
        room = self.right - self.text_left if self.below else beside
        self.after_left = self.text_left if self.below else self.right - columns.after_text
        self.stack = TextStack(max(1, room))
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
        """Height in px of the columns when they stand under the text."""
        return 28 if self.below else 0

    def height(self, first: int, last: int) -> int:
        """Height in px of the lines ``first`` to before ``last`` as one part."""
        height = 2 * self.padding + self.stack.height(first, last)
        height += continued_height() * ((first > 0) + (last < self.lines))
        if last == self.lines:
            height += self.below_height
        return max(48, height)
