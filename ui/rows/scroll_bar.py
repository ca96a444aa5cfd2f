"""The scroll bar of a list, which moves by whole rows."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from workshop_app.i18n import tr

_HANDLE = 6
_END = 8  # px free above and below
_LEAST = 36  # px: length of the handle


class Range(NamedTuple):
    """Rows ``first`` to ``last`` of ``total`` are visible; a fraction is a part of a row."""

    first: float = 0
    last: float = 0
    total: int = 0


def span_words(first: int, last: int, total: int) -> str:
    """Return the range of visible rows of a list, such as "1–6 / 9"; the first one is 1."""
    if first == last:
        return tr("widgets.paging.span_one", first=first, total=total)
    return tr("widgets.paging.span", first=first, last=last, total=total)


class ScrollBar(Painted):
    """A handle to drag; a click beside it turns the page. Hidden while all rows are visible.

    ``moved(row)`` says with which row the page is to begin, ``turned(by)`` is -1 or 1.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.ScrollBar

    moved = Signal(int)
    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._range = Range()
        self._grip: float | None = None
        """Distance in px of the pointer from the top of the handle while it is dragged."""
        self.setAccessibleName(tr("widgets.list.scroll"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def show_range(self, shown: Range, inset: int) -> None:
        """Show a range at the right edge of the parent, ``inset`` px from it."""
        width = _HANDLE + 2 * inset
        self.setGeometry(self._host.width() - width, 0, width, self._host.height())
        if shown != self._range:
            self._range = shown
            self.update()
        self.setVisible(shown.last - shown.first < shown.total)

    def sizeHint(self) -> QSize:
        return QSize(_HANDLE, 2 * _LEAST)

    def handle(self) -> QRectF:
        """Return the box of the handle."""
        track = self._track
        of = max(1, self._range.total)
        length = min(track, max(_LEAST, track * (self._range.last - self._range.first) / of))
        hidden = self._range.total - (self._range.last - self._range.first)
        top = _END + (track - length) * (self._range.first / hidden if hidden else 0)
        return QRectF((self.width() - _HANDLE) / 2, top, _HANDLE, length)

    @property
    def _track(self) -> float:
        return max(0, self.height() - 2 * _END)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        handle, y = self.handle(), event.position().y()
        if handle.top() <= y <= handle.bottom():
            self._grip = y - handle.top()
        else:
            self.turned.emit(-1 if y < handle.top() else 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        free = self._track - self.handle().height()
        share = (event.position().y() - self._grip - _END) / free if free > 0 else 0
        hidden = self._range.total - (self._range.last - self._range.first)
        self.moved.emit(round(min(1, max(0, share)) * hidden))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def paint(self, painter: QPainter) -> None:
        rounded(painter, self.handle(), _HANDLE / 2, theme().colour("edge"))
