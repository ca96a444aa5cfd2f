"""The line for the name of a new theme, below the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.boxes import column
from ui.widgets.ruled_line import RuledLine
from workshop_app.domain.problem import Problem
from workshop_app.i18n import tr

NAME_LIMIT = 60
"""Maximum length of a theme's name, so that it fits a heading."""


class ThemeLine(QWidget):
    """Call ``end`` after the theme was made. Hidden while none is being named."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entry = RuledLine(
            tr("sort.theme_line"), tr("sort.theme_placeholder"), button=tr("sort.add"),
            limit=NAME_LIMIT, name="theme",
        )  # fmt: skip
        cancel = ActionButton(tr("sort.cancel"), key="Esc", size="small")
        cancel.clicked.connect(self.end)
        self.entry.add_trailing(cancel)
        column(self, self.entry)
        self.hide()

    def start(self, number: int, into: Sequence[Problem], words: str = "") -> None:
        """Show the line for the theme of this number; ``words`` is a name to replace or keep."""
        self.entry.set_lead(str(number))
        note = tr("sort.takes_many", n=len(into)) if into else ""
        if len(into) == 1:
            note = tr("sort.takes_one", number=into[0].number)
        self.entry.set_note(note)
        if words:
            self.entry.set_text(words)
            self.entry.field.selectAll()
        self.show()
        self.entry.setFocus()

    def end(self) -> None:
        """Clear and hide the line."""
        if not self.isHidden():
            self.entry.clear()
            self.hide()
            self.closed.emit()
