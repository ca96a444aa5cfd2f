"""The painted list of answers: first the outcomes of the problem, then the candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)

from ui.components.side_layout import roomy
from ui.pages.solve.answer_layout import AnswerLayout
from ui.pages.solve.answer_painter import (
    AnswerState,
    action_box,
    has_more_box,
    more_box,
    paint_answer,
    tick_box,
)
from ui.pages.solve.answer_row import AnswerRow
from ui.rows.paged_view import PagedView
from ui.rows.pager import Position, Slot
from ui.theme.outcomes import OUTCOMES
from ui.theme.theme import theme
from ui.widgets.painting import left_bar, rounded
from workshop_app.i18n import tr

_RADIUS = 12
_BAR = 6
_KEYS = 9
_IN_SIGHT = 4
"""Number of answers whose names are to be visible; the details of the open one are shortened."""
_IN_SIGHT_DECIDED = 3
"""The same while the open row is an outcome, whose first steps the room reads.

A low window shortens the steps instead, where the rows are lower, too.
"""
_FEWEST_LINES = 1
"""Minimum number of lines of the open row's details."""
_FEWEST_WITH_BADGE = 2
"""The same for first steps, except in a low window."""
_REMEMBERED = 200
"""Maximum number of cached layouts of closed rows; most are unchanged while typing."""


class AnswerListView(PagedView[AnswerRow, AnswerLayout]):
    """Rows in one sheet per outcome; only the current row shows its details.

    They are shortened if other names would not fit beside them; a click on "more" shows them all.
    In private mode with enough space all candidates show them. ``acted`` is also emitted by a row's
    check box and by ``press``, whose keys Alt+1 to Alt+9 are painted in the rows. They are counted
    over all pages, so that a row keeps its number when the page is turned.

    ``order_released``: rows that kept their order may be reordered.
    """

    order_released = Signal()

    def __init__(self, label: str) -> None:
        super().__init__("room")
        self.setAccessibleName(label)
        self._clicked = False
        self._kept = False
        self._whole = ""
        """Id of the row whose details are not shortened."""
        self._closed: dict[tuple[AnswerRow, int, int], AnswerLayout] = {}

    def begin(self) -> None:
        """Reset the rows and the page."""
        self._kept = False
        self._whole = ""
        self.set_rows((), None)

    @property
    def holds_order(self) -> bool:
        """Whether rows must keep their positions.

        They do after a click until the pointer has left the list, and while the list has the focus.
        """
        return self._clicked or self.hasFocus()

    def keep_rows(self, rows: Sequence[AnswerRow], current: str | None) -> None:
        """Show other content at the same positions; steps of kept rows only if they fit there."""
        self._kept = True
        tops = {slot.row: slot.top for slot in self.slots if slot.begins}
        self.set_rows(rows, current)
        whole = {slot.row for slot in self.slots if slot.begins and slot.ends}
        if any(slot.begins and tops.get(slot.row, slot.top) != slot.top for slot in self.slots):
            whole.clear()
        fitting = [
            replace(row, details=(), badge="") if row.kept and index not in whole else row
            for index, row in enumerate(rows)
        ]
        if fitting != list(rows):
            self.set_rows(fitting, current)

    def show_rows(self, rows: Sequence[AnswerRow], current: str | None) -> None:
        """Show rows, the one with the id ``current`` open, on the first page if it fits there."""
        self._kept = False
        if any(row.id == current and row.outcome is not None for row in rows):
            self.begin()
        self.set_rows(rows, current)

    def offers_current(self) -> bool:
        """Return whether the open row is a candidate."""
        row = self.current_row
        return row is not None and row.outcome is None and row.is_answer

    def press(self, number: int) -> bool:
        """Activate the row with this number; return False if it is not on the page."""
        index = self._index_of(number)
        if index is None or not self._begins_here(index):
            return False
        self.acted.emit(self.rows[index].id)
        return True

    def turn_to(self, number: int) -> bool:
        """Open the row with this number, on its page; return False if there is none."""
        index = self._index_of(number)
        if index is None:
            return False
        self.set_current(index)
        if not self._begins_here(index):  # it was open, and the page was turned away from it
            self._start = Position(index)
            self._refill()
            self.update()
        return True

    def step(self, by: int) -> None:
        super().step(by)
        row = self.current_row
        if row is not None and row.note and self._answers(self._beyond(by)):
            super().step(by)

    def _beyond(self, by: int) -> Sequence[AnswerRow]:
        return self.rows[self.current + 1 :] if by > 0 else self.rows[: self.current]

    def rows_before(self) -> int:
        """Return how many answers are on earlier pages."""
        return self._answers(self.rows[: super().rows_before()])

    def rows_after(self) -> int:
        """Return how many answers are on later pages, including one that continues there."""
        return self._answers(self.rows[len(self.rows) - super().rows_after() :])

    def span(self) -> tuple[int, int, int]:
        """Return the 1-based numbers of the first and last visible answer, and of all answers."""
        first, last, _rows = super().span()
        earlier = self._answers(self.rows[: max(0, first - 1)])
        shown = self._answers(self.rows[max(0, first - 1) : last])
        return (earlier + min(1, shown), earlier + shown, self._answers(self.rows))

    def row_name(self, row: AnswerRow) -> str:
        said = (
            tr("solve.list.labelled", label=row.label, text=row.title) if row.label else row.title
        )
        state = row.remark or row.evidence or row.action
        return tr("solve.list.spoken", text=said, state=state) if state else said

    def row_description(self, row: AnswerRow) -> str:
        return " ".join(f"{line.number} {line.text}".strip() for line in row.details)

    def row_checked(self, row: AnswerRow) -> bool | None:
        return row.chosen if row.chosen_by_enter and row.is_answer else None

    @staticmethod
    def _answers(rows: Sequence[AnswerRow]) -> int:
        return sum(row.is_answer for row in rows)

    def lay_out(self, row: AnswerRow, current: bool) -> AnswerLayout:
        if theme().metrics.narrow and row.has_check_box:
            shown = self._closed_layout(replace(row, details=())).row
            row = replace(row, action=shown.action, brief=shown.brief, keyless=shown.keyless)
        if current:
            whole = row.id == self._whole
            return AnswerLayout(row, self.width(), self._role, True, self._most_lines(row), whole)
        if row.kept:
            return AnswerLayout(row, self.width(), self._role, with_details=True)
        with_details = row.outcome is None and shows_all_reasons()
        # details that are not shown must not lead to another layout in the cache
        return self._closed_layout(row if with_details else replace(row, details=()))

    def takes_clicks(self, row: AnswerRow) -> bool:
        return not row.note

    def _closed_layout(self, row: AnswerRow) -> AnswerLayout:
        """Return the layout of a row that is not open, with the details that it has."""
        key = (row, self.width(), theme().text_size(self._role))
        if key not in self._closed:
            if len(self._closed) >= _REMEMBERED:
                self._closed.clear()
            self._closed[key] = self._brief_layout(row)
        return self._closed[key]

    def _brief_layout(self, row: AnswerRow) -> AnswerLayout:
        """Lay out a row; in a narrow window with fewer words at its right, if that saves a line.

        Of the words of a limit its icon remains, and of the button its word without the key. If
        that does not save a line, the key remains instead, which is a button as well.
        """
        layout = AnswerLayout(row, self.width(), self._role, with_details=True)
        if layout.title_lines > 1 and row.has_check_box and theme().metrics.narrow:
            short = replace(row, brief=True)
            for fewer in (
                short,
                replace(row, keyless=True),
                replace(short, keyless=True),
                replace(row, action=""),
                replace(short, action=""),
            ):
                brief = AnswerLayout(fewer, self.width(), self._role, with_details=True)
                if brief.title_lines < layout.title_lines:
                    return brief
        return layout

    def control_boxes(self, slot: Slot) -> tuple[QRectF, ...]:
        layout = self._layout(slot.row)
        box = self._row_box(slot)
        ticks = (tick_box(box, layout),) if layout.row.has_check_box else ()
        more = (more_box(box, slot, layout),) if has_more_box(slot, layout) else ()
        return (action_box(box, layout), *ticks, *more) if slot.begins else more

    def part_at(self, slot: Slot, point: QPointF) -> str:
        layout = self._layout(slot.row)
        box = self._row_box(slot)
        if has_more_box(slot, layout) and more_box(box, slot, layout).contains(point):
            return "more"
        if not slot.begins:
            return ""
        if layout.row.key:
            return "action"
        on_button = action_box(box, layout).contains(point)
        on_check_box = layout.row.has_check_box and tick_box(box, layout).contains(point)
        return "action" if on_button or on_check_box else ""

    def position_page(self, *, fill_up: bool) -> None:
        if self._kept:
            self._refill()
            return
        row = self.current_row
        if row is not None and row.statement and not self._answers(self.rows[: self.current]):
            self._start = Position()  # the statement comes first, even if that row is not visible
            self._refill()
            return
        if row is not None and row.outcome is not None:
            self._start = Position()  # what did not fit before may fit now
        super().position_page(fill_up=fill_up)
        self._show_beginning()
        self._show_whole()

    def toggle_details(self) -> bool:
        """Show all details of the open row, or shorten them; return False if they all fit."""
        row = self.current_row
        if row is None or not self._layout(self.current).more:
            return False
        self._whole = "" if self._whole == row.id else row.id
        if self._start.row == self.current:
            self._start = Position(self.current)  # its other lines are numbered anew
        self._layouts.clear()
        self._invalidate_page(fill_up=False)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._clicked = True
        slot = self._slot_at(event.position())
        if (
            slot is not None
            and event.button() == Qt.MouseButton.LeftButton
            and self.part_at(slot, event.position()) == "more"
        ):
            self.toggle_details()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._kept or event.size().width() != event.oldSize().width():
            self._layouts.clear()  # how many details fit depends on the height
        super().resizeEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._clicked = False
        self._release_order()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._release_order()

    def _release_order(self) -> None:
        if self._kept and not self.holds_order:
            self._kept = False
            self.order_released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and row is not None:
            self.activated.emit(row.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for group in self._groups():
            self._paint_group(painter, group)

    def _most_lines(self, row: AnswerRow) -> int | None:
        """Return how many lines of the open row's details leave space for other names.

        None means all of them: in small text, or if no height is known yet.
        """
        if shows_all_reasons() or not self.height():
            return None
        steps = row.badge and not theme().metrics.low
        fewest = _FEWEST_WITH_BADGE if steps else _FEWEST_LINES
        title = AnswerLayout(row, self.width(), self._role, with_details=False)
        seen = self._seen_with_current()
        closed = {index: self.lay_out(self.rows[index], current=False) for index in seen}
        heights = [
            each.height(0, each.lines)
            for each in (title if index == self.current else closed[index] for index in seen)
        ]
        free = self.height() + closed[seen[0]].gap  # a page begins without one

        def lines() -> int:
            return AnswerLayout.detail_lines_in(free - sum(heights), self._role)

        wished = fewest
        if row.chosen and all(self.rows[index].is_answer for index in seen):
            wished = max(fewest, title.first_step_lines)

        def lacking() -> bool:
            return lines() < (wished if len(seen) > _IN_SIGHT_DECIDED else fewest)

        while seen[-1] != self.current and lacking():
            seen.pop()  # this name does not fit, or would divide the first step
            heights.pop()
        return max(fewest, lines())

    def _seen_with_current(self) -> list[int]:
        """Return the indexes of the first rows with some answers, or of the open one and on."""
        row = self.current_row
        decided = row is not None and row.outcome is not None
        most = _IN_SIGHT_DECIDED if decided and not theme().metrics.low else _IN_SIGHT
        answers = [index for index, each in enumerate(self.rows) if each.is_answer]
        first = 0 if self.current in (*answers[:most], -1) else self.current
        seen: list[int] = []
        for index in range(max(0, first), len(self.rows)):
            seen.append(index)
            if sum(self.rows[each].is_answer for each in seen) >= most:
                break
        return seen

    def _show_beginning(self) -> None:
        """Go to the first page if the open row fits on it."""
        if self._start == Position():
            return
        before = self._start
        self._start = Position()
        self._refill()
        if not any(slot.row == self.current and slot.ends for slot in self.slots):
            self._start = before
            self._refill()

    def _show_whole(self) -> None:
        """Begin the page with the open row if all its details are to be seen, and fit there."""
        row = self.current_row
        if row is None or row.id != self._whole:
            return
        if any(slot.row == self.current and slot.begins and slot.ends for slot in self.slots):
            return
        before = self._start
        self._start = Position(self.current)
        self._refill()
        if not self.slots[0].ends:
            self._start = before
            self._refill()

    def _keyed(self) -> list[int]:
        """Return the indices of the rows that have a numbered key."""
        numbered = [index for index, row in enumerate(self.rows) if row.is_answer]
        return numbered[:_KEYS]

    def _index_of(self, number: int) -> int | None:
        keyed = self._keyed()
        return keyed[number - 1] if 1 <= number <= len(keyed) else None

    def _begins_here(self, index: int) -> bool:
        return any(slot.row == index and slot.begins for slot in self.slots)

    def _groups(self) -> list[list[int]]:
        """Return the indexes of the slots, in one list per sheet."""
        groups: list[list[int]] = []
        for index, slot in enumerate(self.slots):
            if not groups or (self.rows[slot.row].starts_group and slot.begins):
                groups.append([])
            groups[-1].append(index)
        return groups

    def _paint_group(self, painter: QPainter, group: list[int]) -> None:
        boxes = [self._row_box(self.slots[index]) for index in group]
        sheet = boxes[0].united(boxes[-1]).adjusted(0.5, 0.5, -0.5, -0.5)
        first = self.rows[self.slots[group[0]].row]
        rounded(painter, sheet, _RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(sheet, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        for index, box in zip(group, boxes, strict=True):
            self._paint_row(painter, index, box)
            if index != group[-1] and self._parts(index):
                line = QRectF(box.left(), box.bottom() - 1, box.width(), 1)
                painter.fillRect(line, theme().colour("line"))
        painter.setClipping(False)
        rounded(painter, sheet, _RADIUS, None, theme().colour("line"))
        if first.outcome is not None and not first.kept:
            colour = theme().colour(OUTCOMES[first.outcome].colour)
            left_bar(painter, sheet.adjusted(-0.5, -0.5, 0, 0.5), _RADIUS, _BAR, colour)

    def _parts(self, index: int) -> bool:
        """Return whether there is a hairline below the row in a slot."""
        row = self.rows[self.slots[index].row]
        return row.small or not row.statement

    def _paint_row(self, painter: QPainter, index: int, box: QRectF) -> None:
        slot = self.slots[index]
        keyed = self._keyed()
        number = keyed.index(slot.row) + 1 if slot.row in keyed else 0
        hovered = self._hovered[1] if self._hovered[0] == slot.row else None
        state = AnswerState(
            key=f"Alt+{number}" if number else self.rows[slot.row].key,
            current=slot.row == self.current,
            focused=self.ringed,
            hovered=hovered,
        )
        paint_answer(painter, box, slot, self._layout(slot.row), state)

    def _row_box(self, slot: Slot) -> QRectF:
        """Return the box of a row without the gap above it; a page never begins with a gap."""
        gap = self._layout(slot.row).gap if slot.begins else 0
        return self._box(slot).adjusted(0, gap, 0, 0)

    def _box(self, slot: Slot) -> QRectF:
        first = self.slots[0]
        lift = self._layout(first.row).gap if first.begins else 0
        return super()._box(slot).translated(0, -lift)


def shows_all_reasons() -> bool:
    """Return whether the reasons of every candidate fit, in small text."""
    return roomy() and not theme().metrics.rather_low
