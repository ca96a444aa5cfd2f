"""Measures one row of the ranking; painting reads the same figures."""

from __future__ import annotations

from dataclasses import dataclass

from ui.theme.theme import theme
from ui.widgets.lettering import lettered
from ui.widgets.row_layout import continued_height
from workshop_app.domain.ranking import RankRow


@dataclass(frozen=True)
class Columns:
    """Widths in px that all rows share, for a list of ``width`` px."""

    width: int
    rank: int
    number: int
    bar: int
    votes: int


class RankLayout:
    """Where the parts of ``row`` stand."""

    def __init__(self, row: RankRow, columns: Columns, role: str) -> None:
        self.row = row
        self.columns = columns
        self.size = theme().text_size(role)
        self.line_height = theme().line_height(role)
        self.pad_x = round(self.size * 0.6)
        gap = round(self.size * 0.5)
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
        self.padding = round(self.size * 0.09)  # close, so that five of two lines fit a page

    @property
    def lines(self) -> int:
        """Number of lines of the wording."""
        return len(self.letters.lines)

    def height(self, first: int, last: int) -> int:
        """Height in px of the lines ``first`` to before ``last`` as one part."""
        parts = (first > 0) + (last < self.lines)
        return max(self.row_height, self._words(first, last)) + parts * continued_height()

    def spare(self, first: int, last: int, height: float) -> float:
        """What is left over of a row of ``height`` px, to be shared above and below the words."""
        parts = (first > 0) + (last < self.lines)
        return max(0.0, height - self._words(first, last) - parts * continued_height())

    def _words(self, first: int, last: int) -> int:
        return 2 * self.padding + (last - first) * self.line_height
