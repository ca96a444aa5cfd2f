"""The painted part of a paged list: one page of rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.digits import digits_width
from ui.widgets.pager import Pager, Position, Slot
from ui.widgets.painting import rounded
from ui.widgets.row_layout import RowLayout
from ui.widgets.row_painter import RowState, action_box, paint_row, tick_box
from ui.widgets.rows import Row

_RADIUS = 12
_REMEMBERED = 200


class RowsView(QWidget):
    """Shows the rows from ``start`` on that fit whole. ``PagedList`` adds words and paging."""

    current_changed = Signal(str)
    activated = Signal(str)
    acted = Signal(str)
    ticked = Signal(str)
    page_changed = Signal()

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self._rows: tuple[Row, ...] = ()
        self._current = -1
        self._start = Position()
        self._slots: tuple[Slot, ...] = ()
        self._layouts: dict[tuple[Row, bool], RowLayout] = {}
        self._number_width = 0
        self._hovered: tuple[int, bool] = (-1, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._restyle)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, shown or not."""
        return self._rows

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What is on the page."""
        return self._slots

    @property
    def current(self) -> int:
        """Index of the current row, -1 when there is none."""
        return self._current

    def set_rows(self, rows: Sequence[Row], current: str | None) -> None:
        """Take new rows; the page stays where it was as far as the current row allows."""
        self._rows = tuple(rows)
        ids = [row.id for row in self._rows]
        self._current = ids.index(current) if current in ids else -1
        self._number_width = self._widest_number()
        if self._start.row >= len(self._rows):
            self._start = Position()
        self._settle()
        if self._current == len(self._rows) - 1:
            self._fill_last_page()

    def set_current(self, index: int, tell: bool = True) -> None:
        """Make another row the current one and bring it onto the page."""
        if not 0 <= index < len(self._rows) or index == self._current:
            return
        self._current = index
        self._settle()
        if tell:
            self.current_changed.emit(self._rows[index].id)

    def move(self, by: int) -> None:
        """Go to the row before or after; pages turn like those of a book."""
        here = next((s for s in self._slots if s.row == self._current), None)
        if by > 0 and here is not None and not here.ends:
            self._turn_to(Position(here.row, here.last))
            return
        if by < 0 and here is not None and not here.begins:
            self._turn_to(self._pager().before(Position(here.row, here.first)))
            return
        target = self._current + by if self._current >= 0 else (0 if by > 0 else -1)
        if not 0 <= target < len(self._rows):
            return
        if self._slots and target > self._slots[-1].row:
            self._start = Position(target)
        elif self._slots and target < self._slots[0].row:
            self._start = self._pager().before(Position(self._slots[0].row))
        self.set_current(target)

    def turn(self, by: int) -> bool:
        """Show the next or the previous page; False when there is none."""
        pager = self._pager()
        if by > 0:
            target = pager.after(self._start)
            if target is None:
                return False
        else:
            if self._start == Position():
                return False
            target = pager.before(self._start)
        self._turn_to(target)
        return True

    def _turn_to(self, target: Position) -> None:
        self._start = target
        before = self._current
        self._current = target.row
        self._refill()
        if self._current != before:
            self.current_changed.emit(self._rows[self._current].id)

    def sizeHint(self) -> QSize:
        return QSize(12 * theme().text_size(self._role), 3 * theme().metrics.row)

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * theme().text_size(self._role), theme().metrics.row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._layouts.clear()
        self._settle()
        self._fill_last_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Down:
            self.move(1)
        elif event.key() == Qt.Key.Key_Up:
            self.move(-1)
        elif event.key() == Qt.Key.Key_Home:
            self.set_current(0)
        elif event.key() == Qt.Key.Key_End:
            self.set_current(len(self._rows) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.activated.emit(self._rows[self._current].id)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        slot = self._slot_at(event.position())
        if slot is None:
            return
        row, layout, box = self._rows[slot.row], self._layout(slot.row), self._box(slot)
        if action_box(box, layout, slot).contains(event.position()):
            self.acted.emit(row.id)
        elif tick_box(box, layout, slot).contains(event.position()):
            self.ticked.emit(row.id)
        else:
            self.set_current(slot.row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        slot = self._slot_at(event.position())
        if slot is not None:
            self.activated.emit(self._rows[slot.row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        slot = self._slot_at(event.position())
        if slot is None:
            self._set_hovered((-1, False))
            return
        box = action_box(self._box(slot), self._layout(slot.row), slot)
        self._set_hovered((slot.row, box.contains(event.position())))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered((-1, False))
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._slots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = self._slots[-1]
        sheet = QRectF(0, 0, self.width(), last.top + last.height)
        outline = sheet.adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, outline, _RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(outline, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        for slot in self._slots:
            paint_row(painter, self._box(slot), slot, self._layout(slot.row), self._state(slot))
        painter.setClipping(False)
        rounded(painter, outline, _RADIUS, None, theme().colour("line"))

    def _state(self, slot: Slot) -> RowState:
        return RowState(
            current=slot.row == self._current,
            focused=self.hasFocus(),
            hovered=slot.row == self._hovered[0],
            action_hovered=self._hovered == (slot.row, True),
            last_on_page=slot is self._slots[-1],
        )

    def focusInEvent(self, event) -> None:  # noqa: ANN001 - Qt's own event
        super().focusInEvent(event)
        if self._current < 0 and self._slots:
            self.set_current(self._slots[0].row)
        self.update()

    def _pager(self) -> Pager:
        return Pager(
            len(self._rows),
            self.height(),
            lambda row: self._layout(row).lines,
            lambda row, first, last: self._layout(row).height(first, last),
        )

    def _layout(self, index: int) -> RowLayout:
        row, current = self._rows[index], index == self._current
        key = (row, current and bool(row.detail))
        if key not in self._layouts:
            if len(self._layouts) > _REMEMBERED:
                self._layouts.clear()
            self._layouts[key] = RowLayout(
                row, self.width(), self._number_width, self._role, current
            )
        return self._layouts[key]

    def _settle(self) -> None:
        """Fill the page again and keep the current row on it, whole if it can be."""
        self._refill()
        here = next((s for s in self._slots if s.row == self._current), None)
        if self._current < 0 or here is not None:
            return
        if self._current < self._start.row:
            self._start = Position(self._current)
        else:
            self._start = min(
                self._pager().before(Position(self._current + 1)), Position(self._current)
            )
        self._refill()

    def _fill_last_page(self) -> None:
        """Show more of the rows before, when the last page has room for them."""
        pager = self._pager()
        if self._start == Position() or pager.after(self._start) is not None:
            return
        fuller = pager.before(Position(len(self._rows)))
        if fuller < self._start:
            self._start = fuller
            self._refill()

    def _refill(self) -> None:
        self._slots = self._pager().fill(self._start)
        self.update()
        self.page_changed.emit()

    def _widest_number(self) -> int:
        font = theme().sized_font(theme().text_size(self._role), True)
        longest = sorted({row.number for row in self._rows}, key=len)[-3:]
        return max((digits_width(number, font) for number in longest if number), default=0)

    def _box(self, slot: Slot) -> QRectF:
        return QRectF(0, slot.top, self.width(), slot.height)

    def _slot_at(self, point: QPointF) -> Slot | None:
        return next((slot for slot in self._slots if self._box(slot).contains(point)), None)

    def _set_hovered(self, hovered: tuple[int, bool]) -> None:
        if hovered != self._hovered:
            self._hovered = hovered
            hand = (
                Qt.CursorShape.PointingHandCursor if hovered[0] >= 0 else Qt.CursorShape.ArrowCursor
            )
            self.setCursor(hand)
            self.update()

    def _restyle(self) -> None:
        self._layouts.clear()
        self._number_width = self._widest_number()
        self.updateGeometry()
        self._settle()
