"""The base of all painted lists: whole rows, page by page, whatever a row looks like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.pager import Pager, Position, Slot
from ui.widgets.plain_field import PlainField
from ui.widgets.wheel import WheelNotches

_CACHE_SIZE = 200


class Identified(Protocol):
    """A row: a frozen record with an id of its own."""

    @property
    def id(self) -> str: ...


class Measured(Protocol):
    """A row laid out at the width of the list."""

    @property
    def lines(self) -> int: ...

    def height(self, first: int, last: int) -> int:
        """Height in px of the lines ``first`` to before ``last``."""
        ...


R = TypeVar("R", bound=Identified)
L = TypeVar("L", bound=Measured)


class PagedView(QWidget, Generic[R, L]):
    """Shows the rows that fit whole; keys, mouse and wheel move the current one and turn pages.

    A subclass lays a row out in ``lay_out``, paints ``slots`` in ``paintEvent``, names a row for
    screen readers in ``row_name``, and says in ``part_at`` what of a row can be pressed.

    The page is computed when ``slots`` is read, from rows and size alone. ``page_changed`` is
    emitted after the event that changed it, once. ``acted`` and ``ticked`` are emitted for the
    button and the box of a row; all but ``page_changed`` carry the row's id.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.List

    current_changed = Signal(str)
    activated = Signal(str)
    acted = Signal(str)
    ticked = Signal(str)
    page_changed = Signal()

    def __init__(self, role: str) -> None:
        super().__init__()
        self.row_actions: Sequence[str] = ()
        """Ids of the declared actions that the menu of a row lists."""
        self._role = role
        self._rows: tuple[R, ...] = ()
        self._current = -1
        self._start = Position()
        self._slots: tuple[Slot, ...] = ()
        self._stale = False
        self._fill_up = False
        self._announcing = False
        self._page_size = QSize()
        self._page_layout = DeferredLayout(self, self._announce_page)
        self._layouts: dict[tuple[R, bool], L] = {}
        self._common: object = None
        """What layouts of rows have in common beside the width; None when that is not known."""
        self._hovered: tuple[int, str] = (-1, "")
        self._wheel = WheelNotches()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._restyle)

    # -- what a subclass says of its rows

    def lay_out(self, row: R, current: bool) -> L:
        """Measure a row at the present width."""
        raise NotImplementedError

    def measure_all(self) -> None:
        """Measure what all rows have in common; called when rows or type sizes change.

        Subclasses that set ``_common`` to it keep the layouts of rows that stay.
        """

    def part_at(self, slot: Slot, point: QPointF) -> str:
        """Return ``action``, ``tick`` or nothing: the part of a row at a point."""
        return ""

    def row_name(self, row: R) -> str:
        """Return what a screen reader says of a row."""
        raise NotImplementedError

    def row_description(self, row: R) -> str:
        """Return what a screen reader adds when it is asked for more."""
        return ""

    def row_checked(self, row: R) -> bool | None:
        """Return whether the row is ticked; None when it cannot be."""
        return None

    # -- rows and pages

    @property
    def rows(self) -> tuple[R, ...]:
        """All rows, on the page or not."""
        return self._rows

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What is on the page at the present size."""
        self._update_page()
        return self._slots

    @property
    def current(self) -> int:
        """Index of the current row, -1 when there is none."""
        return self._current

    @property
    def current_row(self) -> R | None:
        """The current row, or None."""
        return self._rows[self._current] if 0 <= self._current < len(self._rows) else None

    def rows_before(self) -> int:
        """Return how many rows are on earlier pages, one that begins there included."""
        slots = self.slots
        return slots[0].row + (0 if slots[0].begins else 1) if slots else 0

    def rows_after(self) -> int:
        """Return how many rows are on later pages, one that goes on there included."""
        slots = self.slots
        return len(self._rows) - slots[-1].row - (1 if slots[-1].ends else 0) if slots else 0

    def set_rows(self, rows: Sequence[R], current: str | None) -> None:
        """Take new rows; the page stays where it was as far as the current row allows."""
        before = [row.id for row in self._rows]
        self._rows = tuple(rows)
        ids = [row.id for row in self._rows]
        self._current = ids.index(current) if current in ids else -1
        common = self._common
        self.measure_all()
        if common is None or common != self._common:
            self._layouts.clear()
        if self._start.row >= len(self._rows):
            self._start = Position()
        self._invalidate_page(fill_up=self._current == len(self._rows) - 1)
        if before != ids:
            self._tell_screen_reader(QAccessible.Event.ObjectReorder)

    def set_current(self, index: int, tell: bool = True) -> None:
        """Make another row the current one and bring it onto the page.

        With ``tell`` false ``current_changed`` is not emitted.
        """
        if not 0 <= index < len(self._rows) or index == self._current:
            return
        self._update_page()
        self._current = index
        self._keep_current_on_page()
        self._tell_screen_reader(QAccessible.Event.Focus, index)
        if tell:
            self.current_changed.emit(self._rows[index].id)

    def step(self, by: int) -> None:
        """Go to the row before or after; pages turn like those of a book."""
        slots = self.slots
        here = next((slot for slot in slots if slot.row == self._current), None)
        if by > 0 and here is not None and not here.ends:
            self._turn_to(Position(here.row, here.last))
            return
        if by < 0 and here is not None and not here.begins:
            self._turn_to(self._pager().before(Position(here.row, here.first)))
            return
        target = self._current + by if self._current >= 0 else (0 if by > 0 else -1)
        if not 0 <= target < len(self._rows):
            return
        if slots and target > slots[-1].row:
            self._start = Position(target)
        elif slots and target < slots[0].row:
            self._start = self._pager().before(Position(slots[0].row))
        self.set_current(target)

    def turn(self, by: int) -> bool:
        """Show the next or the previous page; False when there is none."""
        self._update_page()
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

    def scroll_rows(self, rows: int) -> bool:
        """Move the page by whole rows, down with a positive number; False at the end.

        A row higher than the page moves by the parts that the page shows of it. The current row
        stays the current one while it is on the page.
        """
        self._update_page()
        moved = False
        for _ in range(abs(rows)):
            moved = (self._move_down() if rows > 0 else self._move_up()) or moved
        return moved

    def _move_down(self) -> bool:
        slots = self._slots
        if not slots or (slots[-1].ends and slots[-1].row == len(self._rows) - 1):
            return False
        first = slots[0]
        self._move_to(Position(first.row + 1) if first.ends else Position(first.row, first.last))
        return True

    def _move_up(self) -> bool:
        if self._start == Position():
            return False
        pager = self._pager()
        if self._start.line:
            self._move_to(pager.before(self._start))
        else:
            self._move_to(pager.last_part(self._start.row - 1))
        return True

    def _move_to(self, start: Position) -> None:
        """Begin the page there; where the current row leaves it, the nearest row is the current."""
        self._start = start
        self._refill()
        shown = [slot.row for slot in self._slots]
        if self._current < 0 or self._current in shown:
            return
        self._current = shown[0] if self._current < shown[0] else shown[-1]
        self._refill()
        self._tell_screen_reader(QAccessible.Event.Focus, self._current)
        self.current_changed.emit(self._rows[self._current].id)

    def span(self) -> tuple[int, int, int]:
        """Return the numbers of the first and last row on the page, from 1, and of all rows."""
        slots = self.slots
        if not slots:
            return (0, 0, len(self._rows))
        return (slots[0].row + 1, slots[-1].row + 1, len(self._rows))

    def turn_to_start(self) -> None:
        """Show the first page."""
        if self._rows:
            self._turn_to(Position())

    def _turn_to(self, target: Position) -> None:
        self._update_page()
        self._start = target
        before = self._current
        self._current = target.row
        self._refill()
        if self._current != before:
            self._tell_screen_reader(QAccessible.Event.Focus, self._current)
            self.current_changed.emit(self._rows[self._current].id)

    def take_keys_from(self, field: PlainField) -> None:
        """Let Up and Down move the current row while ``field`` has the keyboard."""
        field.installEventFilter(self)

    # -- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, PlainField)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not watched.composing
            and not watched.uses(event)
        ):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(12 * theme().text_size(self._role), 3 * theme().metrics.row)

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * theme().text_size(self._role), theme().metrics.row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._invalidate_page(fill_up=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Down:
            self.step(1)
        elif event.key() == Qt.Key.Key_Up:
            self.step(-1)
        elif event.key() == Qt.Key.Key_Home:
            self.set_current(0)
        elif event.key() == Qt.Key.Key_End:
            self.set_current(len(self._rows) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.activated.emit(self._rows[self._current].id)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move some rows a notch; at the ends the wheel is left to what is around the list."""
        notch = self._wheel.of(event)
        event.setAccepted(not notch or self.scroll_rows(notch * self._rows_a_notch()))

    def _rows_a_notch(self) -> int:
        """Return how many rows the wheel moves: as many as the system's lines, at most half."""
        return max(1, min(QApplication.wheelScrollLines(), len(self.slots) // 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        slot = self._slot_at(event.position())
        if slot is None:
            return
        part = self.part_at(slot, event.position())
        row_id = self._rows[slot.row].id
        if part == "action":
            self.acted.emit(row_id)
        elif part == "tick":
            self.ticked.emit(row_id)
        else:
            self.set_current(slot.row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        slot = self._slot_at(event.position())
        if slot is not None and not self.part_at(slot, event.position()):
            self.activated.emit(self._rows[slot.row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        slot = self._slot_at(event.position())
        over = (slot.row, self.part_at(slot, event.position())) if slot else (-1, "")
        self._set_hovered(over)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Make the row under the pointer the current one; its menu is the page's matter."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            slot = self._slot_at(QPointF(event.pos()))
            if slot is None:
                event.accept()
                return
            self.set_current(slot.row)
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered((-1, ""))
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and self.slots:
            self.set_current(self.slots[0].row)
        elif self._current >= 0:
            self._tell_screen_reader(QAccessible.Event.Focus, self._current)
        self.update()

    # -- the page

    def _pager(self) -> Pager:
        return Pager(
            len(self._rows),
            self.height(),
            lambda row: self._layout(row).lines,
            lambda row, first, last: self._layout(row).height(first, last),
        )

    def _layout(self, index: int) -> L:
        key = (self._rows[index], index == self._current)
        if key not in self._layouts:
            if len(self._layouts) > _CACHE_SIZE:
                self._layouts.clear()
            self._layouts[key] = self.lay_out(*key)
        return self._layouts[key]

    def _invalidate_page(self, *, fill_up: bool) -> None:
        """Compute the page when it is next read; ``fill_up`` leaves no room on the last page."""
        self._stale = True
        self._fill_up = self._fill_up or fill_up
        self._page_layout.invalidate()
        self.update()

    def _update_page(self) -> None:
        """Compute the page if rows or size are others than those it was computed from."""
        if self._page_size != self.size():
            if self._page_size.width() != self.width():
                self._layouts.clear()
            self._page_size = self.size()
            self._invalidate_page(fill_up=True)
        if self._stale:
            fill_up = self._fill_up
            self._stale = False
            self._fill_up = False
            self.place_page(fill_up=fill_up)

    def place_page(self, *, fill_up: bool) -> None:
        """Choose where the page begins after a change of rows or size, and fill it."""
        self._keep_current_on_page()
        if fill_up:
            self._fill_last_page()

    def _keep_current_on_page(self) -> None:
        """Fill the page and keep the current row on it, whole if it can be."""
        self._refill()
        here = next((slot for slot in self._slots if slot.row == self._current), None)
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
        end = self._slots[-1] if self._slots else None
        on_last_page = end is None or (end.ends and end.row == len(self._rows) - 1)
        if self._start == Position() or not on_last_page:
            return
        fuller = self._pager().before(Position(len(self._rows)))
        if fuller < self._start:
            self._start = fuller
            self._refill()

    def _refill(self) -> None:
        self._slots = self._pager().fill(self._start)
        if not self._announcing:
            self._page_layout.invalidate()
        self.update()

    def _announce_page(self) -> None:
        self._announcing = True
        self._update_page()
        self._announcing = False
        self.page_changed.emit()

    def _box(self, slot: Slot) -> QRectF:
        return QRectF(0, slot.top, self.width(), slot.height)

    def _slot_at(self, point: QPointF) -> Slot | None:
        return next((slot for slot in self.slots if self._box(slot).contains(point)), None)

    def _set_hovered(self, hovered: tuple[int, str]) -> None:
        if hovered != self._hovered:
            self._hovered = hovered
            cursor = Qt.CursorShape.ArrowCursor
            if hovered[0] >= 0:
                cursor = Qt.CursorShape.PointingHandCursor
            self.setCursor(cursor)
            self.update()

    def _restyle(self) -> None:
        self._layouts.clear()
        self.measure_all()
        self.updateGeometry()
        self._invalidate_page(fill_up=False)

    # -- screen readers

    def accessible_box(self, index: int) -> QRectF:
        """Return the place of a row in px; empty while it is not on the page."""
        slot = next((slot for slot in self.slots if slot.row == index), None)
        return self._box(slot) if slot is not None else QRectF()

    def accessible_row_at(self, point: QPointF) -> int:
        """Return the index of the row at a point, -1 when there is none."""
        slot = self._slot_at(point)
        return slot.row if slot is not None else -1

    def _tell_screen_reader(self, event: QAccessible.Event, row: int | None = None) -> None:
        if not QAccessible.isActive() or (event == QAccessible.Event.Focus and not self.hasFocus()):
            return
        told = QAccessibleEvent(self, event)
        if row is not None:
            told.setChild(row)
        QAccessible.updateAccessibility(told)
