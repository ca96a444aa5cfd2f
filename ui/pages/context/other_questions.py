"""The questions that are not on the sheet: one line, or a list to select one from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions.table import key_of
from ui.pages.context.questions import Question
from ui.rows.cells import Number, Words
from ui.rows.paged_list import PagedList
from ui.rows.row import Row
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, row
from ui.widgets.key_action import KeyAction
from ui.widgets.text import Text
from workshop_app.i18n import tr

_ROWS = 5
"""Number of rows that fit into the list."""


class OtherQuestions(QWidget):
    """``toggle`` is the action that expands and collapses the list.

    Signals:
        picked: A question was chosen with Enter, double click or the button; carries its id.
    """

    picked = Signal(str)

    def __init__(self, toggle: KeyAction) -> None:
        super().__init__()
        self._words = Text("body-quiet", "")
        self._button = ActionButton(kind="quiet", size="small", action=toggle)
        self._take = ActionButton(tr("context.swap_in"), "swap", key_of("moving.enter"),
                                  size="small",
                                  keyless=True)  # fmt: skip
        self.list = PagedList(tr("context.others"), role="list")
        self.list.activated.connect(self.picked)
        self._take.clicked.connect(lambda: self.picked.emit(self.list.current_id() or ""))
        column(
            self,
            row(None, (self._words, 1), self._take, self._button, gap=8),
            self.list,
            around=(56, 6, 16, 6),
        )
        theme().changed.connect(self._restyle)
        self._restyle()
        self.unfold(False)

    @property
    def unfolded(self) -> bool:
        """Whether the list is shown."""
        return not self.list.isHidden()

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show the questions that are not on the sheet."""
        self.setVisible(bool(questions))
        self._words.setText(tr("context.others_later", n=len(questions)))
        self.list.set_rows([_row(question) for question in questions], self.list.current_id())

    def unfold(self, unfolded: bool) -> None:
        """Expand the list, or collapse it to one line."""
        self.list.setVisible(unfolded)
        self._take.setVisible(unfolded)
        self._button.set_icon("chevron-up" if unfolded else "chevron-down")

    def _restyle(self) -> None:
        self.list.setFixedHeight(_ROWS * theme().metrics.row + 2 * theme().metrics.target)


def _row(question: Question) -> Row:
    count = len(question.answers)
    marks = (Words(str(count), "speech", "accent"),) if count else ()
    return Row(question.id, question.words, before=(Number(str(question.number)),), after=marks)
