"""One criterion: number, question, three answers, and its reason."""

from __future__ import annotations

import math
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.pages.appraise.verdicts import criterion_word, number_of
from ui.pages.appraise.voices_line import VoicesLine
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.check_group import Option
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.digits import draw_digits
from ui.widgets.line_ends import NONE, worth
from ui.widgets.long_text import LongText
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.widgets.text_layout import lettered, text_width
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion
from workshop_app.domain.voice_counts import VoiceCounts
from workshop_app.i18n import tr

_MARK = 16  # px, of the tick or the dashed circle before the number
_MARK_GAP = 2
_CHOICE_GAP = 4  # px between the question and the answers next to it
_GIVEN_GAP = 16  # px between the question and the given answer
_REASON_GAP = 16  # px between the answers and the reason next to them


class CriterionRow(QWidget):
    """One of the six questions, with the given answer, or all three, and its reason.

    In projected mode one row at a time has its answers, below the question; the others show the
    given one, in small letters (``small``) where the window is low.

    In private mode all rows have their answers, the meaning is below the question, and the reason
    is always shown. If space is short (``brief``), both are only shown in the open row, and with
    low answers only the reason.

    While it is unanswered, not needed and not current, it collapses to one line that says so.

    Signals:
        answered: An answer was pressed; carries its name.
        pressed: The row was pressed.
        reason_pressed: The reason was pressed.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.ListItem

    answered = Signal(str)
    pressed = Signal()
    reason_pressed = Signal()

    def __init__(self, criterion: Criterion, private: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self._private = private
        self._open = False
        self._asks = private
        self._small = False
        self._brief = False
        self._low = False
        self._decides = False
        self._answered = False
        self._needed = True
        self._editor: QWidget | None = None
        self._choice_width = 0
        self._padding = 6
        self._stacked = False
        self._reason_room = 0
        self._parts_layout = DeferredLayout(self, self.arrange)
        self._question = Text("room", criterion_word(criterion), parent=self)
        meaning = tr(f"appraisal.meaning.{criterion.value}")
        self._meaning = Text("meta", meaning, parent=self) if private else None
        options = [
            Option(answer, tr(f"appraisal.answer.{criterion.value}.{answer}"))
            for answer in ANSWERS[criterion]
        ]
        self.choice = Segments(criterion_word(criterion), options, fills=True, parent=self)
        self._given = Text("room-accent", "", wrap=False, parent=self)
        self._given.hide()
        self.choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choice.chosen.connect(lambda answer: self.answered.emit(str(answer)))
        self.setAccessibleName(self.choice.accessibleName())
        self.reason = LongText("room", 2, self)
        self.reason.setVisible(False)
        self._origin = Text("meta", tr("appraise.ground.from_solve"), wrap=False, parent=self)
        self._origin.hide()
        self._from_solve = False
        unchanged = tr("appraise.criteria.unchanged")
        self._unchanged = Text("body-quiet", unchanged, wrap=False, parent=self)
        self._unchanged.hide()
        self.voices = VoicesLine("body" if private else "room", self)
        self.voices.hide()
        for part in (self._question, self._given, self.reason, self._unchanged, self._origin):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def is_quiet(self) -> bool:
        """Whether it is collapsed, since the answer cannot change the verdict."""
        opened = self._open or (self._asks and not self._private)
        return not (self._needed or self._answered or opened)

    @property
    def has_answer(self) -> bool:
        """Whether it is answered."""
        return self._answered

    @property
    def _shows_details(self) -> bool:
        return self._open or (self._private and not self._brief)

    @property
    def _shows_meaning(self) -> bool:
        return self._meaning is not None and self._shows_details and not (self._brief and self._low)

    @property
    def is_asked(self) -> bool:
        """Whether it is unanswered and can still change the verdict."""
        return self._needed and not self._answered

    def show_answer(
        self, appraisal: Appraisal, reason: str, *, decides: bool, needed: bool, from_solve: bool
    ) -> None:
        """Show the answer and its reason.

        ``decides``: it decides the verdict; ``needed``: it can still change the verdict;
        ``from_solve``: the reason was found in Solve.
        """
        answer = appraisal.answer(self.criterion)
        self._answered = bool(answer)
        self._needed = needed
        self._from_solve = from_solve
        self.choice.set_value(answer or None)
        key = f"appraisal.answer.{self.criterion.value}.{answer}"
        self._given.setText(tr(key) if answer else "")
        spoken = self.choice.accessibleName()
        if self.is_quiet:
            spoken = f"{criterion_word(self.criterion)} {self._unchanged.text()}"
        self.setAccessibleName(spoken)
        self.reason.set_text(reason)
        self._decides = decides
        self.update()

    def show_voices(self, counts: VoiceCounts | None, remark: str) -> None:
        """Show how many said the same, as the second line of the open row."""
        self.voices.show_counts(counts, remark)

    def set_open(self, is_open: bool, *, asks: bool = True, brief: bool = False) -> None:
        """Show the reason, or hide it; ``brief`` hides the parts of private mode if not open.

        ``asks`` shows the answers; in private mode they are always shown.
        """
        self._open = is_open
        self._asks = asks or self._private
        self._brief = brief

    def set_small(self, small: bool) -> None:
        """Use small letters while the answers are hidden."""
        self._small = small

    def set_editor(self, editor: QWidget | None) -> None:
        """Show a field in place of the reason, or remove it."""
        self._editor = editor
        if editor is not None:
            editor.setParent(self)
            editor.show()

    def fit(
        self,
        choice_width: int,
        padding: int,
        reason_lines: int,
        stacked: bool,
        reason_room: int = 0,
        *,
        low: bool = False,
    ) -> None:
        """Set the width of the answers in px, the space above and below, and lines of the reason.

        ``stacked`` puts the answers below the question. ``reason_room`` is the width in px for the
        reason at the right; with 0 the reason is below. ``low`` lowers the answers.
        """
        self.choice.set_low(low)
        self._low = low
        self._reason_room = reason_room
        self._choice_width = choice_width
        self._padding = padding
        self._stacked = stacked
        self.reason.set_most_lines(reason_lines)
        self._show_letters()

    @staticmethod
    def number_room() -> int:
        """Return the width in px of mark and number and the gap after them."""
        return _MARK + _MARK_GAP + math.ceil(theme().text_size("room") * 1.2)

    def breaks_well_beside(self, width: int, choice_width: int) -> bool:
        """Return whether the question, next to answers of this width, breaks only between words.

        ``width`` is that of the row without the reason at its right.
        """
        room = max(1, width - self.left() - choice_width - _CHOICE_GAP - self.pad())
        words = criterion_word(self.criterion)
        lines = lettered(words, theme().font("room"), theme().line_height("room"), room).lines
        return worth(words, lines) > NONE

    def closed_height(self, width: int, padding: int) -> int:
        """Return the height in px that it has in large letters while the answers are hidden.

        ``padding`` is the space above and below in px.
        """
        if not self._needed and not self._answered:
            return theme().line_height("body") + 2 * padding
        given = text_width(self._given.text(), theme().font("room-accent"))
        room = max(1, width - self.left() - self.pad() - (given + _GIVEN_GAP if given else 0))
        line = theme().line_height("room")
        words = lettered(self._question.text(), theme().font("room"), line, room)
        return len(words.lines) * line + 2 * padding

    def heightForWidth(self, width: int) -> int:
        if self.is_quiet:
            return theme().line_height("body") + 2 * self._padding
        height = self._head_height(width) + 2 * self._padding + self._voices_height(width)
        reason = 0 if self._reason_room else self._reason_height(width)
        return height + (reason + self._padding if reason else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts_layout.invalidate()

    def arrange(self) -> None:
        """Place everything at the current width."""
        width = self.width()
        self._unchanged.setVisible(self.is_quiet)
        self.choice.setVisible(self._asks and not self.is_quiet)
        self._given.setVisible(not (self._asks or self.is_quiet))
        if self._meaning is not None:
            self._meaning.setVisible(self._shows_meaning and not self.is_quiet)
        if self.is_quiet:
            self._arrange_quietly()
            return
        if not self._asks:
            self._arrange_closed()
            return
        head = self._head_height(width)
        room = self._question_width(width)
        tall = self._question.heightForWidth(room)
        below = self._meaning_height(room)
        answers = self.choice.heightForWidth(self._choice_width)
        top = self._padding if self._stacked else self._padding + (head - tall - below) // 2
        choice_top = self._padding + (head - answers) // (1 if self._stacked else 2)
        left = width - self.pad() - self._choice_width - self._reason_room
        self.choice.setGeometry(left, choice_top, self._choice_width, answers)
        self._question.setGeometry(self.left(), top, room, tall)
        if self._meaning is not None:
            self._meaning.setGeometry(self.left(), top + tall, room, below)
        below_head = self._padding + head + self._padding // 2
        self._place_voices(width, below_head)
        if self._reason_room:
            self._place_reason(width, self._padding + (head - self._reason_height(width)) // 2)
        else:
            self._place_reason(width, below_head + self._voices_height(width))
        self.update()

    def _arrange_closed(self) -> None:
        width = self.width()
        head = self._head_height(width)
        room = self._given.natural_width()
        left = width - self.pad() - room
        self._given.setGeometry(left, self._padding, room, theme().line_height(self._given.role))
        self._question.setGeometry(self.left(), self._padding, self._question_width(width), head)
        for part in (self.reason, self._origin, self.voices):
            part.hide()
        self.update()

    def _show_letters(self) -> None:
        """Choose the size of the letters; what is measured depends on it."""
        small = self._small and not self._asks
        self._given.set_role("list-accent" if small else "room-accent")
        size = "list" if small else "room"
        self._question.set_role("body-quiet" if self.is_quiet else size)

    def _arrange_quietly(self) -> None:
        tall = theme().line_height("body")
        room = self._unchanged.natural_width()
        left = self.width() - self.pad() - room
        self._unchanged.setGeometry(left, self._padding, room, tall)
        self._question.setGeometry(self.left(), self._padding, max(1, left - self.left() - 8), tall)
        self.reason.setVisible(False)
        self._origin.setVisible(False)
        self.voices.setVisible(False)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        above = self._head_height(self.width()) + self._voices_height(self.width())
        on_reason = self._asks and event.position().y() > self._padding + above
        if self._reason_room:
            on_reason = event.position().x() > self.choice.geometry().right()
        self.pressed.emit()
        if on_reason and self._editor is None and event.button() is Qt.MouseButton.LeftButton:
            self.reason_pressed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.pressed.emit()  # becomes the current row; the page shows the menu
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme().text_size(self._question.role)
        line = theme().line_height(self._question.role)
        font = theme().sized_font(size, self._decides)
        colour = theme().colour("accent" if self._decides else "ink3")
        right = self.pad() + _MARK + _MARK_GAP + theme().text_size("room")
        top = self._question.y() if self._meaning or self._stacked else self._padding
        height = line if self._meaning or self._stacked else self._head_height(self.width())
        if self.is_quiet:
            font = theme().font("body")
            top = self._padding
            height = theme().line_height("body")
        draw_digits(painter, str(number_of(self.criterion)), font, colour, right, top, height)
        mark = ("circle-check", "accent") if self._answered else ("circle-dashed", "ink2")
        if not self.is_quiet:
            y = top + (height - _MARK) / 2
            paint_icon(painter, *mark, QRectF(self.pad(), y, _MARK, _MARK))
        if self._shows_reason() and self._editor is None:
            size, line = theme().text_size("room"), theme().line_height("room")
            side = round(size * 0.66)
            y = self.reason.y() + (line - side) / 2
            x = self.reason.x() - size
            paint_icon(painter, "note", "accent", QRectF(x, y, side, side))

    def _voices_height(self, width: int) -> int:
        """Return the height in px of the line of voices with the space below it; 0 for none."""
        if self.voices.is_empty or not (self._shows_details and self._asks):
            return 0
        room = width - self.left() - self.pad()
        return self.voices.heightForWidth(max(1, room)) + self._padding

    def _place_voices(self, width: int, top: int) -> None:
        height = self._voices_height(width)
        self.voices.setVisible(bool(height))
        if height:
            room = width - self.left() - self.pad()
            self.voices.setGeometry(self.left(), top, room, height - self._padding)
            self.voices.arrange()

    def _shows_reason(self) -> bool:
        has = bool(self.reason.text())
        return self._editor is not None or (has and self._shows_details and self._asks)

    def _origin_room(self) -> int:
        shown = self._from_solve and self._editor is None
        return self._origin.natural_width() + 12 if shown else 0

    def _place_reason(self, width: int, top: int) -> None:
        height = self._reason_height(width)
        self.reason.setVisible(self._shows_reason() and self._editor is None)
        left = self._reason_left(width)
        if self._editor is not None:
            self._editor.setGeometry(left, top, width - left - self.pad(), height)
        elif height:
            left += theme().text_size("room")
            right = width - self.pad() - self._origin_room()
            self.reason.setGeometry(left, top, right - left, height)
            self._origin.setGeometry(right + 12, top, self._origin_room(), height)
        self._origin.setVisible(bool(height) and bool(self._origin_room()))

    def _reason_height(self, width: int) -> int:
        if self._editor is not None:
            return max(self._editor.sizeHint().height(), self._editor.minimumSizeHint().height())
        if not self._shows_reason():
            return 0
        inner = width - self._reason_left(width) - theme().text_size("room") - self.pad()
        inner -= self._origin_room()
        return self.reason.heightForWidth(max(1, inner))

    def _head_height(self, width: int) -> int:
        room = self._question_width(width)
        if not self._asks:
            return self._question.heightForWidth(room)
        question = self._question.heightForWidth(room) + self._meaning_height(room)
        answers = self.choice.heightForWidth(self._choice_width)
        reason = self._reason_height(width) if self._reason_room else 0
        return max(question + answers if self._stacked else max(question, answers), reason)

    def _meaning_height(self, room: int) -> int:
        return self._meaning.heightForWidth(room) if self._meaning and self._shows_meaning else 0

    def _question_width(self, width: int) -> int:
        if not self._asks:
            given = self._given.natural_width() + _GIVEN_GAP if self._answered else 0
            return max(1, width - self.left() - self.pad() - given)
        beside = self._reason_room + (0 if self._stacked else self._choice_width + _CHOICE_GAP)
        return max(1, width - self.left() - beside - self.pad())

    def _reason_left(self, width: int) -> int:
        if self._reason_room:
            return width - self.pad() - self._reason_room + _REASON_GAP
        return self.left()

    def left(self) -> int:
        """Return the left end in px of the question, and of answers below it."""
        return self.pad() + self.number_room()

    @staticmethod
    def pad() -> int:
        """Return the space in px at the left and the right."""
        return max(10, round(theme().text_size("room") * 0.36))
