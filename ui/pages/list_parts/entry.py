"""Where problems are typed: the speaker's chips over the big line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.chips import Chips
from ui.widgets.text import Text
from ui.widgets.words_line import LineWords, WordsLine
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


def problem_line() -> WordsLine:
    """The line for a new problem and the one that corrects a first wording."""
    words = LineWords(
        entry=tr("list.entry"),
        placeholder=tr("list.placeholder"),
        add=tr("list.add"),
        correction=tr("list.correction"),
        save=tr("list.correct_save"),
    )
    return WordsLine(words, name="problem")
