"""The board: all themes as groups of rows, whose problems are dragged between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QWheelEvent,
)

from ui.pages.sort.board_layout import (
    GAP,
    NARROW_GAP,
    NUMBER_LEFT,
    BoardColumns,
    BoardRowLayout,
    mark_left,
    merged_left,
)
from ui.pages.sort.groups import UNSORTED, BoardRow, Group
from ui.rows.drag import DropTarget, RowDrag
from ui.rows.group_pager import GroupPager, GroupPart
from ui.rows.paged_view import PagedView
from ui.rows.pager import Position, Slot
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.digits import draw_digits
from ui.widgets.painting import rounded
from ui.widgets.text_layout import TextLayout, draw_line, text_width
from workshop_app.i18n import tr

_RADIUS = 12
_BAR = 4
_GRIP = 12
_DOT = 6
_MOST_EMPTY = 0.2  # of a page: space that may be left below the last theme of a page
_LINE_LEFT = 16  # px from the name's cell to a hairline
_OFFER_SIDE = 12  # px inside the place for merging, and from the right end of the board
_OFFER_ICON = 18
_OFFER_GAP = 4  # px above and below it
_OFFER_AWAY = 40  # px between it and the pointer when it appears


@dataclass(frozen=True)
class IntoTheme(DropTarget):
    """Into a theme, before a problem of it; at the end if ``before_id`` is empty."""

    group_id: str
    before_id: str


@dataclass(frozen=True)
class OntoProblem(DropTarget):
    """Merged into another problem."""

    problem_id: str


@dataclass(frozen=True)
class IntoNewTheme(DropTarget):
    """Into a new theme for them."""


class DropPlace(Protocol):
    """A widget next to the board onto which rows can be dropped."""

    def theme_at(self, point: QPoint) -> str | None:
        """Return the id of the theme at a global position, empty for a new one."""
        ...

    def set_aimed(self, theme_id: str | None) -> None:
        """Highlight where the rows would be dropped."""
        ...


class BoardView(PagedView[BoardRow, BoardRowLayout]):
    """Pages of whole themes; one that would leave much of a page empty is split between rows.

    A click on a row selects it, one on its number ticks it, a double click emits ``activated``; on
    the name of a theme it emits ``rename_requested`` with the theme's id. ``dropped`` has the ids
    of the dragged problems and a `DropTarget`.
    """

    rename_requested = Signal(str)
    dropped = Signal(tuple, object)

    def __init__(self) -> None:
        super().__init__("room")
        self._groups: tuple[Group, ...] = ()
        self._filled_pages: GroupPager | None = None
        self._columns: BoardColumns | None = None
        self._laid_out: dict[tuple[str, int, int], BoardRowLayout] = {}
        """By text, number of marks and of merged ones, in the columns ``_laid_out_in``."""
        self._laid_out_in: BoardColumns | None = None
        self._places: list[DropPlace] = []
        self._over_name = ""
        self._pressed_row = ""
        self.dragged: tuple[str, ...] = ()
        self.name_pressed = False
        """Whether the last right click was on the name of a theme."""
        self.reserve = 0
        self.floor: int | None = None
        """The upper edge in px of what is shown over the lower part of the view, if anything is."""
        self.drag = RowDrag(self, self)
        self.setAccessibleName(tr("sort.board"))

    def show_groups(self, groups: Sequence[Group], rows: Sequence[BoardRow], current: str) -> None:
        """Show these groups, with the rows of all of them in order."""
        self._groups = tuple(groups)
        if self.drag.active and [row.id for row in rows] != [row.id for row in self.rows]:
            self.drag.cancel()
        self.set_rows(rows, current)

    def take_drops_at(self, place: DropPlace) -> None:
        """Accept drops of rows on a further widget next to the board."""
        self._places.append(place)

    def set_reserve(self, height: int) -> None:
        """Leave a height in px free on each page if there are several."""
        if height != self.reserve:
            self.reserve = height
            self._invalidate_page(fill_up=False)

    @property
    def parts(self) -> tuple[GroupPart, ...]:
        """The themes on the page, or their parts."""
        self._update_page()
        pager = self._pager()
        return pager.pages[pager.page_of(self._start)] if pager.pages else ()

    @property
    def columns(self) -> BoardColumns:
        """The positions of the columns at the current width."""
        if self._columns is None:
            names = [group.name for group in self._groups]
            numbers = sorted({row.number for row in self.rows}, key=len)[-3:]
            self._columns = BoardColumns.of(self.width(), names, numbers)
            if self._columns != self._laid_out_in or len(self._laid_out) > 2 * len(self.rows):
                self._laid_out.clear()
                self._laid_out_in = self._columns
        return self._columns

    @property
    def free_height(self) -> int:
        """Height in px below the last theme of the fullest page."""
        pager = self._pager()
        lost = self.reserve if len(pager.pages) > 1 else 0
        return pager.free + lost

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return len(self._pager().pages)

    @property
    def ids_on_page(self) -> tuple[str, ...]:
        """The ids of the rows on the page, also of those that only continue there."""
        return tuple(dict.fromkeys(self.rows[slot.row].id for slot in self.slots))

    def ids_beside(self, row_id: str) -> tuple[str, ...]:
        """Return the ids of the rows on the page on which a row begins; empty if there is none."""
        pager = self._pager()
        at = next((n for n, row in enumerate(self.rows) if row.id == row_id), None)
        if at is None or not pager.pages:
            return ()
        parts = pager.pages[pager.page_of(Position(at))]
        return tuple(self.rows[slot.row].id for part in parts for slot in part.slots)

    def span(self) -> tuple[int, int, int]:
        """Return the 1-based numbers of the first and last visible problem, and of all.

        The row of a theme without problems is none.
        """
        slots = self.slots
        problems = [bool(row.number) for row in self.rows]
        if not slots:
            return (0, 0, sum(problems))
        first = sum(problems[: slots[0].row]) + 1
        return (first, max(first, sum(problems[: slots[-1].row + 1])), sum(problems))

    def name_box(self, group_id: str) -> QRect:
        """Return the position of a theme's name in px; empty if it is not on the page."""
        for part in self.parts:
            if self._groups[part.group].id == group_id:
                return QRect(0, part.top, self.columns.name_width, part.height)
        return QRect()

    # -- rows

    def lay_out(self, row: BoardRow, current: bool) -> BoardRowLayout:
        return BoardRowLayout(row, self.columns)

    def row_name(self, row: BoardRow) -> str:
        if not row.number:
            return f"{row.group_name} {row.text}"
        return tr("sort.row", number=row.number, text=row.text, theme=row.group_name)

    def row_description(self, row: BoardRow) -> str:
        merged = (tr("sort.merged", n=row.merged + 1),) if row.merged else ()
        return "  ".join((*merged, *(words for _, words in row.marks)))

    def row_checked(self, row: BoardRow) -> bool | None:
        return row.ticked if row.number else None

    def part_at(self, slot: Slot, point: QPointF) -> str:
        return "number" if point.x() < self.columns.text_left else ""

    # -- pages

    def _pager(self) -> GroupPager:
        if self._filled_pages is None:
            self._filled_pages = self._filled(self.height(), GAP)
            if len(self._filled_pages.pages) > 1:
                closer = self._filled(self.height(), NARROW_GAP)
                room = self.height() - self.reserve
                self._filled_pages = (
                    closer
                    if len(closer.pages) == 1
                    else self._filled(room, GAP, round(room * _MOST_EMPTY))
                )
        return self._filled_pages

    def _filled(self, height: int, gap: int, most_empty: int | None = None) -> GroupPager:
        counts = [len(group.row_ids) for group in self._groups]
        if sum(counts) != len(self.rows):
            counts = []
        return GroupPager(
            counts,
            height,
            self._layout,
            gap=gap,
            least=self._name_height,
            most_empty=most_empty,
        )

    def _name_height(self, group: int, begins: bool) -> int:
        columns = self.columns
        lines = len(columns.name(self._groups[group].name).lines) + (not begins)
        most = max(1, self.height() // columns.line)
        return min(lines, most) * columns.line + 2 * columns.padding

    def _layout(self, index: int) -> BoardRowLayout:
        row = self.rows[index]
        columns = self.columns
        key = (row.text, len(row.marks), row.merged)
        found = self._laid_out.get(key)
        if found is None:
            found = self._laid_out[key] = BoardRowLayout(row, columns)
        return found

    def _invalidate_page(self, *, fill_up: bool) -> None:
        self._filled_pages = None
        self._columns = None
        super()._invalidate_page(fill_up=fill_up)

    def position_page(self, *, fill_up: bool) -> None:
        self._keep_current_on_page()

    def _keep_current_on_page(self) -> None:
        pager = self._pager()
        page = pager.page_of(self._start)
        if self.current >= 0 and pager.pages:
            rows = [slot.row for part in pager.pages[page] for slot in part.slots]
            if self.current not in rows:
                page = pager.page_of(Position(self.current))
        self._start = pager.start_of(page)
        self._refill()

    def _box(self, slot: Slot) -> QRectF:
        left = self.columns.name_width
        return QRectF(left, slot.top, max(1, self.width() - left), slot.height)

    def scroll_rows(self, rows: int) -> bool:
        """Turn by whole themes instead: one page per notch of the wheel."""
        return self.turn(1 if rows > 0 else -1)

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_row = ""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        slot = self._slot_at(event.position())
        if slot is not None:
            row = self.rows[slot.row]
            self.set_current(slot.row)
            self._pressed_row = row.id
            if row.number:
                self.drag.press(event)
            return
        part = self._part_at(event.position().toPoint())
        if part is not None:
            self.set_current(part.slots[0].row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            if self._pressed_row and self.drag.move(event):
                self._set_hovered((-1, ""))
            return
        slot = self._slot_at(event.position())
        part = self.part_at(slot, event.position()) if slot is not None else ""
        self._set_hovered((slot.row, part) if slot is not None else (-1, ""))
        part = self._part_at(event.position().toPoint()) if slot is None else None
        self._hover_name(self._groups[part.group].id if part is not None else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed_row
        self._pressed_row = ""
        if event.button() != Qt.MouseButton.LeftButton or self.drag.release(event):
            return
        slot = self._slot_at(event.position())
        if slot is None or self.rows[slot.row].id != pressed or not self.rows[slot.row].number:
            return
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl or self.part_at(slot, event.position()) == "number":
            self.ticked.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        slot = self._slot_at(event.position())
        if slot is not None:
            if self.part_at(slot, event.position()) == "number":
                self.mousePressEvent(event)
            elif event.button() == Qt.MouseButton.LeftButton:
                self.set_current(slot.row)
                self.activated.emit(self.rows[slot.row].id)
            return
        part = self._part_at(event.position().toPoint())
        if part is not None and self._groups[part.group].id != UNSORTED:
            self.rename_requested.emit(self._groups[part.group].id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the row under the pointer or, on a name, the first row of that theme.

        During a drag the right button ends it without dropping anything instead.
        """
        if self.drag.active:
            self.drag.cancel()
            event.accept()
            return
        slot = self._slot_at(QPointF(event.pos()))
        part = self._part_at(event.pos()) if slot is None else None
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.name_pressed = by_mouse and part is not None
        row = slot or (part.slots[0] if part is not None else None)
        if by_mouse and row is not None:
            self.set_current(row.row)
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.drag.active:
            if self.turn_page(-1 if event.angleDelta().y() > 0 else 1):
                self.drag.page_turned()
            event.accept()
        else:
            super().wheelEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.drag.cancel()
        super().hideEvent(event)

    def _set_hovered(self, hovered: tuple[int, str]) -> None:
        super()._set_hovered(hovered)
        self.setToolTip(tr("sort.tick_tip") if hovered[1] == "number" else "")
        if hovered[0] >= 0:
            self._hover_name("")

    def _hover_name(self, group_id: str) -> None:
        if group_id != self._over_name:
            self._over_name = group_id
            named = bool(group_id) and not self.drag.active
            self.setToolTip(tr("sort.name_tip") if named else "")
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if named else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def _part_at(self, point: QPoint) -> GroupPart | None:
        return next((one for one in self.parts if one.top <= point.y() < one.bottom), None)

    # -- DragHost

    def drag_label(self) -> tuple[str, str]:
        pressed = next(row for row in self.rows if row.id == self._pressed_row)
        ticked = tuple(row.id for row in self.rows if row.ticked)
        self.dragged = ticked if pressed.ticked else (pressed.id,)
        others = len(self.dragged) - 1
        return pressed.number, tr("sort.drag.more", n=others) if others else ""

    def stay_words(self) -> str:
        return tr("sort.drag.stays")

    def drop_target(self, point: QPoint) -> DropTarget | None:
        for place in self._places:
            beside = place.theme_at(self.mapToGlobal(point))
            if beside is not None:
                return self._end_of(beside)
        if not 0 <= point.x() < self.width():
            return None
        reach = GAP // 2
        for part in self.parts:
            if part.top - reach <= point.y() < part.bottom + reach:
                return self._place_in(part, point)
        last = self.parts[-1].bottom if self.parts else 0
        if last + reach <= point.y() < self._below_page():
            return IntoNewTheme(tr("sort.drag.new"))
        return None

    def _below_page(self) -> int:
        """Return the lower end of the window in px, since the foot bar takes drops, too."""
        window = self.window()
        return self.mapFrom(window, QPoint(0, window.height())).y()

    def _empty_box(self) -> QRectF:
        """Return the space below the last theme in px, where a drop makes a new one."""
        top = (self.parts[-1].bottom if self.parts else 0) + GAP
        room = (self.height() if self.floor is None else self.floor) - top
        return QRectF(0, top, self.width(), room if room >= self.columns.line else 0)

    def _place_in(self, part: GroupPart, point: QPoint) -> DropTarget | None:
        group = self._groups[part.group]
        rows = [slot for slot in part.slots if self.rows[slot.row].number]
        over_name = point.x() < self.columns.name_width
        later = () if over_name else [s for s in rows if point.y() < s.top + s.height / 2]
        if later:
            before = self.rows[later[0].row].id
        else:
            before = "" if over_name or not rows else self._row_after(rows[-1].row, group)
        return self._into(group, before)

    def _end_of(self, theme_id: str) -> DropTarget | None:
        group = next((one for one in self._groups if one.id == theme_id and one.number), None)
        return self._into(group, "") if group else IntoNewTheme(tr("sort.drag.new"))

    def _into(self, group: Group, before: str) -> DropTarget | None:
        """Return a position in a theme; None if the dragged rows are there already."""
        ids = [row.id for row in self.rows if row.group_id == group.id and row.number]
        moved = self.dragged
        if before in moved:
            before = next((one for one in ids[ids.index(before) :] if one not in moved), "")
        rest = [one for one in ids if one not in moved]
        at = rest.index(before) if before in rest else len(rest)
        if [*rest[:at], *moved, *rest[at:]] == ids:
            return None
        within = all(one in ids for one in moved)
        words = tr("sort.drag.within") if within else tr("sort.drag.into", name=group.name)
        return IntoTheme(words, group.id, before)

    def _row_after(self, index: int, group: Group) -> str:
        """Return the id of the next row of a group, which may be on another page."""
        following = self.rows[index + 1] if index + 1 < len(self.rows) else None
        return following.id if following is not None and following.group_id == group.id else ""

    def row_to_merge(self, point: QPoint) -> str:
        slot = self._slot_at(QPointF(point))
        row = self.rows[slot.row] if slot is not None else None
        return row.id if row is not None and row.number and row.id not in self.dragged else ""

    def merge_target(self, row_id: str) -> DropTarget | None:
        row = next((one for one in self.rows if one.id == row_id), None)
        return OntoProblem(tr("sort.drag.merge", number=row.number), row.id) if row else None

    def merge_box(self, row_id: str, point: QPoint) -> QRect:
        """Use the line of the row with the most space at its right end."""
        slot = next(one for one in self.slots if self.rows[one.row].id == row_id)
        lines = self._layout(slot.row).text.lines
        shown = range(slot.first, max(slot.first + 1, min(slot.last, len(lines))))
        shortest = min(shown, key=lambda n: lines[n].width if n < len(lines) else 0)
        columns = self.columns
        left = columns.name_width + _OFFER_SIDE
        right = self.width() - _OFFER_SIDE
        before = point.x() - _OFFER_AWAY
        fitting = (
            (end, wide)
            for wide in (_offer_width("merge_here"), _offer_width("merge_short"))
            for end in (right, before)
            if end - wide >= left and (end == before or point.x() < end - wide - _OFFER_AWAY)
        )
        end, wide = next(fitting, (right, _offer_width("merge_short")))
        high = columns.line + columns.padding - 2 * _OFFER_GAP
        top = slot.top + columns.padding / 2 + (shortest - slot.first) * columns.line + _OFFER_GAP
        return QRect(round(end - wide), round(top), wide, high)

    def words_end(self, top: int, bottom: int) -> int:
        slots = [s for s in self.slots if s.top < bottom and s.top + s.height > top]
        ends = (self.columns.text_left + self._layout(slot.row).text.width for slot in slots)
        return max(ends, default=0) + GAP

    def turn_page(self, by: int) -> bool:
        pager = self._pager()
        page = pager.page_of(self._start) + by
        if not 0 <= page < len(pager.pages):
            return False
        self._start = pager.start_of(page)
        self._refill()
        return True

    def drag_finished(self, target: DropTarget | None) -> None:
        dragged = self.dragged
        self.dragged = ()
        for place in self._places:
            place.set_aimed(None)
        self._keep_current_on_page()
        if target is not None:
            self.dropped.emit(dragged, target)

    def drag_changed(self) -> None:
        target = self.drag.target
        aimed = None
        if isinstance(target, IntoNewTheme):
            aimed = ""
        elif isinstance(target, IntoTheme) and target.group_id != UNSORTED:
            aimed = target.group_id
        for place in self._places:
            place.set_aimed(aimed)
        self.update()

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in self.parts:
            self._paint_part(painter, part)
        target = self.drag.target
        if isinstance(target, IntoTheme):
            self._paint_drop_line(painter, target)
        if self.drag.offering:
            self._paint_merge_offer(painter, aimed=isinstance(target, OntoProblem))
        if self.drag.active:
            self._paint_empty(painter, aimed=isinstance(target, IntoNewTheme))

    def _paint_empty(self, painter: QPainter, *, aimed: bool) -> None:
        """Show during a drag that a drop below the themes makes a new one."""
        box = self._empty_box()
        if box.isEmpty():
            return
        box.setHeight(min(box.height(), 2.0 * self.columns.line))
        frame = box.adjusted(1, 1, -1, -1)
        fill = theme().colour("accent_soft") if aimed else None
        colour = theme().colour("accent" if aimed else "edge")
        rounded(painter, frame, _RADIUS, fill, colour, 2, dashed=not aimed)
        words = tr("sort.drag.drop_here")
        left = box.left() + (box.width() - text_width(words, theme().font("body"))) / 2
        draw_line(painter, words, theme().font("body"), theme().colour("ink"), left, box.top(),
                  box.height())  # fmt: skip

    def _paint_merge_offer(self, painter: QPainter, *, aimed: bool) -> None:
        """Show the place on a row where a drop merges."""
        box = QRectF(self.drag.offered_box).adjusted(1, 1, -1, -1)
        fill = theme().colour("accent" if aimed else "surface")
        rounded(painter, box, box.height() / 2, fill, theme().colour("accent"), 2)
        ink = "on_accent" if aimed else "accent"
        top = box.top() + (box.height() - _OFFER_ICON) / 2
        icon = QRectF(box.left() + _OFFER_SIDE, round(top), _OFFER_ICON, _OFFER_ICON)
        paint_icon(painter, "merge", ink, icon)
        left = icon.right() + _OFFER_SIDE / 2
        whole = self.drag.offered_box.width() == _offer_width("merge_here")
        words = tr(f"sort.drag.{'merge_here' if whole else 'merge_short'}")
        draw_line(painter, words, theme().font("body-bold"), theme().colour(ink), left, box.top(),
                  box.height())  # fmt: skip

    def _paint_part(self, painter: QPainter, part: GroupPart) -> None:
        group = self._groups[part.group]
        sheet = QRectF(0, part.top, self.width(), part.height).adjusted(0.5, 0.5, -0.5, -0.5)
        target = self.drag.target
        aimed = isinstance(target, IntoTheme) and target.group_id == group.id
        unsorted = group.id == UNSORTED
        if not unsorted:
            rounded(painter, sheet, _RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(sheet, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        self._paint_name(painter, part, group, aimed)
        for place, slot in enumerate(part.slots):
            self._paint_row(painter, slot, first=place == 0)
        painter.setClipping(False)
        if aimed:
            inner = sheet.adjusted(0.5, 0.5, -0.5, -0.5)
            rounded(painter, inner, _RADIUS, None, theme().colour("accent"), 2)
        else:
            colour = theme().colour("edge" if unsorted else "line")
            rounded(painter, sheet, _RADIUS, None, colour, 1, dashed=unsorted)

    def _paint_name(self, painter: QPainter, part: GroupPart, group: Group, aimed: bool) -> None:
        columns = self.columns
        cell = QRectF(0, part.top, columns.name_width, part.height)
        if aimed:
            painter.fillRect(cell, theme().colour("accent_soft"))
        elif self._over_name == group.id and not self.drag.active and group.id != UNSORTED:
            painter.fillRect(cell, theme().colour("hover"))
        upright = QRectF(columns.name_width, part.top, 1, part.height)
        painter.fillRect(upright, theme().colour("line"))
        y = part.top + columns.padding
        if group.number:
            font = theme().font("list")
            ink = theme().colour("ink2")
            draw_line(painter, str(group.number), font, ink, NUMBER_LEFT, y, columns.line)
        room = (part.height - 2 * columns.padding) // columns.line
        lines = max(1, room - (not part.begins))
        unsorted = group.id == UNSORTED
        name = self._unsorted_name(group.name) if unsorted else columns.name(group.name)
        ink = theme().colour("ink2" if unsorted else "ink")
        name.draw(painter, columns.name_left, y, ink, 0, lines)
        if not part.begins:
            below = y + min(lines, len(name.lines)) * columns.line
            regular = theme().sized_font(columns.size, False)
            words = tr("sort.continued")
            draw_line(
                painter, words, regular, theme().colour("ink2"), columns.name_left, below,
                columns.line,
            )  # fmt: skip

    def _unsorted_name(self, words: str) -> TextLayout:
        columns = self.columns
        regular = theme().sized_font(columns.size, False)
        return TextLayout(words, regular, columns.line, columns.name_width - columns.name_left)

    def _paint_row(self, painter: QPainter, slot: Slot, *, first: bool) -> None:
        columns = self.columns
        row = self.rows[slot.row]
        box = self._box(slot)
        current = slot.row == self.current
        hovered = slot.row == self._hovered[0]
        self._paint_background(painter, box, current=current, tinted=self._tinted(row, current),
                           hovered=hovered)  # fmt: skip
        if not first:
            left = columns.name_width + _LINE_LEFT
            line = QRectF(left, slot.top, self.width() - left, 1)
            painter.fillRect(line, theme().colour("line"))
        y = slot.top + columns.padding
        if slot.begins and row.number:
            self._paint_number(painter, row, box, y, hovered=hovered and not row.ticked)
        ink = theme().colour("ink" if row.number else "ink3")
        layout = self._layout(slot.row)
        layout.text.draw(painter, columns.text_left, y, ink, slot.first, slot.last)
        if slot.begins and row.merged:
            x = merged_left(self.width(), row)
            font = theme().font("body")
            draw_line(painter, row.merged_words, font, theme().colour("ink2"), x, y, columns.line)
        for place, (icon, _words) in enumerate(row.marks if slot.begins else ()):
            x = mark_left(self.width(), place, len(row.marks))
            top = round(y + (columns.line - 18) / 2)
            paint_icon(painter, icon, "ink2", QRectF(x, top, 18, 18))
        target = self.drag.target
        if isinstance(target, OntoProblem) and target.problem_id == row.id:
            inner = box.adjusted(2, 1, -2, -1)
            rounded(painter, inner, 8, None, theme().colour("accent"), 2)
        elif current and self.ringed and not self.drag.active:
            ring = box.adjusted(2.5, 2.5, -2.5, -2.5)
            rounded(painter, ring, 6, None, theme().colour("focus"), 3)

    def _tinted(self, row: BoardRow, current: bool) -> bool:
        return current or row.ticked or row.id in self.dragged

    def _paint_background(
        self, painter: QPainter, box: QRectF, *, current: bool, tinted: bool, hovered: bool
    ) -> None:
        inner = box.adjusted(1, 0, 0, 0)
        if tinted:
            painter.fillRect(inner, theme().colour("accent_soft"))
            if theme().palette.high_contrast:
                frame = inner.adjusted(1, 1, -1, -1)
                rounded(painter, frame, 0, None, theme().colour("accent"), 2)
        elif hovered:
            painter.fillRect(inner, theme().colour("hover"))
        if current:
            bar = QRectF(box.left(), box.top(), _BAR, box.height())
            painter.fillRect(bar, theme().colour("accent"))

    def _paint_number(
        self, painter: QPainter, row: BoardRow, box: QRectF, y: float, *, hovered: bool
    ) -> None:
        columns = self.columns
        ink = theme().colour("accent")
        if row.ticked:
            left = box.left() + _BAR + 4
            cell = QRectF(left, y + 4, columns.number_right + 7 - left, columns.line - 8)
            rounded(painter, cell, 6, theme().colour("accent"))
            ink = theme().colour("on_accent")
        font = theme().sized_font(columns.size, True)
        draw_digits(painter, row.number, font, ink, columns.number_right, y, columns.line)
        if hovered:
            top = round(y + (columns.line - _GRIP) / 2)
            grip = QRectF(box.left() + _BAR, top, _GRIP, _GRIP)
            paint_icon(painter, "grip", "ink3", grip)

    def _paint_drop_line(self, painter: QPainter, target: IntoTheme) -> None:
        part = next((b for b in self.parts if self._groups[b.group].id == target.group_id), None)
        if part is None:
            return
        before = [s for s in part.slots if self.rows[s.row].id == target.before_id]
        rows = [s for s in part.slots if self.rows[s.row].number]
        y = part.top + 2.0
        if before:
            y = max(y, float(before[0].top))
        elif rows:
            y = min(float(rows[-1].top + rows[-1].height), part.bottom - 2.0)
        colour: QColor = theme().colour("accent")
        left = self.columns.name_width + _LINE_LEFT
        painter.fillRect(QRectF(left, y - 2, self.width() - left - _LINE_LEFT, 4), colour)
        dot = QRectF(left - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        rounded(painter, dot, _DOT, colour)


def _offer_width(words: str) -> int:
    """Return the width in px of the place for merging with these words, by their key."""
    wide = text_width(tr(f"sort.drag.{words}"), theme().font("body-bold"))
    return 3 * _OFFER_SIDE + _OFFER_ICON + wide
