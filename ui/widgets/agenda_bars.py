"""The agenda as one row of bars, as wide as their minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QSizePolicy

from ui.theme.theme import theme
from ui.widgets.painted import Painted
from ui.widgets.painting import rounded
from ui.widgets.text_layout import text_width
from workshop_app.i18n import tr

_STEP = 5  # minutes: a bar is dragged to a multiple of these
_GAP = 6
_REACH = 8
"""Distance in px from the middle of a gap within which it can be dragged."""


class AgendaBars(Painted):
    """Shows name and minutes of each part; the longest part is filled with the accent.

    Below the names are the minutes spent, if any were measured. With ``movable`` the gap between
    two bars can be dragged with the mouse: minutes move from one part to its neighbour, at least
    one remains. Esc restores them.

    Signals:
        minutes_shifted: A gap was dropped; carries the 0-based index of the part before it, and the
            minutes that this part gains from the next one, negative if it loses them.
        part_pressed: A bar was pressed, or clicked with the right button; carries its index.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Chart

    minutes_shifted = Signal(int, int)
    part_pressed = Signal(int)

    def __init__(self, *, movable: bool = False) -> None:
        super().__init__()
        self._movable = movable
        self.row_actions: Sequence[str] = ()
        """Ids of the declared actions that the menu of a bar lists."""
        self._hovered = -1
        self._pulled = -1
        self._shift = 0
        self._pulled_from = 0.0
        self._scale = 1.0
        self.setMouseTracking(movable)
        self._items: list[tuple[str, int]] = []
        self._spent: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_items(self, items: Sequence[tuple[str, int]], spent: Sequence[int] = ()) -> None:
        """Show these names and minutes, and the minutes spent on each."""
        self._let_go()
        self._items = list(items)
        self._spent = list(spent) if any(spent) else []
        words = [f"{name} {tr('time.minutes', n=minutes)}" for name, minutes in items]
        if self._spent:
            words = [
                tr("time.spent.spoken", name=name, planned=minutes, n=took)
                for (name, minutes), took in zip(items, self._spent, strict=True)
            ]
        self.setAccessibleName(tr("prepare.agenda_spoken", parts=", ".join(words)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = theme().line_height("body") + (theme().line_height("meta") if self._spent else 0)
        return QSize(400, self._bar_height() + lines + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        if not self._items:
            return
        widths = self._widths()
        items = self._shifted()
        longest = max(minutes for _, minutes in items)
        x = 0.0
        for index, ((name, minutes), width) in enumerate(zip(items, widths, strict=True)):
            box = QRectF(x, 0, width, self._bar_height())
            strong = minutes == longest
            rounded(painter, box, 6, theme().colour("accent" if strong else "accent_soft"))
            if theme().palette.high_contrast:  # there the soft background is white
                inside = box.adjusted(1, 1, -1, -1)
                rounded(painter, inside, 6, None, theme().colour("accent"), 2)
            self._write(painter, box, str(minutes), "room-bold", "on_accent" if strong else "ink")
            below = QRectF(x, box.bottom() + 4, width, theme().line_height("body"))
            self._write(painter, below, name, "body", "ink2")
            if self._spent:
                self._write_spent(painter, below, minutes, self._spent[index])
            x += width + _GAP
            if self._movable and index < len(items) - 1:
                self._paint_grip(painter, x - _GAP / 2, index in (self._hovered, self._pulled))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._gap_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and index < 0:
            self._press_part(event.position().x())
            return
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pulled = index
        self._shift = 0
        self._pulled_from = event.position().x()
        self._scale = self._minute_width()
        self.grabKeyboard()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pulled < 0:
            self._set_hovered(self._gap_at(x))
            return
        before = self._items[self._pulled][1]
        after = self._items[self._pulled + 1][1]
        wanted = before + (x - self._pulled_from) / self._scale
        wanted = _STEP * round(wanted / _STEP) - before
        self._shift = max(min(0, 1 - before), min(wanted, max(0, after - 1)))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self._pulled
        shift = self._shift
        self._let_go()
        if index >= 0 and shift:
            self.minutes_shifted.emit(index, shift)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Emit the bar's index; the page shows the menu."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._press_part(event.pos().x())
        event.ignore()

    def _press_part(self, x: float) -> None:
        left = 0.0
        for index, width in enumerate(self._widths() if self._movable and self._items else ()):
            if left <= x < left + width:
                self.part_pressed.emit(index)
                return
            left += width + _GAP

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pulled >= 0:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered(-1)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._let_go()

    def _let_go(self) -> None:
        if self._pulled >= 0:
            self.releaseKeyboard()
        self._pulled = -1
        self._shift = 0
        self.update()

    def _set_hovered(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            cursor = Qt.CursorShape.SplitHCursor if index >= 0 else Qt.CursorShape.ArrowCursor
            self.setCursor(cursor)
            self.update()

    def _gap_at(self, x: float) -> int:
        """Return the index of the part before the gap at ``x``, -1 for none."""
        if not self._movable or not self._items:
            return -1
        right = 0.0
        for index, width in enumerate(self._widths()[:-1]):
            right += width + _GAP
            if abs(right - _GAP / 2 - x) <= _REACH:
                return index
        return -1

    def _shifted(self) -> list[tuple[str, int]]:
        """Return the parts with the minutes that they have while a gap is dragged."""
        items = list(self._items)
        for index, by in ((self._pulled, self._shift), (self._pulled + 1, -self._shift)):
            if self._pulled >= 0:
                items[index] = (items[index][0], items[index][1] + by)
        return items

    def _paint_grip(self, painter: QPainter, x: float, pulled: bool) -> None:
        height = self._bar_height() * 0.5
        bar = QRectF(x - 1.5, (self._bar_height() - height) / 2, 3, height)
        rounded(painter, bar, 1.5, theme().colour("accent" if pulled else "edge"))

    def _write_spent(self, painter: QPainter, above: QRectF, minutes: int, took: int) -> None:
        """Paint the minutes spent on a part, bold if more than planned; nothing for 0."""
        if took:
            role = "meta-bold" if took > minutes else "meta"
            line = QRectF(above.x(), above.bottom(), above.width(), theme().line_height("meta"))
            self._write(painter, line, tr("time.spent.short", n=took), role, "ink2")

    def _write(self, painter: QPainter, box: QRectF, text: str, role: str, colour: str) -> None:
        painter.setFont(theme().font(role))
        painter.setPen(theme().colour(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _bar_height(self) -> int:
        return theme().line_height("room-bold") + 4

    def _minute_width(self) -> float:
        """Return the width of a minute in px."""
        total = max(1, sum(minutes for _, minutes in self._items))
        return max(1.0, self._free() / total)

    def _free(self) -> float:
        """Return the px that are divided in proportion to the minutes."""
        return self.width() - _GAP * (len(self._items) - 1) - sum(self._least_widths())

    def _widths(self) -> list[float]:
        """Return widths in proportion to the minutes, but none narrower than its text."""
        items = self._shifted()
        free = max(0.0, self._free())
        total = max(1, sum(minutes for _, minutes in items))
        return [
            width + free * minutes / total
            for width, (_, minutes) in zip(self._least_widths(), items, strict=True)
        ]

    def _least_widths(self) -> list[float]:
        body = theme().font("body")
        room = theme().font("room-bold")
        took = [tr("time.spent.short", n=n) for n in self._spent] or [""] * len(self._items)
        meta = theme().font("meta-bold")
        return [
            max(text_width(name, body), text_width(str(minutes), room), text_width(told, meta))
            + 8.0
            for (name, minutes), told in zip(self._items, took, strict=True)
        ]
