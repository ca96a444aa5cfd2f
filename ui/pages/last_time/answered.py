"""A section in which the current row gets one of three answers, and a note."""

from __future__ import annotations

from collections.abc import Callable

from ui.actions.binding import bind, bind_each
from ui.components.asked_list import AskedListSection
from ui.forms.form import Form
from ui.widgets.check_button import ANSWER
from ui.widgets.check_group import CheckButtons, Option
from workshop_app.domain.action import ActionAnswer
from workshop_app.i18n import tr


def answer_words(word: Callable[[ActionAnswer], str], *others: str) -> str:
    """Return what may stand in a row, one a line, so that no answer changes its height."""
    return "\n".join((*others, *map(word, ActionAnswer)))


class AnsweredSection(AskedListSection):
    """1, 2 and 3 answer; after the note, Enter or Esc leads back to the list.

    A subclass calls ``build_answers`` before ``build_list``, and ``bind_answers`` after it.
    """

    def build_answers(self, word: Callable[[ActionAnswer], str], note: Form) -> None:
        """Create the answers, and take the field of the form for the note."""
        options = [Option(each, word(each)) for each in ActionAnswer]
        self.answer = CheckButtons(tr("last_time.actions.answer"), options, shape=ANSWER)
        self.answer.chosen.connect(self.give)
        self._form = note
        (self.note,) = note.fields.values()
        self.note.field.returned.connect(self._end_note)

    def bind_answers(self) -> None:
        bind_each(self.rows, "last_time.answer", self.answer.choose_number)
        bind(self.rows, "last_time.note", self.note.setFocus)

    def give(self, answer: object) -> None:
        """Record an answer to the current row."""
        raise NotImplementedError

    def handle_escape(self) -> bool:
        noting = self.note.field.hasFocus()
        if noting:
            self._end_note()
        return noting

    def _end_note(self) -> None:
        self.note.flush()
        self.rows.view.setFocus()
