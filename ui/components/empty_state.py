"""What a page shows while there is nothing to work on, with the button that starts it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import STRETCH, column
from ui.widgets.discard import discard
from ui.widgets.flow import Flow
from ui.widgets.key_action import KeyAction
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text

_PADDING = 20


@dataclass(frozen=True)
class StartButton:
    """A button: a page's ``action``, or a text, ``do``, icon and key."""

    words: str = ""
    do: Callable[[], object] | None = None
    icon: str = ""
    key: str = ""
    action: KeyAction | None = None

    def button(self, kind: str, size: str) -> ActionButton:
        """Return a button for it."""
        if self.action is not None:
            return ActionButton(kind=kind, size=size, action=self.action)
        button = ActionButton(
            self.words, self.icon or None, self.key or None, kind, size=size, listens=True
        )
        if self.do is not None:
            do = self.do
            button.clicked.connect(lambda _on=False: do())
        return button


class EmptyState(QWidget):
    """A sentence to the room, a hint, and buttons, of which ``begin`` is the primary one."""

    def __init__(
        self,
        sentence: str = "",
        hint: str = "",
        begin: StartButton | None = None,
    ) -> None:
        super().__init__()
        self.begin_button: ActionButton | None = None
        self._buttons: list[ActionButton] = []
        self._shown: list[tuple[str, str, int]] | None = None
        self._sentence = Text("room", sentence)
        self._hint = Text("body-quiet", hint)
        self._row = QWidget()
        self._flow = Flow(16, self._row)
        self.sheet = Sheet(self._sentence, self._hint, self._row, padding=_PADDING)
        column(self, self.sheet, STRETCH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_words(sentence, hint)
        self.show_buttons(begin)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_words(self, sentence: str, hint: str) -> None:
        """Show other texts; an empty hint takes no space."""
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._sentence.set_role("section" if theme().metrics.desk else "room")
        self.sheet.setVisible(bool(sentence))

    def show_buttons(self, begin: StartButton | None, links: Sequence[StartButton] = ()) -> None:
        """Replace the buttons, reusing equal ones; ``links`` are quiet ones next to the primary."""
        shown = [
            (each.words, each.key, id(each.action)) for each in (begin, *links) if each is not None
        ]
        if shown == self._shown:
            return
        self._shown = shown
        for button in self._buttons:
            self._flow.removeWidget(button)
            discard(button)
        self.begin_button = begin.button("primary", "large") if begin is not None else None
        quiet = [each.button("quiet", "normal") for each in links]
        first = [self.begin_button] if self.begin_button is not None else []
        self._buttons = [*first, *quiet]
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()
        self._row.setVisible(bool(self._buttons))

    def focus_start(self) -> bool:
        """Focus the primary button; return False if there is none."""
        if self.begin_button is None or not self.begin_button.isVisibleTo(self):
            return False
        self.begin_button.setFocus()
        return True
