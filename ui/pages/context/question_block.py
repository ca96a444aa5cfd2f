"""One question of the sheet with the answers given to it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.actions.table import key_of
from ui.pages.context.answer_row import ContextAnswerRow
from ui.pages.context.questions import Question
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.discard import discard
from ui.widgets.long_text import LongText
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from ui.widgets.text_layout import draw_line, text_width
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

_MOST_LINES = 3
NEWEST = 3
"""Number of answers shown until the others are requested."""
MARK = 28  # px, of the circle with the number
ROW_GAP = 2  # px, between two answers
_SIDE = 20  # px, at the left and the right of question and answers


class QuestionBlock(QWidget):
    """The question is large and bold while it is the current one.

    ``answers`` is a separate widget, so that the line for a new answer fits between both; it shows
    the newest answer first.

    Signals:
        chosen: It was pressed.
        row_made: A row for an answer was created; carries the row.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.ListItem

    chosen = Signal()
    row_made = Signal(ContextAnswerRow)

    def __init__(self, *, private: bool) -> None:
        super().__init__()
        self._private = private
        self._question: Question | None = None
        self._is_current = False
        self._shown: object = None
        self._all_shown = False
        self.rows: list[ContextAnswerRow] = []
        self._mark = _QuestionMark()
        self.words = LongText("room", _MOST_LINES)
        self._more = ActionButton("", key=key_of("moving.more"), kind="note", size="small")
        self._more.clicked.connect(self.words.turn)
        self.words.pages_changed.connect(self._show_more)
        self._unanswered = Text("body-quiet", tr("context.unanswered"), wrap=False)
        self._others = ActionButton("", "chevron-down", kind="note", size="small")
        self._others.clicked.connect(self._show_all)
        self.answers = AnswerList()
        self.answers.pressed.connect(self.chosen)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._arrange()

    @property
    def question(self) -> Question:
        """The question that is shown."""
        if self._question is None:
            raise RuntimeError("no question is shown")
        return self._question

    def show_question(self, state: WorkshopState, question: Question, *, current: bool) -> None:
        """Show a question and its answers, the newest three unless all were requested."""
        self._question = question
        self._is_current = current
        self._mark.show_state(question.number, answered=bool(question.answers), current=current)
        self.words.set_role("problem" if current else "room")
        self.words.set_text(question.words)
        count = len(question.answers)
        spoken = tr("context.spoken", number=question.number, n=count)
        for part in (self, self.answers):
            part.setAccessibleName(spoken)
        self._unanswered.setVisible(not current and not count)
        self._show_more()
        shape = Qt.CursorShape.ArrowCursor if current else Qt.CursorShape.PointingHandCursor
        for part in (self, self.answers):
            part.setCursor(shape)
        made = {one.answer_id: one.number for one in state.problems if one.answer_id}
        people = {one.id: one.name for one in state.participants}
        found = tuple(
            (one, made.get(one.id), people.get(one.participant_id or ""))
            for one in question.answers
        )
        if (found, self._all_shown) != self._shown:
            self._shown = (found, self._all_shown)
            self._show_rows(state, question)

    def row_of(self, answer_id: str) -> ContextAnswerRow | None:
        """Return the row of an answer; all answers are shown if it was hidden."""
        if self._question is not None and not self._all_shown:
            ids = [one.id for one in self._question.answers[:-NEWEST]]
            if answer_id in ids:
                self._show_all()
        return next((row for row in self.rows if row.answer_id == answer_id), None)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.chosen.emit()

    def _show_more(self) -> None:
        pages = self.words.pages
        self._more.setText(tr("widgets.problem.more", page=self.words.page + 1, pages=pages))
        self._more.setVisible(self._is_current and pages > 1)

    def _show_all(self) -> None:
        self._all_shown = True
        self.chosen.emit()

    def _show_rows(self, state: WorkshopState, question: Question) -> None:
        shown = question.answers if self._all_shown else question.answers[-NEWEST:]
        answers = shown[::-1]
        before = {row.answer_id: row for row in self.rows}
        self.rows = [before.pop(one.id, None) or self._made(one.id) for one in answers]
        for gone in before.values():
            self.answers.column.removeWidget(gone)
            discard(gone)
        for index, (shown_row, answer) in enumerate(zip(self.rows, answers, strict=True)):
            if self.answers.column.indexOf(shown_row) != index:
                self.answers.column.insertWidget(index, shown_row)
            shown_row.show_answer(state, answer)
        hidden = len(question.answers) - len(answers)
        self._others.setText(tr("context.other_answers", n=hidden))
        self._others.setVisible(hidden > 0)

    def _made(self, answer_id: str) -> ContextAnswerRow:
        row = ContextAnswerRow(answer_id, private=self._private)
        self.row_made.emit(row)
        return row

    def _arrange(self) -> None:
        column(
            self,
            row(
                None,
                (self._mark, 0, Qt.AlignmentFlag.AlignTop),
                (self.words, 1),
                self._more,
                self._unanswered if not theme().stacked else None,
                gap=12,
            ),
            self._unanswered if theme().stacked else None,
            gap=4,
            around=(_SIDE, 10, _SIDE, 6),
        )
        self.answers.column.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)


class AnswerList(QWidget):
    """The answers to a question, in ``column``; ``pressed``: the user clicked beside them."""

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_SIDE + MARK + 8, 0, _SIDE, 8)
        self.column.setSpacing(ROW_GAP)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()


class _QuestionMark(QWidget):
    """The number of a question in a circle, or a tick once it is answered."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._answered = False
        self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self.updateGeometry)

    def show_state(self, number: int, *, answered: bool, current: bool) -> None:
        """Show a number; the current question has a filled circle."""
        self._number = number
        self._answered = answered
        self._current = current
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        role = "problem" if self._current else "room"
        return QSize(MARK, max(MARK, theme().line_height(role)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (self.height() - MARK) / 2 + 1, MARK - 2, MARK - 2)
        radius = box.height() / 2
        accent = theme().colour("accent")
        if self._current:
            rounded(painter, box, radius, accent)
        else:
            rounded(
                painter, box, radius, None, accent if self._answered else theme().colour("edge")
            )
        if self._answered and not self._current:
            paint_icon(painter, "check", "accent", box.adjusted(6, 6, -6, -6))
            return
        font = theme().sized_font(14, self._current)
        words = str(self._number)
        x = box.center().x() - text_width(words, font) / 2
        colour = theme().colour("on_accent" if self._current else "ink2")
        draw_line(painter, words, font, colour, x, box.top(), box.height())
