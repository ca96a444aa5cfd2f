"""A line below a context question with the answer derived from the customer's files."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind
from ui.components.setup_words import say_all
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, row
from ui.widgets.icon_label import IconLabel
from ui.widgets.text import Text
from workshop_app.domain.setup_answers import answers_from_setup
from workshop_app.domain.setup_view import setup_of
from workshop_app.domain.state import WorkshopState
from workshop_app.i18n import tr


class SetupLine(QWidget):
    """``taken(text)`` is emitted when the user accepts it as the answer."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("body-quiet", "")
        take = bind(self, "context.told", lambda: self.taken.emit(self._answer), on_button=True)
        self._take = ActionButton(kind="quiet", size="small", action=take)
        self._answer = ""
        row(
            self,
            (IconLabel("server", "ink2", 18), 0, Qt.AlignmentFlag.AlignVCenter),
            (self._words, 1),
            self._take,
            gap=8,
            around=NO_MARGINS,
        )
        self.hide()

    def show_question(self, state: WorkshopState, question: str) -> None:
        """Show the derived answer to a question; accepted answers are not offered again."""
        words = say_all(answers_from_setup(setup_of(state.setup), question))
        self._answer = tr("setup.answers.answer", text=words) if words else ""
        self._words.setText(words)
        self._words.setAccessibleName(f"{tr('setup.answers.label')} {words}")
        given = [answer.text for answer in state.answers if answer.question == question]
        self._take.setVisible(self._answer not in given)
        self.setVisible(bool(words))
