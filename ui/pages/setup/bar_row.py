"""A row with a bar as long as its number, and how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

from ui.theme.theme import theme
from ui.widgets.lettering import Lettering
from ui.widgets.row_layout import continued_height
from ui.widgets.rows import Row


@dataclass(frozen=True)
class BarRow(Row):
    """``share`` is the length of the bar, 0 to 1; ``amount`` the number beside it, in words.

    ``heading`` stands over the first row of a group.
    """

    amount: str = ""
    share: float = 0
    heading: str = ""


@dataclass(frozen=True)
class Columns:
    """Widths in px that all rows share, for a list of ``width`` px."""

    width: int = 0
    bar: int = 0
    amount: int = 0


class BarLayout:
    """Where the parts of ``row`` stand, with text of ``role``."""

    def __init__(self, row: BarRow, columns: Columns, role: str) -> None:
        self.row = row
        self.size = theme().text_size(role)
        self.line_height = theme().line_height(role)
        self.pad_x = round(self.size * 0.6)
        gap = round(self.size * 0.5)
        self.amount_right = columns.width - self.pad_x
        self.bar_width = columns.bar
        self.bar_left = self.amount_right - columns.amount - gap - columns.bar
        self.text_left = self.pad_x + row.indent * round(self.size * 0.6)
        room = self.bar_left - gap - self.text_left
        self.letters = Lettering(row.text, theme().font(role), self.line_height, room)
        across = self.amount_right - self.pad_x
        self.heading = Lettering(row.heading, self.heading_font, self.line_height, across)
        self._least = round(self.line_height * (1.15 if role.startswith("room") else 1.45))
        self.padding = max(0, (self._least - self.line_height) // 2)

    @property
    def heading_font(self) -> QFont:
        """The face of the heading."""
        return theme().sized_font(self.size, True)

    @property
    def heading_height(self) -> int:
        """Height in px of the heading with the air around it."""
        return self.heading.height + 2 * self.padding if self.row.heading else 0

    @property
    def lines(self) -> int:
        """Number of lines of the words."""
        return len(self.letters.lines)

    def height(self, first: int, last: int) -> int:
        """Height in px of the lines ``first`` to before ``last`` as one part."""
        parts = (first > 0) + (last < self.lines)
        height = 2 * self.padding + (last - first) * self.line_height
        above = 0 if first else self.heading_height
        return above + max(self._least, height) + parts * continued_height()
