"""A line for the name of a new theme, or for another name of the current one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.entry_line import EntryLine
from ui.widgets.error_line import ErrorLine
from ui.widgets.text import Text
from workshop_app.i18n import tr

NAME_LIMIT = 60
"""Characters that a theme's name may have, so that it fits the strip and a heading."""


class ThemeLine(QWidget):
    """``named(words)`` for a new theme, ``renamed(words)`` for the current one; else hidden."""

    named = Signal(str)
    renamed = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._renaming = False
        self.entry = EntryLine(tr("sort.theme_line"), icon="pen", limit=NAME_LIMIT, name="theme")
        self._button = ActionButton("", key="Enter", kind="primary", keyless=True)
        self._button.clicked.connect(self.entry.submit)
        self.entry.add_trailing(self._button)
        self._note = Text("meta", "")
        self._error = ErrorLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.entry, self._error, self._note):
            layout.addWidget(widget)
        self.entry.entered.connect(self._enter)
        self.entry.changed.connect(lambda _text: self._error.show_sentence(""))
        self.entry.limit_exceeded.connect(self._say_too_long)
        self.hide()

    def start_new(self, note: str) -> None:
        """Offer the line for a new theme; ``note`` says what goes into it."""
        self._start(renaming=False, text=self.entry.text(), note=note)

    def start_rename(self, name: str) -> None:
        """Offer the line for another name."""
        self._start(renaming=True, text=name, note="")

    def end(self) -> None:
        """Empty and hide the line."""
        self.entry.clear()
        self.hide()
        self.closed.emit()

    def _start(self, *, renaming: bool, text: str, note: str) -> None:
        self._renaming = renaming
        words = tr("sort.rename" if renaming else "sort.theme_line")
        self.entry.set_words(words, tr("sort.theme_placeholder"))
        self.entry.set_text(text)
        self._button.setText(tr("sort.save" if renaming else "sort.add"))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.show()
        self.entry.setFocus()

    def _enter(self, words: str) -> None:
        (self.renamed if self._renaming else self.named).emit(words)

    def _say_too_long(self, length: int, limit: int) -> None:
        self._error.show_sentence(tr("errors.too_long", length=length, limit=limit))
