"""The list of Sort: problems in their themes, dragged between them and onto each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from ui.pages.sort.drag import DragGhost, DropTarget, IntoNewTheme, IntoTheme, OntoProblem
from ui.pages.sort.groups import UNSORTED, Group, spoken
from ui.pages.sort.theme_choice import NEW_THEME, ThemeChoice
from ui.rows.background import RowState
from ui.rows.cells import Link
from ui.rows.pager import Position, Slot
from ui.rows.row import Row
from ui.rows.style import grouped
from ui.rows.view import Head, RowsView
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.discard import discard
from ui.widgets.painting import fill, rounded
from ui.widgets.timers import call_after, call_every
from workshop_app.i18n import tr

_GRIP = 14
_GRIP_LEFT = 12
_DOT = 6
_PAUSE_MS = 1_000  # after which another digit begins another number
_LINE = 4
_AFTER_WORDS = 16  # px between a text and the ghost that would cover it
_THRESHOLD = 6  # px from the press at which a drag begins
_STILL = 3  # px that a resting pointer may move
_EDGE = 20  # px at the upper and lower edge of the list
_FAR = 320  # maximum px between the ghost and the pointer
_BEYOND = 40  # px beyond these edges
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
REST_MS = 400
"""Milliseconds of rest on the middle of another row until a drop there merges."""
TURN_MS = 600
"""Milliseconds of rest at an edge until the page turns, and until it turns again."""


def is_problem(row: Row) -> bool:
    """Return whether a row is a problem; else it stands for a theme."""
    return bool(row.before) and row.head is not None


class ThemesView(RowsView):
    """A click on a row selects it, one on its number ticks it, a double click ``activated``.

    A click on a theme whose problems are not listed is ``opened`` with the id of its row. A double
    click on the head of a theme, and one click on the words that it shows under the
    pointer, emit ``rename_requested`` with the theme's id. ``dropped`` has the ids of the dragged
    problems and a `DropTarget`, ``number_typed`` the number typed. ``themes`` below
    the list take drops, too. ``head_changed``: see ``head_pressed``.
    """

    opened = Signal(str)
    head_changed = Signal()
    rename_requested = Signal(str)
    dropped = Signal(tuple, object)
    number_typed = Signal(int)

    def __init__(self, themes: ThemeChoice) -> None:
        super().__init__("room", grouped)
        self._themes = themes
        self._groups: Sequence[Group] = ()
        self._counts: tuple[int, ...] = (0,)
        """How many of the rows before each are problems, and how many of all."""
        self._over_head = ""
        self._pressed_row = ""
        self._opening = False
        """Whether the last press opened a theme, so that other rows are under the pointer."""
        self._aimed: str | None = None
        self.dragged: tuple[str, ...] = ()
        self.head_pressed = False
        """Whether the last click was on the head of a group, which is current then."""
        self._digits = ""
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.drag = RowDrag(self)

    def show_groups(self, groups: Sequence[Group], rows: Sequence[Row], current: str) -> None:
        """Show the rows of these groups."""
        self._groups = groups
        self._counts = (0, *accumulate(map(is_problem, rows)))
        if self.drag.active and [row.id for row in rows] != [row.id for row in self.rows]:
            self.drag.cancel()
        self.set_rows(rows, current)

    @property
    def ids_on_page(self) -> tuple[str, ...]:
        """The ids of the rows on the page, also of those that only continue there."""
        return tuple(self.rows[slot.row].id for slot in self.slots)

    def span(self) -> tuple[int, int, int]:
        """Return the 1-based numbers of the first and last visible problem, and of all."""
        slots, counts = self.slots, self._counts
        if not slots or not counts[-1]:
            return super().span()
        first = counts[slots[0].row] + 1
        return (first, max(first, counts[slots[-1].row + 1]), counts[-1])

    # -- rows

    def row_name(self, row: Row) -> str:
        if row.spoken or row.head is None or not is_problem(row):
            return row.name
        return spoken(row.before[-1].words, row.text, row.head.text)

    def row_description(self, row: Row) -> str:
        return "  ".join(cell.words for cell in row.after)

    def row_checked(self, row: Row) -> bool | None:
        return bool(row.checked) if is_problem(row) else None

    def part_at(self, slot: Slot, point: QPointF) -> str:
        inside = point.y() >= self._text_top(slot) and point.x() < self._layout(slot.row).text_left
        return "number" if inside and is_problem(self.rows[slot.row]) else ""

    def is_tinted(self, row: Row) -> bool:
        return bool(row.checked) or row.id in self.dragged

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_row = ""
        self._opening = False
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._by_key = False
        head = self._head_at(event.position())
        slot = self._slot_at(event.position())
        if head is not None:
            self.set_current(head.slot.row)
            self.press_head(pressed=head.row.id != UNSORTED)
            if self._is_rename(head, event.position()):
                self.rename_requested.emit(head.row.id)
        elif slot is not None and self.rows[slot.row].head is None:
            self._opening = True
            self.opened.emit(self.rows[slot.row].id)
        elif slot is not None:
            self.set_current(slot.row)
            self.press_head(pressed=False)
            self._pressed_row = self.rows[slot.row].id
            if is_problem(self.rows[slot.row]):
                self.drag.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            if self._pressed_row and self.drag.move(event):
                self._hover("", (-1, ""))
            return
        head = self._head_at(event.position())
        slot = self._slot_at(event.position()) if head is None else None
        part = self.part_at(slot, event.position()) if slot is not None else ""
        self._hover(head.row.id if head is not None else "", (slot.row if slot else -1, part))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed_row
        self._pressed_row = ""
        if event.button() != Qt.MouseButton.LeftButton or self.drag.release(event):
            return
        slot = self._slot_at(event.position())
        if slot is None or self.rows[slot.row].id != pressed or not is_problem(self.rows[slot.row]):
            return
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl or self.part_at(slot, event.position()) == "number":
            self.ticked.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        head = self._head_at(event.position())
        slot = self._slot_at(event.position())
        if head is not None and head.row.id != UNSORTED:
            self.rename_requested.emit(head.row.id)
        elif head is None and slot is not None and not self._opening:
            if self.part_at(slot, event.position()) == "number":
                self.mousePressEvent(event)
            elif event.button() == Qt.MouseButton.LeftButton:
                self.set_current(slot.row)
                self.activated.emit(self.rows[slot.row].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the row under the pointer or, on a head, the first row below it.

        During a drag the right button ends it without dropping anything instead.
        """
        if self.drag.active:
            self.drag.cancel()
            event.accept()
            return
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        head = self._head_at(QPointF(event.pos())) if by_mouse else None
        if head is not None:
            self.set_current(head.slot.row)
            event.ignore()
        else:
            super().contextMenuEvent(event)
        self.press_head(pressed=head is not None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.drag.active:
            if self.turn_page(-1 if event.angleDelta().y() > 0 else 1):
                self.drag.page_turned()
            event.accept()
        else:
            super().wheelEvent(event)

    def _move_to(self, start: Position) -> None:
        """Begin the page there; the current row stays as it is, also beside the page."""
        self._start = start
        self._refill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits typed without a pause are the number of a problem to go to."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not event.text().isdecimal():
            super().keyPressEvent(event)
            return
        self._digits = (self._digits if self._typing.isActive() else "") + event.text()
        self._typing.start()
        self.number_typed.emit(int(self._digits))

    def hideEvent(self, event: QHideEvent) -> None:
        self.drag.cancel()
        super().hideEvent(event)

    def _set_hovered(self, hovered: tuple[int, str]) -> None:
        self._hover("", hovered)

    def _hover(self, head: str, row: tuple[int, str]) -> None:
        """Show what is under the pointer: the head of a theme, or a row and a part of it."""
        super()._set_hovered(row)
        if head != self._over_head:
            self._over_head = head
            self.update()
        named = bool(head) and head != UNSORTED
        if named:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        tip = tr("sort.name_tip") if named else tr("sort.tick_tip") if row[1] == "number" else ""
        self.setToolTip(tip)

    def press_head(self, *, pressed: bool) -> None:
        """Make the head of the current row's group current, or the row itself."""
        if pressed != self.head_pressed:
            self.head_pressed = pressed
            self.mark_current(not pressed)
            self.head_changed.emit()

    def _head_at(self, point: QPointF) -> Head | None:
        return next((head for head in self.heads if head.box.contains(point)), None)

    def _shown_head(self, head: Head) -> Head:
        """Return a head with the words for renaming, if it is under the pointer and has space."""
        hovered = head.row.id == self._over_head != UNSORTED and not self.drag.active
        if not hovered or self._edited == head.row.id:
            return head
        shown = head._replace(
            row=head.row._replace(after=(Link(tr("sort.rename")), *head.row.after))
        )
        return shown if self._head(shown.row).whole_height <= head.box.height() else head

    def _is_rename(self, head: Head, point: QPointF) -> bool:
        layout = self._head(self._shown_head(head).row)
        whole = Slot(0, 0, layout.lines, 0, layout.whole_height, True, True)
        return layout.part_at(head.box.top(), whole, point) == "action"

    # -- dragging; points are in px of the list

    def drag_label(self) -> tuple[str, str]:
        """Return the number of the dragged row, and a text for further ones."""
        problems = {one.id: one for group in self._groups for one in group.problems}
        pressed = next(row for row in self.rows if row.id == self._pressed_row)
        ticked = tuple(row.id for row in self.rows if row.checked)
        self.dragged = ticked if pressed.checked else (pressed.id,)
        others = len(self.dragged) - 1
        number = str(problems[pressed.id].number)
        return number, tr("sort.drag.more", n=others) if others else ""

    def drop_target(self, point: QPoint) -> DropTarget | None:
        """Return where the rows would go at a point; None if they would stay."""
        slots = self.slots
        below = self.rect().contains(point) and point.y() >= slots[-1].top + slots[-1].height
        self._aimed = aimed = NEW_THEME if below else self._themes.theme_at(self.mapToGlobal(point))
        if aimed == NEW_THEME:
            return IntoNewTheme(tr("sort.drag.new"))
        if aimed is not None:
            return self._into(aimed, "")
        if not self.rect().contains(point):
            return None
        head = self._head_at(QPointF(point))
        if head is not None:
            return self._into(head.row.id, "")
        slot = next(one for one in slots if point.y() < one.top + one.height)
        bottom = slot.top + slot.height
        row = self.rows[slot.row]
        if row.head is None:
            return self._into(_group_id(row), "")
        middle = (self._text_top(slot) + bottom) / 2
        after = self.rows[slot.row + 1 : slot.row + 2] if point.y() >= middle else (row,)
        group_id = _group_id(row)
        before = next((one.id for one in after if _group_id(one) == group_id), "")
        return self._into(group_id, before)

    def _into(self, group_id: str, before: str) -> DropTarget | None:
        """Return a position in a theme; None if the dragged rows are there already."""
        group = next((one for one in self._groups if one.id == group_id), None)
        if group is None:
            return None
        ids = [one.id for one in group.problems]
        moved = self.dragged
        if before in moved:
            before = next((one for one in ids[ids.index(before) :] if one not in moved), "")
        rest = [one for one in ids if one not in moved]
        at = rest.index(before) if before in rest else len(rest)
        if [*rest[:at], *moved, *rest[at:]] == ids:
            return None
        within = all(one in ids for one in moved)
        words = tr("sort.drag.within") if within else tr("sort.drag.into", name=group.name)
        return IntoTheme(words, group.id, rest[at] if at < len(rest) else "")

    def row_to_merge(self, point: QPoint) -> str:
        """Return the id of the row whose middle is at a point, if the dragged ones can merge."""
        slot = self._slot_at(QPointF(point))
        if slot is None or self._head_at(QPointF(point)) is not None:
            return ""
        row, box = self.rows[slot.row], self._row_box(slot)
        middle = abs(point.y() - box.center().y()) < box.height() / 4
        return row.id if middle and is_problem(row) and row.id not in self.dragged else ""

    def merge_target(self, row_id: str) -> DropTarget | None:
        """Return the merging of the dragged rows into another row, or None."""
        numbers = {one.id: one.number for group in self._groups for one in group.problems}
        if row_id not in numbers:
            return None
        return OntoProblem(tr("sort.drag.merge", number=numbers[row_id]), row_id)

    def words_end(self, top: int, bottom: int) -> int:
        """Return the right end of the widest text between two heights."""
        covered = [s for s in self.slots if s.top < bottom and s.top + s.height > top]
        layouts = [self._layout(slot.row) for slot in covered]
        ends = [one.text_left + end for one in layouts for end in one.stack.ends]
        return max(ends, default=0) + _AFTER_WORDS

    def turn_page(self, by: int) -> bool:
        """Show another page without changing the current row; return False if there is none."""
        self._update_page()
        pager, here = self._pager(), self._start
        start = pager.after(here) if by > 0 else pager.before(here) if here > Position() else None
        if start is None:
            return False
        self._start = start
        self._refill()
        return True

    def drag_finished(self, target: DropTarget | None) -> None:
        """Handle the end of a drag; None if it was cancelled or ended where rows stay."""
        dragged = self.dragged
        self.dragged = ()
        self._themes.set_aimed(None)
        if target is not None:
            self.dropped.emit(dragged, target)
        self._keep_current_on_page()

    def drag_changed(self) -> None:
        self._themes.set_aimed(self._aimed if self.drag.target is not None else None)
        self.update()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = self.drag.target
        if isinstance(target, IntoTheme):
            self._paint_landing(painter, target)

    def paint_head(self, painter: QPainter, head: Head) -> None:
        super().paint_head(painter, self._shown_head(head))
        if theme().palette.high_contrast and self.head_colour(head) == "accent_soft":
            frame = head.box.adjusted(1, 1, -1, -1)
            rounded(painter, frame, 0, None, "accent", 2)

    def head_colour(self, head: Head) -> str:
        target = self.drag.target
        aimed = isinstance(target, IntoTheme) and target.group_id == head.row.id
        row = self.current_row
        current = self.head_pressed and row is not None and _group_id(row) == head.row.id
        return "accent_soft" if aimed or current else super().head_colour(head)

    def paint_slot(self, painter: QPainter, slot: Slot, state: RowState) -> None:
        super().paint_slot(painter, slot, state)
        layout = self._layout(slot.row)
        box = self._row_box(slot)
        free = min((placed.left for placed in layout.before), default=0)
        if state.hovered and slot.begins and free >= _GRIP_LEFT + _GRIP and not self.drag.active:
            middle = box.top() + self._style.pad + self._style.line / 2
            paint_icon(painter, "grip", "ink3", _GRIP_LEFT, middle, _GRIP)
        target = self.drag.target
        if isinstance(target, OntoProblem) and target.problem_id == self.rows[slot.row].id:
            rounded(painter, box.adjusted(2, 1, -2, -1), 8, None, "accent", 2)

    def _paint_landing(self, painter: QPainter, target: IntoTheme) -> None:
        """Paint the line between the rows where the dragged ones would go."""
        rows = [slot for slot in self.slots if _group_id(self.rows[slot.row]) == target.group_id]
        if not rows:
            return
        before = [slot for slot in rows if self.rows[slot.row].id == target.before_id]
        y = self._text_top(before[0]) if before else rows[-1].top + rows[-1].height
        y = min(max(y, _LINE / 2), self.height() - _LINE / 2)
        fill(painter, QRectF(0, y - _LINE / 2, self.width(), _LINE), "accent")
        dot = QRectF(self._style.edge - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        rounded(painter, dot, _DOT, "accent")


def _group_id(row: Row) -> str:
    return row.head.id if row.head is not None else row.id.removeprefix("in ")


class RowDrag(QObject):
    """Tracks one drag. The list passes on its mouse events.

    Rows are merged only where the pointer has rested on the middle of another row; else they move.

    Any key ends the drag without dropping anything, as do the right button and leaving the window.

    Signals:
        active_changed: A drag began or ended; carries which.
    """

    active_changed = Signal(bool)

    def __init__(self, view: ThemesView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed_at: QPoint | None = None
        self._rested_at = QPoint()
        self._point = QPoint()
        self._over = ""
        self._ghost: DragGhost | None = None
        self._merging = False
        """Whether a drop on the row under the pointer merges."""
        self.target: DropTarget | None = None
        self._rest = call_after(self, REST_MS, self._offer)
        self._turn = call_every(self, TURN_MS, self._turn_page)
        self._edge = 0
        self._edge_point = QPoint()

    @property
    def active(self) -> bool:
        """Whether rows are being dragged."""
        return self._ghost is not None

    def press(self, event: QMouseEvent) -> None:
        """Handle a press from which a drag may begin."""
        self._pressed_at = event.position().toPoint()

    def move(self, event: QMouseEvent) -> bool:
        """Handle a move with the button pressed; return True if it belongs to a drag."""
        point = event.position().toPoint()
        if not self.active:
            start = self._pressed_at
            if start is None or (point - start).manhattanLength() < _THRESHOLD:
                return False
            self._begin()
        self._follow(point)
        return True

    def release(self, event: QMouseEvent) -> bool:
        """Handle the release of the button; return True if it ended a drag."""
        self._pressed_at = None
        if not self.active:
            return False
        self._follow(event.position().toPoint())
        self._end(self.target)
        return True

    def cancel(self) -> None:
        """End the drag without dropping anything."""
        self._pressed_at = None
        if self.active:
            self._end(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.active:
            return False
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds:
            return self._take_key(event)
        left = (QEvent.Type.WindowDeactivate, QEvent.Type.Hide)
        if event.type() in left and watched in (self._view, self._view.window()):
            self.cancel()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        """End the drag on a key press; keys other than Esc keep their effect."""
        if event.key() in _MODIFIERS:
            return False
        if event.key() != Qt.Key.Key_Escape:
            self.cancel()
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.cancel()
        return True

    def _begin(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._ghost = DragGhost(self._view.window(), *self._view.drag_label())
        self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.active_changed.emit(True)

    def _end(self, target: DropTarget | None) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if self._ghost is not None:
            discard(self._ghost)
        self._ghost = None
        self._rest.stop()
        self._turn.stop()
        self._over = ""
        self._merging = False
        self._edge = 0
        self.target = None
        self._view.unsetCursor()
        self.active_changed.emit(False)
        self._view.drag_finished(target)

    def _follow(self, point: QPoint) -> None:
        self._point = point
        over = self._view.row_to_merge(point)
        moved = (point - self._rested_at).manhattanLength() > _STILL
        if over != self._over or (moved and not self._merging):
            self._merging = False
            self._over = over
            self._rested_at = point
            self._rest.stop()
            if over:
                self._rest.start()
        self._aim()
        self._watch_edge(point)

    def _watch_edge(self, point: QPoint) -> None:
        """Turn the page while the pointer rests at an edge, and not on a target beside the list."""
        edge = 0
        beside = self.target is not None and not self._view.rect().contains(point)
        if 0 <= point.x() < self._view.width() and not beside:
            if -_BEYOND <= point.y() < _EDGE:
                edge = -1
            elif -_EDGE <= point.y() - self._view.height() < _BEYOND:
                edge = 1
        moved = (point - self._edge_point).manhattanLength() > _STILL
        if edge != self._edge or moved:
            self._edge, self._edge_point = edge, point
            self._turn.stop()
            if edge:
                self._turn.start()

    def _turn_page(self) -> None:
        if self._view.turn_page(self._edge):
            self.page_turned()

    def page_turned(self) -> None:
        """Aim again, since other rows are below the pointer."""
        if self.active:
            self._over = ""
            self._follow(self._point)

    def _offer(self) -> None:
        self._merging = True
        self._aim()

    def _aim(self) -> None:
        target = self._view.merge_target(self._over) if self._merging else None
        if target is None:
            target = self._view.drop_target(self._point)
        changed = target != self.target
        self.target = target
        if self._ghost is not None:
            self._ghost.show_target(target.words if target else tr("sort.drag.stays"))
            self._ghost.move_beside(self._view.mapTo(self._view.window(), self._point))
            self._uncover_words(self._ghost)
        if changed:
            self._view.drag_changed()

    def _uncover_words(self, ghost: DragGhost) -> None:
        """Move the ghost to the right of the text it would cover, if that is not far."""
        corner = self._view.mapFrom(self._view.window(), ghost.pos())
        end = self._view.words_end(corner.y(), corner.y() + ghost.height())
        room = self._view.width() - ghost.width()
        if corner.x() < end <= min(room, corner.x() + _FAR):
            ghost.move(self._view.mapTo(self._view.window(), QPoint(end, corner.y())))
