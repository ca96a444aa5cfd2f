"""An entry line that is replaced by a second one while an existing entry is corrected."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import NO_MARGINS, column
from ui.widgets.entry_line import LIMIT, EntryLine
from ui.widgets.error_line import ErrorLine
from workshop_app.i18n import tr


class LineWords(NamedTuple):
    """The labels of the two lines, the placeholder, and the texts of their buttons."""

    entry: str
    placeholder: str
    add: str
    correction: str
    save: str


class WordsLine(QWidget):
    """``noted`` carries new text, ``corrected`` the text of an existing entry.

    Neither line clears itself: call ``entry.clear`` or ``end_correction`` after the action
    succeeded. Text that is too long is kept, and an error is shown. ``quiet``: the button is not a
    primary one.
    """

    noted = Signal(str)
    corrected = Signal(str)
    closed = Signal()

    def __init__(
        self,
        words: LineWords,
        *,
        name: str = "",
        role: str = "room",
        limit: int = LIMIT,
        line_breaks: bool = False,
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self._quiet = quiet
        self.entry = EntryLine(
            words.entry,
            words.placeholder,
            role=role,
            limit=limit,
            line_breaks=line_breaks,
            name=name,
        )
        self.correction = EntryLine(
            words.correction, icon="pen", role=role, limit=limit, line_breaks=line_breaks
        )
        for line, button in ((self.entry, words.add), (self.correction, words.save)):
            line.set_note("")
            add = line.add_trailing if quiet else line.add_button
            add(self._button(button, line))
            line.limit_exceeded.connect(self._say_too_long)
            line.changed.connect(lambda _text: self._error.show_sentence(""))
        self._error = ErrorLine()
        self._arrange()
        self.entry.entered.connect(self.noted)
        self.correction.entered.connect(self.corrected)

    @property
    def correcting(self) -> bool:
        """Whether an existing entry is being corrected."""
        return self._layers.currentWidget() is self.correction

    def start_correction(self, note: str, words: str) -> None:
        """Show ``words`` for correction, with ``note`` next to them."""
        self.correction.set_text(words)
        self.correction.set_note(note)
        self._layers.setCurrentWidget(self.correction)
        self.correction.setFocus()

    def end_correction(self) -> None:
        """Show the line for new text again."""
        self.correction.clear()
        self._error.show_sentence("")
        self._layers.setCurrentWidget(self.entry)
        self.closed.emit()

    def submit(self) -> bool:
        """Enter what is typed in both lines; return False if that was refused.

        A correction without text is ended: the existing entry stays as it is.
        """
        if self.correcting:
            if self.correction.text().strip():
                self.correction.submit()
            else:
                self.end_correction()
        if not self.correcting:
            self.entry.submit()
        return not self.correcting and not self.entry.text().strip()

    def focus_line(self) -> None:
        """Focus the visible line."""
        (self.correction if self.correcting else self.entry).setFocus()

    def _arrange(self) -> None:
        holder = QWidget()
        self._layers = QStackedLayout(holder)
        self._layers.addWidget(self.entry)
        self._layers.addWidget(self.correction)
        column(self, holder, self._error, gap=2, around=NO_MARGINS)

    def _say_too_long(self, length: int, limit: int) -> None:
        self._error.show_sentence(tr("errors.too_long", length=length, limit=limit))

    def _button(self, words: str, line: EntryLine) -> ActionButton:
        kind = "note" if self._quiet else "primary"
        size = "small" if self._quiet or theme().metrics.private else "normal"
        button = ActionButton(words, key="Enter", kind=kind, size=size, keyless=True)
        button.clicked.connect(line.submit)
        return button
