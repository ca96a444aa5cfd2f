"""Counts by day as a row of small bars, with numbers over the highest ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter

from ui.theme.theme import theme
from ui.widgets.boxes import FULL_WIDTH
from ui.widgets.digits import digits_width, draw_digits
from ui.widgets.painted import Painted
from ui.widgets.painting import fill, rounded
from ui.widgets.text_layout import draw_line, text_width

_PADDING = 8  # px between two numbers
_HIGHEST = {"room": 1.7, "list": 4.5}  # lines, height of the highest bar


class DayBars(Painted):
    """Shows counts, oldest first, and labels for the first and the last day.

    The numbers of the highest days are painted, as many as fit; all are in the accessible name.
    """

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role
        """The type role of the numbers."""
        self._counts: tuple[int, ...] = ()
        self._first = ""
        self._last = ""
        self.setSizePolicy(*FULL_WIDTH)

    def show_days(self, counts: Sequence[int], first: str, last: str, spoken: str) -> None:
        """Show counts; ``spoken`` is the accessible name, which contains all of them."""
        self._counts = tuple(counts)
        self._first = first
        self._last = last
        self.setAccessibleName(spoken)
        self.update()

    def numbers(self) -> dict[int, float]:
        """Return the days whose numbers are painted, with the middle of each in px."""
        font = self._font()
        written: dict[int, float] = {}
        for day in sorted(range(len(self._counts)), key=lambda day: (-self._counts[day], -day)):
            half = digits_width(str(self._counts[day]), font) / 2 + _PADDING / 2
            middle = self._middle(day, half)
            taken = [
                abs(middle - other)
                < half + digits_width(str(self._counts[at]), font) / 2 + _PADDING / 2
                for at, other in written.items()
            ]
            if self._counts[day] and not any(taken):
                written[day] = middle
        return written

    def sizeHint(self) -> QSize:
        return QSize(300, 2 * self._line() + self._bars_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        if not self._counts:
            return
        bottom = self._line() + self._bars_height()
        fill(painter, QRectF(0, bottom, self.width(), 1), "edge")
        most = max(1, *self._counts)
        for day, count in enumerate(self._counts):
            if count:
                self._paint_bar(painter, day, max(2.0, self._bars_height() * count / most), bottom)
        font = self._font()
        for day, middle in self.numbers().items():
            words = str(self._counts[day])
            right = middle + digits_width(words, font) / 2
            top = bottom - self._bars_height() * self._counts[day] / most - self._line()
            draw_digits(painter, words, font, "ink", right, max(0.0, top), self._line())
        self._paint_ends(painter, bottom + 2)

    def _paint_bar(self, painter: QPainter, day: int, height: float, bottom: float) -> None:
        step = self._step()
        bar = QRectF(day * step + step * 0.14, bottom - height, step * 0.72, height)
        rounded(painter, bar, min(3.0, step * 0.2), "accent")

    def _paint_ends(self, painter: QPainter, top: float) -> None:
        font = self.role
        draw_line(painter, self._first, font, "ink2", 0, top, self._line())
        right = self.width() - text_width(self._last, font)
        draw_line(painter, self._last, font, "ink2", right, top, self._line())

    def _middle(self, day: int, half: float) -> float:
        """Return the middle of a day's number: over its bar, but inside the widget."""
        return min(max((day + 0.5) * self._step(), half), max(half, self.width() - half))

    def _step(self) -> float:
        return self.width() / max(1, len(self._counts))

    def _font(self) -> QFont:
        return theme().sized_font(theme().text_size(self.role), True)

    def _line(self) -> int:
        return theme().line_height(self.role)

    def _bars_height(self) -> int:
        return round(self._line() * _HIGHEST[self.role])
