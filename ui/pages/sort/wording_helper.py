"""Five questions below a wording, one at a time; the answers form a concrete wording."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions.binding import bind_buttons
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column, flow
from ui.widgets.entry_line import EntryLine
from ui.widgets.text import Text
from workshop_app.domain.concrete_wording import PARTS, compose_wording
from workshop_app.i18n import language, tr

_ICONS = {
    "who": "person",
    "what": "target",
    "where": "server",
    "how_often": "clock",
    "what_then": "arrow-right",
}


class WordingHelper(QWidget):
    """Alt+1 to Alt+5 ask; Enter accepts the answer, even if empty, and asks the next question.

    An answer is also accepted when its field loses the focus, so that it is in the wording before
    that is edited by hand.

    ``wording()`` returns the wording as currently typed. ``composed(words)`` is emitted after each
    answer with all of them combined, ``left`` when there is no further question, or Esc was
    pressed.
    """

    composed = Signal(str)
    left = Signal()

    def __init__(self, wording: Callable[[], str]) -> None:
        super().__init__()
        self._wording = wording
        self._answers: dict[str, str] = {}
        self._asked = ""
        self._taken = ""
        """The text of the line that is in the wording already, trimmed."""
        self._composed = ""
        self.entry = EntryLine("", role="body")
        self.entry.field.returned.connect(self._enter)
        self.entry.field.focus_left.connect(self.take)
        asking = bind_buttons(self, "sort.ask", self._ask_number)
        self._buttons = {
            part: ActionButton(tr(f"sort.reword.{part}"), kind="note", action=bound)
            for part, bound in zip(PARTS, asking, strict=True)
        }
        words = QWidget()
        lead = Text("meta", tr("sort.reword.checklist"), wrap=False)
        flow(words, lead, *self._buttons.values(), gap=4)
        column(self, words, self.entry, gap=8)
        self._show()

    @property
    def asking(self) -> bool:
        """Whether a question is open."""
        return bool(self._asked)

    def begin(self, wording: str, kept: list[str]) -> None:
        """Start with a wording; ``kept`` are answers given before, or none."""
        self._answers = dict(zip(PARTS, kept, strict=True)) if kept else {}
        self._composed = wording
        self._asked = ""
        self._show()

    def answers(self) -> list[str]:
        """The answers given, one for each question; empty if there are none."""
        self.take()
        self._notice_edit()
        given = [self._answers.get(part, "") for part in PARTS]
        return given if any(self._answers.get(part) for part in PARTS if part != "what") else []

    def ask(self, part: str) -> None:
        """Ask one question, with the previous answer in the line."""
        self.take()
        self._notice_edit()
        self._asked = part
        self._show()
        self.entry.set_text(self._answers.get(part, self._composed if part == "what" else ""))
        self._taken = self.entry.text().strip()
        self.entry.setFocus()
        self.entry.field.selectAll()  # typing replaces the text, Enter keeps it

    def take(self) -> None:
        """Accept the answer in the line, and combine the answers."""
        if not self._asked:
            return
        self.entry.field.commit_composed()
        answer = self.entry.text().strip()
        if answer == self._taken:
            return
        self._taken = answer
        self._notice_edit()
        self._answers.setdefault("what", self._composed)
        self._answers[self._asked] = answer
        self._composed = compose_wording(self._answers, language())
        self.composed.emit(self._composed)

    def leave(self) -> bool:
        """Close the question; return False if there is none."""
        if not self._asked:
            return False
        self.take()
        self._asked = ""
        self._show()
        self.left.emit()
        return True

    def _ask_number(self, number: int) -> None:
        self.ask(PARTS[number - 1])

    def _enter(self) -> None:
        following = PARTS.index(self._asked) + 1
        if following < len(PARTS):
            self.ask(PARTS[following])
        else:
            self.leave()

    def _notice_edit(self) -> None:
        """Drop the answers when the wording was edited; later ones are added to it."""
        wording = self._wording()
        if wording != self._composed:
            self._answers = {}
            self._composed = wording

    def _show(self) -> None:
        for part, button in self._buttons.items():
            answered = bool(self._answers.get(part)) and part != "what"
            button.set_icon("check" if answered else _ICONS[part])
            button.set_kind("quiet" if part == self._asked else "note")
        question = tr(f"sort.reword.ask.{self._asked}") if self._asked else ""
        self.entry.set_words(question, question)
        self.entry.setVisible(bool(self._asked))
