"""A text that may be taken over into a field, with the buttons for that."""

from __future__ import annotations

from collections.abc import Callable

from ui.actions.binding import bind_button, button_for
from ui.components.section import Section
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import row
from ui.widgets.long_text import LongText
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text


class SuggestedText(Sheet):
    """``about`` says what it is; ``take`` is the action that calls ``take_over``.

    A very long ``text`` is shown a few lines at a time.
    """

    def __init__(self, section: Section, take_over: Callable[[], object], about: str = "") -> None:
        super().__init__(fill="sunken", padding=12, spacing=4)
        self.about = Text("meta", about)
        self.text = LongText("body")
        theme().follow(self._limit_lines)
        self.take = bind_button(section, "wrap_up.insert", take_over)
        self._more = button_for(section, "wrap_up.more", self.text.turn, kind="note", size="small")
        self.insert = ActionButton(action=self.take, size="small")
        self.add(row(None, (self.about, 1), self._more, self.insert, gap=10), self.text)
        self.text.pages_changed.connect(self._show_more)

    def show_text(self, text: str) -> None:
        """Show a text; an empty one cannot be taken over."""
        self.text.set_text(text)
        for part in (self.text, self.insert):
            part.setVisible(bool(text))
        self._show_more()

    def _limit_lines(self) -> None:
        """Leave room for what is above it in a low window."""
        self.text.set_most_lines(3 if theme().metrics.low else 5)

    def _show_more(self) -> None:
        self._more.setVisible(self.text.pages > 1)
