"""A line of months with a small mark for each voice, and the months' names above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from exports.pdf.blocks.block import Block, LineMark
from exports.pdf.fonts import typeface
from exports.pdf.ink import TextRun
from workshop_app.domain.year_strip import WayMark

if TYPE_CHECKING:
    from exports.pdf.pen import Pen

_SIZE = 10.5
_LEADING = 13.0
_LINE = 0.8
_RADIUS = 3.6
_BAND = 12.0
"""Height of the part with the line and the marks."""
_AIR = 6.0


class StripMark(NamedTuple):
    """A mark at a position, 0 to 1 of the width, with a short text above it."""

    share: float
    mark: WayMark
    label: str


class MonthNames(LineMark):
    """The names of months above strips of the same width; names that do not fit are omitted."""

    def __init__(self, names: Sequence[tuple[float, str]]) -> None:
        super().__init__(_LEADING)
        self._names = tuple(names)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.repeated():
            _labels(pen, x, top, width, self._names, centred=False)


class YearStrip(Block):
    """Voices of one request on a line; `alt` is the alternative text."""

    def __init__(self, marks: Sequence[StripMark], months: Sequence[float], alt: str) -> None:
        self._marks = tuple(marks)
        self._months = tuple(months)
        self.alt = alt

    def height(self, width: float, limit: float = float("inf")) -> float:
        return _LEADING + _BAND

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        with pen.figure(self.alt, x, top, width, self.height(width)):
            y = top + _LEADING + _BAND / 2
            pen.line(x, y, x + width, y, _LINE)
            for month in self._months:
                pen.line(x + month * width, y - 2, x + month * width, y + 2, 0.5)
            for each in self._marks:
                draw_mark(pen, each.mark, x + each.share * width, y)
            labels = [(each.share, each.label) for each in self._marks]
            _labels(pen, x, top, width, labels, centred=True)


class MarkSample(LineMark):
    """A mark for the legend, in a line of text."""

    WIDTH = 12.0

    def __init__(self, mark: WayMark, leading: float) -> None:
        super().__init__(leading)
        self._mark = mark

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        draw_mark(pen, self._mark, x + _RADIUS + 1, top + self._leading / 2)


def draw_mark(pen: Pen, mark: WayMark, x: float, y: float) -> None:
    """Draw the mark of a voice around a point."""
    r = _RADIUS
    if mark in (WayMark.DISC, WayMark.RING):
        pen.dot(x, y, r, filled=mark is WayMark.DISC)
    elif mark in (WayMark.SQUARE, WayMark.BLOCK):
        pen.plate(x - r, y - r, 2 * r, 2 * r, black=mark is WayMark.BLOCK)
    elif mark is WayMark.CROSS:
        pen.line(x - r, y - r, x + r, y + r, 1.4)
        pen.line(x - r, y + r, x + r, y - r, 1.4)
    elif mark is WayMark.DIAMOND:
        pen.polygon([(x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)], black=True)
    else:
        pen.polygon([(x, y - r - 0.5), (x + r + 0.5, y + r), (x - r - 0.5, y + r)], black=False)


def _labels(
    pen: Pen,
    x: float,
    top: float,
    width: float,
    labels: Sequence[tuple[float, str]],
    *,
    centred: bool,
) -> None:
    """Draw texts at positions, 0 to 1 of the width; those that would overlap are omitted."""
    free = x
    for share, text in labels:
        wide = typeface().width(text, _SIZE)
        left = x + share * width - (wide / 2 if centred else 0)
        left = max(x, min(left, x + width - wide))
        if left >= free:
            pen.runs(left, top, (TextRun(text),), _SIZE, _LEADING)
            free = left + wide + _AIR
