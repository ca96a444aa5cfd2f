"""Where problems are typed: the speaker's chips and the worksheet over the big line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.chips import Chips
from ui.widgets.flow import Flow
from ui.widgets.shortcut import Shortcut
from ui.widgets.text import Text
from ui.widgets.words_line import LineWords, WordsLine
from workshop_app.i18n import tr


class RowActions(QWidget):
    """What can be done with the problem in hand."""

    correct_wanted = Signal()
    remove_wanted = Signal()
    park_wanted = Signal()
    hold_wanted = Signal()

    def __init__(self, *, private: bool) -> None:
        super().__init__()
        row = Flow(0, self)
        actions = [
            ("correct", "pen", "F2", self.correct_wanted),
            ("remove", "trash", "Del", self.remove_wanted),
            ("park", "archive", "Alt+P", self.park_wanted),
        ]
        if private:
            actions.append(("hold", "eye-off", "Alt+Shift+H", self.hold_wanted))
        for key, icon, press, signal in actions:
            words = tr(f"list.{key}")
            button = ActionButton(words, icon, press, "note", size="small", keyless=True)
            button.clicked.connect(signal)
            row.addWidget(button)


class SpeakerLine(QWidget):
    """Chips for the next problem's speaker, or for the speaker of the row in hand.

    ``row_number`` tells which: None for the next problem. Beside them stands a hint, or with
    ``actions`` what can be done with the row. ``sheet_wanted(by)`` asks for another worksheet.
    """

    sheet_wanted = Signal(int)

    def __init__(self, actions: RowActions | None) -> None:
        super().__init__()
        self.row_number: int | None = None
        self.chips = Chips(tr("list.speaker"))
        self._hint = Text("hint", tr("list.hint"), wrap=False)
        self._actions = actions
        self._sheet = ActionButton("", "document", "Alt+W", "note", size="small")
        self._sheet.clicked.connect(lambda: self.sheet_wanted.emit(1))
        Shortcut("Alt+Shift+W", self, lambda: self.sheet_wanted.emit(-1))
        self.show_sheet(0)
        row = QVBoxLayout(self) if theme().stacked else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chips, 1)
        beside = Flow(8) if theme().stacked else row
        for widget in (self._sheet, self._hint):
            beside.addWidget(widget)
        if isinstance(beside, Flow):
            row.addLayout(beside)
        if actions is not None:
            row.addWidget(actions)
        theme().changed.connect(self._show_parts)
        self.for_next(None)

    def show_sheet(self, number: int) -> None:
        """Show from which worksheet one types, 0 for none."""
        words = tr("list.worksheet", number=number) if number else tr("list.no_worksheet")
        self._sheet.setText(words)
        self._sheet.set_kind("quiet" if number else "note")

    def show_names(self, wanted: bool) -> None:
        """Offer names, or none where nobody is to be named."""
        self.chips.setEnabled(wanted)
        policy = self.chips.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.chips.setSizePolicy(policy)
        self.chips.setVisible(wanted)

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
        room = not theme().metrics.compact and not theme().metrics.private
        self._hint.setVisible(not of_row and room)
        self._sheet.setVisible(not of_row)
        if self._actions is not None:
            self._actions.setVisible(of_row)


def problem_line(*, calm: bool) -> WordsLine:
    """The line for a new problem and the one that corrects a first wording; small while calm."""
    words = LineWords(
        entry=tr("list.entry"),
        placeholder=tr("list.placeholder"),
        add=tr("list.add"),
        correction=tr("list.correction"),
        save=tr("list.correct_save"),
    )
    return WordsLine(words, name="problem", role="body" if calm else "room")
