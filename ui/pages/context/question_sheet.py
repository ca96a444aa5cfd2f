"""The selected questions on one sheet, with their answers and a line for a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from ui.components.whole_scroll import Extent, extent_of, lines_of, merged
from ui.pages.context.answer_row import ContextAnswerRow
from ui.pages.context.question_block import NEWEST, ROW_GAP, AnswerList, QuestionBlock
from ui.pages.context.questions import Question
from ui.theme.qt_palette import show_through
from ui.theme.style_sheet import dress_bars
from ui.theme.theme import theme
from ui.widgets.boxes import NO_MARGINS, STRETCH, column
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.long_text import LongText
from ui.widgets.painting import rounded
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text
from ui.widgets.words_line import WordsLine
from workshop_app.domain.state import WorkshopState

_BAR = 6
_RADIUS = 12
_NOTCH = 120  # eighths of a degree, one step of a wheel


class QuestionSheet(QScrollArea):
    """Scrolls question by question if the questions are higher than the page.

    Each question is shown completely or not at all. One that is higher than the page scrolls
    within itself, by whole lines.

    ``entry`` is shown below the current question and above its answers, so that it keeps its place
    when one is added; ``field`` is where an answer is typed: Down moves from there to the answers.
    ``others`` is shown at the end; while it is ``unfolded``, only the current question is shown
    above it.

    Signals:
        question_chosen: Another question was pressed; carries its id.
        selection_changed: Another answer is selected, or none.
        problem_requested, correct_requested, remove_requested: For the answer with this id.
    """

    question_chosen = Signal(str)
    selection_changed = Signal()
    problem_requested = Signal(str)
    correct_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(
        self, entry: QWidget, field: PlainField, others: QWidget, *, private: bool
    ) -> None:
        super().__init__()
        self._private = private
        self._entry = entry
        self._field = field
        self._others = others
        self._selected = ""
        self._current = ""
        self._unfolded = False
        self._alone = False
        self._first = 0
        """Index of the first of the parts in view."""
        self._top = 0
        """Where the view begins, in px; within the first part only if that is too high."""
        self._sought: QWidget | None = None
        """What stays in view until somebody scrolls."""
        self._turned = 0
        self.blocks: dict[str, QuestionBlock] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._surface = _Surface()
        self._column = column(self._surface, entry, others, gap=1, around=(1, 1, 1, 1))
        inner = QWidget()
        column(inner, self._surface, STRETCH, around=NO_MARGINS)
        self.setWidget(inner)
        show_through(self)
        dress_bars(self)
        self._position = DeferredLayout(self, self._fit, last=True)
        self.verticalScrollBar().actionTriggered.connect(self._scrolled)
        self._surface.installEventFilter(self)
        field.installEventFilter(self)
        field.textChanged.connect(self._show_typed)

    @property
    def selected(self) -> str | None:
        """Id of the selected answer, or None."""
        return self._selected or None

    @property
    def current_block(self) -> QuestionBlock:
        """The block of the current question."""
        return self.blocks[self._current]

    def show_questions(
        self, state: WorkshopState, questions: Sequence[Question], current: str
    ) -> None:
        """Show these questions in order, one of them as the current one."""
        ids = [question.id for question in questions]
        for gone in [one for one in self.blocks if one not in ids]:
            block = self.blocks.pop(gone)
            discard(block.answers)
            discard(block)
        for question in questions:
            if question.id not in self.blocks:
                self.blocks[question.id] = self._made(question.id)
        moved = self._current != current
        self._current = current
        index = 0
        for question in questions:
            block = self.blocks[question.id]
            self._insert_at(block, index)
            block.show_question(state, question, current=question.id == current)
            index += 1
            if question.id == current:
                self._insert_at(self._entry, index)
                index += 1
            self._insert_at(block.answers, index)
            index += 1
        self._show_blocks()
        self._surface.show_current(self.blocks[current], self._entry)
        if self._selected and self._row(self._selected) is None:
            self.deselect()
        if moved:
            self._seek(self.blocks[current])

    def show_alone(self, alone: bool) -> None:
        """Show only the current question from the next refresh on, or all."""
        self._alone = alone

    def unfold(self, unfolded: bool) -> None:
        """Show only the current question, so that ``others`` fits; or all again."""
        self._unfolded = unfolded
        self._entry.setVisible(not unfolded)
        self._show_blocks()
        if self._current in self.blocks:
            self._seek(self._others if unfolded else self.blocks[self._current])

    def _show_blocks(self) -> None:
        for question_id, block in self.blocks.items():
            shown = question_id == self._current or not (self._unfolded or self._alone)
            block.setVisible(shown)
            block.answers.setVisible(shown and bool(block.rows))

    def show_target(self, answer_id: str | None) -> None:
        """Mark the answer that the page's keys apply to."""
        for block in self.blocks.values():
            for row in block.rows:
                is_selected = row.answer_id == self._selected
                row.show_selected(selected=is_selected, target=row.answer_id == answer_id)

    def select(self, answer_id: str) -> None:
        """Select and focus an answer."""
        row = self._row(answer_id)
        if row is not None:
            row.setFocus()
            self._select(answer_id)

    def deselect(self) -> bool:
        """Select no answer; return False if none was selected."""
        if not self._selected:
            return False
        self._selected = ""
        self.selection_changed.emit()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._position.invalidate()

    def wheelEvent(self, event: QWheelEvent) -> None:
        parts = self._parts()
        all_shown = self.verticalScrollBar().maximum() <= 0
        if all_shown or self._is_high(parts[min(self._first, len(parts) - 1)]):
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self._sought = None
            self._begin_with(max(0, self._first - steps))
            self._fit()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        focus = self.focusWidget()
        if moved and focus is not None and self._surface.isAncestorOf(focus):
            self._seek(focus)
        return moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._surface:
            if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
                self._position.invalidate()
            return False
        if watched is not self._field:
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and event.gotFocus():
            if event.reason() == Qt.FocusReason.MouseFocusReason:
                self.deselect()
        elif event.type() == QEvent.Type.KeyPress and self._leads_down(event):
            rows = self.current_block.rows
            if rows:
                rows[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _show_typed(self) -> None:
        if self._field.hasFocus():
            self._seek(self._field)

    def _leads_down(self, event: QEvent) -> bool:
        return (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not self._field.composing
            and not self._field.uses(event)
        )

    def _made(self, question_id: str) -> QuestionBlock:
        block = QuestionBlock(private=self._private)
        block.chosen.connect(lambda: self.question_chosen.emit(question_id))
        block.row_made.connect(self._connect_row)
        return block

    def _connect_row(self, row: ContextAnswerRow) -> None:
        answer_id = row.answer_id
        row.selected.connect(partial(self._select, answer_id))
        row.problem_requested.connect(partial(self.problem_requested.emit, answer_id))
        row.correct_requested.connect(partial(self.correct_requested.emit, answer_id))
        row.remove_requested.connect(partial(self.remove_requested.emit, answer_id))
        row.step_requested.connect(partial(self._step, answer_id))

    def _select(self, answer_id: str) -> None:
        if answer_id != self._selected:
            self._selected = answer_id
            self.selection_changed.emit()

    def _step(self, answer_id: str, by: int) -> None:
        """Move to the previous or next answer; from the first of a question to the field."""
        for block in self.blocks.values():
            ids = [row.answer_id for row in block.rows]
            if answer_id not in ids:
                continue
            index = ids.index(answer_id) + by
            if 0 <= index < len(ids):
                block.rows[index].setFocus(Qt.FocusReason.TabFocusReason)
            elif index < 0:
                self.deselect()
                self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, answer_id: str) -> ContextAnswerRow | None:
        rows = (block.row_of(answer_id) for block in self.blocks.values())
        return next((row for row in rows if row is not None), None)

    def _insert_at(self, widget: QWidget, index: int) -> None:
        """Move a widget to a position of the column without losing the focus."""
        if self._column.indexOf(widget) != index:
            self._column.removeWidget(widget)
            self._column.insertWidget(index, widget)

    def _seek(self, widget: QWidget) -> None:
        """Scroll to the area with this widget, and keep it visible until the user scrolls."""
        self._sought = widget
        self._position.invalidate()

    def _parts(self) -> list[tuple[int, int]]:
        """Return top and bottom in px of areas shown completely: questions with all below them.

        The hairlines above and below belong to an area.
        """
        parts: list[tuple[int, int]] = []
        for index in range(self._column.count()):
            item = self._column.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is None or widget.isHidden():
                continue
            bottom = widget.y() + widget.height() + 1
            if parts and _continues_part(widget, self._entry):
                parts[-1] = (parts[-1][0], bottom)
            else:
                parts.append((widget.y() - 1, bottom))
        return parts

    def _is_high(self, part: tuple[int, int]) -> bool:
        return part[1] - part[0] > self.contentsRect().height()

    def _fit(self) -> None:
        """Begin and end with a whole area, and show the widget that is sought."""
        parts = self._parts()
        if not parts:
            return
        height = self.contentsRect().height()
        self._show_bar(parts[-1][1] - parts[0][0] > height)
        reserve = self._reserve()
        first = min(self._first, len(parts) - 1)
        sought = self._sought
        if sought is not None and not (isValid(sought) and self._surface.isAncestorOf(sought)):
            sought = self.blocks.get(self._current)  # an answer was removed
        if sought is not None:
            y = sought.mapTo(self._surface, sought.rect().center()).y()
            wanted = next((at for at, part in enumerate(parts) if y < part[1]), first)
            first = min(first, wanted)
            while first < wanted and parts[wanted][1] + reserve - parts[first][0] > height:
                first += 1
        while first > 0 and parts[-1][1] + reserve - parts[first - 1][0] <= height:
            first -= 1
        top = parts[first][0]
        fitting = (part[1] for part in parts[first:] if part[1] - top <= height)
        bottom = max(fitting, default=0)
        is_high = bottom <= top
        if is_high and sought is not None and self._shows_entry(sought):
            top, bottom = self._entry_of_current(height)
            is_high = bottom <= top
            bottom = self._end_from(top)
        if is_high:
            self._fit_lines(parts[first], sought, moved=first != self._first)
        else:
            self._show_span(top, bottom)
        self._first = first

    def _fit_lines(self, part: Extent, sought: QWidget | None, *, moved: bool) -> None:
        """Begin and end within a part that is too high, with a whole line or button."""
        height = self.contentsRect().height()
        top = part[0] if moved or not part[0] <= self._top < part[1] else self._top
        if sought is None:
            top = self._whole(top, top)
        else:
            for widget in (self._entry, sought):
                first, last = extent_of(widget, self._surface)
                first -= 1  # the hairline
                if first < top or last - first > height:
                    top = first
                elif last > top + height:
                    top = last - height
            middle = sum(extent_of(sought, self._surface)) // 2
            cut = self._cut_at(top)
            if cut is not None:
                top = cut[0] if cut[0] <= middle < cut[1] else cut[1]
        self._show_span(top, self._end_from(top))

    def _end_from(self, top: int) -> int:
        """Return where a view that begins at ``top`` ends: after the last whole line or button."""
        end = min(top + self.contentsRect().height(), self._surface.height())
        cut = self._cut_at(end)
        return cut[0] if cut is not None and cut[0] > top else end

    def _reserve(self) -> int:
        """Return the height in px that the next answers to the current question will need.

        With it the view need not be scrolled, and the line not be moved, when one is added.
        """
        block = self.blocks.get(self._current)
        missing = max(0, NEWEST + 1 - len(block.rows)) if block is not None else 0
        return missing * (theme().metrics.target + ROW_GAP)

    def _show_span(self, top: int, bottom: int) -> None:
        self._top = top
        self.setViewportMargins(0, 0, 0, self.contentsRect().height() - (bottom - top))
        self.verticalScrollBar().setValue(top)

    def _whole(self, value: int, before: int) -> int:
        """Return where to begin instead of `value` if that is within a line.

        It is the end of the line nearer to ``before``, where the view began, so that scrolling
        skips nothing; the other end if that would not move the view.
        """
        cut = self._cut_at(value)
        if cut is None:
            return value
        first, last = cut
        if first <= before <= last:
            return last if before < value else first
        return first if before < first else last

    def _cut_at(self, y: int) -> Extent | None:
        """Return the line or button that would be cut at `y`; None if there is none."""
        height = self.contentsRect().height()
        cut = (extent for extent in self._extents() if extent[0] < y < extent[1])
        return next((extent for extent in cut if extent[1] - extent[0] <= height), None)

    def _extents(self) -> list[Extent]:
        """Return the areas shown completely in a high question: lines of text, and other parts."""
        return merged(sorted(_extents_in(self._surface, self._surface)))

    def _shows_entry(self, sought: QWidget) -> bool:
        """Return whether to keep the line of the current question visible, not its answers."""
        block = self.blocks.get(self._current)
        return not self._entry.isHidden() and (
            sought in (block, self._entry) or self._entry.isAncestorOf(sought)
        )

    def _entry_of_current(self, height: int) -> tuple[int, int]:
        """Return top and bottom of the current question's line, with what fits completely above it.

        The bottom is 0 if the line alone is higher.
        """
        bottom = self._entry.y() + self._entry.height() + 1
        above = self.current_block.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        tops = [self.current_block.y() + one.y() for one in above if one.isVisible()]
        fitting = [top for top in (*tops, self._entry.y()) if bottom - top <= height]
        return (min(fitting), bottom) if fitting else (self._entry.y(), 0)

    def _show_bar(self, shown: bool) -> None:
        """Show the scroll bar if all questions need it, independent of the visible area.

        Qt's own policy would toggle the bar endlessly: with it the texts are narrower and higher,
        and the margin below the visible area counts.
        """
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOn if shown else policies.ScrollBarAlwaysOff
        )

    def _scrolled(self) -> None:
        """Scroll on to the next boundary in the direction in which the scroll bar was moved.

        Within a part that is too high this is a line; its beginning and its end are not skipped.
        """
        value = self.verticalScrollBar().sliderPosition()
        parts = self._parts()
        if not parts:
            return
        self._sought = None
        self._position.invalidate()
        first = min(self._first, len(parts) - 1)
        here = parts[first]
        down = value > self._top
        is_high = self._is_high(here)
        if is_high:
            last_top = here[1] - self.contentsRect().height()
            if self._top < last_top if down else self._top > here[0]:
                inside = min(value, last_top) if down else max(value, here[0])
                self._top = self._whole(inside, self._top)
                return
        tops = [part[0] for part in parts]
        if down:
            after = (at for at, top in enumerate(tops) if top >= value)
            wanted = first + 1 if is_high else next(after, len(tops) - 1)
        else:
            wanted = max((at for at, top in enumerate(tops) if top <= value), default=0)
            if wanted + 1 < first and self._is_high(parts[wanted]):
                wanted += 1  # its end is shown before its beginning
        if wanted < len(parts):
            self._begin_with(wanted)

    def _begin_with(self, index: int) -> None:
        """Begin with another part; from below with the end of one that is too high."""
        parts = self._parts()
        first = min(index, len(parts) - 1)
        top, bottom = parts[first]
        if first < self._first and self._is_high(parts[first]):
            top = self._whole(bottom - self.contentsRect().height(), bottom)
        self._first = first
        self._top = top


def _continues_part(widget: QWidget, entry: QWidget) -> bool:
    """Return whether a widget of the column belongs to the question above it."""
    return widget is entry or isinstance(widget, AnswerList)


def _extents_in(widget: QWidget, surface: QWidget) -> Iterator[Extent]:
    """Return the area of each part of a widget; of a text each line."""
    if isinstance(widget, (Text, LongText)):
        yield from lines_of(widget, surface)
    elif isinstance(widget, WordsLine) or widget.layout() is None:
        yield extent_of(widget, surface)
    else:
        for part in widget.children():
            if isinstance(part, QWidget) and part.isVisible():
                yield from _extents_in(part, surface)


class _Surface(QWidget):
    """The background: hairlines between the questions, a bar next to the current one."""

    def __init__(self) -> None:
        super().__init__()
        self._current: tuple[QuestionBlock, QWidget] | None = None
        theme().changed.connect(self.update)

    def show_current(self, block: QuestionBlock, entry: QWidget) -> None:
        """Show which question is the current one, and its area."""
        self._current = (block, entry)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, box, _RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.setClipPath(clip)
        layout = self.layout()
        entry = self._current[1] if self._current else None
        indices = range(layout.count()) if layout is not None else ()
        for index in indices:
            item = layout.itemAt(index) if layout is not None else None
            widget = item.widget() if item is not None else None
            if widget is None or not widget.isVisible() or widget.y() <= 1:
                continue
            if entry is None or not _continues_part(widget, entry):
                painter.fillRect(0, widget.y() - 1, self.width(), 1, theme().colour("line"))
        if self._current is not None:
            block = self._current[0]
            parts = (block, self._current[1], block.answers)
            bottom = max(one.geometry().bottom() for one in parts if one.isVisible())
            painter.fillRect(0, block.y(), _BAR, bottom - block.y(), theme().colour("accent"))
        painter.setClipping(False)
        rounded(painter, box, _RADIUS, None, theme().colour("line"))
