"""A layout that puts widgets side by side and wraps."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import isValid


class Flow(QLayout):
    """Places its children from left to right, ``gap`` px apart, in as many lines as needed.

    Lines are ``below`` px apart if that is another distance. One that can be narrower is never
    wider than a line. They begin ``before`` px before its left, where the text edge is, so that the
    words of buttons with padding begin there.
    """

    def __init__(
        self,
        gap: int = 8,
        parent: QWidget | None = None,
        *,
        below: int | None = None,
        before: int = 0,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._below = gap if below is None else below
        self._before = before
        self.ends = False
        """Whether the last one of several in a line is at its end."""
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:  # layouts ask many times for the same width
            height = self._arrange(QRect(0, 0, width, 0), move=False)
            self._heights[width] = height
        return height

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        # PySide gives up the items with the layout around this one, before Qt deletes this one
        return [item for item in self._items if isValid(item) and not item.isEmpty()]

    def _arrange(self, rect: QRect, move: bool) -> int:
        rect = rect.adjusted(-self._before, 0, 0, 0)
        x = rect.x()
        y = rect.y()
        line = 0
        row: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._shown():
            size = item.sizeHint()
            width = max(item.minimumSize().width(), min(size.width(), rect.width()))
            if width < size.width() and item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(width))
            size.setWidth(width)
            if row and x + size.width() > rect.right() + 1:
                self._lay_out(row, y, line, move)
                y += line + self._below
                x = rect.x()
                line = 0
                row = []
            row.append((item, x, size))
            x += size.width() + self._gap
            line = max(line, size.height())
        self._lay_out(row, y, line, move)
        return y + line - rect.y()

    def _lay_out(
        self, row: list[tuple[QLayoutItem, int, QSize]], y: int, line: int, move: bool
    ) -> None:
        if not move:
            return
        for item, left, size in row:
            last = self.ends and len(row) > 1 and item is row[-1][0]
            x = self.geometry().right() + 1 - size.width() if last else left
            item.setGeometry(QRect(QPoint(x, y + (line - size.height()) // 2), size))
