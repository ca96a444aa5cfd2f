"""A question that is shown on the page until it is answered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.actions.table import key_of
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import flow
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet


class Question(Sheet):
    """The words of the question, ``between``, and ``buttons``, of which the first leaves it."""

    def __init__(self, bar: str, leave: str, *between: QWidget) -> None:
        super().__init__(bar=bar, padding=12)
        self.words = LongText("body", most_lines=2)
        self.leave_button = ActionButton(leave, key=key_of("moving.escape"), size="small")
        self.buttons = flow(None, self.leave_button, gap=12)
        self.add(self.words, *between, self.buttons)
        self.hide()

    @property
    def asking(self) -> bool:
        return not self.isHidden()

    def show_words(self, words: str, focused: QWidget) -> None:
        """Show the question with these words."""
        self.words.set_text(words)
        self.show()
        focused.setFocus()
