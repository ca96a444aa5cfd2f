"""Finds a place on a page without text, by analysing its picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

_CELL = 6  # px: size of the squares into which the page is divided
_STROKE = 6  # of 255: difference between adjacent squares where there is text
_MARGIN = 16  # px, distance to the edges of the page


class FreePlace:
    """The free areas of a page, of all children but one; lines across it are ignored.

    ``kept`` are areas that are never free, ``spared`` areas that `find` does not return. ``below``
    is a height in px that is free below the page.
    """

    def __init__(
        self,
        page: QWidget,
        without: QWidget,
        kept: Sequence[QRect],
        *,
        spared: Sequence[QRect] = (),
        below: int = 0,
    ) -> None:
        self._size = page.size()
        self._kept = kept
        self._spared = spared
        self._lower_edge = page.height() + (below or -_MARGIN)
        self._marks = _marks(_picture(page, without))

    def find(self, size: QSize) -> QPoint | None:
        """Return the lowest free place of this size, preferably in the middle."""
        free = (
            place
            for place in self._places(size)
            if not any(place.intersects(box) for box in self._spared) and not self._covered(place)
        )
        return next((place.topLeft() for place in free), None)

    def least(self, size: QSize) -> QPoint | None:
        """Return the place of this size that covers the least text; None if all is kept."""
        places = list(self._places(size))
        return min(places, key=self._covered).topLeft() if places else None

    def _places(self, size: QSize) -> Iterator[QRect]:
        room = self._size.width() - size.width()
        lowest = self._lower_edge - size.height()
        for top in range(lowest, _MARGIN - 1, -_CELL):
            for left in (room // 2, room - _MARGIN, _MARGIN, room // 3, 2 * room // 3, room // 5):
                place = QRect(QPoint(left, top), size)
                if not any(place.intersects(box) for box in self._kept):
                    yield place

    def _covered(self, place: QRect) -> int:
        """Return how many squares below a place, or next to it, contain text."""
        first = place.left() // _CELL
        last = place.right() // _CELL
        cells = (1 << (last + 2)) - (1 << max(0, first - 1))
        above = place.top() - _CELL // 2
        below = place.bottom() + _CELL // 2
        rows = self._marks[above // _CELL : below // _CELL + 1]
        return sum((row & cells).bit_count() for row in rows)


def _picture(page: QWidget, without: QWidget) -> QImage:
    wide = -(-page.width() // _CELL)
    high = -(-page.height() // _CELL)
    picture = QPixmap(wide * _CELL, high * _CELL)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    for child in page.children():
        if isinstance(child, QWidget) and child is not without and child.isVisible():
            painter.drawPixmap(child.geometry(), child.grab())
    painter.end()
    small = picture.toImage().scaled(
        wide,
        high,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def _marks(picture: QImage) -> list[int]:
    """Return each row of squares as a bit set of those that differ from the next one."""
    width = picture.width()
    step = picture.bytesPerLine()
    tones = bytes(picture.constBits())
    found = []
    for start in range(0, picture.height() * step, step):
        row = tones[start : start + width]
        mask = 0
        for place, (one, other) in enumerate(pairwise(row)):
            if abs(one - other) > _STROKE:
                mask |= 1 << place
        found.append(mask)
    return found
