"""One criterion: number, question, three answers, and its ground."""

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
from ui.theme.icons import paint_icon
from ui.theme.theme import theme
from ui.widgets.choice import Choice
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.digits import draw_digits
from ui.widgets.long_text import LongText
from ui.widgets.text import Text
from workshop_app.domain.appraisal import ANSWERS, Appraisal, Criterion
from workshop_app.i18n import tr

_GROUND_GAP = 16  # px between the answers and the ground beside them


class CriterionRow(QWidget):
    """In private mode the meaning is under the question, and the ground is always shown.

    Signals:
        answered: An answer was pressed; carries its name.
        pressed: The row was pressed.
        ground_pressed: The ground was pressed.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.ListItem

    answered = Signal(str)
    pressed = Signal()
    ground_pressed = Signal()

    def __init__(self, criterion: Criterion, private: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self._always_open = private
        self._open = False
        self._decides = False
        self._editor: QWidget | None = None
        self._choice_width = 0
        self._air = 6
        self._stacked = False
        self._ground_room = 0
        self._parts_layout = DeferredLayout(self, self.arrange)
        self._question = Text("room", criterion_word(criterion), parent=self)
        meaning = tr(f"appraisal.meaning.{criterion.value}")
        self._meaning = Text("meta", meaning, parent=self) if private else None
        options = [
            (answer, tr(f"appraisal.answer.{criterion.value}.{answer}"))
            for answer in ANSWERS[criterion]
        ]
        self.choice = Choice(criterion_word(criterion), options, parent=self)
        self.choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choice.chosen.connect(lambda answer: self.answered.emit(str(answer)))
        self.setAccessibleName(self.choice.accessibleName())
        self.ground = LongText("room", 2, self)
        self.ground.setVisible(False)
        for part in (self._question, self.ground):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_answer(self, appraisal: Appraisal, ground: str, decides: bool) -> None:
        """Show the answer and its ground; ``decides`` marks it as one that decides the verdict."""
        self.choice.set_value(appraisal.answer(self.criterion) or None)
        self.setAccessibleName(self.choice.accessibleName())
        self.ground.set_text(ground)
        self._decides = decides
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Show the ground, or hide it."""
        self._open = is_open

    def set_editor(self, editor: QWidget | None) -> None:
        """Show a field in place of the ground, or remove it."""
        self._editor = editor
        if editor is not None:
            editor.setParent(self)
            editor.show()

    def fit(
        self, choice_width: int, air: int, ground_lines: int, stacked: bool, ground_room: int = 0
    ) -> None:
        """Set the width of the answers in px, the space above and below, and lines of the ground.

        ``stacked`` puts the answers under the question. ``ground_room`` is the width in px for
        the ground at the right; with 0 the ground is below.
        """
        self._ground_room = ground_room
        self._choice_width = choice_width
        self._air = air
        self._stacked = stacked
        self.ground.set_most_lines(ground_lines)

    @staticmethod
    def number_room() -> int:
        """Return the width in px of the number and the gap after it."""
        return math.ceil(theme().text_size("room") * 1.2)

    def heightForWidth(self, width: int) -> int:
        height = self._head_height(width) + 2 * self._air
        ground = 0 if self._ground_room else self._ground_height(width)
        return height + (ground + self._air if ground else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parts_layout.invalidate()

    def arrange(self) -> None:
        """Place everything at the present width."""
        width = self.width()
        head = self._head_height(width)
        room = self._question_width(width)
        tall = self._question.heightForWidth(room)
        below = self._meaning_height(room)
        answers = self.choice.heightForWidth(self._choice_width)
        top = self._air if self._stacked else self._air + (head - tall - below) // 2
        choice_top = self._air + (head - answers) // (1 if self._stacked else 2)
        left = width - self._pad() - self._choice_width - self._ground_room
        self.choice.setGeometry(left, choice_top, self._choice_width, answers)
        self._question.setGeometry(self._left(), top, room, tall)
        if self._meaning is not None:
            self._meaning.setGeometry(self._left(), top + tall, room, below)
        if self._ground_room:
            self._place_ground(width, self._air + (head - self._ground_height(width)) // 2)
        else:
            self._place_ground(width, self._air + head + self._air // 2)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        on_ground = event.position().y() > self._air + self._head_height(self.width())
        if self._ground_room:
            on_ground = event.position().x() > self.choice.geometry().right()
        self.pressed.emit()
        if on_ground and self._editor is None:
            self.ground_pressed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.pressed.emit()  # becomes the current row; its menu is the page's matter
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme().text_size("room")
        line = theme().line_height("room")
        font = theme().sized_font(size, self._decides)
        colour = theme().colour("accent" if self._decides else "ink3")
        right = self._pad() + theme().text_size("room")
        top = self._question.y() if self._meaning or self._stacked else self._air
        height = line if self._meaning or self._stacked else self._head_height(self.width())
        draw_digits(painter, str(number_of(self.criterion)), font, colour, right, top, height)
        if self._shows_ground() and self._editor is None:
            side = round(size * 0.66)
            y = self.ground.y() + (line - side) / 2
            x = self.ground.x() - size
            paint_icon(painter, "note", "accent", QRectF(x, y, side, side))

    def _shows_ground(self) -> bool:
        has = bool(self.ground.text())
        return self._editor is not None or (has and (self._open or self._always_open))

    def _place_ground(self, width: int, top: int) -> None:
        height = self._ground_height(width)
        self.ground.setVisible(self._shows_ground() and self._editor is None)
        left = self._ground_left(width)
        if self._editor is not None:
            self._editor.setGeometry(left, top, width - left - self._pad(), height)
        elif height:
            left += theme().text_size("room")
            self.ground.setGeometry(left, top, width - left - self._pad(), height)

    def _ground_height(self, width: int) -> int:
        if self._editor is not None:
            return max(self._editor.sizeHint().height(), self._editor.minimumSizeHint().height())
        if not self._shows_ground():
            return 0
        inner = width - self._ground_left(width) - theme().text_size("room") - self._pad()
        return self.ground.heightForWidth(max(1, inner))

    def _head_height(self, width: int) -> int:
        room = self._question_width(width)
        question = self._question.heightForWidth(room) + self._meaning_height(room)
        answers = self.choice.heightForWidth(self._choice_width)
        ground = self._ground_height(width) if self._ground_room else 0
        return max(question + answers if self._stacked else max(question, answers), ground)

    def _meaning_height(self, room: int) -> int:
        return self._meaning.heightForWidth(room) if self._meaning is not None else 0

    def _question_width(self, width: int) -> int:
        beside = self._ground_room + (0 if self._stacked else self._choice_width + 4)
        return max(1, width - self._left() - beside - self._pad())

    def _ground_left(self, width: int) -> int:
        if self._ground_room:
            return width - self._pad() - self._ground_room + _GROUND_GAP
        return self._left()

    def _left(self) -> int:
        return self._pad() + self.number_room()

    def _pad(self) -> int:
        return max(10, round(theme().text_size("room") * 0.36))
