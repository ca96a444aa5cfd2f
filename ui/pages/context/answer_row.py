"""One answer below its question, with its actions."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.actions.table import find
from ui.components.people import short_name
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.deferred_layout import DeferredLayout
from ui.widgets.flow import Flow
from ui.widgets.icon_label import IconLabel
from ui.widgets.long_text import LongText
from ui.widgets.painting import rounded
from ui.widgets.text import Text
from ui.widgets.text_layout import text_width
from workshop_app.domain.context_questions import AnswerMark, ContextAnswer
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr

MARK_ICONS = {
    AnswerMark.IN_USE: "check",
    AnswerMark.GIVEN_UP: "circle-slash",
    AnswerMark.UNCLEAR: "question",
}
_MOST_LINES = 3
_ICON = 18
_GAP = 12  # px, between the parts of the row
_SIDE = 4  # px, at the left and the right
_CHOSEN_BY = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)
"""Qt also moves the focus to a row by itself when the widget that had it disappears."""


class ContextAnswerRow(QWidget):
    """The text of an answer, its mark, and a link to create a problem, or the problem made from it.

    While it has the focus it also has buttons to correct and to remove it; their keys are hidden if
    the text would not fit on one line beside them. Up and Down move to the adjacent answers.

    Signals:
        selected: The user moved the focus to it.
        problem_requested, correct_requested, remove_requested: A button or key was pressed.
        step_requested: Up or Down was pressed; carries -1 or 1.
    """

    SPOKEN_ROLE: ClassVar[QAccessible.Role] = QAccessible.Role.ListItem

    selected = Signal()
    problem_requested = Signal()
    correct_requested = Signal()
    remove_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, answer_id: str, *, private: bool) -> None:
        super().__init__()
        self.answer_id = answer_id
        self.row_actions = ("context.problem", "context.correct", "context.remove")
        self._private = private
        self._is_selected = False
        self._marked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = LongText("list", _MOST_LINES)
        self._more = ActionButton("", kind="note", size="small")
        self._mark_icon = IconLabel("check", "ink2", 16)
        self._mark = Text("meta", "", wrap=False)
        self._name = Text("meta", "", wrap=private)
        self._correct = self._button("context.correct", self.correct_requested)
        self._remove = self._button("context.remove", self.remove_requested)
        self._problem = ActionButton(
            tr("context.to_problem"), "arrow-right", kind="quiet", size="small"
        )
        self._became = Text("meta", "", wrap=False, colour="accent")
        self._arrange()
        self._keys_layout = DeferredLayout(self, self._fit_keys)
        self._problem.clicked.connect(self.problem_requested)
        self._words.pages_changed.connect(self._show_more)
        self._more.clicked.connect(self._words.turn)
        self.show_selected(selected=False, target=False)

    def show_answer(self, state: WorkshopState, answer: ContextAnswer) -> None:
        """Show the answer, and the problem made from it; in private mode also who gave it."""
        self._words.set_text(answer.text)
        self.setAccessibleName(answer.text)
        marked = answer.mark is not AnswerMark.NONE
        if marked:
            self._mark_icon.set_icon(MARK_ICONS[answer.mark])
            self._mark.setText(tr(f"context.mark.{answer.mark.value}"))
        name = short_name(state, answer.participant_id) if self._private else ""
        self._name.setText(name)
        made = next((one for one in state.problems if one.answer_id == answer.id), None)
        if made is not None:
            self._became.setText(tr("context.became", number=made.number))
        self._marked = marked
        self._show_facts()
        self._became.setVisible(made is not None)
        self._problem.setVisible(made is None)

    def show_selected(self, *, selected: bool, target: bool) -> None:
        """Show whether it is selected, and whether the page's keys apply to it (``target``)."""
        self._is_selected = selected
        self._show_facts()
        for button in (self._correct, self._remove):
            button.setVisible(selected)
        self._problem.set_key(find("context.problem").keys[0] if target else None)
        self._keys_layout.invalidate()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keys_layout.invalidate()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _CHOSEN_BY:
            self.selected.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.ignore()  # the page shows the menu

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.correct_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in steps:
            self.step_requested.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.correct_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            event.ignore()

    def focus_shape(self) -> tuple[QRectF, float]:
        """Return box and radius of the focus ring."""
        return QRectF(self.rect()), 6

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_selected:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rounded(painter, QRectF(self.rect()), 6, theme().colour("accent_soft"))

    def _show_facts(self) -> None:
        """Show mark and name, unless it is selected: then they are below, and can be edited."""
        for part in (self._mark_icon, self._mark):
            part.setVisible(self._marked and not self._is_selected)
        self._name.setVisible(bool(self._name.text()) and not self._is_selected)

    def _fit_keys(self) -> None:
        """Show the keys on the buttons if the text fits on one line beside them."""
        if theme().stacked:
            return
        buttons = [one for one in (self._correct, self._remove, self._problem) if one.isVisible()]
        for button in buttons:
            button.set_brief(False)
        taken = sum(one.sizeHint().width() + _GAP for one in buttons)
        room = self.width() - 2 * _SIDE - _ICON - _GAP - taken
        if text_width(self._words.text(), theme().font("list")) > room:
            for button in buttons:
                button.set_brief(True)

    def _show_more(self) -> None:
        pages = self._words.pages
        self._more.setText(tr("widgets.problem.more", page=self._words.page + 1, pages=pages))
        self._more.setVisible(pages > 1)

    def _button(self, action_id: str, signal: SignalInstance) -> ActionButton:
        definition = find(action_id)
        button = ActionButton(tr(definition.label), key=definition.keys[0], kind="note",
                              size="small", keyless=True)  # fmt: skip
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _on=False: signal.emit())
        return button

    def _arrange(self) -> None:
        facts = (self._mark_icon, self._mark, self._name, self._correct, self._remove)
        facts += (self._problem, self._became)
        self._more.hide()
        layout = row(
            None, IconLabel("speech", "ink2", _ICON), (self._words, 1), self._more, gap=_GAP
        )
        around = column(self, layout, gap=2, around=(_SIDE, 0, _SIDE, 0))
        if not theme().stacked:
            for part in facts:
                layout.addWidget(part)
            return
        self._name.set_wrap(True)
        below = Flow(12)
        for part in facts:
            if part is not self._name:
                below.addWidget(part)
        around.addWidget(self._name)
        around.addLayout(below)
