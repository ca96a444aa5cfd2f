"""The large entry line, readable for the whole room."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column
from ui.widgets.error_line import ErrorLine
from ui.widgets.field_box import FieldBox
from ui.widgets.plain_field import PlainField
from ui.widgets.text import Text
from workshop_app.i18n import tr

LIMIT = 2_000


class EntryLine(QWidget):
    """One-line entry; ``entered`` carries the trimmed text when Enter is pressed.

    It never clears itself: the page calls ``clear`` after the action succeeded. Enter that ends a
    conversion does nothing. A text longer than ``limit`` is kept, and said to be too long below the
    line. Pasting several lines emits ``lines_pasted`` and leaves the field unchanged, but a search
    takes them as one.
    ``button`` shows words with Enter at the right end; with ``line_breaks`` Shift+Enter
    inserts a line break. Set ``objectName`` to keep unsent text when the page is rebuilt.
    """

    MOST_LINES: ClassVar[int] = 3
    """Number of lines to which it grows; a longer text scrolls."""

    entered = Signal(str)
    changed = Signal(str)
    lines_pasted = Signal(str)

    def __init__(
        self,
        label: str,
        placeholder: str = "",
        *,
        icon: str | None = None,
        button: str | None = None,
        role: str = "room",
        limit: int = LIMIT,
        line_breaks: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self._limit = limit
        self._searches = icon == "search"
        self._given = ""
        self.field = PlainField(role, line_breaks=line_breaks, most_lines=self.MOST_LINES)
        self._box = self._boxed(icon)
        self._note: Text | None = None
        self._error = ErrorLine()
        column(self, self._box, self._error, gap=0)
        self.setFocusProxy(self.field)
        self.setObjectName(name)
        self.set_words(label, placeholder)
        if button is not None:
            self._add_button(button)
        self.field.returned.connect(self._enter)
        self.field.textChanged.connect(self._changed)
        if self._searches:
            self.field.lines_pasted.connect(lambda text: self.set_text(" ".join(text.split())))
        else:
            self.field.lines_pasted.connect(self.lines_pasted)

    def _boxed(self, icon: str | None) -> FieldBox:
        return FieldBox(self.field, icon)

    @property
    def composing(self) -> bool:
        """Whether the input method is converting."""
        return self.field.composing

    def text(self) -> str:
        """Return the text as typed so far."""
        return self.field.text()

    @property
    def begun(self) -> bool:
        """Whether the line contains typed text worth keeping: neither preset text nor a search."""
        text = self.text().strip()
        return bool(text) and text != self._given.strip() and not self._searches

    def set_text(self, text: str) -> None:
        """Replace the text."""
        self._given = text
        self.field.set_text(text)

    def bring_back(self, text: str) -> None:
        """Restore text that was typed before."""
        self.field.set_text(text)

    def clear(self) -> None:
        """Clear the line for the next entry."""
        self.set_text("")

    def set_words(self, label: str, placeholder: str = "") -> None:
        """Set the accessible name and the placeholder."""
        self.field.setAccessibleName(label)
        self.field.set_placeholder(placeholder)

    def set_note(self, text: str) -> None:
        """Show a note at the right end, such as a count."""
        if self._note is None:
            self._note = Text("meta", wrap=False)
            self._box.add_trailing(self._note)
        self._note.setText(text)

    def add_trailing(self, widget: QWidget) -> None:
        """Add a widget at the right end, inside the box."""
        self._box.add_trailing(widget)

    def submit(self) -> None:
        """Enter the text, as the Enter key does."""
        self.field.commit_composed()
        self._enter()

    def _enter(self) -> None:
        text = self.text().strip()
        if len(text) > self._limit:
            self._say(tr("errors.too_long", length=len(text), limit=self._limit))
        elif text:
            self.entered.emit(text)

    def _changed(self) -> None:
        self._say("")
        self.changed.emit(self.text())

    def _say(self, sentence: str) -> None:
        """Say below the line why the text was not entered."""
        self._error.show_sentence(sentence)

    def _add_button(self, words: str) -> None:
        """Show words with Enter after the note; filled is only the page's next thing."""
        self.set_note("")
        self.button = ActionButton(words, key="Enter", kind="quiet", size="small")
        self.button.clicked.connect(self.submit)
        self.add_trailing(self.button)
