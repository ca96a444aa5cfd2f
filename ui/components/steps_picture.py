"""Overview picture: the eight steps on a line, and below it how a problem's text changes."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.painted import Painted
from ui.widgets.painting import fill, rounded
from ui.widgets.text_layout import TextLayout, draw_line, lettered, text_width
from workshop_app.domain.steps import Step
from workshop_app.i18n import tr

_CIRCLE = 40
_ICON = 22
_ICON_GAP = 12
_ROW_GAP = 14
_COLUMN_GAP = 10  # px between the texts of two steps
_NARROWEST = 96  # minimum px of a column; below that the steps are in two rows

_THREAD = {
    Step.LIST: ("first", (("speech", "ink2"),)),
    Step.SORT: ("concrete", (("pen", "ink2"),)),
    Step.SOLVE: (
        "outcome",
        (("circle-check", "solution"), ("card", "card"), ("plane", "request")),
    ),
    Step.WRAP_UP: ("paper", (("document", "ink2"),)),
}
"""The steps at which the text changes: the key of the result, and its icons with their colours."""


class _Column(NamedTuple):
    step: Step
    name: TextLayout
    what: TextLayout
    becomes: TextLayout | None


class StepsPicture(Painted):
    """Paints the steps with their content; grows downwards if they need two rows.

    A thin line below connects the four stages of a problem's text: as it was said, the concrete
    wording, the outcome, and the papers.
    """

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("way.title"))
        steps = (f"{n} {_name(step)}: {_what(step)}" for n, step in enumerate(Step, 1))
        self.setAccessibleDescription("\n".join(steps))

    def sizeHint(self) -> QSize:
        width = 4 * (_NARROWEST + _COLUMN_GAP)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * _NARROWEST, self.heightForWidth(4 * _NARROWEST))

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(_row_height(row) for row in rows) + _ROW_GAP * (len(rows) - 1)

    def paint(self, painter: QPainter) -> None:
        top = 0
        for row in self._rows(self.width()):
            self._paint_row(painter, row, top)
            top += _row_height(row) + _ROW_GAP

    def _rows(self, width: int) -> list[list[_Column]]:
        """Lay all steps out in one row, or in two if columns would be too narrow."""
        narrow = _NARROWEST * theme().text_size("meta") / 14
        count = 1 if width >= len(Step) * narrow else 2
        per_row = len(Step) // count
        room = max(1, width // per_row - _COLUMN_GAP)
        columns = [_column(step, room) for step in Step]
        return [columns[first : first + per_row] for first in range(0, len(columns), per_row)]

    def _paint_row(self, painter: QPainter, row: list[_Column], top: int) -> None:
        width = self.width() / len(row)
        line = top + _circle() / 2
        first = width / 2
        last = self.width() - width / 2
        fill(painter, QRectF(first, line - 1, last - first, 2), theme().colour("accent"))
        thread_top = top + _circle() + _words_height(row)
        stations = []
        for number, column in enumerate(row):
            centre = (number + 0.5) * width
            self._paint_step(painter, column, centre, top)
            if column.becomes is not None:
                beside = _paint_station(painter, column, centre, thread_top)
                stations.append((centre - beside, centre + beside))
        y = thread_top + 24 + _ICON / 2
        for (_, left), (right, _) in pairwise(stations):
            fill(painter, QRectF(left, y - 0.75, right - left, 1.5), theme().colour("edge"))

    @staticmethod
    def _paint_step(painter: QPainter, column: _Column, centre: float, top: int) -> None:
        side = _circle()
        circle = QRectF(centre - side / 2, top, side, side).adjusted(1, 1, -1, -1)
        accent = theme().colour("accent")
        rounded(painter, circle, circle.width() / 2, theme().colour("surface"), accent, 1.5)
        number = str(list(Step).index(column.step) + 1)
        font = theme().font("accent-bold")
        x = centre - text_width(number, font) / 2
        draw_line(painter, number, font, accent, x, circle.top(), circle.height())
        y = top + side + 8
        for words, colour in ((column.name, "ink"), (column.what, "ink2")):
            _draw_centred(painter, words, centre, y, colour)
            y += words.height


def _circle() -> int:
    """Return the diameter in px of a step's circle."""
    return max(_CIRCLE, 2 * theme().text_size("body"))


def _name(step: Step) -> str:
    return tr(f"steps.name.{step.value}")


def _what(step: Step) -> str:
    return tr(f"way.step.{step.value}")


def _column(step: Step, room: int) -> _Column:
    def laid(text: str, role: str) -> TextLayout:
        return lettered(text, theme().font(role), theme().line_height(role), room)

    station = _THREAD.get(step)
    becomes = laid(tr(f"way.thread.{station[0]}"), "meta") if station is not None else None
    return _Column(step, laid(_name(step), "body-bold"), laid(_what(step), "meta"), becomes)


def _words_height(row: list[_Column]) -> int:
    return 8 + max(column.name.height + column.what.height for column in row)


def _row_height(row: list[_Column]) -> int:
    """Return the height in px of the steps and the thread below them."""
    below = max((column.becomes.height for column in row if column.becomes is not None), default=0)
    return _circle() + _words_height(row) + 24 + _ICON + 8 + below


def _paint_station(painter: QPainter, column: _Column, centre: float, top: int) -> float:
    """Paint one stage; return the distance from its centre to the continuation of the line."""
    _, icons = _THREAD[column.step]
    fill(painter, QRectF(centre - 0.75, top + 4, 1.5, 14), theme().colour("edge"))
    width = len(icons) * _ICON + (len(icons) - 1) * _ICON_GAP
    x = centre - width / 2
    for name, colour in icons:
        paint_icon(painter, name, colour, QRectF(x, top + 24, _ICON, _ICON))
        x += _ICON + _ICON_GAP
    if column.becomes is not None:
        _draw_centred(painter, column.becomes, centre, top + 24 + _ICON + 8, "ink2")
    return width / 2 + 12


def _draw_centred(
    painter: QPainter, words: TextLayout, centre: float, top: float, colour: str
) -> None:
    """Paint a text with each line centred."""
    for number, line in enumerate(words.lines):
        left = centre - line.width / 2
        y = top + number * words.line_height
        words.draw(painter, left, y, theme().colour(colour), number, number + 1)
