"""Finds a place on a page on which nothing is written, by looking at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

_CELL = 6  # px: the page is looked at in squares of this size
_STROKE = 6  # of 255: two squares side by side differ so much where something is written
_MARGIN = 16  # px to the edges of the page
_NOT_ZERO = re.compile(rb"[^\0]")


class FreePlace:
    """What of a page is free, all children but one seen; lines across it do not count.

    ``kept`` are places that are not free whatever they look like. ``below`` is a height in px that
    is free under the page.
    """

    def __init__(
        self, page: QWidget, without: QWidget, kept: Sequence[QRect], below: int = 0
    ) -> None:
        self._size = page.size()
        self._kept = kept
        self._lower_edge = page.height() + (below or -_MARGIN)
        self._marks = _marks(_picture(page, without))

    def find(self, size: QSize) -> QPoint | None:
        """Return the lowest free place of this size, in the middle before elsewhere."""
        written: dict[int, int] = {}
        for place in self._places(size):
            left = place.left()
            if left not in written:
                written[left] = self._written_rows(*_columns(place))
            first, end = _rows(place)
            if not written[left] >> first & (1 << end - first) - 1 and not self._is_kept(place):
                return place.topLeft()
        return None

    def least(self, size: QSize) -> QPoint | None:
        """Return the place of this size that covers the fewest letters; None if all is kept."""
        places = [place for place in self._places(size) if not self._is_kept(place)]
        return min(places, key=self._covered).topLeft() if places else None

    def _places(self, size: QSize) -> Iterator[QRect]:
        room = self._size.width() - size.width()
        lowest = self._lower_edge - size.height()
        for top in range(lowest, _MARGIN - 1, -_CELL):
            for left in (room // 2, room - _MARGIN, _MARGIN, room // 3, 2 * room // 3, room // 5):
                yield QRect(QPoint(left, top), size)

    def _is_kept(self, place: QRect) -> bool:
        return any(place.intersects(box) for box in self._kept)

    def _covered(self, place: QRect) -> int:
        """How many squares under a place, or beside it, have something written in them."""
        cells = _mask(*_columns(place))
        first, end = _rows(place)
        return sum((row & cells).bit_count() for row in self._marks[first:end])

    def _written_rows(self, first: int, end: int) -> int:
        """Return the rows with something written between two columns, a bit a row."""
        cells = _mask(first, end)
        return sum(1 << number for number, row in enumerate(self._marks) if row & cells)


def _columns(place: QRect) -> tuple[int, int]:
    """Return the squares under a place and one beside it on either side: the first, and the end."""
    return max(0, place.left() // _CELL - 1), place.right() // _CELL + 2


def _rows(place: QRect) -> tuple[int, int]:
    """Return the rows of squares under a place and half a square around it, as `_columns`."""
    above = max(0, place.top() - _CELL // 2)
    below = place.bottom() + _CELL // 2
    return above // _CELL, below // _CELL + 1


def _mask(first: int, end: int) -> int:
    return (1 << end) - (1 << first)


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
    """Each row of squares as a number: a bit is set where a square is unlike the next one."""
    width = picture.width()
    step = picture.bytesPerLine()
    tones = bytes(picture.constBits())
    found = []
    for start in range(0, picture.height() * step, step):
        row = tones[start : start + width]
        mask = 0
        for place in _changes(row):
            if abs(row[place] - row[place + 1]) > _STROKE:
                mask |= 1 << place
        found.append(mask)
    return found


def _changes(row: bytes) -> Iterator[int]:
    """Where a byte is not followed by the same one; most of a page is of one colour."""
    ends = int.from_bytes(row[:-1]) ^ int.from_bytes(row[1:])
    return (found.start() for found in _NOT_ZERO.finditer(ends.to_bytes(len(row) - 1)))
