"""The questions for the time at hand on one sheet, with their answers and a line for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.pages.context.answer_row import AnswerRow
from ui.pages.context.question_block import QuestionBlock
from ui.pages.context.questions import Question
from ui.theme.theme import theme
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.discard import discard
from ui.widgets.painting import rounded
from ui.widgets.plain_field import PlainField
from ui.widgets.sheet import SHEET_RADIUS
from workshop_app.domain.state import WorkshopState

_BAR = 6


class QuestionSheet(QScrollArea):
    """Scrolls where the questions and answers are higher than the page.

    ``entry`` is shown under the current question, ``field`` is where its answer is typed: Up leads
    from there to the answers. ``others`` is shown at the end; while it is ``unfolded``, the current
    question alone stands above it.

    Signals:
        question_chosen: Another question was pressed; carries its id.
        selection_changed: Another answer is selected, or none.
        problem_requested, correct_requested, remove_requested: Of the answer with this id.
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
        self.blocks: dict[str, QuestionBlock] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._surface = _Surface()
        self._column = QVBoxLayout(self._surface)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(1)
        self._column.addWidget(entry)
        self._column.addWidget(others)
        inner = QWidget()
        inner.setProperty("role", "clear")
        around = QVBoxLayout(inner)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._surface)
        around.addStretch(1)
        self.setWidget(inner)
        self._position = DeferredLayout(self, self._seek, last=True)
        field.installEventFilter(self)

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
            discard(self.blocks.pop(gone))
        for question in questions:
            if question.id not in self.blocks:
                self.blocks[question.id] = self._made(question.id)
        moved = self._current != current
        self._current = current
        place = 0
        for question in questions:
            block = self.blocks[question.id]
            self._place(block, place)
            block.show_question(state, question, current=question.id == current)
            block.setVisible(question.id == current or not (self._unfolded or self._alone))
            place += 1
            if question.id == current:
                self._place(self._entry, place)
                place += 1
        self._surface.show_current(self.blocks[current], self._entry)
        if self._selected and self._row(self._selected) is None:
            self.deselect()
        if moved:
            self._position.invalidate()

    def show_alone(self, alone: bool) -> None:
        """Show the current question alone from the next refresh on, or all."""
        self._alone = alone

    def unfold(self, unfolded: bool) -> None:
        """Show the current question alone, so that ``others`` has room; or all again."""
        self._unfolded = unfolded
        self._entry.setVisible(not unfolded)
        for question_id, block in self.blocks.items():
            block.setVisible(question_id == self._current or not (unfolded or self._alone))

    def show_target(self, answer_id: str | None) -> None:
        """Mark the answer that the page's keys act on."""
        for block in self.blocks.values():
            for row in block.rows:
                is_selected = row.answer_id == self._selected
                row.show_selected(selected=is_selected, target=row.answer_id == answer_id)

    def select(self, answer_id: str) -> None:
        """Select an answer, and let the keyboard act on it."""
        row = self._row(answer_id)
        if row is not None:
            row.setFocus()
            self._select(answer_id)

    def deselect(self) -> bool:
        """Select no answer; False when none was selected."""
        if not self._selected:
            return False
        self._selected = ""
        self.selection_changed.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and event.gotFocus():
            if event.reason() == Qt.FocusReason.MouseFocusReason:
                self.deselect()
        elif event.type() == QEvent.Type.KeyPress and self._leads_up(event):
            rows = self.current_block.rows
            if rows:
                rows[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _leads_up(self, event: QEvent) -> bool:
        return (
            isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Up
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and not self._field.composing
            and not self._field.uses(event)
        )

    def _made(self, question_id: str) -> QuestionBlock:
        block = QuestionBlock(private=self._private)
        block.chosen.connect(lambda: self.question_chosen.emit(question_id))
        block.row_made.connect(self._connect_row)
        return block

    def _connect_row(self, row: AnswerRow) -> None:
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
        """Go to the answer before or after one; after the last of a question to the field."""
        for block in self.blocks.values():
            ids = [row.answer_id for row in block.rows]
            if answer_id not in ids:
                continue
            place = ids.index(answer_id) + by
            if 0 <= place < len(ids):
                block.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            elif place == len(ids):
                self.deselect()
                self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, answer_id: str) -> AnswerRow | None:
        rows = (block.row_of(answer_id) for block in self.blocks.values())
        return next((row for row in rows if row is not None), None)

    def _place(self, widget: QWidget, place: int) -> None:
        """Put a widget at a place of the column without taking the focus from it."""
        if self._column.indexOf(widget) != place:
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)

    def _seek(self) -> None:
        """Bring the current question with its line into view."""
        if self._current in self.blocks:
            self.ensureWidgetVisible(self._entry, 0, 4)
            self.ensureWidgetVisible(self.blocks[self._current], 0, 4)


class _Surface(QWidget):
    """The surface: hairlines between the questions, a bar beside the current one."""

    def __init__(self) -> None:
        super().__init__()
        self._current: tuple[QWidget, QWidget] | None = None
        theme().changed.connect(self.update)

    def show_current(self, block: QWidget, entry: QWidget) -> None:
        """Show which question is the current one, and what belongs to it."""
        self._current = (block, entry)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, box, SHEET_RADIUS, theme().colour("surface"))
        clip = QPainterPath()
        clip.addRoundedRect(box, SHEET_RADIUS, SHEET_RADIUS)
        painter.setClipPath(clip)
        layout = self.layout()
        entry = self._current[1] if self._current else None
        places = range(layout.count()) if layout is not None else ()
        for place in places:
            item = layout.itemAt(place) if layout is not None else None
            widget = item.widget() if item is not None else None
            if widget is not None and widget.isVisible() and widget is not entry and widget.y() > 1:
                painter.fillRect(0, widget.y() - 1, self.width(), 1, theme().colour("line"))
        if self._current is not None:
            block = self._current[0]
            last = self._current[1] if self._current[1].isVisible() else block
            bottom = last.geometry().bottom()
            painter.fillRect(0, block.y(), _BAR, bottom - block.y(), theme().colour("accent"))
        painter.setClipping(False)
        rounded(painter, box, SHEET_RADIUS, None, theme().colour("line"))
