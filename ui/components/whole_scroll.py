"""A view of text that scrolls by whole lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.theme.qt_palette import show_through
from ui.theme.style_sheet import dress_bars
from ui.theme.theme import theme
from ui.widgets.badge import Badge
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.text import Text

Extent = tuple[int, int]
"""Top and bottom in px of an area that is shown completely or not at all."""


class WholeScroll(QScrollArea):
    """Shows a column of texts; no line is cut off at the upper or lower edge.

    Subclasses may keep more together than lines (``extents``).
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping

    def __init__(self, name: str) -> None:
        super().__init__()
        self._top = 0
        self._below = 0
        self._whole_layout = DeferredLayout(self, self.end_with_whole_line)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress_bars(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_sheet(self, sheet: QWidget) -> None:
        """Show another sheet from its beginning."""
        self._top = 0
        self.setWidget(sheet)
        show_through(self)
        sheet.installEventFilter(self)
        self._whole_layout.invalidate()

    def extents(self, high: int) -> list[Extent]:
        """Return the areas kept whole in a view of ``high`` px, from the top: each line of text."""
        sheet = self.widget()
        if sheet is None:
            return []
        shown = [one for one in sheet.findChildren(QWidget) if one.isVisible()]
        found = [
            extent for one in shown if isinstance(one, Text) for extent in lines_of(one, sheet)
        ]
        found += [extent_of(one, sheet) for one in shown if isinstance(one, Badge)]
        return merged(sorted(found))

    def end_with_whole_line(self) -> None:
        """End the view with a whole line; called after the event that changed it."""
        self._scrolled(self.verticalScrollBar().value())

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and radius of the focus ring."""
        return QRectF(self.rect()), 8

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._whole_layout.invalidate()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._whole_layout.invalidate()

    def _scrolled(self, value: int) -> None:
        """Align the top to the nearest line in the scroll direction."""
        high = self.viewport().height() + self._below
        extents = self.extents(high)
        tops = [0, *(top for top, _bottom in extents[1:])]
        nearest = min(tops, key=lambda top: abs(top - value))
        if value > self._top and nearest <= self._top:
            nearest = min((top for top in tops if top > self._top), default=nearest)
        elif value < self._top and nearest >= self._top:
            nearest = max((top for top in tops if top < self._top), default=nearest)
        self._show_from(nearest, high, [bottom for _top, bottom in extents])

    def _show_from(self, top: int, high: int, bottoms: list[int]) -> None:
        sheet = self.widget()
        below = 0
        if sheet is not None and (top or sheet.height() > high):
            ends = [bottom for bottom in (*bottoms, sheet.height()) if top < bottom <= top + high]
            below = high - (max(ends) - top) if ends else 0
        self._top = top
        if below != self._below:
            self._below = below
            self.setViewportMargins(0, 0, 0, below)
        if self.verticalScrollBar().value() != top:
            self.verticalScrollBar().setValue(top)


def lines_of(text: Text, sheet: QWidget) -> Iterator[Extent]:
    """Return top and bottom of each line of a text, in px of the sheet."""
    top = text.mapTo(sheet, text.rect().topLeft()).y()
    high = theme().line_height(text.role)
    for line in range(top, top + max(1, text.height() - high // 2), high):
        yield line, line + high


def extent_of(widget: QWidget, sheet: QWidget) -> Extent:
    """Return top and bottom of a widget, in px of the sheet."""
    top = widget.mapTo(sheet, widget.rect().topLeft()).y()
    return top, top + widget.height()


def merged(extents: list[Extent]) -> list[Extent]:
    """Merge overlapping areas, which are sorted."""
    joined: list[Extent] = []
    for top, bottom in extents:
        if joined and top < joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], bottom)
        else:
            joined.append((top, bottom))
    return joined
