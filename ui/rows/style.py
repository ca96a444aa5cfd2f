"""The measures that all rows of a list have in common."""

from __future__ import annotations

import math
from typing import NamedTuple

from ui.theme.theme import theme

_LEAST_SIDE = 14
_LOWEST = 36


class Style(NamedTuple):
    """Measures in px, for text of ``role`` in a list of ``width`` px.

    ``side`` is before and after the content of a row, ``gap`` after a cell before the text,
    ``between`` before a cell after it. ``pad`` is above and below the text, ``least`` the height of
    a row, at least. ``edge`` is where the text begins if the cells before it hang in the margin
    at its left; 0 means that it follows them. ``end`` is after the content of a row, if that is not
    ``side``.
    """

    role: str
    width: int
    size: int
    line: int
    side: int
    gap: int
    between: int
    pad: int
    least: int
    columns: bool = False
    """Whether the cells after the text are in columns, as wide in all rows."""
    letters: int = 8
    """Letters of the text, at least, beside the cells after it; with less space they are below."""
    flows: bool = False
    """Whether several cells after the text, or one that does not fit, are at the left below it."""
    deep: int = 0
    """Indentation for each ``Row.depth``."""
    selects: bool = True
    """Whether the current row is shown; else the rows are a text to read."""
    aligned: bool = True
    """Whether numbers and words before the text are in columns, as wide in all rows."""
    edge: int = 0
    end: int | None = None
    banded: bool = False
    """Whether the head of a group is a band over the whole width, lower than a row."""
    hanging: int = 8
    """Between two cells in the margin."""
    bar: int = 0
    """Length of the longest bar; 0 for a share of the width."""
    inside: int = 0
    """How many of the last cells before the text begin at its edge instead of in the margin."""

    @property
    def right(self) -> int:
        """Where the content of a row ends."""
        return self.width - (self.side if self.end is None else self.end)

    @property
    def left(self) -> int:
        """Where the line below a row begins."""
        return self.edge or self.side

    @property
    def head(self) -> Style:
        """The measures of the heads of groups."""
        return self._replace(pad=self.pad - 1, least=0) if self.banded else self


def paper(role: str, width: int) -> Style:
    """Return the measures of rows that span the page: texts at its edge, cells in its margin."""
    metrics = theme().metrics
    size = theme().text_size(role)
    line = theme().line_height(role)
    pad = metrics.pad(line)
    return Style(
        role, width, size, line, metrics.margin, metrics.hang, 24, pad, line + 2 * pad, deep=size,
        edge=metrics.edge,
    )  # fmt: skip


def paper_table(role: str, width: int) -> Style:
    """Return the measures of rows that span the page, with the cells after the text in columns."""
    return paper(role, width)._replace(between=16, columns=True, letters=10)


def grouped(role: str, width: int) -> Style:
    """Return the measures of low rows that span the page, in groups with a band above each."""
    style = paper(role, width)
    least = max(style.line, _LOWEST)
    return style._replace(pad=(least - style.line) // 2, least=least, banded=True)


def plain(role: str, width: int) -> Style:
    """Return the measures of usual rows."""
    size = theme().text_size(role)
    line = theme().line_height(role)
    least = theme().metrics.row if role.startswith("room") else max(48, math.ceil(line * 1.6))
    side = max(_LEAST_SIDE, round(size * 0.6))
    return Style(
        role, width, size, line, side, round(size * 0.6), 14, (least - line) // 2, least, deep=size
    )  # fmt: skip


def texts(role: str, width: int) -> Style:
    """Return the measures of lower rows that span the page, for long texts."""
    pad = max(6, theme().metrics.gap // 2)
    return paper(role, width)._replace(pad=pad, least=0, flows=True)


def table(role: str, width: int) -> Style:
    """Return the measures of rows whose cells are in columns, for the desk."""
    size = theme().text_size(role)
    line = theme().line_height(role)
    pad = 6 if theme().metrics.low else 8
    least = max(44, line + 16)
    return Style(role, width, size, line, 16, 16, 16, pad, least, columns=True, letters=10)


def bars(role: str, width: int) -> Style:
    """Return the measures of low rows that span the page, with a bar and a number in columns."""
    metrics = theme().metrics
    size = theme().text_size(role)
    line = theme().line_height(role)
    least = round(line * (1.15 if role.startswith("room") else 1.45))
    return Style(
        role, width, size, line, metrics.margin, metrics.hang, round(size * 0.5),
        max(0, (least - line) // 2), least, columns=True, letters=0, deep=round(size * 0.6),
        edge=metrics.edge,
    )  # fmt: skip


def prose(role: str, width: int) -> Style:
    """Return the measures of a text to read, in which each paragraph may have a number or icon."""
    size = theme().text_size(role)
    line = theme().line_height(role)
    gap = round(size * 0.66)
    return Style(
        role, width, size, line, 0, gap, gap, 3, 0, selects=False, aligned=False, end=_LEAST_SIDE
    )
