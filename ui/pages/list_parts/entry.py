"""Where problems are typed: the speaker's chips over the big line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.chips import Chips
from ui.widgets.entry_line import EntryLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.text import Text
from workshop_app.i18n import tr


class SpeakerLine(QWidget):
    """Chips for the next problem's speaker, or for the speaker of the row in hand.

    ``row_number`` tells which: None for the next problem. Beside them stands a hint, or what
    can be done with the row.
    """

    correct_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row_number: int | None = None
        self.chips = Chips(tr("list.speaker"))
        self._hint = Text("hint", tr("list.hint"), wrap=False)
        self._correct = ActionButton(
            tr("list.correct"), "pen", "F2", "note", keyless=True, size="small"
        )
        self._remove = ActionButton(
            tr("list.remove"), "trash", "Del", "note", keyless=True, size="small"
        )
        self._correct.clicked.connect(self.correct_wanted)
        self._remove.clicked.connect(self.remove_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chips, 1)
        for widget in (self._hint, self._correct, self._remove):
            row.addWidget(widget)
        theme().changed.connect(self._show_parts)
        self.for_next(None)

    def for_next(self, speaker: object | None) -> None:
        """Show who says what is typed next."""
        self._show(None, tr("list.speaker"), speaker)

    def for_row(self, number: int, speaker: object | None) -> None:
        """Show who said the problem of this number."""
        self._show(number, tr("list.speaker_of", number=number), speaker)

    def _show(self, number: int | None, label: str, speaker: object | None) -> None:
        self.row_number = number
        self.chips.set_label(label)
        self.chips.set_current(speaker)
        self._show_parts()

    def _show_parts(self) -> None:
        of_row = self.row_number is not None
        self._hint.setVisible(not of_row and not theme().metrics.compact)
        self._correct.setVisible(of_row)
        self._remove.setVisible(of_row)


class WordsLine(QWidget):
    """The big line for a new problem; in its place, when needed, one that corrects a wording.

    ``noted`` carries the words of a new problem, ``corrected`` those of the one in hand.
    """

    noted = Signal(str)
    corrected = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entry = EntryLine(tr("list.entry"), tr("list.placeholder"), name="problem")
        self.entry.set_note("")
        self.entry.add_trailing(self._button("list.add", self.entry))
        self.correction = EntryLine(tr("list.correction"), icon="pen")
        self.correction.set_note("")
        self.correction.add_trailing(self._button("list.correct_save", self.correction))
        self._error = ErrorLine()
        holder = QWidget()
        self._layers = QStackedLayout(holder)
        self._layers.addWidget(self.entry)
        self._layers.addWidget(self.correction)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(holder)
        layout.addWidget(self._error)
        self.entry.entered.connect(self.noted)
        self.correction.entered.connect(self.corrected)
        for line in (self.entry, self.correction):
            line.too_long.connect(self._say_too_long)
            line.changed.connect(lambda _text: self._error.show_sentence(""))

    @property
    def correcting(self) -> bool:
        """Whether a wording is being corrected."""
        return self._layers.currentWidget() is self.correction

    def start_correction(self, number: int, words: str) -> None:
        """Offer the words of a problem for correction."""
        self.correction.set_text(words)
        self.correction.set_note(tr("list.correcting", number=number))
        self._layers.setCurrentWidget(self.correction)
        self.correction.setFocus()

    def end_correction(self) -> None:
        """Show the line for new problems again."""
        self._error.show_sentence("")
        self._layers.setCurrentWidget(self.entry)
        self.closed.emit()

    def note_repeat(self, number: int | None) -> None:
        """Say beside what is typed which problem has the same words."""
        self.entry.set_note("" if number is None else tr("list.repeat", number=number))

    def _say_too_long(self, length: int, limit: int) -> None:
        self._error.show_sentence(tr("errors.too_long", length=length, limit=limit))

    def _button(self, key: str, line: EntryLine) -> ActionButton:
        button = ActionButton(tr(key), key="Enter", kind="primary", keyless=True)
        button.clicked.connect(line.submit)
        return button
