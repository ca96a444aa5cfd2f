"""The view of all painted lists: rows page by page, with heads of groups; keys, mouse, wheel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.rows.background import RowState, paint_background
from ui.rows.continuation import continuation_height, continued
from ui.rows.layout import Columns, RowLayout, columns_of
from ui.rows.pager import Pager, Position, Slot
from ui.rows.row import Row
from ui.rows.scroll_bar import Range, ScrollBar
from ui.rows.style import Style, plain
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.key_action import key_action
from ui.widgets.motion import Motion
from ui.widgets.painted import Painted
from ui.widgets.painting import fill
from ui.widgets.plain_field import PlainField
from ui.widgets.wheel import WheelNotches

_CACHE_SIZE = 200
_INSET, _WIDE_INSET = 4, 10  # px between the scroll bar and the right edge, also on paper
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_SAME_FOCUS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class _Slide(NamedTuple):
    """Rows from ``first`` on, and heads except that of ``kept``, come from ``by`` px below."""

    first: int = 0
    by: float = 0
    kept: str = ""


class Head(NamedTuple):
    """The head of a group on the page, above the row in ``slot``, which is its first one there."""

    row: Row
    slot: Slot
    box: QRectF


@runtime_checkable
class RangeHost(Protocol):
    """An ancestor of lists that says which rows of them are visible."""

    def show_range(self, view: RowsView) -> None:
        """Say which rows are visible; called whenever a list of records shows others."""
        ...


class RowsView(Painted):
    """Shows the rows that fit; keys, mouse, wheel and scroll bar move them and turn pages.

    ``style`` returns the measures of the rows (``ui.rows.row.Row``) for a text role and a width.

    The page is computed when ``slots`` is read, from rows and size. ``page_changed`` is emitted
    once, after the event that changed it. ``acted`` and ``ticked`` are emitted for the button and
    the box of a row, ``clicked`` for the rest of it, after it became the current one, as for one of
    its options ``chosen``, with its number; all signals except ``page_changed`` carry the row's id.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.List

    current = -1
    """Index of the current row, -1 if there is none."""
    _edited = ""
    _editor: QWidget | None = None
    _beside: QWidget | None = None
    _stale = False
    _fill_up = False
    _announcing = False
    _by_key = False
    """Whether a key moved the focus, so that the current row has the focus ring."""
    _at_rest = False
    keeps_current = False
    """Whether the current row stays selected while wheel and scroll bar show others."""

    current_changed = Signal(str)
    clicked = Signal(str)
    activated = Signal(str)
    acted = Signal(str)
    ticked = Signal(str)
    chosen = Signal(str, int)
    page_changed = Signal()

    def __init__(self, role: str, style: Callable[[str, int], Style] = plain) -> None:
        super().__init__()
        self._style_of = style
        self._style = style(role, 0)
        self._columns = Columns()
        self.names: Row | None = None
        """The names of the columns, if a ``RowNames`` shows them above the list."""
        self._heads: dict[Row, RowLayout] = {}
        self.row_actions: Sequence[str] = ()
        """Ids of the declared actions that the menu of a row lists."""
        self.role = role
        """The text role of the rows."""
        self._rows: tuple[Row, ...] = ()
        self._start = Position()
        self._slots: tuple[Slot, ...] = ()
        self._page_size = QSize()
        self._page_layout = DeferredLayout(self, self._announce_page)
        self._layouts: dict[tuple[object, ...], RowLayout] = {}
        self._common: object = None
        """What layouts of rows have in common; None when that is not known."""
        self._hovered: tuple[int, str] = (-1, "")
        self._pointed: tuple[QPointF | None, str] = (None, "")
        """Where the pointer is, and the id of the row that was painted there last."""
        self._held_top: int | None = None
        """Where the page begins while its rows must not move; None if it follows from the rows."""
        self._held_start = Position()
        """What it begins with then, if there is space for the current row below that."""
        self._wheel = WheelNotches()
        self._motion = Motion(self, self._paint_motion)
        self._sliding: _Slide | None = None
        """Which rows are to slide from where they were painted last."""
        self._slide = _Slide()
        self._tops: dict[str, float] = {}
        """Where rows were painted last, by id."""
        self._tints: dict[str, float] = {}
        """How much of the tint of the current row was painted last, by id."""
        self._tints_before: dict[str, float] = {}
        self._tinted = ""
        """The row that has the tint, or gets it."""
        self._outdated = QRect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._bar = ScrollBar(self)
        self._bar.moved.connect(self.scroll_to)
        self._bar.turned.connect(self.turn)

    # -- row properties, for subclasses

    bar_inset = _INSET
    """Px between the scroll bar and the right edge."""

    sides = (2, 0)
    """Px before and after what belongs to the rows and is below them."""

    COUNTED: ClassVar[bool] = True
    """Whether its rows are records, so that the page says which of them are visible."""

    marks_current = True
    """Whether the current row is tinted; otherwise it only has the focus ring."""

    def takes_clicks(self, row: Row) -> bool:
        """Return whether a click on a row does something; the pointer is a hand there."""
        return True

    def row_name(self, row: Row) -> str:
        return row.name

    def row_description(self, row: Row) -> str:
        return row.description

    def row_checked(self, row: Row) -> bool | None:
        """Return whether the row is ticked; None if it is not checkable."""
        return row.checked

    # -- rows and pages

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, on the page or not."""
        return self._rows

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The rows on the page at the current size."""
        self._update_page()
        return self._slots

    @property
    def current_row(self) -> Row | None:
        """The current row, or None."""
        return self.rows[self.current] if 0 <= self.current < len(self.rows) else None

    at_bottom = False
    """Whether rows that do not fill the page are at its lower edge."""

    @property
    def page_height(self) -> int:
        """The height in px that rows can take."""
        return self.height() - self._top_held()

    def _top_held(self) -> int:
        """Return where the page begins while its rows must not move, else 0."""
        if self._held_top is None:
            return 0
        return max(0, min(self._held_top, self.height() - self._least_below()))

    def _least_below(self) -> int:
        """Return the height in px that the page needs while its rows must not move."""
        if self._editor is None:
            return 0
        edited = (self._layout(n) for n, row in enumerate(self._rows) if row.id == self._edited)
        return next((layout.whole_height for layout in edited), 0)

    def mark_current(self, marked: bool) -> None:
        """Show which row is current, or no row: while the page's own entry line is current."""
        if marked == self._at_rest:
            self._at_rest = not marked
            self._invalidate_page(fill_up=False)

    def needed_height(self) -> int:
        """Return the height in px that shows all rows on one page."""
        layouts = map(self._layout, range(len(self.rows)))
        return sum(layout.height(0, layout.lines) for layout in layouts)

    def rows_before(self) -> int:
        """Return how many rows are on earlier pages, including one that begins there."""
        slots = self.slots
        return slots[0].row + (0 if slots[0].begins else 1) if slots else 0

    def rows_after(self) -> int:
        """Return how many rows are on later pages, including one that continues there."""
        slots = self.slots
        return len(self._rows) - slots[-1].row - (1 if slots[-1].ends else 0) if slots else 0

    def set_rows(self, rows: Sequence[Row], current: str | None) -> None:
        """Replace the rows; the page is kept as far as the current row allows."""
        before = [row.id for row in self._rows]
        self._rows = tuple(rows)
        ids = [row.id for row in self._rows]
        self.current = ids.index(current) if current in ids else -1
        common = self._common
        self.measure_all()
        if common is None or common != self._common:
            self._layouts.clear()
        if self._start.row >= len(self._rows):
            self._start = Position()
        self._invalidate_page(fill_up=self.current == len(self._rows) - 1)
        if before != ids:
            self._tell_screen_reader(QAccessible.Event.ObjectReorder)
            if self.at_bottom and ids[:-1] == before:
                self.slide(0)
        if theme().stacked:
            self.updateGeometry()  # for the heads

    def set_current(self, index: int, tell: bool = True) -> None:
        """Select another row and bring it onto the page.

        With ``tell`` false ``current_changed`` is not emitted.
        """
        if not 0 <= index < len(self._rows) or index == self.current:
            return
        self._update_page()
        self.current = index
        self._keep_current_on_page()
        self._tell_screen_reader(QAccessible.Event.Focus, index)
        if tell:
            self.current_changed.emit(self._rows[index].id)

    def show_current(self) -> None:
        """Bring the current row back onto the page, which wheel or scroll bar has turned."""
        self._update_page()
        self._keep_current_on_page()

    def step(self, by: int) -> None:
        """Move to the previous or next row, turning the page at its end."""
        slots = self.slots
        here = next((slot for slot in slots if slot.row == self.current), None)
        if by > 0 and here is not None and not here.ends:
            self._turn_to(Position(here.row, here.last))
            return
        if by < 0 and here is not None and not here.begins:
            self._turn_to(self._pager().before(Position(here.row, here.first)))
            return
        target = self.current + by if self.current >= 0 else (0 if by > 0 else -1)
        if not 0 <= target < len(self._rows):
            return
        if slots and target > slots[-1].row:
            self._start = Position(target)
        elif slots and target < slots[0].row:
            self._start = self._pager().before(Position(slots[0].row))
        self.set_current(target)

    def turn(self, by: int) -> bool:
        """Show the next or the previous page; return False if there is none."""
        self._update_page()
        if by > 0:
            target = self._pager().after(self._start)
            if target is None:
                return False
            self._turn_to(target)
            if self.at_bottom:
                self._fill_last_page()
            return True
        end = self._start
        if end == Position():
            return False
        self._turn_to(self._pager().before(end))
        while self._skips_to(end):  # its first row is higher than before, since it is selected
            self._turn_to(Position(self._start.row + 1))
        return True

    def _skips_to(self, end: Position) -> bool:
        """Return whether whole rows lie between this page and the one that begins at ``end``."""
        last = self._slots[-1].row
        return self._start.row < last + 1 < end.row

    def scroll_rows(self, rows: int) -> bool:
        """Move the page by whole rows, down with a positive number; return False at the end.

        A row higher than the page moves by the parts that are visible. The current row stays
        selected while it is on the page.
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

    def scroll_to(self, row: int) -> None:
        """Begin the page with a row, or earlier where that leaves it no free space."""
        self._update_page()
        start = min(Position(row), self._pager().before(Position(len(self._rows))))
        if start != self._start:
            self._move_to(start)

    def _move_to(self, start: Position) -> None:
        """Begin the page there; if the current row leaves it, the nearest one is, by default."""
        self._start = self._held_start = start
        self._refill()
        shown = [slot.row for slot in self._slots]
        if self.current < 0 or self.current in shown or self.keeps_current:
            return
        self.current = shown[0] if self.current < shown[0] else shown[-1]
        self._refill()
        self._tell_screen_reader(QAccessible.Event.Focus, self.current)
        self.current_changed.emit(self._rows[self.current].id)

    def span(self) -> tuple[int, int, int]:
        """Return the 1-based numbers of the first and last visible row, and of all rows."""
        slots = self.slots
        if not slots:
            return (0, 0, len(self._rows))
        return (slots[0].row + 1, slots[-1].row + 1, len(self._rows))

    def turn_to_start(self) -> None:
        if self._rows:
            self._turn_to(Position())

    def _turn_to(self, target: Position) -> None:
        self._update_page()
        self._start = target
        before = self.current
        self.current = target.row
        self._refill()
        if self.current != before:
            self._tell_screen_reader(QAccessible.Event.Focus, self.current)
            self.current_changed.emit(self._rows[self.current].id)

    def take_keys_from(self, field: PlainField) -> None:
        """Let Up and Down move the current row while ``field`` has the focus."""
        field.installEventFilter(self)

    def take_paging_keys(self) -> None:
        """Turn pages by PgUp and PgDn while it is visible, wherever the focus is."""
        back = key_action("PgUp", self, lambda: self.turn(-1))
        on = key_action("PgDown", self, lambda: self.turn(1))
        for key in (back, on):
            key.setAutoRepeat(True)

        def follow() -> None:
            back.setEnabled(self.rows_before() > 0)
            on.setEnabled(self.rows_after() > 0)

        follow()
        self.page_changed.connect(follow)

    def leave_keyboard_to(self, field: PlainField) -> None:
        """Keep the focus in ``field``, also after a click on a row; Up and Down move there."""
        self.take_keys_from(field)
        self.setFocusProxy(field)

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
        if watched is self._editor and event.type() == QEvent.Type.LayoutRequest:
            self._measure_again()  # the text that is typed has more or fewer lines
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(12 * theme().text_size(self.role), 3 * theme().metrics.row)

    def minimumSizeHint(self) -> QSize:
        height = max(theme().metrics.row, self._least_below())
        if theme().stacked:  # a row may be split over pages, with a note above and below its line
            line = theme().line_height(self.role) + theme().metrics.gap
            height = max(height, line + 2 * continuation_height())
            heads = {row.head for row in self.rows if row.head is not None}
            continued_heads = [self._head(self._continued(head)) for head in heads]
            height += max((head.whole_height for head in continued_heads), default=0)
        return QSize(8 * theme().text_size(self.role), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._invalidate_page(fill_up=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._outdated = event.rect()
        super().paintEvent(event)

    def paint(self, painter: QPainter) -> None:
        slots = self.slots
        self._point_at(self._pointed[0])
        self._begin_motion(slots)
        left, shift = self._motion.left, self.shift
        before, self._tints, self._tops = self._tints_before, {}, {}
        for slot in self._with_neighbour(slots) if shift else slots:
            y = shift if slot.row >= self._slide.first else 0
            row_id = self._rows[slot.row].id
            self._tops.setdefault(row_id, self._row_box(slot).top() + y)
            goal = 1 if row_id == self._tinted else 0
            tint = goal + (before.get(row_id, 0) - goal) * left
            if tint:
                self._tints[row_id] = tint
            if not self._box(slot).translated(0, y).toAlignedRect().intersects(self._outdated):
                continue
            if y:
                painter.save()
                painter.setClipRect(0, self._slide_top, self.width(), self.height())
                painter.translate(0, y)
            self.paint_slot(painter, slot, self._state(slot, tint))
            if y:
                painter.restore()

    # -- motion

    @property
    def shift(self) -> int:
        """How many px below their places the rows are painted that slide."""
        return round(self._slide.by * self._motion.left)

    def slide(self, first: int, kept: str = "") -> None:
        """Let rows come to new places from where they were painted, as ``_Slide`` says."""
        self._sliding = _Slide(first, 0, kept)

    def _begin_motion(self, slots: Sequence[Slot]) -> None:
        """Begin a motion if rows slide or another one has become current."""
        row = self.current_row if self._shows_current(self.current) else None
        tinted = row.id if row is not None and self.marks_current else ""
        slide = _Slide()
        if self._sliding is not None:
            slide, self._sliding = self._sliding, None
            for slot in slots:
                top = self._tops.get(self._rows[slot.row].id)
                if slot.row >= slide.first and slot.begins and top is not None:
                    slide = slide._replace(by=top - self._row_box(slot).top())
                    break
        begins = bool(self._tops) and (slide.by or tinted != self._tinted)
        self._tinted = tinted
        if begins:
            self._tints_before, self._slide = self._tints, slide
            self._motion.begin()

    @property
    def _slide_top(self) -> int:
        """The upper edge of the rows that slide."""
        sliding = (slot.top for slot in self._slots if slot.row >= self._slide.first)
        return next(sliding, 0) if self._slide.first else 0

    def _with_neighbour(self, slots: Sequence[Slot]) -> Sequence[Slot]:
        """Return the rows on the page, and the one beside it that slides out of it."""
        if not slots:
            return slots
        first, last = slots[0], slots[-1]
        if self._slide.by < 0 and last.ends and last.row + 1 < len(self._rows):
            layout = self._layout(last.row + 1)
            below, height = last.top + last.height, layout.height(0, layout.lines)
            return (*slots, Slot(last.row + 1, 0, layout.lines, below, height, True, True))
        if self._slide.by > 0 and not self._slide.first and first.begins and first.row:
            layout = self._layout(first.row - 1)
            height = layout.height(0, layout.lines)
            above = first.top - height
            return (Slot(first.row - 1, 0, layout.lines, above, height, True, True), *slots)
        return slots

    def _paint_motion(self) -> None:
        """Paint what has changed."""
        if self._slide.by:
            self.update()
            return
        for slot in self._slots:
            if self._rows[slot.row].id in {self._tinted, *self._tints}:
                self.update(self._box(slot).toAlignedRect())

    @property
    def ringed(self) -> bool:
        """Whether the current row has the focus ring."""
        return self._by_key and self.hasFocus()

    def _state(self, slot: Slot, tint: float) -> RowState:
        return RowState(
            current=self._shows_current(slot.row),
            ringed=self.ringed,
            hovered=slot.row == self._hovered[0],
            part=self._hovered[1] if slot.row == self._hovered[0] else "",
            last_on_page=slot is self._slots[-1],
            marked=self.marks_current,
            tint=tint,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        self.update()
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
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.activated.emit(self._rows[self.current].id)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move some rows per notch; at the ends the wheel event is passed on."""
        notch = self._wheel.of(event)
        event.setAccepted(not notch or self.scroll_rows(notch * self._rows_a_notch()))

    def _rows_a_notch(self) -> int:
        """Return how many rows the wheel moves: as many as the system's lines, at most half."""
        return max(1, min(QApplication.wheelScrollLines(), len(self.slots) // 2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._by_key = False
        slot = self._seen_at(event.position())
        if slot is None:
            return
        part = self.part_at(slot, event.position())
        row_id = self._rows[slot.row].id
        if part == "action":
            self.acted.emit(row_id)
        elif part == "tick":
            self.ticked.emit(row_id)
        elif part:
            self.set_current(slot.row)
            self.chosen.emit(row_id, int(part))
        elif self.takes_clicks(self._rows[slot.row]):
            self.set_current(slot.row)
            self.clicked.emit(row_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        slot = self._slot_at(event.position())
        if slot is not None and not self.part_at(slot, event.position()):
            self.activated.emit(self._rows[slot.row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())
        slot = self._slot_at(event.position())
        over = (slot.row, self.part_at(slot, event.position())) if slot else (-1, "")
        self._set_hovered(over)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the row under the pointer; the page shows the menu."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            slot = self._slot_at(QPointF(event.pos()))
            if slot is None:
                event.accept()
                return
            self.set_current(slot.row)
        event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered((-1, ""))
        self._point_at(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _SAME_FOCUS:
            self._by_key = event.reason() in _BY_KEY
        if self.current < 0 and self.slots:
            self.set_current(self.slots[0].row)
        elif self.current >= 0:
            self._tell_screen_reader(QAccessible.Event.Focus, self.current)
        self.update()

    # -- the page

    def _pager(self) -> Pager:
        return Pager(
            len(self._rows), self.page_height, self._layout, lambda n: self._layout(n).above
        )

    def _layout(self, index: int) -> RowLayout:
        """Return a row laid out; cached for each width and content."""
        row = self._rows[index]
        leads = row.head is not None and (index == 0 or self._rows[index - 1].head != row.head)
        key = (row, self._opens(index), leads)
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) > _CACHE_SIZE:
                self._layouts.clear()
            found = self._layouts[key] = self.lay_out(*key)
        return found

    def _opens(self, index: int) -> bool:
        """Return whether a row shows what only the current one does."""
        return self._shows_current(index)

    def _shows_current(self, index: int) -> bool:
        return index == self.current and not self._at_rest

    def _invalidate_page(self, *, fill_up: bool) -> None:
        """Recompute the page when it is next read; ``fill_up`` fills the last page."""
        self._stale = True
        self._fill_up = self._fill_up or fill_up
        self._page_layout.invalidate()
        self.update()

    def _update_page(self) -> None:
        """Recompute the page if rows or size changed."""
        if self._page_size != self.size():
            if self._page_size.width() != self.width():
                self._layouts.clear()
            self._page_size = self.size()
            self._invalidate_page(fill_up=True)
        if self._stale:
            fill_up = self._fill_up
            self._stale = False
            self._fill_up = False
            self.position_page(fill_up=fill_up)

    def position_page(self, *, fill_up: bool) -> None:
        """Choose where the page begins after a change of rows or size, and fill it."""
        if self._held_top is not None:
            self._start = min(self._held_start, Position(max(0, len(self._rows) - 1)))
        self._keep_current_on_page()
        if fill_up and self._held_top is None:
            self._fill_last_page()

    def _keep_current_on_page(self) -> None:
        """Fill the page and keep the current row on it, unsplit if possible."""
        self._refill()
        here = next((slot for slot in self._slots if slot.row == self.current), None)
        if self.current < 0 or here is not None:
            return
        if self.current < self._start.row:
            self._start = Position(self.current)
        else:
            self._start = min(
                self._pager().before(Position(self.current + 1)), Position(self.current)
            )
        self._refill()

    def _fill_last_page(self) -> None:
        """Show more of the previous rows if the last page has space for them."""
        end = self._slots[-1] if self._slots else None
        on_last_page = end is None or (end.ends and end.row == len(self._rows) - 1)
        if self._start == Position() or not on_last_page:
            return
        if end is not None and not self._start.line:
            above = self._start.row - 1
            layout = self._layout(above)
            used = end.top + end.height - self._slots[0].top
            if used + layout.height(0, layout.lines) > self.height():
                return
        fuller = self._pager().before(Position(len(self._rows)))
        if fuller < self._start:
            self._start = fuller
            self._refill()

    def _refill(self) -> None:
        slots = self._pager().fill(self._start)
        above = self._top_held()
        if self.at_bottom and self._held_top is None and slots:
            above = self.height() - slots[-1].top - slots[-1].height
        self._slots = tuple(slot._replace(top=slot.top + above) for slot in slots)
        if not self._announcing:
            self._page_layout.invalidate()
        self.update()

    def _announce_page(self) -> None:
        self._announcing = True
        self._update_page()
        self._announcing = False
        self._place_editor()
        self._place_beside()
        self._bar.show_range(self._range(), self.bar_inset)
        self.page_changed.emit()
        host = self.parentWidget()
        while host is not None and not isinstance(host, RangeHost):
            host = host.parentWidget()
        if host is not None and self.COUNTED:
            host.show_range(self)

    def _range(self) -> Range:
        """Return which rows are visible, with parts of rows."""
        slots = self._slots
        if not slots:
            return Range()
        first, last = slots[0], slots[-1]
        begun = first.first / max(1, self._layout(first.row).lines)
        shown = 1 if last.ends else last.last / max(1, self._layout(last.row).lines)
        return Range(first.row + begun, last.row + shown, len(self._rows))

    def _box(self, slot: Slot) -> QRectF:
        return QRectF(0, slot.top, self.width(), slot.height)

    def _slot_at(self, point: QPointF) -> Slot | None:
        return next((slot for slot in self.slots if self._box(slot).contains(point)), None)

    def _point_at(self, point: QPointF | None) -> None:
        slot = self._slot_at(point) if point is not None else None
        self._pointed = point, self._rows[slot.row].id if slot is not None else ""

    def _seen_at(self, point: QPointF) -> Slot | None:
        """Return the slot of the row that the user sees at a point.

        A press outside of a field first saves what is in that, which may move the rows.
        """
        here, (at, seen) = self._slot_at(point), self._pointed
        if at != point or (here is not None and self._rows[here.row].id == seen):
            return here
        return next((each for each in self.slots if self._rows[each.row].id == seen), None)

    def _set_hovered(self, hovered: tuple[int, str]) -> None:
        if hovered != self._hovered:
            self._hovered = hovered
            cursor = Qt.CursorShape.ArrowCursor
            if 0 <= hovered[0] < len(self._rows) and self.takes_clicks(self._rows[hovered[0]]):
                cursor = Qt.CursorShape.PointingHandCursor
            self.setCursor(cursor)
            self.update()

    def restyle(self) -> None:
        self._layouts.clear()
        self.measure_all()
        self.updateGeometry()
        self._invalidate_page(fill_up=False)

    # -- accessibility

    def accessible_box(self, index: int) -> QRectF:
        """Return the position of a row in px; empty if it is not on the page."""
        slot = next((slot for slot in self.slots if slot.row == index), None)
        return self._row_box(slot) if slot is not None else QRectF()

    def accessible_row_at(self, point: QPointF) -> int:
        """Return the index of the row at a point, -1 if there is none."""
        slot = self._slot_at(point)
        return slot.row if slot is not None else -1

    def _tell_screen_reader(self, event: QAccessible.Event, row: int | None = None) -> None:
        if not QAccessible.isActive() or (event == QAccessible.Event.Focus and not self.hasFocus()):
            return
        told = QAccessibleEvent(self, event)
        if row is not None:
            told.setChild(row)
        QAccessible.updateAccessibility(told)

    # -- heads and editors

    def set_beside(self, widget: QWidget) -> None:
        """Show a widget at the right end of the current row; its cell there leaves the space.

        It keeps the keyboard while wheel and scroll bar show other rows.
        """
        self._beside, self.keeps_current = widget, True
        widget.setParent(self)

    def _place_beside(self) -> None:
        if self._beside is None:
            return
        slot = next((one for one in self.slots if one.row == self.current and one.begins), None)
        if slot is None:
            self._beside.move(0, self.height())
        else:
            size = self._beside.sizeHint().boundedTo(self._beside.maximumSize())
            line = self._text_top(slot) + self._style.pad + self._style.line / 2
            left, top = self._style.right - size.width(), round(line - size.height() / 2)
            self._beside.setGeometry(left, top, size.width(), size.height())

    def open_editor(self, row_id: str, editor: QWidget) -> None:
        """Show a widget instead of the texts of a row or a head; only the rows below it move.

        The caller gives it the focus and ends editing by ``close_editor``.
        """
        self.close_editor()
        for slot in self.slots[:1]:
            above = self._layout(slot.row).above if slot.begins else 0
            self._held_top = slot.top - above
        self._held_start = self._start
        self._edited, self._editor = row_id, editor
        editor.setParent(self)
        editor.installEventFilter(self)
        self._measure_again()
        self._slide_below(row_id)
        ids = [row.id for row in self._rows]
        if row_id in ids:
            self.set_current(ids.index(row_id), tell=False)
        elif all(head.row.id != row_id for head in self.heads):
            heads = [row.head.id if row.head is not None else "" for row in self._rows]
            self.set_current(heads.index(row_id) if row_id in heads else -1)

    def close_editor(self) -> None:
        """Show the texts of the row again, and remove the editor."""
        if self._editor is not None:
            discard(self._editor)
            self._slide_below(self._edited)
        self._edited, self._editor, self._held_top = "", None, None
        self._measure_again()

    def _slide_below(self, row_id: str) -> None:
        """Let the rows below a row or a head slide, which gets or had an editor."""
        for index, row in enumerate(self._rows):
            if row.id == row_id or (row.head is not None and row.head.id == row_id):
                self.slide(index + (row.id == row_id), row_id)
                break

    def _measure_again(self) -> None:
        self._layouts.clear()
        self._heads.clear()
        self.updateGeometry()
        self._invalidate_page(fill_up=False)

    def _place_editor(self) -> None:
        """Put the editor into its row, or hide it while that is not on the page."""
        if self._editor is None:
            return
        boxes = [(head.box, self._head(head.row)) for head in self.heads
                  if head.row.id == self._edited]  # fmt: skip
        boxes += [(self._row_box(slot), self._layout(slot.row)) for slot in self.slots
                   if self._rows[slot.row].id == self._edited]  # fmt: skip
        self._editor.setVisible(bool(boxes))
        for box, layout in boxes:
            top, pad = round(box.top()), layout.style.pad
            width, height = layout.right - layout.text_left, round(box.bottom()) - top - 2 * pad
            self._editor.setGeometry(layout.text_left, top + pad, width, height)

    def lay_out(self, row: Row, current: bool, leads: bool = False) -> RowLayout:
        """Measure a row; one that ``leads`` its group has the head of that above it."""
        if self._style.width != self.width():
            self.measure_all()
        head = row.head if leads or row.head is None else self._continued(row.head)
        above = self._head(head).whole_height if head is not None else 0
        if self._editor is None or row.id != self._edited:
            return RowLayout(row, self._columns, self._style, current, leads, above)
        return self._with_editor(row, self._editor, self._style, current, leads, above)

    def _with_editor(
        self,
        row: Row,
        editor: QWidget,
        style: Style,
        current: bool = False,
        leads: bool = False,
        head: int = 0,
    ) -> RowLayout:
        """Measure a row, or the head of a group, whose texts an editor replaces."""
        bare = Row(row.id, "", row.before, depth=row.depth, head=row.head)
        least = max(style.least, editor.sizeHint().height() + 2 * style.pad)
        layout = RowLayout(bare, self._columns, style._replace(least=least), current, leads, head)
        layout.begin_at_top()
        return layout

    def _head(self, head: Row) -> RowLayout:
        """Measure the head of a group."""
        style = self._style.head
        found = self._heads.get(head)
        if found is None and self._editor is not None and head.id and head.id == self._edited:
            found = self._with_editor(head, self._editor, style)
        elif found is None:
            columns = self._columns if self._style.banded else Columns()
            found = RowLayout(head, columns, style, False)
        self._heads[head] = found
        return found

    @property
    def heads(self) -> list[Head]:
        """The heads of groups on the page, from the top."""
        found = (self._head_of(slot) for slot in self.slots)
        return [head for head in found if head is not None]

    def _head_of(self, slot: Slot) -> Head | None:
        """Return the head above a row on the page, if there is one."""
        row, layout = self._rows[slot.row], self._layout(slot.row)
        first = slot is self._slots[0]
        if row.head is None or not slot.begins or not (layout.led or first):
            return None
        height = layout.led or layout.above
        top = slot.top + layout.led - height
        head = row.head if layout.led else self._continued(row.head)
        return Head(head, slot, QRectF(0, top, self.width(), height))

    def _continued(self, head: Row) -> Row:
        """Return the head as it is on a further page: in a band it says that it continues."""
        return continued(head) if self._style.banded else head

    def lay_out_names(self, names: Row) -> RowLayout:
        """Measure the names of the columns, in their own size."""
        size, line = theme().text_size("meta"), theme().line_height("meta")
        style = self._style._replace(size=size, line=line, pad=0, least=0)
        return RowLayout(names, self._columns, style, current=False)

    def measure_all(self) -> None:
        """Measure what all rows have in common; called when rows or text sizes change."""
        self._style = self._style_of(self.role, self.width())
        names = (self.names,) if self.names is not None else ()
        self._columns = columns_of((*self._rows, *names), self._style)
        self._common = (self._style, self._columns)
        self._heads.clear()
        if self._style.edge:
            self.bar_inset = _WIDE_INSET
            self.sides = (self._style.edge, self.width() - self._style.right)
        else:
            self.bar_inset = _INSET

    def extent_under(self) -> tuple[int, int]:
        """Return the left edge in px of what is under the cells of the first row, and its width."""
        under = self._layout(0).under if self._rows else None
        return (under.left, under.width) if under is not None else (0, 0)

    def control_boxes(self, slot: Slot) -> tuple[QRectF, ...]:
        """Return where the row in a slot has a painted button or box to tick, in px."""
        boxes = self._layout(slot.row).cell_boxes(self._text_top(slot), slot)
        return tuple(box for cell, box in boxes if cell.part)

    def key_spots(self) -> Sequence[tuple[str, QPointF]]:
        """Return the keys of boxes and buttons, and the centres of their caps."""
        boxes = [
            each
            for slot in self.slots
            for each in self._layout(slot.row).cell_boxes(self._text_top(slot), slot)
        ]
        return tuple(
            (cell.key, QPointF(box.center().x(), box.bottom())) for cell, box in boxes if cell.key
        )

    def part_at(self, slot: Slot, point: QPointF) -> str:
        """Return the part of a row at a point, as ``Cell.part_at`` does; empty for the rest."""
        return self._layout(slot.row).part_at(self._text_top(slot), slot, point)

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        """Paint one row, or the part of it that is on the page."""
        head = self._head_of(slot)
        layout = self._layout(slot.row)
        box = self._row_box(slot)
        slot = slot._replace(height=round(box.height()))
        if self._style.selects:
            row, right = layout.row, self._style.right
            if self._style.banded and self._ends_group(slot.row):
                state = replace(state, last_on_page=True)
            result = self.role.startswith("room") and (row.chosen or row.outcome is not None)
            paint_background(
                painter,
                box,
                state,
                chosen=self.is_tinted(row),
                outcome=row.outcome,
                tinted=layout.titled(slot) if result else None,
                line=(self._style.left, right if row.share is None else layout.words_right),
                share=row.share,
            )
        layout.paint(painter, box.top(), slot, state.part)
        if head is not None:
            kept = self.shift if head.row.id == self._slide.kept else 0
            painter.translate(0, -kept)
            self.paint_head(painter, head)
            painter.translate(0, kept)

    def paint_head(self, painter: QPainter, head: Head) -> None:
        """Paint the head of a group."""
        if self._style.banded:
            fill(painter, head.box, self.head_colour(head))
        layout = self._head(head.row)
        whole = Slot(0, 0, layout.lines, 0, layout.whole_height, True, True)
        layout.paint(painter, head.box.top(), whole)
        if self._style.banded and head.box.top() > 0:
            pen = QPen(theme().colour("edge"), 1)
            pen.setStyle(Qt.PenStyle.DashLine if head.row.quiet else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            y = head.box.top() + 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def head_colour(self, head: Head) -> str:
        """Return the colour of the band of a head."""
        return "sunken"

    def is_tinted(self, row: Row) -> bool:
        """Return whether a row is tinted although it is not the current one."""
        return row.chosen

    def _ends_group(self, index: int) -> bool:
        following = self._rows[index + 1 : index + 2]
        return not following or following[0].head != self._rows[index].head

    def _row_box(self, slot: Slot) -> QRectF:
        """Return the box of a row below the head of its group."""
        top = self._text_top(slot)
        return QRectF(0, top, self.width(), slot.top + slot.height - top)

    def _text_top(self, slot: Slot) -> float:
        """Return where a row begins below the head of its group."""
        return slot.top + (self._layout(slot.row).led if slot.begins else 0)


class RowNames(Painted):
    """The names of the columns of a list, above it: the row ``names`` of its view, without pad."""

    SPANS_PAGE: ClassVar[bool] = True

    def __init__(self, view: RowsView) -> None:
        super().__init__()
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.page_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, theme().line_height("meta"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        names = self._view.names
        if names is None or not self._view.rows:
            return
        layout = self._view.lay_out_names(names)
        height = layout.whole_height
        slot = Slot(0, 0, layout.lines, 0, height, True, True)
        layout.paint(painter, (self.height() - height) / 2, slot)
